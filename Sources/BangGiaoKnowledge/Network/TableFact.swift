import BangGiaoModel

extension RelationType {
    /// The kind of edge that a row of the type is.
    var edgeKind: EdgeKind {
        switch meaning {
        case .meeting: .met
        case .agreement: .agreed
        case .position: .holds
        case .accredited: .accreditedTo
        case .membership: .partOf
        case .nationality: .represents
        }
    }
}

/// What a row of a table tells, as a fact: its line is the evidence, and sure.
struct TableFact {
    /// The title of an office of which a table says no more.
    static let officeTitle = "chức vụ"
    /// The rule that facts of tables name.
    static let rule = "table"

    let kind: EdgeKind
    let fact: EdgeFact

    /// - Parameter sender: The state that sends who is accredited; nil where none is known.
    init(
        table: JoinedTable, row: Int, ends: [(node: RelationTable.Node, entity: KnownEntity)],
        sender: KnownEntity?
    ) {
        let type = table.rows.types[row]
        let date = table.rows.date(of: row)
        let line = RelationTable.line(
            source: ends[0].node.id, target: ends[1].node.id, type: type, date: date)
        let sources = [
            Source(
                document: table.id,
                evidence: Evidence(
                    span: TextSpan(0, line.utf8.count), quotation: line, rule: Self.rule,
                    confidence: 1))
        ]
        let id = table.factID(ofRow: row)
        let (first, second) = (ends[0].entity.key, ends[1].entity.key)
        kind = type.edgeKind
        let content: EdgeFact.Content =
            switch type.meaning {
            case .meeting(let kind):
                .meeting(
                    KnownMeeting(
                        id: id, kind: kind, sides: [[first], [second]], date: date,
                        sources: sources))
            case .agreement(let kind):
                .agreement(
                    KnownAgreement(
                        id: id, kind: kind, parties: [first, second], date: date, status: .agreed,
                        sources: sources))
            case .position:
                .position(
                    KnownPosition(
                        id: id, person: first, title: Self.officeTitle, of: second,
                        seen: date.map { [$0] } ?? [], sources: sources))
            case .accredited:
                .position(
                    KnownPosition(
                        id: id, person: first, title: Self.officeTitle, of: sender?.key ?? first,
                        accreditedTo: second, seen: date.map { [$0] } ?? [], sources: sources))
            case .membership: .membership(child: first, parent: second)
            case .nationality: .nationality(entity: first, country: second)
            }
        fact = EdgeFact(id: id, content: content, sources: sources)
    }
}
