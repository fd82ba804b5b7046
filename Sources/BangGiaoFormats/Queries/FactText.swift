import BangGiaoKnowledge
import BangGiaoModel

/// Facts in Vietnamese, line by line: what it is, who held which office then, the passages.
struct FactText {
    private let base: KnowledgeBase
    private let offices: [EntityKey: [KnownPosition]]
    private let headers: [DocumentID: DocumentFacts.Header]

    init(_ base: KnowledgeBase) {
        self.base = base
        offices = Dictionary(grouping: base.positions, by: \.person)
        headers = Dictionary(
            base.documents.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Returns what a fact is: "Hội đàm · 15/12/2025 · Hà Nội".
    ///
    /// - Parameter isDated: Whether the date is in it.
    func line(of fact: EdgeFact, isDated: Bool = true) -> String {
        switch fact.content {
        case .meeting(let meeting):
            join(
                Wording.name(of: meeting.kind), isDated ? meeting.date.map(Wording.date) : nil,
                meeting.place,
                Wording.note(on: meeting.status))
        case .agreement(let agreement):
            join(
                Wording.name(of: agreement.kind), agreement.title,
                isDated ? agreement.date.map(Wording.date) : nil,
                Wording.note(on: agreement.status))
        case .position(let position): line(of: position)
        case .membership(let child, let parent): "\(name(child)) thuộc \(name(parent))"
        case .nationality(let entity, let country): "\(name(entity)) của \(name(country))"
        }
    }

    /// Returns which offices persons held when a meeting or an agreement took place: those that its
    /// documents tell of, and those seen before and after it. A line for each person who held one.
    func offices(of persons: some Sequence<EntityKey>, at fact: EdgeFact) -> [String] {
        let date: PartialDate?
        switch fact.content {
        case .meeting(let meeting): date = meeting.date
        case .agreement(let agreement): date = agreement.date
        case .position, .membership, .nationality: return []
        }
        let documents = Set(fact.sources.map(\.document))
        let filter = date.map { FactFilter(since: $0, until: $0) }
        return persons.compactMap { person in
            let held = (offices[person] ?? []).filter { position in
                position.status == nil
                    && (position.sources.contains { documents.contains($0.document) }
                        || filter?.admits(position) ?? false)
            }
            var seen: Set<String> = []
            let lines = held.map(line).filter { seen.insert($0).inserted }
            return lines.isEmpty ? nil : "\(name(person)): \(lines.joined(separator: "; "))"
        }
    }

    /// Returns the passages that prove a fact, one a document, each above its document.
    func passages(of fact: EdgeFact) -> [String] {
        var seen: Set<DocumentID> = []
        return fact.sources.filter { seen.insert($0.document).inserted }.flatMap { source in
            let words = source.evidence.quotation.split(whereSeparator: \.isWhitespace)
            return ["“\(words.joined(separator: " "))”", "— \(citation(of: source))"]
        }
    }

    /// Returns who takes part: the sides, the parties, the holder.
    func members(of fact: EdgeFact) -> String {
        switch fact.content {
        case .meeting(let meeting):
            meeting.sides.map { $0.map(labelled).joined(separator: ", ") }.joined(separator: " – ")
        case .agreement(let agreement):
            agreement.parties.map(labelled).joined(separator: " – ")
        case .position(let position): labelled(position.person)
        case .membership(let child, let parent): "\(name(child)), \(name(parent))"
        case .nationality(let entity, let country): "\(name(entity)), \(name(country))"
        }
    }

    /// Returns a name, or the key where the name is unknown.
    func name(_ key: EntityKey) -> String {
        PlainText.line(base.entity(key)?.name ?? key.rawValue)
    }

    /// An entity's name with its state: "Vũ Quang Minh (VN)"; a country's name alone.
    static func label(_ entity: KnownEntity) -> String {
        let name = PlainText.line(entity.name)
        guard entity.kind != .country, let country = entity.country else { return name }
        return "\(name) (\(country.rawValue))"
    }

    private func labelled(_ key: EntityKey) -> String {
        base.entity(key).map(Self.label) ?? key.rawValue
    }

    private func line(of position: KnownPosition) -> String {
        join(
            [Wording.note(on: position.status), position.title].compactMap(\.self)
                .joined(separator: " "),
            [name(position.of), position.accreditedTo.map { "tại \(name($0))" }]
                .compactMap(\.self).joined(separator: " "))
    }

    private func citation(of source: Source) -> String {
        let header = headers[source.document]
        if header?.title == source.document.rawValue { return source.document.rawValue }
        return join(source.document.rawValue, header?.published.map(Wording.date), header?.title)
    }

    private func join(_ parts: String?...) -> String {
        parts.compactMap(\.self).joined(separator: " · ")
    }
}

/// Lines of cells parted by tabs; what would part them within a cell becomes a space.
struct TabSeparatedText {
    private(set) var text = ""

    init(header: [String]) { add(header) }

    mutating func add(_ cells: [String?]) {
        text +=
            cells.map { PlainText.line($0 ?? "") }.joined(separator: "\t") + "\n"
    }
}

/// The forms of an answer that is text.
public enum AnswerFormat: String, Hashable, Sendable, CaseIterable {
    /// For people, in Vietnamese.
    case text
    /// For programs.
    case json
    /// For spreadsheets: cells parted by tabs below a header.
    case tsv
}
