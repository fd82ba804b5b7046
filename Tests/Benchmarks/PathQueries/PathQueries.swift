import BangGiaoGraph
import Foundation

/// Times the searches on a graph in a folder, so that they can be set beside other libraries that
/// read the same files: `PathQueries FOLDER [paths | searches | measures | lengths]`.
///
/// Each line is a name, a number and its unit, the fastest of some rounds. `lengths` prints for each
/// pair the number of edges between its nodes and the number of shortest paths, to compare.
@main
struct PathQueries {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard let folder = arguments.first else {
            return print("usage: PathQueries FOLDER [paths | searches | measures | lengths]")
        }
        let made = try MadeGraph(folder: URL(filePath: folder))
        let bare = try Stopwatch.time("build", rounds: 3, per: 1) {
            try Graph(nodeCount: made.nodeCount, firsts: made.firsts, seconds: made.seconds)
        }
        let graph = try Stopwatch.time("build with kinds and dates", rounds: 3, per: 1) {
            try Graph(
                nodeCount: made.nodeCount, firsts: made.firsts, seconds: made.seconds,
                columns: made.columns)
        }
        report("bytes an edge", Double(bare.byteCount) / Double(bare.edgeCount), "")
        report(
            "bytes an edge with kinds and dates",
            Double(graph.byteCount) / Double(graph.edgeCount), "")
        switch arguments.dropFirst().first ?? "paths" {
        case "searches": try searches(in: graph, made.pairs)
        case "measures": measures(of: graph)
        case "lengths": try lengths(in: graph, made.pairs)
        default: try paths(in: graph, made.pairs)
        }
    }

    typealias Pairs = [(source: NodeIndex, target: NodeIndex)]

    /// Times a query for some pairs, after one that makes the workspace grow.
    private static func time(
        _ name: String, _ pairs: ArraySlice<Pairs.Element>, rounds: Int = 5,
        _ query: (NodeIndex, NodeIndex, inout SearchWorkspace) throws -> Void
    ) throws {
        var workspace = SearchWorkspace()
        for pair in pairs.prefix(1) { try query(pair.source, pair.target, &workspace) }
        try Stopwatch.time(name, rounds: rounds, per: pairs.count) {
            for pair in pairs { try query(pair.source, pair.target, &workspace) }
        }
    }

    private static func paths(in graph: Graph, _ pairs: Pairs) throws {
        let filter = SearchFilter(
            tags: EdgeTagSet(rawValue: 0b011), days: (2010 * 372)..<(2020 * 372))
        let weights = try PathWeights(of: graph) { 1 + Double($0.rawValue % 8) / 8 }
        try time("shortest path", pairs[...]) {
            blackHole(try graph.shortestPath(from: $0, to: $1, using: &$2))
        }
        try time("shortest path, two kinds in ten years", pairs[...]) {
            blackHole(try graph.shortestPath(from: $0, to: $1, filter: filter, using: &$2))
        }
        try time("all shortest paths, counted", pairs[...]) {
            blackHole(try graph.allShortestPaths(from: $0, to: $1, using: &$2)?.pathCount)
        }
        try time("all shortest paths, each made", pairs[...]) {
            guard let paths = try graph.allShortestPaths(from: $0, to: $1, using: &$2) else {
                return
            }
            for path in paths { blackHole(path) }
        }
        try time("5 shortest paths", pairs.prefix(200)) {
            blackHole(try graph.kShortestPaths(from: $0, to: $1, limit: 5, using: &$2))
        }
        try time("100 shortest paths", pairs.prefix(50), rounds: 3) {
            blackHole(try graph.kShortestPaths(from: $0, to: $1, limit: 100, using: &$2))
        }
        try time("lightest path", pairs.prefix(200)) {
            blackHole(try graph.lightestPath(from: $0, to: $1, weights: weights, using: &$2))
        }
    }

    private static func searches(in graph: Graph, _ pairs: Pairs) throws {
        let penalized = try PathWeights(of: graph) { edge in
            1 + Double(edge.rawValue % 8) / 8
        } node: { node in
            Double(graph.degree(of: node)).squareRoot() / 16
        }
        try time("lightest path, hubs penalized", pairs.prefix(50), rounds: 3) {
            blackHole(try graph.lightestPath(from: $0, to: $1, weights: penalized, using: &$2))
        }
        let pattern = PathPattern(
            [0b001, 0b011, 0b111, 0b001].map {
                PathPattern.Hop(edges: EdgeTagSet(rawValue: $0))
            })
        try time("paths of 4 hops by kind, first 10", pairs.prefix(50)) { source, target, _ in
            let paths = try graph.paths(from: source, to: target, matching: pattern)
            for path in paths.prefix(10) { blackHole(path) }
        }
        try time("shortest path through a third", pairs.prefix(50), rounds: 1) {
            blackHole(
                try graph.shortestPath(
                    from: $0, to: $1, through: pairs[$0.offset % pairs.count].target, using: &$2))
        }
        try time("tree of 5", pairs.prefix(20), rounds: 1) { source, target, workspace in
            let others = pairs[(source.offset % 900)...].prefix(3).map(\.target)
            blackHole(
                try graph.steinerTree(connecting: [source, target] + others, using: &workspace))
        }
        try time("neighbours within 2 hops", pairs.prefix(200)) { source, _, workspace in
            blackHole(try graph.neighbourhood(of: source, hops: 2, using: &workspace))
        }
    }

    private static func measures(of graph: Graph) {
        let ranks = Stopwatch.time("PageRank", rounds: 3, per: 1) { graph.pageRank() }
        report("PageRank sweeps", Double(ranks.sweeps), "")
        Stopwatch.time("connected components", rounds: 3, per: 1) {
            blackHole(graph.connectedComponents())
        }
        let communities = Stopwatch.time("communities", rounds: 1, per: 1) { graph.communities() }
        report("modularity", communities.modularity, "")
        report("communities", Double(communities.count), "")
        Stopwatch.time("betweenness from 10 nodes", rounds: 1, per: 1) {
            blackHole(graph.betweenness(sampleCount: 10))
        }
    }

    private static func lengths(in graph: Graph, _ pairs: Pairs) throws {
        var workspace = SearchWorkspace()
        for pair in pairs {
            let paths = try graph.allShortestPaths(
                from: pair.source, to: pair.target, using: &workspace)
            let path = try graph.shortestPath(
                from: pair.source, to: pair.target, using: &workspace)
            print(
                pair.source.rawValue, pair.target.rawValue, path?.length ?? -1,
                paths?.pathCount ?? 0, separator: "\t")
        }
    }
}
