/// What is known of edges beside their ends, as one array each; an empty array says nothing of any.
public struct EdgeColumns: Hashable, Sendable {
    /// What kind each edge is; without the column all are of kind 0.
    public var tags: [EdgeTag]
    /// When each edge holds, as a half-open range of day numbers; an empty range is no date.
    public var days: [Range<Int32>]
    /// How likely each edge is right, in percent from 0 to 100; without the column all are sure.
    public var confidences: [UInt8]

    /// Makes columns.
    public init(tags: [EdgeTag] = [], days: [Range<Int32>] = [], confidences: [UInt8] = []) {
        self.tags = tags
        self.days = days
        self.confidences = confidences
    }

    /// Checks that each column is empty or has an element an edge, and that percents are percents.
    func check(edgeCount: Int) throws(GraphError) {
        for (name, count) in [
            ("tags", tags.count), ("days", days.count), ("confidences", confidences.count),
        ] where count != 0 && count != edgeCount {
            throw .columnLength(name: name, count: count, expected: edgeCount)
        }
        if let edge = confidences.firstIndex(where: { $0 > 100 }) {
            throw .confidenceOutOfRange(confidences[edge], of: EdgeIndex(edge))
        }
    }
}

/// Ranges of days, one an edge, each distinct range kept once: news of decades has few of them, so
/// two bytes an edge do where eight would be needed.
struct DayColumn: Hashable, Sendable {
    /// The distinct ranges, in the order in which they first come.
    private let ranges: [Range<Int32>]
    /// For each edge the place of its range, where two bytes suffice.
    private let narrow: [UInt16]
    /// For each edge the place of its range, where they don't.
    private let wide: [UInt32]

    /// Packs a column; an empty one stays empty.
    ///
    /// - Complexity: O(edges).
    init(_ days: [Range<Int32>]) {
        var places: [Range<Int32>: UInt32] = [:]
        var ranges: [Range<Int32>] = []
        let codes = days.map { range in
            if let place = places[range] { return place }
            let place = UInt32(ranges.count)
            places[range] = place
            ranges.append(range)
            return place
        }
        self.ranges = ranges
        let fits = ranges.count <= Int(UInt16.max) + 1
        narrow = fits ? codes.map { UInt16($0) } : []
        wide = fits ? [] : codes
    }

    /// The number of edges that the column speaks of: all or none.
    var count: Int { narrow.count + wide.count }

    /// The bytes of the arrays.
    var byteCount: Int { 8 * ranges.count + 2 * narrow.count + 4 * wide.count }

    /// Returns when an edge holds.
    subscript(edge: Int) -> Range<Int32> {
        ranges[narrow.isEmpty ? Int(wide[edge]) : Int(narrow[edge])]
    }
}
