import BangGiaoKnowledge
import BangGiaoModel

/// Countries and international bodies, and how often each two of them met.
struct OverviewPlan {
    /// A country, or an international body.
    enum Place: Hashable, Comparable {
        case country(CountryCode)
        case organisation(EntityKey)

        /// Orders countries by code, then organisations by key.
        static func < (left: Place, right: Place) -> Bool {
            switch (left, right) {
            case (.country(let one), .country(let other)): one < other
            case (.organisation(let one), .organisation(let other)): one < other
            case (.country, .organisation): true
            case (.organisation, .country): false
            }
        }
    }

    /// What two places, or a place and all others, have had to do with each other.
    struct Tally {
        var meetings = 0
        var agreements = 0
        var dates: [PartialDate] = []
        var sources: [Source] = []
        /// The ids of the meetings and agreements.
        var facts: [String] = []

        /// Meetings, and agreements made at none of them.
        var count = 0
    }

    struct Node {
        var place: Place
        var token: String
        var name: String
        var tally: Tally
    }

    struct Edge {
        var token: String
        var first: Place
        var second: Place
        var tally: Tally
    }

    /// The place in the middle; nil where nothing is known.
    var home: Place?
    /// In the order of the ring; the home place first.
    var nodes: [Node] = []
    var edges: [Edge] = []
    /// How many places were left out.
    var omitted = 0
    /// How many lines between two others were left out.
    var omittedEdges = 0

    /// At most so many stand round the middle.
    static let maximumNodes = 40

    /// At most so many lines don't end in the middle: the thickest.
    static let maximumAside = 25

    /// An event of more places is a conference.
    private static let maximumSides = 3

    /// Whether agencies stand for themselves, and not their countries for them.
    private(set) var isByAgency = false

    /// Plans the overview of countries; of agencies, where there are two countries only.
    init(_ scope: DiagramScope) {
        self.init(scope, byAgency: false)
        guard nodes.count <= 2 else { return }
        let finer = OverviewPlan(scope, byAgency: true)
        if finer.nodes.count > nodes.count { self = finer }
    }

    private init(_ scope: DiagramScope, byAgency: Bool) {
        isByAgency = byAgency
        func place(of key: EntityKey) -> Place? {
            byAgency ? scope.body(of: key) : scope.place(of: key)
        }
        let home = Self.home(in: scope, place: place)
        var pairs: [Pair: Tally] = [:]
        var totals: [Place: Tally] = [:]
        func count(
            _ id: String, _ sides: [Set<Place>], _ date: PartialDate?, _ sources: [Source],
            _ add: (inout Tally) -> Void
        ) {
            var seen: Set<Pair> = []
            var places: Set<Place> = []
            // A conference ties its members to the home country, not each to each.
            let isConference = Set(sides.joined()).count > Self.maximumSides
            for (index, side) in sides.enumerated() {
                for other in sides[(index + 1)...] {
                    for one in side {
                        for two in other where one != two {
                            if isConference, home != one, home != two { continue }
                            seen.insert(Pair(one, two))
                        }
                    }
                }
            }
            func note(_ tally: inout Tally) {
                add(&tally)
                if let date { tally.dates.append(date) }
                tally.sources += sources
                tally.facts.append(id)
            }
            for pair in seen {
                note(&pairs[pair, default: Tally()])
                places.formUnion([pair.first, pair.second])
            }
            for place in places { note(&totals[place, default: Tally()]) }
        }
        let drawn = Set(scope.meetings.map(\.id))
        for meeting in scope.meetings {
            let sides = meeting.sides.map { Set($0.compactMap { place(of: $0) }) }
            count(meeting.id, sides, meeting.date, meeting.sources) {
                $0.meetings += 1
                $0.count += 1
            }
        }
        for agreement in scope.agreements {
            let isApart = agreement.meeting.map { !drawn.contains($0) } ?? true
            let sides = agreement.parties.map { Set([place(of: $0)].compactMap(\.self)) }
            count(agreement.id, sides, agreement.date, agreement.sources) {
                $0.agreements += 1
                $0.count += isApart ? 1 : 0
            }
        }
        arrange(pairs, totals, scope, home: home)
    }

    /// The place asked for, else Viet Nam, else the one that took part most often.
    private static func home(
        in scope: DiagramScope, place: (EntityKey) -> Place?
    ) -> Place? {
        var counts: [Place: Int] = [:]
        for participants in scope.meetings.map({ $0.sides.flatMap(\.self) })
            + scope.agreements.map(\.parties)
        {
            for place in Set(participants.compactMap { place($0) }) {
                counts[place, default: 0] += 1
            }
        }
        let wishes = [scope.options.home, CountryCode("VN")].compactMap { $0.map(Place.country) }
        return wishes.first { counts[$0] != nil }
            ?? counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.first?.key
    }

