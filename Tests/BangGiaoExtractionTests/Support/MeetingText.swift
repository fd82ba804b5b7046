import BangGiaoModel
import Foundation
import TestSupport

@testable import BangGiaoExtraction

/// Reads meetings from made-up texts whose mentions are marked by hand.
///
/// `{LA|nước Lào}` names a country, `{VN:Bộ Y tế|Bộ Y tế}` a body, `{-:ASEAN|ASEAN}` one of no state,
/// `{An@VN:Bộ Y tế|Bộ trưởng Lê Văn An}` a person of a body, `{Ba@VN|Thủ tướng Trần Ba}` a head of
/// government, `{Chai@TH>VN|Đại sứ Chai}` an envoy and where he is posted (a state, or a body), `{#LA|Thủ tướng Lào}` an
/// office whose holder isn't named. A line that begins with `>3 ` belongs to the teaser of another
/// article, number 3; one that begins with `^` is a caption.
struct MeetingText {
    private static let loaded = Result { try Lexicon(directory: Repository.lexicon) }

    let lexicon: Lexicon

    init() throws { lexicon = try Self.loaded.get() }

    /// Returns what the builder reads, one line a meeting: `talks An Bộ Y tế | Kham`, each side's
    /// members by the alphabet, the sides too; then what differs from a meeting held in the story:
    /// its date, "planned", "with …" for those present, "in story 3".
    func read(_ marked: String, published: String? = nil) -> [String] {
        let (document, names) = document(marked, published: published)
        return MeetingBuilder(lexicon: lexicon).meetings(in: document).map {
            describe($0, names)
        }
    }

    /// Returns the drafts themselves, with the document they were read from.
    func drafts(_ marked: String) -> ([MeetingDraft], ResolvedDocument) {
        let (document, _) = document(marked, published: nil)
        return (MeetingBuilder(lexicon: lexicon).meetings(in: document), document)
    }

    private func describe(_ draft: MeetingDraft, _ names: [String]) -> String {
        func list(_ members: [Int]) -> String {
            members.map { names[$0] }.sorted().joined(separator: ", ")
        }
        var text = draft.kind.rawValue + " "
        text += draft.sides.map(list).sorted().joined(separator: " | ")
        if !draft.attendees.isEmpty { text += " with " + list(draft.attendees) }
        if let date = draft.date { text += " \(date)" }
        if draft.status == .planned { text += " planned" }
        if let story = draft.story { text += " in story \(story)" }
        return text
    }

    // MARK: The marked text

    private struct Mark {
        var span: TextSpan
        var label: String
    }

    private func document(
        _ marked: String, published: String?
    ) -> (ResolvedDocument, names: [String]) {
        var text = ""
        var marks: [Mark] = []
        var stories: [(start: Int, story: Int?)] = []
        var captions: Set<Int> = []
        for line in marked.split(separator: "\n", omittingEmptySubsequences: false) {
            if !text.isEmpty { text += "\n" }
            var rest = Substring(line)
            var story: Int?
            if line.hasPrefix(">") {
                story = Int(line.dropFirst().prefix { $0.isNumber })
                rest = line.drop { $0 != " " }.dropFirst()
            }
            if line.hasPrefix("^") {
                rest = line.dropFirst()
                captions.insert(text.utf8.count)
            }
            stories.append((text.utf8.count, story))
            for (index, part) in rest.split(separator: "{", omittingEmptySubsequences: false)
                .enumerated()
            {
                guard index > 0, let bar = part.firstIndex(of: "|"),
                    let end = part.firstIndex(of: "}")
                else {
                    text += part
                    continue
                }
                let start = text.utf8.count
                text += part[part.index(after: bar)..<end]
                marks.append(
                    Mark(span: TextSpan(start, text.utf8.count), label: String(part[..<bar])))
                text += part[part.index(after: end)...]
            }
        }
        return resolve(text, marks, stories, captions, published)
    }

