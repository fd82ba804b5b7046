import BangGiaoDrawing
import BangGiaoFormats
import BangGiaoKnowledge
import BangGiaoModel

/// What the script of a page knows of its figure.
struct PageData {
    private let diagram: DiagramText
    private let prefix: String
    private let citations: Citations
    private let words: PageWords
    private let labels: DiagramLabels

    init(_ diagram: DiagramText, prefix: String, words: PageWords) {
        self.diagram = diagram
        self.prefix = prefix
        citations = Citations(diagram)
        self.words = words
        labels = (DrawingLanguage(rawValue: diagram.language) ?? .vietnamese).labels
    }

    /// The data as JSON that may stand in a `script` element: nothing in it ends or begins a tag.
    var json: String {
        let elements = diagram.order.compactMap { id in
            diagram.notes[id].flatMap { $0.role == .frame ? nil : (id, $0) }
        }
        var json = JSONText(isSpaced: false)
        json.object { json in
            json.member("prefix", prefix)
            json.name("words")
            json.object { json in
                for name in Self.wordNames { json.member(name, words["\(name)"]) }
            }
            json.name("types")
            json.array { json in
                for kind in Kind.allCases {
                    json.object { json in
                        json.member("id", kind.rawValue)
                        json.member("name", labels.terms[kind.term])
                    }
                }
            }
            json.name("elements")
            json.lines(elements, indent: 2) { json, element in
                write(element.1, id: element.0, into: &json)
            }
            json.nextLine(indent: 0)
            json.name("citations")
            json.lines(citations.all, indent: 2) { json, citation in
                write(citation, into: &json)
            }
        }
        return String(decoding: json.bytes, as: UTF8.self).replacing("<", with: "\\u003c")
    }

    private static let wordNames: [StaticString] = [
        "found", "hidden", "hint", "close", "article", "noQuotation", "related",
    ]

    private func write(_ note: DiagramNote, id: String, into json: inout JSONText) {
        let years = note.years
        json.object { json in
            json.member("id", id)
            json.member("role", note.role.rawValue)
            json.member("type", Kind(note).rawValue)
            json.member("name", HTMLText.cleaned(note.name))
            json.member("label", HTMLText.cleaned(note.sentence))
            if let key = note.attributes["key"] ?? (note.role == .event ? note.facts.first : nil) {
                json.member("key", key)
            }
            if !note.ends.isEmpty { json.member("ends", note.ends) }
            if let years {
                json.name("years")
                json.array { json in
                    json.number(years.lowerBound)
                    json.number(years.upperBound)
                }
            }
            if !note.citations.isEmpty {
                json.name("citations")
                json.array { json in
                    for place in note.citations.compactMap(citations.place) { json.number(place) }
                }
            }
        }
    }

    private func write(_ citation: Citation, into json: inout JSONText) {
        json.object { json in
            json.member("quotation", HTMLText.cleaned(citation.quotation))
            let source = FootnoteWriter(language: diagram.language).source(of: citation)
            json.member("source", HTMLText.cleaned(source))
            if let address = citation.url.flatMap(SVGText.webAddress) {
                json.member("address", address)
            }
        }
    }

    /// What a reader can hide.
    private enum Kind: String, CaseIterable {
        case person
        case agency
        case country
        case meeting
        case agreement
        case office
        case tie

        init(_ note: DiagramNote) {
            switch note.role {
            case .entity, .frame:
                let kind =
                    note.attributes["kind"] ?? (note.attributes["key"] == nil ? "country" : "")
                self = Kind(rawValue: kind) ?? .agency
            case .event, .relation:
                if let kind = note.attributes["kind"].flatMap({ Self.edges[$0] }) {
                    self = kind
                    return
                }
                // An id is a document's and the fact's own in it: seed-003#m1.
                let letters = note.facts.compactMap { $0.split(separator: "#").last?.first }
                if letters.contains("g") {
                    self = .agreement
                } else if letters.contains("m") {
                    self = .meeting
                } else {
                    self = .office
                }
            }
        }

        /// Of drawings whose every line is one fact, by the names of kinds of edges.
        private static let edges: [String: Kind] = Dictionary(
            uniqueKeysWithValues: EdgeKind.allCases.map { kind in
                switch kind {
                case .met: (kind.name, .meeting)
                case .agreed, .signed: (kind.name, .agreement)
                case .holds, .accreditedTo: (kind.name, .office)
                case .partOf, .represents: (kind.name, .tie)
                }
            })

        var term: DiagramLabels.Term {
            switch self {
            case .person: .person
            case .agency: .agency
            case .country: .country
            case .meeting: .meeting
            case .agreement: .agreement
            case .office: .office
            case .tie: .partOf
            }
        }
    }
}

/// The passages behind a diagram, each once, in its reading order.
private struct Citations {
    private(set) var all: [Citation] = []
    private var places: [Citation: Int] = [:]

    init(_ diagram: DiagramText) {
        for id in diagram.order {
            for citation in diagram.notes[id]?.citations ?? [] where places[citation] == nil {
                places[citation] = all.count
                all.append(citation)
            }
        }
    }

    /// Where in the list a passage stands.
    func place(of citation: Citation) -> Int? { places[citation] }
}

extension DiagramNote {
    /// The years in which what it shows happened or was seen; nil where no day is known.
    fileprivate var years: ClosedRange<Int>? {
        if let date = attributes["date"].flatMap({ PartialDate($0) }) {
            return date.start.year...(date.end ?? date.start).year
        }
        // As an overview sums them up: 2004–2025.
        let years = attributes["years"]?.split(separator: "–").compactMap { Int($0) } ?? []
        guard let first = years.first, let last = years.last, first <= last else { return nil }
        return first...last
    }
}
