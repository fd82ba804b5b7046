public import BangGiaoGraph
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

    /// Finds a small tree that connects all in the graph of a knowledge base.
    ///
    /// - Throws: ``QueryError`` where an entity isn't in the graph.
    /// - Complexity: that of ``connection(in:using:)``, and O(*V*) for memory to search in.
    public func connection(in view: GraphView) throws(QueryError) -> KnownConnection? {
        var workspace = SearchWorkspace()
        do {
            return try connection(in: Network(view), using: &workspace)
        } catch let error as QueryError {
            throw error
        } catch {
            preconditionFailure("A view's nodes are of its graph, and in memory: \(error)")
        }
    }

    /// Finds a small tree that connects all.
    ///
    /// - Parameters:
    ///   - network: What is known.
    ///   - workspace: Memory to search in.
    /// - Returns: A tree with at most 2 − 2 / *t* times the steps of the smallest, for *t* entities;
    ///   the same in each run. Nil where they aren't all connected.
    /// - Throws: ``QueryError`` where an entity isn't in the network; what its tables throw.
    /// - Complexity: that of `Graph.steinerTree`.
    public func connection(
        in network: Network, using workspace: inout SearchWorkspace
    ) throws -> KnownConnection? {
        let terminals = try network.nodes(entities)
        let filter = network.filter(
            endingAt: terminals, facts: facts, through: stations, isExact: isExact)
        guard
            let tree = try network.graph.steinerTree(
                connecting: terminals, filter: filter, using: &workspace)
        else { return nil }
        return KnownConnection(
            entities: try tree.nodes.map { try network.entity($0) },
            hops: try tree.edges.map { edge in
                let ends = network.graph[edge]
                return (min(ends.first, ends.second), max(ends.first, ends.second))
            }.sorted { $0 < $1 }.map {
                try network.hop(from: $0, to: $1, filter: filter)
            })
    }
}
