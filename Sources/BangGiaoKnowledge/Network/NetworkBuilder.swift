import BangGiaoGraph
import BangGiaoModel

/// Puts a view and tables into one graph.
struct NetworkBuilder {
    private(set) var nodesOfTables: [[UInt32]] = []
    private(set) var ownNodes: [(first: Int, places: [UInt32])] = []
    private(set) var ownEdges: [(first: Int, rows: [UInt32])] = []
    private(set) var states: [CountryCode: NodeIndex] = [:]
    private let view: GraphView
    private var nodeTags: [NodeTag]
    private var firsts: [NodeIndex] = []
    private var seconds: [NodeIndex] = []
    private var columns = EdgeColumns()

    init(_ view: GraphView) {
        self.view = view
        nodeTags = view.entities.map(\.kind.tag)
        for (place, entity) in view.entities.enumerated() where entity.kind == .country {
            if let code = entity.country, states[code] == nil { states[code] = NodeIndex(place) }
        }
        for number in 0..<view.graph.edgeCount {
            let edge = view.graph[EdgeIndex(number)]
            firsts.append(edge.first)
            seconds.append(edge.second)
            columns.tags.append(edge.tag)
            columns.days.append(view.graph.days(of: EdgeIndex(number)) ?? 0..<0)
            columns.confidences.append(view.graph.confidence(of: EdgeIndex(number)))
        }
    }

    /// Gives each node of a table its node: that of an entity, or a new one.
    mutating func addNodes(of table: JoinedTable) {
        let first = nodeTags.count
        var nodes = [UInt32](repeating: 0, count: table.kinds.count)
        var places: [UInt32] = []
        places.reserveCapacity(table.kinds.count)
        for (place, kind) in table.kinds.enumerated() {
            if let key = table.joined.isEmpty ? nil : table.joined[place],
                let node = view.node(key)
            {
                nodes[place] = node.rawValue
                continue
            }
            nodes[place] = UInt32(nodeTags.count)
            if kind == .country, table.countryCodes[place] > 0 {
                let code = table.countries[Int(table.countryCodes[place]) - 1]
                if states[code] == nil { states[code] = NodeIndex(nodeTags.count) }
            }
            nodeTags.append(kind.tag)
            places.append(UInt32(place))
        }
        nodesOfTables.append(nodes)
        ownNodes.append((first, places))
    }

    /// Adds the rows of a table, and then its people and agencies to their states.
    mutating func addEdges(of table: JoinedTable, at number: Int, until: PartialDate?) {
        let rows = table.rows
        let nodes = nodesOfTables[number]
        let spans = [0..<0] + rows.dates.map(daySpan)
        let lastDay = until.map { Int32($0.lastDay) } ?? .max
        let tags = RelationType.allCases.map(\.edgeKind.tag)
        let start = firsts.count
        var used: [UInt32] = []
        used.reserveCapacity(rows.count)
        firsts.reserveCapacity(start + rows.count)
        seconds.reserveCapacity(start + rows.count)
        for row in 0..<rows.count {
            let (first, second) = (nodes[Int(rows.sources[row])], nodes[Int(rows.targets[row])])
            var days = spans[Int(rows.dateCodes[row])]
            if first == second || !days.isEmpty && days.lowerBound > lastDay { continue }
            let tag = tags[Int(rows.types[row].number)]
            // What belongs together holds on any day.
            if days.isEmpty, tag == EdgeKind.partOf.tag || tag == EdgeKind.represents.tag {
                days = .min ..< .max
            }
            firsts.append(NodeIndex(rawValue: first))
            seconds.append(NodeIndex(rawValue: second))
            columns.tags.append(tag)
            columns.days.append(days)
            used.append(UInt32(row))
        }
        columns.confidences += repeatElement(100, count: used.count)
        ownEdges.append((start, used))
        addStates(of: table, at: number)
    }

    private mutating func addStates(of table: JoinedTable, at number: Int) {
        let known = table.countries.map { states[$0] }
        guard known.contains(where: { $0 != nil }) else { return }
        let own = ownNodes[number]
        for (offset, place) in own.places.enumerated() {
            let code = table.countryCodes[Int(place)]
            let node = NodeIndex(own.first + offset)
            guard code > 0, let state = known[Int(code) - 1], state != node else { continue }
            firsts.append(node)
            seconds.append(state)
            columns.tags.append(EdgeKind.represents.tag)
            columns.days.append(.min ..< .max)
            columns.confidences.append(100)
        }
    }

    /// Freezes the graph.
    func graph() -> Graph {
        do throws(GraphError) {
            return try Graph(
                nodeCount: nodeTags.count, firsts: firsts, seconds: seconds, columns: columns,
                nodeTags: nodeTags)
        } catch {
            preconditionFailure("Each column has an element an edge: \(error)")
        }
    }
}
