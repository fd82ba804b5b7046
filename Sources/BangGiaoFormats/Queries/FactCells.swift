import BangGiaoKnowledge
import BangGiaoModel

/// Facts as cells of a table.
enum FactCells {
    static let header = [
        "fact", "kind", "type", "date", "place", "status", "documents", "quotation",
    ]

    /// Returns a fact as cells in the order of the header.
    static func cells(_ fact: EdgeFact, kind: String) -> [String?] {
        let documents = Set(fact.sources.map(\.document)).sorted().map(\.rawValue)
        let quotation = fact.sources.first?.evidence.quotation
        let own: [String?] =
            switch fact.content {
            case .meeting(let meeting):
                [
                    meeting.kind.rawValue, meeting.date?.description, meeting.place,
                    meeting.status.rawValue,
                ]
            case .agreement(let agreement):
                [
                    agreement.kind.rawValue, agreement.date?.description, nil,
                    agreement.status.rawValue,
                ]
            case .position(let position):
                [position.title, span(position.seen), nil, position.status?.rawValue]
            case .membership, .nationality: [nil, nil, nil, nil]
            }
        return [fact.id, kind] + own + [documents.joined(separator: " "), quotation]
    }

    /// Returns an entry's fact as cells, an office with the days of the term alone.
    static func cells(_ entry: TimelineQuery.Entry) -> [String?] {
        var fact = entry.fact
        if case .position(var position) = fact.content {
            position.seen = [entry.date, entry.lastSeen].compactMap(\.self)
            fact.content = .position(position)
        }
        return cells(fact, kind: fact.kindName)
    }

    /// The first and the last of some days as an interval.
    private static func span(_ days: [PartialDate]) -> String? {
        guard let first = days.first, let last = days.last else { return nil }
        return first == last ? first.description : "\(first.start)/\(last.end ?? last.start)"
    }
}

extension EdgeFact {
    /// How files call the kind of fact.
    var kindName: String {
        switch content {
        case .meeting: "meeting"
        case .agreement: "agreement"
        case .position: "position"
        case .membership: "membership"
        case .nationality: "nationality"
        }
    }

    /// Who takes part: the persons of a meeting's sides, an agreement's signatories, an office's
    /// holder.
    var members: [EntityKey] {
        switch content {
        case .meeting(let meeting): Array(meeting.sides.joined()) + meeting.attendees
        case .agreement(let agreement): agreement.parties + agreement.signatories
        case .position(let position): [position.person]
        case .membership, .nationality: []
        }
    }
}

extension JSONText {
    /// Writes a fact as an object, with its evidence inside.
    mutating func fact(_ fact: EdgeFact, kind: String? = nil) {
        object { json in
            if let kind { json.member("kind", kind) }
            json.members(of: fact)
        }
    }

    /// Writes an entry of a timeline: its fact with the days under which it stands.
    mutating func entry(_ entry: TimelineQuery.Entry) {
        object { json in
            if let from = entry.date {
                json.member("from", from.description)
                json.member("to", (entry.lastSeen ?? from).description)
            }
            json.members(of: entry.fact)
        }
    }

    private mutating func members(of fact: EdgeFact) {
        members(of: fact.content, id: fact.id)
        name("evidence")
        array { json in
            for source in fact.sources {
                json.object { json in
                    json.member("document", source.document.rawValue)
                    json.evidence(source.evidence)
                }
            }
        }
    }

    /// Writes a step with its facts.
    mutating func step(_ hop: KnownPath.Hop) {
        object { json in
            json.member("from", hop.from.key.rawValue)
            json.member("to", hop.to.key.rawValue)
            json.name("events")
            json.lines(hop.links, indent: 8) { $0.fact($1.fact, kind: $1.kind.name) }
        }
    }

    /// Returns an object of one array, an element a line.
    static func document<Element>(
        _ name: StaticString, _ elements: [Element], _ body: (inout JSONText, Element) -> Void
    ) -> [UInt8] {
        var json = JSONText(isSpaced: true)
        json.object { json in
            json.nextLine(indent: 2)
            json.name(name)
            json.lines(elements) { body(&$0, $1) }
            json.newLine(indent: 0)
        }
        json.newLine(indent: 0)
        return json.bytes
    }
}
