/// Profiles by the texts in which they meet.
struct IdentityBlocks {
    private let keys: [[String: Bool]]

    /// Sorts profiles, told by their places, into blocks.
    init(_ keys: [Set<BlockingKey>]) {
        self.keys = keys.map { keys in
            Dictionary(keys.map { ($0.text, $0.isOpen) }, uniquingKeysWith: { $0 || $1 })
        }
    }

    /// Returns the pairs of profiles that meet, the smaller place first, in ascending order.
    ///
    /// - Complexity: O(*n* + sum of open × all members over the blocks).
    func pairs() -> [(Int, Int)] {
        var blocks: [String: (open: [Int], closed: [Int])] = [:]
        for (place, texts) in keys.enumerated() {
            for (text, isOpen) in texts {
                if isOpen {
                    blocks[text, default: ([], [])].open.append(place)
                } else {
                    blocks[text, default: ([], [])].closed.append(place)
                }
            }
        }
        var partners: [Set<Int>] = Array(repeating: [], count: keys.count)
        for block in blocks.values {
            for (number, first) in block.open.enumerated() {
                for second in block.open[(number + 1)...] + block.closed {
                    partners[min(first, second)].insert(max(first, second))
                }
            }
        }
        return partners.enumerated().flatMap { first, others in
            others.sorted().map { (first, $0) }
        }
    }

    /// Returns the places that links connect, directly or not: each component in ascending order,
    /// the one with the smallest place first.
    ///
    /// - Complexity: O(*n* + links), nearly.
    static func components(count: Int, links: [(Int, Int)]) -> [[Int]] {
        var roots = Array(0..<count)
        func root(_ place: Int) -> Int {
            var place = place
            while roots[place] != place {
                roots[place] = roots[roots[place]]
                place = roots[place]
            }
            return place
        }
        for (first, second) in links {
            let (one, other) = (root(first), root(second))
            roots[max(one, other)] = min(one, other)
        }
        return Dictionary(grouping: 0..<count, by: root).values.sorted { $0[0] < $1[0] }
    }
}
