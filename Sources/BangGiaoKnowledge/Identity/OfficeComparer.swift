import BangGiaoModel

/// An office with what is compared of it.
struct SeenOffice: Hashable, Sendable {
    /// The office as the profile has it.
    let office: IdentityProfile.Office
    /// The key of the title.
    let title: String
    /// The body; nil for offices of a state, and where none is known.
    let body: BodyName?
    /// What the body and those above it are called.
    let line: Set<String>
    /// The rank of the title.
    let rank: IdentityTables.Rank?
    /// Whether the foreign service is served: its people change posts, and stay in it.
    let isForeignService: Bool

    init(_ office: IdentityProfile.Office, home: CountryCode?, _ tables: IdentityTables) {
        let state = office.country ?? home
        let body = office.body.map { tables.bodies.read($0, country: state) }
        self.office = office
        self.body = body
        let words = PhraseTable<Int>.words(office.title)
        title = words.joined(separator: " ")
        var rank = tables.ranks.prefix(of: words)?.value
        // The chair of a parliament stands higher than that of a committee.
        if body?.level == 7, let high = rank?.rank, high > 5 { rank?.rank = high + 2 }
        // And that of a company below.
        if let body, body.level ?? 0 < 5, let high = rank?.rank, high == 6 { rank?.rank = 4 }
        self.rank = rank
        let parents = (office.parents + (body?.parents ?? [])).map {
            tables.bodies.read($0, country: state).key
        }
        line = Set(parents + (body.map { [$0.key] } ?? []))
        isForeignService =
            office.accreditedTo != nil || line.contains(where: tables.bodies.joints.isMission)
            || tables.bodies.joints.isEnvoy(title)
    }

    /// The key of the body, or of the state where the office is a state's.
    func bodyKey(home: CountryCode?) -> String? {
        if let body { return body.key }
        guard let state = office.country ?? home, rank?.rank ?? 0 > 7 || isForeignService else {
            return nil
        }
        return state.rawValue
    }
}

/// Compares the offices of two persons.
struct OfficeComparer: Sendable {
    /// How two offices meet, the best first.
    private enum Level: String {
        case soleOffice = "the same office, held by one at a time"
        case office = "the same office"
        case body = "the same body"
        case line = "one body within the other"
        case within = "one body's name begins the other's"
        case service = "the same service"
        case title = "the same title, a body unknown"
        case longer = "a longer form of the title, a body unknown"
        case unknown
        case high = "other offices, both high"
        case rank = "other offices, of one rank"
        case near = "other titles, a body unknown"
        case unlike = "titles far apart, a body unknown"
        case rise = "other offices, one the state's highest"
        case other = "other offices"
        case calling = "an office and a calling"

        var weight: Int {
            switch self {
            case .soleOffice: 90
            case .office: 60
            case .body: 40
            case .line: 35
            case .within: 30
            case .service: 30
            case .title: 15
            case .longer: 10
            case .unknown: 0
            case .high: 10
            case .rank: 0
            case .near: -20
            case .unlike: -60
            case .rise: -40
            case .other: -90
            case .calling: -150
            }
        }
    }

    /// What two sets of offices say.
    ///
    /// - Parameters:
    ///   - home: The states that the two persons serve.
    /// - Returns: The finding, and whether the two share an office or its body.
    func compare(
        _ first: [SeenOffice], _ second: [SeenOffice], home: (CountryCode?, CountryCode?)
    ) -> (finding: IdentityComparison.Finding, isShared: Bool) {
        var best: (level: Level, pair: (SeenOffice, SeenOffice))?
        for one in first {
            for other in second {
                if let day = clash(one, other) {
                    let values = [text(one), text(other), day.description]
                    return (
                        .init(
                            .office, "two posts on one day", IdentityComparison.excluding,
                            values: values), false
                    )
                }
                let level = level(one, other, home)
                if level.weight > best?.level.weight ?? .min { best = (level, (one, other)) }
            }
        }
        guard let best else { return (.init(.office, Level.unknown.rawValue, 0), false) }
        let isShared = best.level.weight >= Level.line.weight
        return (
            .init(
                .office, best.level.rawValue, best.level.weight,
                values: [text(best.pair.0), text(best.pair.1)]), isShared
        )
    }

    private func text(_ seen: SeenOffice) -> String {
        let office = seen.office
        let state = office.country?.rawValue
        let parts = [
            office.title, office.body, state, office.accreditedTo.map { "→ \($0.rawValue)" },
        ]
        return parts.compactMap { $0 }.joined(separator: " ")
    }

    private func level(
        _ one: SeenOffice, _ other: SeenOffice, _ home: (CountryCode?, CountryCode?)
    ) -> Level {
        let states = (one.office.country ?? home.0, other.office.country ?? home.1)
        if let x = states.0, let y = states.1, x != y { return .other }
        let (a, b) = (one.bodyKey(home: home.0), other.bodyKey(home: home.1))
        if one.isForeignService, other.isForeignService {
            let posts = (one.office.accreditedTo, other.office.accreditedTo)
            if one.title == other.title, a != nil, a == b, posts.0 == posts.1 {
                return one.rank?.isSole ?? false ? .soleOffice : .office
            }
            if let a, a == b, one.office.accreditedTo == nil, other.office.accreditedTo == nil {
                return .body
            }
            return states.0 != nil && states.0 == states.1 ? .service : .title
        }
        guard let a, let b else {
            if one.title == other.title { return .title }
            if Self.begins(one.title, other.title) { return .longer }
            switch (one.rank?.rank, other.rank?.rank) {
            case (let x?, let y?): return abs(x - y) < 3 ? .near : .unlike
            case (nil, nil): return .unlike
            // An office and a calling: "Thứ trưởng", "ca sĩ".
            default: return .calling
            }
        }
        if a == b {
            guard one.title == other.title else { return .body }
            return one.rank?.isSole ?? false ? .soleOffice : .office
        }
        if one.line.contains(b) || other.line.contains(a) { return .line }
        // Bodies without a parent may be departments of one ministry.
        if !one.line.isDisjoint(with: other.line) { return .line }
        if let x = one.body?.words, let y = other.body?.words,
            x.starts(with: y) || y.starts(with: x)
        {
            return .within
        }
        if let x = one.rank?.rank, let y = other.rank?.rank {
            if x >= 7, y >= 7 { return .high }
            if x >= 6, y >= 6 { return .rank }
            if max(x, y) >= 8, min(x, y) >= 5 { return .rise }
        }
        return .other
    }

    /// Whether one title begins with the words of the other: "Cố vấn", "Cố vấn An ninh quốc gia".
    private static func begins(_ one: String, _ other: String) -> Bool {
        !one.isEmpty && !other.isEmpty && (one.hasPrefix(other + " ") || other.hasPrefix(one + " "))
    }

    /// The day on which one would have held the same sole office of two bodies.
    private func clash(_ one: SeenOffice, _ other: SeenOffice) -> PartialDate? {
        guard one.title == other.title, one.rank?.isSole ?? false,
            one.office.status == nil, other.office.status == nil,
            let a = one.body, let b = other.body, a.key != b.key,
            one.line.isDisjoint(with: other.line)
        else { return nil }
        return one.office.days.intersection(other.office.days).min()
    }
}
