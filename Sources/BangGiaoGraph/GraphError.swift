/// Trouble with what a graph is asked or made of.
public enum GraphError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A node index isn't of the graph.
    case unknownNode(NodeIndex)
    /// An edge names an end that isn't of the graph.
    case unknownEnd(NodeIndex, of: EdgeIndex)
    /// A column has another number of elements than there are nodes or edges.
    case columnLength(name: String, count: Int, expected: Int)
    /// A confidence is above 100 percent.
    case confidenceOutOfRange(UInt8, of: EdgeIndex)
    /// The weight of an edge is negative, infinite or no number.
    case weightOutOfRange(Double, of: EdgeIndex)
    /// The penalty of a node is negative, infinite or no number.
    case penaltyOutOfRange(Double, of: NodeIndex)
    /// Weights were made for a graph with other numbers of nodes or edges.
    case foreignWeights(edges: Int, expected: Int)

    /// Says what is wrong and what to do.
    public var description: String {
        switch self {
        case .unknownNode(let node):
            "Node \(node.rawValue) isn't of this graph; take an index below its number of nodes."
        case .unknownEnd(let node, let edge):
            "Edge \(edge.rawValue) ends at node \(node.rawValue), which isn't of this graph; "
                + "take an index below its number of nodes."
        case .columnLength(let name, let count, let expected):
            "The column \"\(name)\" has \(count) elements; give \(expected), or none at all."
        case .confidenceOutOfRange(let percent, let edge):
            "Edge \(edge.rawValue) has a confidence of \(percent) percent; give 0 to 100."
        case .weightOutOfRange(let weight, let edge):
            "Edge \(edge.rawValue) has the weight \(weight); give a finite number from 0 up."
        case .penaltyOutOfRange(let penalty, let node):
            "Node \(node.rawValue) has the penalty \(penalty); give a finite number from 0 up."
        case .foreignWeights(let count, let expected):
            "The weights are for \(count) edges, the graph has \(expected); make them for it."
        }
    }
}

extension Graph {
    /// Checks that a node is of this graph.
    func check(_ node: NodeIndex) throws(GraphError) {
        guard node.offset < nodeCount else { throw .unknownNode(node) }
    }
}
