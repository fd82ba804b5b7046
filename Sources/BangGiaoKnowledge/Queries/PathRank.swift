import BangGiaoGraph
import Foundation

/// How good an edge is as a link; the better is the smaller.
struct LinkRank: Comparable {
    let edge: EdgeIndex
    let isDerived: Bool
    /// Whether a person met a body.
    let isUnlike: Bool
    let isNotCurrent: Bool
    let percent: UInt8
    let sources: Int
    let lastDay: Int32

    init(_ edge: EdgeIndex, in network: Network) {
        self.edge = edge
        let graph = network.graph
        let ends = graph[edge]
        let fact = network.told(edge)
        isDerived = ends.tag == EdgeKind.represents.tag
        isUnlike =
            ends.tag == EdgeKind.met.tag && graph.tag(of: ends.first) != graph.tag(of: ends.second)
        isNotCurrent = fact?.isNotCurrent ?? false
        percent = graph.confidence(of: edge)
        sources = fact?.sources.count ?? 1
        lastDay = graph.days(of: edge)?.upperBound ?? .min
    }

    static func < (left: LinkRank, right: LinkRank) -> Bool {
        if left.isDerived != right.isDerived { return right.isDerived }
        if left.isUnlike != right.isUnlike { return right.isUnlike }
        if left.isNotCurrent != right.isNotCurrent { return right.isNotCurrent }
        if left.percent != right.percent { return left.percent > right.percent }
        if left.sources != right.sources { return left.sources > right.sources }
        if left.lastDay != right.lastDay { return left.lastDay > right.lastDay }
        return left.edge < right.edge
    }
}

/// How good a path is, by the best link of each hop; the better is the smaller.
///
/// Fewer hops first; then fewer derived edges, fewer meetings of a person with a body (the two
/// persons or the two bodies tell more), fewer plans and former offices; then less doubt, in bits:
/// the negative logarithm of each hop's confidence, and for each station a quarter of the logarithm
/// of its degree, as a hub whom everybody knows tells little of two who know it; then more sources,
/// and at last smaller nodes: so two runs agree.
struct PathRank: Comparable {
    let nodes: [NodeIndex]
    private var derived = 0
    private var unlike = 0
    private var notCurrent = 0
    private var doubt = 0.0
    private var sources = 0

    init(_ nodes: [NodeIndex], in network: Network, filter: SearchFilter) {
        self.nodes = nodes
        for (first, second) in zip(nodes, nodes.dropFirst()) {
            let ranks = network.graph.edges(between: first, and: second)
                .filter { network.graph.admits($0, filter) && !network.repeatsLast($0) }
                .map { LinkRank($0, in: network) }
            guard let best = ranks.min() else { continue }
            derived += best.isDerived ? 1 : 0
            unlike += best.isUnlike ? 1 : 0
            notCurrent += best.isNotCurrent ? 1 : 0
            doubt -= log2(max(Double(best.percent), 1) / 100)
            sources += ranks.reduce(0) { $0 + $1.sources }
        }
        for station in nodes.dropFirst().dropLast() {
            doubt += log2(Double(max(1, network.graph.degree(of: station)))) / 4
        }
    }

    static func < (left: PathRank, right: PathRank) -> Bool {
        if left.nodes.count != right.nodes.count { return left.nodes.count < right.nodes.count }
        let (a, b) = (
            (left.derived, left.unlike, left.notCurrent, left.doubt),
            (right.derived, right.unlike, right.notCurrent, right.doubt)
        )
        if a != b { return a < b }
        if left.sources != right.sources { return left.sources > right.sources }
        return left.nodes.lexicographicallyPrecedes(right.nodes)
    }
}
