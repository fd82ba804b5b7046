import BangGiaoGraph
import Foundation

/// A graph read from a folder with `nodes.csv` (`id,type,…`), `edges.csv` (`source,target,type,date`)
/// and `pairs.tsv` (two ids a line). Ids are `n` and the number of the node.
struct MadeGraph {
    var nodeCount: Int
    var firsts: [NodeIndex] = []
    var seconds: [NodeIndex] = []
    var columns = EdgeColumns()
    var pairs: [(source: NodeIndex, target: NodeIndex)] = []

    init(folder: URL) throws {
        let nodes = try Data(contentsOf: folder.appending(path: "nodes.csv"))
        nodeCount = Self.lines(nodes).count - 1
        let kinds = ["meeting", "agreement", "position"].map { Array($0.utf8) }
        let edges = try Data(contentsOf: folder.appending(path: "edges.csv"))
        for line in Self.lines(edges).dropFirst() {
            let fields = line.split(separator: UInt8(ascii: ","))
            firsts.append(Self.node(fields[0]))
            seconds.append(Self.node(fields[1]))
            let kind = kinds.firstIndex { fields[2].elementsEqual($0) } ?? 0
            columns.tags.append(EdgeTag(rawValue: UInt8(kind)))
            let date = fields[3].split(separator: UInt8(ascii: "-")).map { Self.number($0) }
            // Days of months of 31 days: all that matters is their order.
            let day = Int32((date[0] * 12 + date[1] - 1) * 31 + date[2] - 1)
            columns.days.append(day..<day + 1)
        }
        for line in Self.lines(try Data(contentsOf: folder.appending(path: "pairs.tsv"))) {
            let fields = line.split(separator: UInt8(ascii: "\t"))
            pairs.append((Self.node(fields[0]), Self.node(fields[1])))
        }
    }

    private static func lines(_ bytes: Data) -> [ArraySlice<UInt8>] {
        Array(bytes).split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    }

    private static func node(_ field: ArraySlice<UInt8>) -> NodeIndex {
        NodeIndex(number(field.dropFirst()))
    }

    private static func number(_ field: ArraySlice<UInt8>) -> Int {
        field.reduce(0) { 10 * $0 + Int($1 - UInt8(ascii: "0")) }
    }
}
