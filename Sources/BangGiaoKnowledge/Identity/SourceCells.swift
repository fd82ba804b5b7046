import BangGiaoModel

/// The entities of one kind by what is known of them: equal profiles in one cell.
struct SourceCells {
    /// A profile with the places of all who have it, ascending.
    struct Cell {
        var profile: IdentityProfile
        var places: [Int]
        /// The documents that name them.
        var documents: Set<Int>

        /// Whether documents name members of both beside each other: two people, where half of the
        /// documents of one do; else a slip, and those few members are left out.
        func areNamedApart(_ other: Cell) -> Bool {
            let (few, many) =
                documents.count < other.documents.count
                ? (documents, other.documents) : (other.documents, documents)
            return few.count { many.contains($0) } * 2 >= few.count
        }
    }

    /// What entities of one cell have in common.
    private struct Essence: Hashable {
        var name: Int
        var country: CountryCode?
        var parents: [String]
        var aliases: Set<String>
        var offices: Set<IdentityProfile.Office>
    }

    /// The cells in the order of their smallest members.
    private(set) var cells: [Cell] = []

    init(_ source: SourceEntities, _ kind: Entity.Kind, _ clusters: inout Clustering) {
        let offices = kind == .person ? Self.offices(source) : [:]
        var groups: [Essence: [Int]] = [:]
        for (place, item) in source.items.enumerated() where item.entity.kind == kind {
            let seen = offices[place] ?? [:]
            let essence = Essence(
                name: item.name, country: item.entity.country,
                parents: source.ancestors(of: place).map { source.items[$0].entity.name },
                aliases: kind == .agency ? Set(item.entity.aliases) : [],
                offices: Set(seen.keys))
            groups[essence, default: []].append(place)
        }
        for (essence, places) in groups {
            for part in Self.parted(places, source, &clusters) {
                var held: [IdentityProfile.Office: Set<PartialDate>] = [:]
                for place in part { held.merge(offices[place] ?? [:]) { $0.union($1) } }
                let profile = IdentityProfile(
                    kind: kind, name: source.items[part[0]].entity.name, aliases: essence.aliases,
                    country: essence.country, parents: essence.parents,
                    offices: Set(held.map { $0.seen(on: $1) }))
                cells.append(
                    Cell(
                        profile: profile, places: part,
                        documents: Set(part.map { source.items[$0].document })))
            }
        }
        cells.sort { $0.places[0] < $1.places[0] }
    }

    /// Members that one document names beside each other, and those that a judgement keeps apart,
    /// stand alone.
    private static func parted(
        _ places: [Int], _ source: SourceEntities, _ clusters: inout Clustering
    ) -> [[Int]] {
        var counts: [Int: Int] = [:]
        for place in places { counts[source.items[place].document, default: 0] += 1 }
        let isSeparated = clusters.hasSeparated(among: places)
        var rest: [Int] = []
        var alone: [[Int]] = []
        for place in places {
            let isTwo = counts[source.items[place].document] ?? 0 > 1
            if isTwo || isSeparated && clusters.isSeparated(place) {
                alone.append([place])
            } else {
                rest.append(place)
            }
        }
        return rest.isEmpty ? alone : [rest] + alone
    }

    /// The offices of each person, without days, each with the days on which it was seen.
    private static func offices(
        _ source: SourceEntities
    ) -> [Int: [IdentityProfile.Office: Set<PartialDate>]] {
        var result: [Int: [IdentityProfile.Office: Set<PartialDate>]] = [:]
        for (number, document) in source.documents.enumerated() {
            let day = document.document.published
            for position in document.positions {
                guard let person = source.place(position.person, in: number),
                    let of = source.place(position.of, in: number)
                else { continue }
                let body = source.items[of].entity
                let isState = body.kind == .country
                let office = IdentityProfile.Office(
                    title: position.title, body: isState ? nil : body.name,
                    parents: isState
                        ? [] : source.ancestors(of: of).map { source.items[$0].entity.name },
                    country: body.country,
                    accreditedTo: position.accreditedTo
                        .flatMap { source.place($0, in: number) }
                        .flatMap { source.items[$0].entity.country },
                    status: position.status)
                result[person, default: [:]][office, default: []].formUnion(day.map { [$0] } ?? [])
            }
        }
        return result
    }
}

extension IdentityProfile.Office {
    /// The office with the days on which it was seen.
    fileprivate func seen(on days: Set<PartialDate>) -> Self {
        var office = self
        office.days = days
        return office
    }
}
