import BangGiaoModel

/// Joins the agencies of different documents by name, state and parent.
struct AgencyMatcher {
    var weights: IdentityWeights

    /// Returns the clusters with agencies joined.
    ///
    /// Whether two parents are one is asked of the last round's clusters, at first of their names
    /// and states alone; so it goes on until nothing changes, four rounds at most.
    func unite(_ source: inout SourceEntities, _ judged: Clustering) -> Clustering {
        let agencies = source.items.indices.filter { source.items[$0].entity.kind == .agency }
        let aliases = agencies.map { place in
            Set(source.items[place].entity.aliases.map { source.number(of: $0) })
        }
        var signatures = namesAndStates(source)
        var clusters = judged
        for _ in 0..<4 {
            clusters = round(source, agencies, aliases, signatures, judged)
            let roots = clusters.allRoots()
            if roots == signatures { break }
            signatures = roots
        }
        return clusters
    }

    /// Numbers the entities so that equal numbers mean equal names and states.
    private func namesAndStates(_ source: SourceEntities) -> [Int] {
        var first: [String: Int] = [:]
        return source.items.enumerated().map { place, item in
            let key = "\(item.name) \(item.entity.country?.rawValue ?? "")"
            let number = first[key] ?? place
            first[key] = number
            return number
        }
    }

    private func round(
        _ source: SourceEntities, _ agencies: [Int], _ aliases: [Set<Int>], _ signatures: [Int],
        _ judged: Clustering
    ) -> Clustering {
        var clusters = judged
        let cells = cells(source, agencies, signatures)
        var byName: [Int: [Int]] = [:]
        for (number, cell) in cells.enumerated() {
            byName[cell.name, default: []].append(number)
            if weights.ofAgencies(features(cell, cell, .exact)) >= weights.threshold {
                for member in cell.members.dropFirst() {
                    clusters.unite(cell.members[0], member)
                }
            }
        }
        var pairs: [MatchPair] = []
        for numbers in byName.values where numbers.count > 1 {
            for (place, first) in numbers.enumerated() {
                for second in numbers[(place + 1)...] {
                    let features = features(cells[first], cells[second], .exact)
                    pairs.append(pair(first, second, features))
                }
            }
        }
        unite(pairs, cells, &clusters)
        unite(aliasPairs(source, agencies, aliases, cells, byName, &clusters), cells, &clusters)
        return clusters
    }

    private func cells(
        _ source: SourceEntities, _ agencies: [Int], _ signatures: [Int]
    ) -> [MatchCell] {
        var cells: [MatchCell] = []
        var numbers: [[String]: Int] = [:]
        var states = StateNames(source)
        for place in agencies {
            let item = source.items[place]
            let country = item.entity.country ?? states.state(namedIn: item.name)
            let above = source.ancestors(of: place).map { signatures[$0] }
                .filter { $0 != signatures[place] }
            let key = [
                String(item.name), country?.rawValue ?? "",
                above.first.map { String($0) } ?? "",
            ]
            if let number = numbers[key] {
                cells[number].members.append(place)
                cells[number].ancestors.formUnion(above)
            } else {
                numbers[key] = cells.count
                cells.append(
                    MatchCell(
                        members: [place], name: item.name, country: country,
                        parent: above.first, ancestors: Set(above),
                        isAbbreviation: NameKey.hasAbbreviation(item.entity.name)))
            }
        }
        // Without a state a name is an international body's, unless it is also a state's.
        let stated = Set(cells.filter { $0.country != nil }.map(\.name))
        for number in cells.indices {
            cells[number].isInternational =
                cells[number].country == nil && !stated.contains(cells[number].name)
        }
        return cells
    }

    private func features(
        _ first: MatchCell, _ second: MatchCell, _ level: IdentityFeatures.NameLevel
    ) -> IdentityFeatures {
        var features = IdentityFeatures(name: level, distinctness: 0, country: .unknown)
        if let x = first.country, let y = second.country {
            features.country = x == y ? .same : .different
        } else if first.isInternational, second.isInternational {
            features.country = .same
        }
        if let x = first.parent, let y = second.parent {
            // One may name the ministry where the other names the department between.
            let isOneLine = first.ancestors.contains(y) || second.ancestors.contains(x)
            features.parent = isOneLine ? .same : .different
        }
        return features
    }

    private func pair(_ first: Int, _ second: Int, _ features: IdentityFeatures) -> MatchPair {
        MatchPair(
            first: first, second: second, features: features,
            weight: weights.ofAgencies(features))
    }

    private func unite(_ pairs: [MatchPair], _ cells: [MatchCell], _ clusters: inout Clustering) {
        let kept = MatchPair.withoutRivals(
            pairs, threshold: weights.threshold, weigh: weights.ofAgencies)
        for pair in kept {
            clusters.unite(cells[pair.first].members[0], cells[pair.second].members[0])
        }
    }
}

extension AgencyMatcher {
    /// Pairs of cells where the name of one is an alias of the other, one pair of clusters each.
    private func aliasPairs(
        _ source: SourceEntities, _ agencies: [Int], _ aliases: [Set<Int>], _ cells: [MatchCell],
        _ byName: [Int: [Int]], _ clusters: inout Clustering
    ) -> [MatchPair] {
        var cellOfAgency: [Int: Int] = [:]
        for (number, cell) in cells.enumerated() {
            for member in cell.members { cellOfAgency[member] = number }
        }
        // A cluster stands for its first cell, so that one body is no rival of itself.
        var firstCell: [Int: Int] = [:]
        for (number, cell) in cells.enumerated() {
            let root = clusters.root(of: cell.members[0])
            if firstCell[root] == nil { firstCell[root] = number }
        }
        var pairs: [[Int]: MatchPair] = [:]
        for (agency, names) in zip(agencies, aliases) {
            guard let own = cellOfAgency[agency] else { continue }
            for name in names where name != cells[own].name {
                for other in byName[name] ?? [] {
                    let roots = [own, other].map { clusters.root(of: cells[$0].members[0]) }
                    guard roots[0] != roots[1], let first = firstCell[roots[0]],
                        let second = firstCell[roots[1]]
                    else { continue }
                    let features = features(
                        cells[own], cells[other],
                        cells[other].isAbbreviation ? .abbreviation : .alias)
                    let pair = pair(min(first, second), max(first, second), features)
                    let key = [pair.first, pair.second]
                    if pair.weight > pairs[key]?.weight ?? .min { pairs[key] = pair }
                }
            }
        }
        return pairs.values.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
    }
}

/// The names by which the documents call states.
private struct StateNames {
    private let source: SourceEntities
    private var names: [(name: String, code: CountryCode)] = []
    private var known: [Int: CountryCode?] = [:]

    init(_ source: SourceEntities) {
        self.source = source
        var seen: Set<Int> = []
        for item in source.items where item.entity.kind == .country {
            guard let code = item.entity.country, seen.insert(item.name).inserted else { continue }
            names.append((" \(source.names[item.name].folded) ", code))
        }
    }

    /// The one state whose name stands in an agency's own name, which has this number.
    mutating func state(namedIn number: Int) -> CountryCode? {
        if let code = known[number] { return code }
        let padded = " \(source.names[number].folded) "
        let codes = Set(names.filter { padded.contains($0.name) }.map(\.code))
        let code = codes.count == 1 ? codes.first : nil
        known[number] = .some(code)
        return code
    }
}
