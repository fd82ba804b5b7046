import BangGiaoGraph
public import BangGiaoModel

/// What connects several entities: a small tree of steps.
public struct KnownConnection: Hashable, Sendable {
    /// Those who were asked for and those who connect them, by key.
    public var entities: [KnownEntity]
    /// The steps of the tree, each with every fact that relates its ends, by the keys of its ends.
    public var hops: [KnownPath.Hop]

    /// Makes a connection.
    public init(entities: [KnownEntity], hops: [KnownPath.Hop]) {
        self.entities = entities
        self.hops = hops
    }
}

/// The question what connects several entities: the fewest others through whom all are related.
///
/// As in a ``PathQuery`` nobody is connected by sharing a state.
public struct ConnectionQuery: Hashable, Sendable {
    /// Whom to connect.
    public var entities: [EntityKey]
    /// Which facts may be used.
    public var facts: FactFilter
    /// The kinds of entities that may connect others; countries only when asked for.
    public var stations: Set<Entity.Kind>
    /// Whether a country asked for stands for itself alone, and not for its people and agencies.
    public var isExact: Bool

    /// Makes a question.
    public init(
        _ entities: [EntityKey], facts: FactFilter = FactFilter(),
        stations: Set<Entity.Kind> = [.person, .agency], isExact: Bool = false
    ) {
        self.entities = entities
        self.facts = facts
        self.stations = stations
        self.isExact = isExact
    }

    /// Finds a small tree that connects all.
    ///
    /// - Parameter view: The graph of the knowledge base.
    /// - Returns: A tree with at most 2 − 2 / *t* times the steps of the smallest, for *t* entities;
    ///   the same in each run. Nil where they aren't all connected.
    /// - Throws: ``QueryError`` where an entity isn't in the graph.
    /// - Complexity: that of `Graph.steinerTree`.
    public func connection(in view: GraphView) throws(QueryError) -> KnownConnection? {
        var terminals: [NodeIndex] = []
        for key in entities {
            guard let node = view.node(key) else {
                throw QueryError(code: .unknownEntity, key: key)
            }
            terminals.append(node)
        }
        let filter = view.filter(
            endingAt: entities, facts: facts, through: stations, isExact: isExact)
        guard let tree = tree(of: terminals, in: view, filter: filter) else { return nil }
        return KnownConnection(
            entities: tree.nodes.map { view[$0] },
            hops: tree.edges.map { edge in
                let ends = view.graph[edge]
                return (min(ends.first, ends.second), max(ends.first, ends.second))
            }.sorted { $0 < $1 }.map {
                KnownPath.Hop(from: $0, to: $1, in: view, filter: filter)
            })
    }

    private func tree(
        of terminals: [NodeIndex], in view: GraphView, filter: SearchFilter
    ) -> SteinerTree? {
        var workspace = SearchWorkspace()
        do throws(GraphError) {
            return try view.graph.steinerTree(
                connecting: terminals, filter: filter, using: &workspace)
        } catch {
            preconditionFailure("A view's nodes are of its graph: \(error)")
        }
    }
}
