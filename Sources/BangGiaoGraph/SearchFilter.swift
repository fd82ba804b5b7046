/// Which edges a search may use, and which nodes it may pass through.
///
/// Plain values rather than a closure: a search asks for every edge it meets.
public struct SearchFilter: Hashable, Sendable {
    /// The kinds of edges that may be used.
    public var tags: EdgeTagSet
    /// The kinds of nodes that may be passed through; the ends of a path may be of any kind.
    public var nodeTags: NodeTagSet
    /// Nodes that a path may begin or end at, but not pass through.
    public var closedNodes: NodeSet
    /// Edges must hold on one of these days, a half-open range of day numbers; nil for any.
    public var days: Range<Int32>?
    /// Whether edges without a date may be used where ``days`` are asked for.
    public var admitsUndated: Bool
    /// Edges must be at least as likely right, in percent.
    public var minimumConfidence: UInt8

    /// Makes a filter; without arguments it lets everything pass.
    public init(
        tags: EdgeTagSet = .all, nodeTags: NodeTagSet = .all, closedNodes: NodeSet = NodeSet(),
        days: Range<Int32>? = nil, admitsUndated: Bool = false, minimumConfidence: UInt8 = 0
    ) {
        self.tags = tags
        self.nodeTags = nodeTags
        self.closedNodes = closedNodes
        self.days = days
        self.admitsUndated = admitsUndated
        self.minimumConfidence = minimumConfidence
    }

    /// Whether it lets everything pass.
    var isOpen: Bool { self == SearchFilter() }
}

extension Graph {
    /// Returns whether a filter admits an edge, as searches ask it.
    ///
    /// - Precondition: the edge is of this graph.
    public func admits(_ edge: EdgeIndex, _ filter: SearchFilter) -> Bool {
        precondition(edge.offset < edgeCount, "The edge is not of this graph.")
        let ends = self[edge]
        return FilterGate(filter, of: self).admits(
            edge.rawValue, from: ends.first.rawValue, to: ends.second.rawValue)
    }
}

/// What a search asks of each edge and node it meets. Searches are generic over it, so that each
/// kind gets code of its own and an open gate costs nothing.
protocol Gate {
    /// Returns whether an edge may be used to get from one node to another.
    func admits(_ edge: UInt32, from: UInt32, to: UInt32) -> Bool
    /// Returns whether a path may run through a node.
    func passes(_ node: UInt32) -> Bool
}

/// Lets everything pass.
struct OpenGate: Gate {
    @inline(__always)
    func admits(_ edge: UInt32, from: UInt32, to: UInt32) -> Bool { true }
    @inline(__always)
    func passes(_ node: UInt32) -> Bool { true }
}

/// A filter on the columns of a graph.
struct FilterGate: Gate {
    private let graph: Graph
    private let filter: SearchFilter
    private let checksTags: Bool
    private let checksDays: Bool
    private let checksConfidences: Bool
    /// Whether no edge at all may be used, as the graph lacks a column that the filter asks for.
    private let admitsNone: Bool

    init(_ filter: SearchFilter, of graph: Graph) {
        self.graph = graph
        self.filter = filter
        checksTags = filter.tags != .all && !graph.edgeTags.isEmpty
        checksDays = filter.days != nil && graph.edgeDays.count > 0
        checksConfidences = filter.minimumConfidence > 0 && !graph.edgeConfidences.isEmpty
        admitsNone =
            graph.edgeTags.isEmpty && !filter.tags.contains(tag: EdgeTag(rawValue: 0))
            || graph.edgeDays.count == 0 && filter.days != nil && !filter.admitsUndated
            || filter.minimumConfidence > 100
    }

    @inline(__always)
    func admits(_ edge: UInt32, from: UInt32, to: UInt32) -> Bool {
        let edge = Int(edge)
        if admitsNone || checksTags && !filter.tags.contains(tag: graph.edgeTags[edge]) {
            return false
        }
        if checksDays, let days = filter.days {
            let held = graph.edgeDays[edge]
            guard held.isEmpty ? filter.admitsUndated : held.overlaps(days) else { return false }
        }
        return !checksConfidences || graph.edgeConfidences[edge] >= filter.minimumConfidence
    }

    @inline(__always)
    func passes(_ node: UInt32) -> Bool {
        if filter.closedNodes.contains(NodeIndex(rawValue: node)) { return false }
        guard filter.nodeTags != .all else { return true }
        return filter.nodeTags.contains(
            tag: graph.nodeTags.isEmpty ? NodeTag(rawValue: 0) : graph.nodeTags[Int(node)])
    }
}
