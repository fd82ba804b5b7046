public import BangGiaoModel

/// Makes one known entity of each cluster.
struct EntityMerger {
    let source: SourceEntities
    /// For each source entity the place of its cluster's smallest member.
    let canonical: [Int]

    func entities() -> [KnownEntity] {
        var clusters: [Int: [Int]] = [:]
        for (place, root) in canonical.enumerated() { clusters[root, default: []].append(place) }
        let parents = parents(of: clusters)
        return clusters.sorted { $0.key < $1.key }.map { root, members in
            let entities = members.map { source.items[$0].entity }
            let kind = source.items[root].entity.kind
            let names = Tally(entities.map(\.name))
            let codes = Tally(entities.compactMap(\.country?.rawValue))
            return KnownEntity(
                key: source.items[root].key, kind: kind,
                name: names.best(for: kind) ?? "",
                country: codes.commonest.map { CountryCode($0) },
                parent: parents[root].map { source.items[$0].key },
                aliases: Tally(entities.flatMap(\.aliases)).counts.map(\.text),
                members: members.map { source.items[$0].key })
        }
    }

    /// Chooses each cluster's parent: of several the one that lies below the others, else the most
    /// frequent, else the smallest. Nothing stands above itself: the last link of a ring is dropped.
    private func parents(of clusters: [Int: [Int]]) -> [Int: Int] {
        var chosen: [Int: Int] = [:]
        for (root, members) in clusters.sorted(by: { $0.key < $1.key }) {
            var counts: [Int: Int] = [:]
            var above: Set<Int> = []
            for member in members {
                let line = source.ancestors(of: member).map { canonical[$0] }
                guard let parent = line.first, parent != root else { continue }
                counts[parent, default: 0] += 1
                above.formUnion(line.dropFirst())
            }
            chosen[root] =
                counts.max { left, right in
                    let (isLeftAbove, isRightAbove) = (
                        above.contains(left.key), above.contains(right.key)
                    )
                    if isLeftAbove != isRightAbove { return isLeftAbove }
                    return (left.value, right.key) < (right.value, left.key)
                }?.key
        }
        for root in chosen.keys.sorted() {
            var seen: Set<Int> = [root]
            var last = root
            while let parent = chosen[last] {
                if !seen.insert(parent).inserted {
                    chosen[last] = nil
                    break
                }
                last = parent
            }
        }
        return chosen
    }
}

/// How often each of some texts occurs, the smallest text first.
struct Tally {
    let counts: [(text: String, count: Int)]

    /// Takes over what was counted elsewhere, each text once.
    init(counted: [(text: String, count: Int)]) {
        counts = counted.sorted { precedes($0.text, $1.text) }
    }

    init(_ texts: [String]) {
        // Counted by scalars: two texts that only look alike stay two.
        var numbers: [[Unicode.Scalar]: Int] = [:]
        for text in texts { numbers[Array(text.unicodeScalars), default: 0] += 1 }
        counts = numbers.map { scalars, count in
            var text = String.UnicodeScalarView()
            text.append(contentsOf: scalars)
            return (String(text), count)
        }.sorted { precedes($0.text, $1.text) }
    }

    /// The name that stands for an entity: of a state the commonest, as its fullest is a ceremonial
    /// one; else that with the most words, of equally full ones rather one with marks, then the most
    /// frequent, then the smallest.
    func best(for kind: Entity.Kind) -> String? {
        if kind == .country { return commonest }
        return counts.max { left, right in
            let (a, b) = (NameKey(left.text), NameKey(right.text))
            if a.words.count != b.words.count { return a.words.count < b.words.count }
            if a.isUnaccented != b.isUnaccented { return a.isUnaccented }
            if left.count != right.count { return left.count < right.count }
            return precedes(right.text, left.text)
        }?.text
    }

    /// The most frequent text; of equally frequent ones the shortest, then the smallest.
    var commonest: String? {
        counts.max { left, right in
            if left.count != right.count { return left.count < right.count }
            let (a, b) = (left.text.unicodeScalars.count, right.text.unicodeScalars.count)
            return a != b ? a > b : precedes(right.text, left.text)
        }?.text
    }
}

extension KnownEntity {
    /// Returns the name that stands for an entity that documents name in several ways.
    ///
    /// - Parameter names: Each way once, with how many documents use it.
    public static func name(
        of kind: Entity.Kind, among names: [(text: String, count: Int)]
    ) -> String? {
        Tally(counted: names).best(for: kind)
    }
}

/// Orders by Unicode scalars, whatever the locale.
func precedes(_ left: String, _ right: String) -> Bool {
    left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
}