    private struct Pair: Hashable, Comparable {
        let first: Place
        let second: Place

        static func < (left: Pair, right: Pair) -> Bool {
            (left.first, left.second) < (right.first, right.second)
        }

        init(_ one: Place, _ other: Place) { (first, second) = (min(one, other), max(one, other)) }
    }

    private mutating func arrange(
        _ pairs: [Pair: Tally], _ totals: [Place: Tally], _ scope: DiagramScope, home wish: Place?
    ) {
        let byWeight = totals.keys.sorted { one, other in
            let counts = (totals[one]?.count ?? 0, totals[other]?.count ?? 0)
            return counts.0 == counts.1 ? one < other : counts.0 > counts.1
        }
        home = byWeight.contains { $0 == wish } ? wish : byWeight.first
        guard let home else { return }
        let kept = byWeight.filter { $0 != home }.prefix(Self.maximumNodes)
        omitted = byWeight.count - 1 - kept.count

        // Round the ring by weight; whoever met one of the ring stands beside it.
        var ring: [Place] = []
        for place in kept where !ring.contains(place) {
            ring.append(place)
            ring += kept.filter { other in
                !ring.contains(other) && pairs[Pair(place, other)] != nil
            }
        }
        let ids = Dictionary(
            ([home] + ring).sorted().enumerated().map { ($1, "n\($0 + 1)") },
            uniquingKeysWith: { first, _ in first })
        nodes = ([home] + ring).map { place in
            // A number beside a country tells of it and the home country, if they met at all.
            let tally = pairs[Pair(home, place)] ?? totals[place] ?? Tally()
            return Node(
                place: place, token: ids[place] ?? "", name: scope.name(of: place), tally: tally)
        }
        let shown = Set(nodes.map(\.place))
        let found = pairs.filter { shown.contains($0.key.first) && shown.contains($0.key.second) }
        let aside = found.filter { $0.key.first != home && $0.key.second != home }
            .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        let strongest = Set(aside.prefix(Self.maximumAside).map(\.key))
        omittedEdges = aside.count - strongest.count
        let drawn = found.filter {
            $0.key.first == home || $0.key.second == home || strongest.contains($0.key)
        }
        // Who is left without a line tells nothing.
        let tied = Set(drawn.keys.flatMap { [$0.first, $0.second] })
        omitted += nodes.count { $0.place != home && !tied.contains($0.place) }
        nodes.removeAll { $0.place != home && !tied.contains($0.place) }
        edges = drawn.sorted { ($0.key.first, $0.key.second) < ($1.key.first, $1.key.second) }
            .enumerated().map { index, entry in
                Edge(
                    token: "e\(index + 1)", first: entry.key.first, second: entry.key.second,
                    tally: entry.value)
            }
    }
}

extension DiagramScope {
    /// The country of an entity, or the international body that it is or belongs to.
    func place(of key: EntityKey) -> OverviewPlan.Place? {
        if let country = country(of: key) { return .country(country) }
        guard let entity = entities[key] else { return nil }
        if entity.kind == .agency { return .organisation(ancestors(of: key).last ?? key) }
        guard entity.kind == .person else { return nil }
        let offices = positions.filter { $0.person == key && entities[$0.of]?.kind == .agency }
        return (offices.filter { $0.status == nil } + offices).first.map { office in
            .organisation(ancestors(of: office.of).last ?? office.of)
        }
    }

    /// The agency that an entity is, belongs to or holds office in, the highest of them; else its
    /// country.
    func body(of key: EntityKey) -> OverviewPlan.Place? {
        guard let entity = entities[key] else { return nil }
        switch entity.kind {
        case .agency: return .organisation(ancestors(of: key).last ?? key)
        case .country: return place(of: key)
        case .person:
            let offices = positions.filter { $0.person == key && $0.status == nil }
            // Who heads a state or its government stands for the state.
            guard let office = offices.first, entities[office.of]?.kind == .agency else {
                return place(of: key)
            }
            return .organisation(ancestors(of: office.of).last ?? office.of)
        }
    }

    /// The name of a country or an international body.
    func name(of place: OverviewPlan.Place) -> String {
        switch place {
        case .country(let country): name(of: country)
        case .organisation(let key): entities[key]?.name ?? key.rawValue
        }
    }
}
