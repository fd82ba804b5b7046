public import BangGiaoGraph
public import BangGiaoModel

/// All that is known as one graph: a knowledge base, and the tables of relations joined to it.
///
/// Its first nodes and edges are those of the base's view, in their order; then those of each table.
/// Names and passages of a table are looked up only for what is asked for.
public struct Network: Sendable {
    /// The part that documents tell.
    public let view: GraphView
    /// The tables.
    public let tables: [JoinedTable]
    /// The graph; its tags are those of ``EdgeKind`` and of the kinds of entities.
    public let graph: Graph
    /// For each table the node of each of its nodes.
    private let nodesOfTables: [[UInt32]]
    /// Where the nodes of each table that stand alone begin, with the places they have in it.
    private let ownNodes: [(first: Int, places: [UInt32])]
    /// Where the edges of each table begin, with the row of each.
    private let ownEdges: [(first: Int, rows: [UInt32])]
    /// The entity of each state.
    private let states: [CountryCode: NodeIndex]

    /// Makes a network of a view alone.
    public init(_ view: GraphView) {
        self.view = view
        graph = view.graph
        tables = []
        nodesOfTables = []
        ownNodes = []
        ownEdges = []
        states = [:]
    }

    /// Joins tables to a view.
    ///
    /// - Parameter until: Leaves out rows with a date that begins after the end of this one.
    /// - Complexity: O(nodes + edges).
    public init(_ view: GraphView, tables: [JoinedTable], until: PartialDate? = nil) {
        var builder = NetworkBuilder(view)
        for table in tables { builder.addNodes(of: table) }
        for (place, table) in tables.enumerated() {
            builder.addEdges(of: table, at: place, until: until)
        }
        self.view = view
        self.tables = tables
        graph = builder.graph()
        nodesOfTables = builder.nodesOfTables
        ownNodes = builder.ownNodes
        ownEdges = builder.ownEdges
        states = builder.states
    }

    /// Returns the node of an entity or of a table's node; nil where the key is unknown.
    public func node(_ key: EntityKey) throws -> NodeIndex? {
        if let node = view.node(key) { return node }
        for (number, table) in tables.enumerated() {
            let prefix = table.id.rawValue + "#"
            guard key.rawValue.hasPrefix(prefix) else { continue }
            if let place = try table.nodes.place(of: String(key.rawValue.dropFirst(prefix.count))) {
                return NodeIndex(rawValue: nodesOfTables[number][place])
            }
        }
        return nil
    }

    /// Returns the node of a table's node.
    public func node(table number: Int, place: Int) -> NodeIndex {
        NodeIndex(rawValue: nodesOfTables[number][place])
    }

    /// Returns the kind of a node.
    public func kind(of node: NodeIndex) -> Entity.Kind {
        Entity.Kind(graph.tag(of: node)) ?? .agency
    }

    /// Returns the entity of a node.
    public func entity(_ node: NodeIndex) throws -> KnownEntity {
        if node.offset < view.entities.count { return view[node] }
        let number = ownNodes.lastIndex { $0.first <= node.offset } ?? 0
        let own = ownNodes[number]
        let table = tables[number]
        let row = try table.nodes.node(at: Int(own.places[node.offset - own.first]))
        let key = table.key(of: row)
        return KnownEntity(
            key: key, kind: row.kind, name: row.name, country: row.country, aliases: [row.name],
            members: [key])
    }

    /// Returns an edge's kind and what stands behind it.
    public func link(_ edge: EdgeIndex) throws -> KnownPath.Link {
        guard let (table, row) = row(of: edge) else {
            if edge.offset < view.graph.edgeCount {
                return KnownPath.Link(kind: view[edge].kind, fact: view[edge].fact)
            }
            return try nationality(edge)
        }
        let ends = try ends(of: table, row: row)
        let sender =
            tables[table].rows.types[row].meaning == .accredited
            ? try ends[0].1.country.flatMap { states[$0] }.map { try entity($0) } : nil
        let fact = TableFact(table: tables[table], row: row, ends: ends, sender: sender)
        return KnownPath.Link(kind: fact.kind, fact: fact.fact, sender: sender)
    }

    /// Whether an edge only repeats the edge before it, as offices of several terms do.
    func repeatsLast(_ edge: EdgeIndex) -> Bool {
        edge.offset < view.graph.edgeCount && view.repeatsLast(edge)
    }

    /// The fact of an edge that documents tell; nil of a table's.
    func told(_ edge: EdgeIndex) -> EdgeFact? {
        edge.offset < view.graph.edgeCount ? view[edge].fact : nil
    }

    /// Returns the people and agencies of a country, and the country itself, ascending; of anyone
    /// else himself alone.
    public func own(of node: NodeIndex) -> [NodeIndex] {
        guard kind(of: node) == .country else { return [node] }
        let own = graph.neighbours(of: node).filter { neighbour in
            graph.tag(of: neighbour.edge) == EdgeKind.represents.tag
        }
        return Set(own.map(\.node) + [node]).sorted()
    }

    /// The row of a table that an edge is; nil for other edges.
    private func row(of edge: EdgeIndex) -> (table: Int, row: Int)? {
        for (number, own) in ownEdges.enumerated().reversed() where own.first <= edge.offset {
            let place = edge.offset - own.first
            return place < own.rows.count ? (number, Int(own.rows[place])) : nil
        }
        return nil
    }

    private func ends(of number: Int, row: Int) throws -> [(RelationTable.Node, KnownEntity)] {
        let table = tables[number]
        return try [table.rows.sources[row], table.rows.targets[row]].map { place in
            (
                try table.nodes.node(at: Int(place)),
                try entity(NodeIndex(rawValue: nodesOfTables[number][Int(place)]))
            )
        }
    }

    private func nationality(_ edge: EdgeIndex) throws -> KnownPath.Link {
        let ends = graph[edge]
        let (entity, country) = (try self.entity(ends.first).key, try self.entity(ends.second).key)
        return KnownPath.Link(
            kind: .represents,
            fact: EdgeFact(
                id: "\(entity.rawValue)>\(country.rawValue)",
                content: .nationality(entity: entity, country: country), sources: []))
    }
}

extension Entity.Kind {
    /// Returns the kind by the number by which the graph knows it.
    init?(_ tag: NodeTag) {
        guard let kind = Entity.Kind.allCases.first(where: { $0.tag == tag }) else { return nil }
        self = kind
    }
}
