import BangGiaoModel
import Foundation
import TestSupport

@testable import BangGiaoExtraction

/// Reads agreements from made-up texts whose mentions are marked by hand.
///
/// `[LA|nước Lào]` names a country, `[LA:Bộ Y tế|Bộ Y tế Lào]` an agency, `[-:ASEAN|ASEAN]` an
/// international one, `[VN@|Thủ tướng Lê Văn An]` a person, `[VN@Bộ Y tế|Bộ trưởng Y tế Lê Văn An]` a
/// person of an agency. Entities are called "LA", "LA:Bộ Y tế", "-:ASEAN", "Thủ tướng Lê Văn An".
struct AgreementFixture {
    private static let headers = [
        "countries": "code\tname",
        "country-forms": "form\tcode\tkind\tlicence",
        "agencies": "form\tname\tcountry\tkind\tparent",
        "agency-heads": "head\tlevel\tkind\tbare",
        "portfolios": "portfolio\tministry",
        "titles": "form\ttitle\tof\tagency\thead",
        "honorifics": "form\tkind",
        "places": "form\tkind\tcountry",
        "surnames": "surname\tkind",
        "persons": "name\tcountry\tshort",
        "given-names": "name",
        "meeting-cues": "form\tclass\tvalue",
        "confidence": "trait\tweight",
    ]

    private static let loaded = Result { try load() }

    /// The words of grammar, dates and agreements; the other tables have no rows.
    let lexicon: Lexicon

    init() throws { lexicon = try Self.loaded.get() }

    private static func load() throws -> Lexicon {
        try withTemporaryFolder { folder in
            for (name, header) in headers {
                try Data(header.utf8).write(to: folder.appendingPathComponent(name + ".tsv"))
            }
            for name in ["grammar-words", "date-words", "agreement-cues"] {
                try FileManager.default.copyItem(
                    at: Repository.lexicon.appendingPathComponent(name + ".tsv"),
                    to: folder.appendingPathComponent(name + ".tsv"))
            }
            return try Lexicon(directory: folder)
        }
    }

    /// A meeting told in a sentence, its sides by the names of their members.
    struct Occasion {
        var kind = Meeting.Kind.talks
        var sentence = 0
        var sides: [[String]]
        var date: String?
        var status = Meeting.Status.held
    }

    /// Returns what the builder reads, one line an agreement:
    /// `consensus agreed LA + VN`, with title, date and signatories where there are any.
    func read(_ marked: String, _ occasions: [Occasion] = []) -> [String] {
        let (document, names) = document(marked)
        let meetings = occasions.map { meeting($0, document, names) }
        return AgreementBuilder(lexicon: lexicon).agreements(in: document, meetings: meetings)
            .map { describe($0, names) }
    }

    private func describe(_ draft: AgreementDraft, _ names: [String]) -> String {
        var text = "\(draft.kind.rawValue) \(draft.status.rawValue) "
        text += draft.parties.map { names[$0] }.sorted().joined(separator: " + ")
        if let title = draft.title { text += " \u{201C}\(title)\u{201D}" }
        if let date = draft.date { text += " \(date)" }
        if !draft.signatories.isEmpty {
            text += " by " + draft.signatories.map { names[$0] }.sorted().joined(separator: ", ")
        }
        return text
    }

    private func meeting(
        _ occasion: Occasion, _ document: ResolvedDocument, _ names: [String]
    ) -> MeetingDraft {
        MeetingDraft(
            kind: occasion.kind,
            sides: occasion.sides.map { $0.compactMap { names.firstIndex(of: $0) } },
            date: occasion.date.flatMap { PartialDate($0) }, status: occasion.status,
            section: .body, sentence: occasion.sentence,
            evidence: document.annotated.sentences[occasion.sentence].tokens, rule: "test",
            trigger: document.annotated.sentences[occasion.sentence].tokens, triggers: [])
    }

    // MARK: The marked text

    private struct Mark {
        var span: TextSpan
        var label: String
    }

    private func document(_ marked: String) -> (ResolvedDocument, names: [String]) {
        var text = ""
        var marks: [Mark] = []
        for (index, part) in marked.split(separator: "[", omittingEmptySubsequences: false)
            .enumerated()
        {
            guard index > 0, let bar = part.firstIndex(of: "|"), let end = part.firstIndex(of: "]")
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
        return resolve(text, marks)
    }

    private func resolve(_ text: String, _ marks: [Mark]) -> (ResolvedDocument, names: [String]) {
        let tokens = Tokenizer().tokens(of: text)
        let lattice = Lattice(tokens: tokens, lexicon: lexicon)
        let sentences = SentenceSplitter(abbreviations: lexicon.abbreviations)
            .sentences(of: tokens).map { Sentence(tokens: $0, zone: .body, story: nil) }
        let dates = DateRecognizer(lexicon: lexicon).dates(
            tokens: tokens, lattice: lattice, sentences: sentences, published: nil)
        var annotated = AnnotatedDocument(
            document: Document(id: DocumentID("test"), text: text), tokens: tokens,
            lattice: lattice,
            sentences: sentences, mentions: [], dates: dates)
        var cast = Cast()
        for mark in marks {
            let covered = tokens.indices.filter {
                mark.span.contains(tokens[$0].span)
            }
            guard let first = covered.first, let last = covered.last else { continue }
            let entity = cast.entity(mark.label, surface: text[mark.span])
            let draft = cast.entities[entity]
            var mention = Mention(
                kind: draft.kind == .person ? .person : draft.kind == .agency ? .agency : .country,
                range: first..<(last + 1), core: first..<(last + 1), name: draft.name)
            mention.country = draft.country
            mention.entity = entity
            annotated.mentions.append(mention)
        }
        let document = ResolvedDocument(
            annotated: annotated, entities: cast.entities, positions: cast.positions,
            countryEntity: cast.countries)
        return (document, cast.names)
    }

    /// The entities of a marked text.
    private struct Cast {
        var entities: [EntityDraft] = []
        var names: [String] = []
        var positions: [PositionDraft] = []
        var countries: [CountryCode: Int] = [:]

        mutating func entity(_ label: String, surface: String) -> Int {
            if let at = label.firstIndex(of: "@") {
                let code = String(label[..<at])
                let body = String(label[label.index(after: at)...])
                if let known = names.firstIndex(of: surface) { return known }
                let person = add(surface, .person, code)
                if !body.isEmpty {
                    let agency = entity(code + ":" + body, surface: body)
                    positions.append(
                        PositionDraft(
                            person: person, title: "Bộ trưởng", holding: .ministry, of: agency,
                            sentence: 0, range: 0..<1, rule: "test"))
                }
                return person
            }
            if let known = names.firstIndex(of: label) { return known }
            guard let colon = label.firstIndex(of: ":") else { return add(label, .country, label) }
            return add(label, .agency, String(label[..<colon]))
        }

        private mutating func add(_ name: String, _ kind: Entity.Kind, _ code: String) -> Int {
            var draft = EntityDraft(kind: kind, name: name)
            if code == "-" { draft.isInternational = true } else { draft.country = .init(code) }
            entities.append(draft)
            names.append(name)
            let number = entities.count - 1
            if kind == .country {
                countries[.init(code)] = number
            } else if code != "-", countries[.init(code)] == nil {
                _ = add(code, .country, code)
            }
            return number
        }
    }
}
