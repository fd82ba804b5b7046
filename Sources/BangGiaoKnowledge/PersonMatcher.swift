import BangGiaoModel

/// Joins the persons of different documents by name, state and office.
struct PersonMatcher {
    var weights: IdentityWeights

    /// Joins what the features speak for.
    func unite(_ source: SourceEntities, _ clusters: inout Clustering) {
        let offices = offices(source, &clusters)
        var cells: [MatchCell] = []
        for var cell in self.cells(source, offices) {
            cell.isContested = isContested(cell, source, &clusters)
            let weight = weights.ofPersons(features(cell, cell, .exact, source))
            if !cell.isContested, weight >= weights.threshold {
                cells.append(cell)
            } else {
                cells += parted(cell, by: offices)
            }
        }
        for cell in cells {
            for member in cell.members.dropFirst() { clusters.unite(cell.members[0], member) }
        }
        let kept = MatchPair.withoutRivals(
            pairs(cells, source), threshold: weights.threshold, weigh: weights.ofPersons)
        for pair in kept where !cells[pair.first].isContested && !cells[pair.second].isContested {
            clusters.unite(cells[pair.first].members[0], cells[pair.second].members[0])
        }
    }

    /// The offices of each person, in terms of clusters.
    private func offices(
        _ source: SourceEntities, _ clusters: inout Clustering
    ) -> [Int: Set<Office>] {
        var result: [Int: Set<Office>] = [:]
        for (number, document) in source.documents.enumerated() {
            for position in document.positions {
                guard let person = source.place(position.person, in: number),
                    let of = source.place(position.of, in: number)
                else { continue }
                let accredited = position.accreditedTo.flatMap { source.place($0, in: number) }
                result[person, default: []].insert(
                    Office(
                        title: NameKey(position.title).folded, of: clusters.root(of: of),
                        accreditedTo: accredited.map { clusters.root(of: $0) }))
            }
        }
        return result
    }

    private func cells(
        _ source: SourceEntities, _ offices: [Int: Set<Office>]
    ) -> [MatchCell] {
        var cells: [MatchCell] = []
        var numbers: [String: Int] = [:]
        for (place, item) in source.items.enumerated() where item.entity.kind == .person {
            let key = "\(item.name) \(item.entity.country?.rawValue ?? "")"
            if let number = numbers[key] {
                cells[number].members.append(place)
                cells[number].offices.formUnion(offices[place] ?? [])
            } else {
                numbers[key] = cells.count
                cells.append(
                    MatchCell(
                        members: [place], name: item.name, country: item.entity.country,
                        offices: offices[place] ?? []))
            }
        }
        return cells
    }

    /// Whether two people of this very name are known: by one document that names both, or by a
    /// judgement.
    private func isContested(
        _ cell: MatchCell, _ source: SourceEntities, _ clusters: inout Clustering
    ) -> Bool {
        let documents = Set(cell.members.map { source.items[$0].document })
        if documents.count < cell.members.count { return true }
        return clusters.hasSeparated(among: cell.members)
    }

    /// Where a name tells too little: those seen in just the same offices, at least one.
    private func parted(_ cell: MatchCell, by offices: [Int: Set<Office>]) -> [MatchCell] {
        var parts: [MatchCell] = []
        var numbers: [Set<Office>: Int] = [:]
        for member in cell.members {
            guard let held = offices[member], !held.isEmpty else { continue }
            if let number = numbers[held] {
                parts[number].members.append(member)
            } else {
                numbers[held] = parts.count
                var part = cell
                part.members = [member]
                part.offices = held
                parts.append(part)
            }
        }
        return parts
    }

    private func features(
        _ first: MatchCell, _ second: MatchCell, _ level: IdentityFeatures.NameLevel,
        _ source: SourceEntities
    ) -> IdentityFeatures {
        var country = IdentityFeatures.Level.unknown
        if let x = first.country, let y = second.country { country = x == y ? .same : .different }
        return IdentityFeatures(
            name: level,
            distinctness: min(
                source.names[first.name].distinctness, source.names[second.name].distinctness),
            country: country,
            // A cell against itself asks about its name alone.
            sharesOffice: first.members != second.members
                && !first.offices.isDisjoint(with: second.offices))
    }

    /// Pairs of cells with one name, with one name but for its marks, or where the name of one is
    /// the first or last words of the other's.
    private func pairs(_ cells: [MatchCell], _ source: SourceEntities) -> [MatchPair] {
        var byName: [Int: [Int]] = [:]
        var byFolded: [String: [Int]] = [:]
        for (number, cell) in cells.enumerated() { byName[cell.name, default: []].append(number) }
        for name in byName.keys.sorted() { byFolded[source.names[name].folded] = byName[name] }
        var result: [MatchPair] = []
        func compare(_ first: Int, _ second: Int, _ level: IdentityFeatures.NameLevel) {
            // Two that are known to be told apart with care aren't even each other's rivals.
            if first == second || cells[first].isContested && cells[second].isContested { return }
            let features = features(cells[first], cells[second], level, source)
            let weight = weights.ofPersons(features)
            if weight < weights.threshold { return }
            result.append(
                MatchPair(
                    first: min(first, second), second: max(first, second), features: features,
                    weight: weight))
        }
        func compare(_ one: [Int], _ other: [Int], _ level: IdentityFeatures.NameLevel) {
            for first in one { for second in other { compare(first, second, level) } }
        }
        for (name, numbers) in byName {
            let key = source.names[name]
            for (first, second) in pairsOfOneName(numbers, cells) { compare(first, second, .exact) }
            if !key.isUnaccented {
                compare(numbers, byFolded[key.unaccented] ?? [], .unaccented)
            }
            let words = key.words
            guard words.count > 1 else { continue }
            for length in 1..<words.count {
                let parts = [words.prefix(length), words.suffix(length)]
                for part in Set(parts.map { $0.joined(separator: " ") }) {
                    compare(numbers, byFolded[part] ?? [], .part)
                }
            }
        }
        return result
    }

    /// The pairs of cells of one name that may be one. A name that fell into many cells tells too
    /// little by itself: then only those that share an office are looked at.
    private func pairsOfOneName(_ numbers: [Int], _ cells: [MatchCell]) -> [(Int, Int)] {
        func pairs(_ numbers: [Int]) -> [(Int, Int)] {
            numbers.enumerated().flatMap { place, first in
                numbers[(place + 1)...].map { (first, $0) }
            }
        }
        if numbers.count <= 16 { return pairs(numbers) }
        var byOffice: [Office: [Int]] = [:]
        for number in numbers where !cells[number].isContested {
            for office in cells[number].offices { byOffice[office, default: []].append(number) }
        }
        let shared = Set(byOffice.values.flatMap { pairs($0).map { [$0.0, $0.1] } })
        return shared.map { ($0[0], $0[1]) }
    }
}
