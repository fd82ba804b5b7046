import BangGiaoModel

/// Where the text names states, in its order, so that the nearest to a passage is found at once.
struct StateIndex: Sendable {
    /// A state named in the text.
    struct Point: Sendable {
        /// The first token of the form.
        var token: Int
        var code: CountryCode
        /// The number of the other article, in a teaser.
        var story: Int?
    }

    /// All states named, by token.
    private(set) var points: [Point] = []

    init() {}

    init(_ points: [Point]) { self.points = points.sorted { $0.token < $1.token } }

    /// The number of the first point at a token or after it.
    ///
    /// - Complexity: O(log points).
    func first(from token: Int) -> Int {
        var low = 0
        var high = points.count
        while low < high {
            let middle = (low + high) / 2
            if points[middle].token < token { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The states within a range of tokens.
    func within(_ tokens: Range<Int>) -> ArraySlice<Point> {
        points[first(from: tokens.lowerBound)..<first(from: tokens.upperBound)]
    }

    /// The last state before a token, down to another, that a test admits.
    func last(before token: Int, downTo start: Int, where admits: (Point) -> Bool) -> Point? {
        var index = first(from: token)
        while index > 0, points[index - 1].token >= start {
            index -= 1
            if admits(points[index]) { return points[index] }
        }
        return nil
    }

    /// The first state from a token on, up to another, that a test admits.
    func first(from token: Int, upTo end: Int, where admits: (Point) -> Bool) -> Point? {
        var index = first(from: token)
        while index < points.count, points[index].token < end {
            if admits(points[index]) { return points[index] }
            index += 1
        }
        return nil
    }

    /// The states named about a token, those before it first, each once.
    func around(_ token: Int, story: Int?, limit: Int) -> [CountryCode] {
        let middle = first(from: token)
        var codes: [CountryCode] = []
        for index in Array((0..<middle).reversed()) + Array(middle..<points.count) {
            guard points[index].story == story, !codes.contains(points[index].code) else {
                continue
            }
            codes.append(points[index].code)
            if codes.count == limit { break }
        }
        return codes
    }
}