    private func resolve(
        _ text: String, _ marks: [Mark], _ stories: [(start: Int, story: Int?)],
        _ captions: Set<Int>, _ published: String?
    ) -> (ResolvedDocument, names: [String]) {
        let tokens = Tokenizer().tokens(of: text)
        let lattice = Lattice(tokens: tokens, lexicon: lexicon)
        let sentences = SentenceSplitter(abbreviations: lexicon.abbreviations)
            .sentences(of: tokens).map { range in
                let start = Int(tokens[range.lowerBound].start)
                let story = stories.last { $0.start <= start }?.story
                let own: Zone.Kind = captions.contains(start) ? .caption : .body
                return Sentence(tokens: range, zone: story == nil ? own : .related, story: story)
            }
        let day = published.flatMap { PartialDate($0) }
        let dates = DateRecognizer(lexicon: lexicon).dates(
            tokens: tokens, lattice: lattice, sentences: sentences, published: day)
        var annotated = AnnotatedDocument(
            document: Document(id: DocumentID("test"), published: day, text: text), tokens: tokens,
            lattice: lattice, sentences: sentences, mentions: [], dates: dates)
        var cast = MeetingCast()
        for mark in marks {
            let covered = tokens.indices.filter { mark.span.contains(tokens[$0].span) }
            guard let first = covered.first, let last = covered.last else { continue }
            let mention = cast.mention(mark.label, range: first..<(last + 1))
            cast.entities[mention.entity].mentions.append(annotated.mentions.count)
            annotated.mentions.append(mention)
        }
        let document = ResolvedDocument(
            annotated: annotated, entities: cast.entities, positions: cast.positions,
            countryEntity: cast.countries)
        return (document, cast.names)
    }
}

/// The entities of a marked text.
struct MeetingCast {
    var entities: [EntityDraft] = []
    var names: [String] = []
    var positions: [PositionDraft] = []
    var countries: [CountryCode: Int] = [:]

    /// Makes the mention of a label, and its entity where it is new.
    mutating func mention(_ label: String, range: Range<Int>) -> Mention {
        if label.hasPrefix("#") {
            let code = String(label.dropFirst())
            var mention = Mention(kind: .office, range: range, core: range, name: "")
            mention.entity = entity(code)
            mention.offices = [
                Office(
                    title: "Thủ tướng", holding: .state, range: range, country: .init(code),
                    head: "")
            ]
            return mention
        }
        let number = entity(label)
        let draft = entities[number]
        let kind: Mention.Kind =
            switch draft.kind {
            case .person: .person
            case .agency: .agency
            case .country: .country
            }
        var mention = Mention(kind: kind, range: range, core: range, name: draft.name)
        mention.country = draft.country
        mention.isInternational = draft.isInternational
        mention.agencyKind = draft.agencyKind
        mention.entity = number
        return mention
    }

    private mutating func entity(_ label: String) -> Int {
        guard let at = label.firstIndex(of: "@") else { return body(label) }
        let name = String(label[..<at])
        if let known = names.firstIndex(of: name) { return known }
        let office = String(label[label.index(after: at)...])
        let code = String(office.prefix { $0 != ":" && $0 != ">" })
        let person = add(name, .person, code)
        if let post = office.firstIndex(of: ">") {
            var envoy = PositionDraft(
                person: person, title: "Đại sứ", holding: .envoy, of: state(code), sentence: 0,
                range: 0..<1, rule: "test")
            envoy.accreditedTo = body(String(office[office.index(after: post)...]))
            positions.append(envoy)
            return person
        }
        let of = office == code ? state(code) : body(office)
        positions.append(
            PositionDraft(
                person: person, title: office == code ? "Thủ tướng" : "Bộ trưởng",
                holding: office == code ? .state : .ministry, of: of, sentence: 0, range: 0..<1,
                rule: "test"))
        return person
    }

    private mutating func body(_ label: String) -> Int {
        guard let colon = label.firstIndex(of: ":") else { return state(label) }
        let code = String(label[..<colon])
        let name = String(label[label.index(after: colon)...])
        let shown = names.contains(name) && name.hasPrefix("Bộ") ? "\(name) \(code)" : name
        if let known = entities.firstIndex(where: {
            $0.kind == .agency && $0.name == name
                && $0.country == (code == "-" ? nil : CountryCode(code))
        }) {
            return known
        }
        let number = add(name, .agency, code)
        names[number] = shown
        if name.hasPrefix("Đại sứ quán") { entities[number].agencyKind = .embassy }
        if code == "-" { entities[number].agencyKind = .international }
        if name.hasPrefix("Báo") { entities[number].agencyKind = .press }
        return number
    }

    private mutating func state(_ code: String) -> Int {
        if let known = countries[.init(code)] { return known }
        let number = add(code, .country, code)
        countries[.init(code)] = number
        return number
    }

    private mutating func add(_ name: String, _ kind: Entity.Kind, _ code: String) -> Int {
        var draft = EntityDraft(kind: kind, name: name)
        if code == "-" { draft.isInternational = true } else { draft.country = .init(code) }
        entities.append(draft)
        names.append(name)
        return entities.count - 1
    }
}
