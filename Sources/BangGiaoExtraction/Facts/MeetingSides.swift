import BangGiaoModel

/// Turns parties into sides: members, their bodies, both sides of "hai Bộ trưởng".
struct MeetingSides {
    let document: ResolvedDocument
    let grammar: MeetingGrammar
    /// For each person the bodies that he brings to the table.
    private let bodies: [Int: [Int]]
    /// The governments: whoever acts for a state may act for them.
    private let states: Set<Int>
    /// Heads of state, of government and of the ruling party.
    private let leaders: Set<Int>

    init(document: ResolvedDocument, grammar: MeetingGrammar) {
        self.document = document
        self.grammar = grammar
        bodies = Self.bodies(of: document, grammar: grammar)
        leaders = Set(
            document.positions.filter { $0.holding == .state && $0.status == nil }.map(\.person))
        states = Set(
            document.entities.indices.filter {
                let entity = document.entities[$0]
                return entity.agencyKind == .government && entity.parent == nil
                    && grammar.governments.contains(TextFolding.key(entity.name))
            })
    }

    var entities: [EntityDraft] { document.entities }

    func kind(_ entity: Int) -> Entity.Kind { entities[entity].kind }

    func country(_ entity: Int) -> CountryCode? { entities[entity].country }

    func hasPerson(_ side: [Int]) -> Bool { side.contains { kind($0) == .person } }

    func persons(_ side: [Int]) -> [Int] { side.filter { kind($0) == .person } }

    func isCountryOnly(_ side: [Int]) -> Bool { side.allSatisfy { kind($0) == .country } }

    /// Whether a side is a state or its government as such: whoever acts for it may be meant.
    func isStateOnly(_ side: [Int]) -> Bool {
        side.allSatisfy { kind($0) == .country || states.contains($0) }
    }

    /// Whether somebody on a side leads a state, or none on it is a person.
    func isHigh(_ side: [Int]) -> Bool {
        let persons = persons(side)
        return persons.isEmpty || persons.contains(where: leaders.contains)
    }

    /// Whether those on a side may lead a state: not where all are officials of a body.
    func mayLead(_ side: [Int]) -> Bool {
        let persons = persons(side)
        return persons.isEmpty
            || persons.contains { leaders.contains($0) || bodies(of: $0).isEmpty }
    }

    /// The states of a side.
    func countries(_ side: [Int]) -> [CountryCode] {
        var result: [CountryCode] = []
        for entity in side {
            if let code = country(entity), !result.contains(code) { result.append(code) }
        }
        return result
    }

    // MARK: Members

    /// The entities of a party's mentions, each once.
    func members(_ mentions: [Int]) -> [Int] {
        var result: [Int] = []
        for index in mentions {
            let entity = document.annotated.mentions[index].entity
            if entity >= 0, !result.contains(entity) { result.append(entity) }
        }
        return result
    }

    /// The members with the bodies of the officials; countries only where nothing else is named.
    func side(_ members: [Int]) -> [Int] {
        var result: [Int] = []
        func add(_ entity: Int) {
            if !result.contains(entity) { result.append(entity) }
        }
        for entity in members {
            for body in bodies[entity] ?? [] where !hasParent(body, in: members) { add(body) }
            add(entity)
        }
        if result.contains(where: { kind($0) != .country }) {
            let codes = Set(result.filter { kind($0) != .country }.compactMap(country))
            result.removeAll { kind($0) == .country && country($0).map(codes.contains) ?? false }
            if result.contains(where: { kind($0) == .person }) {
                result.removeAll { kind($0) == .country }
            }
        }
        return result
    }

    /// Whether a body belongs to one of the members: the delegation of a party, led by one of its
    /// departments' heads, is the party's.
    private func hasParent(_ body: Int, in members: [Int]) -> Bool {
        var parent = entities[body].parent
        var steps = 0
        while let above = parent, steps < 5 {
            if members.contains(above) { return true }
            parent = entities[above].parent
            steps += 1
        }
        return false
    }

    /// Parts members by the state they stand for; a body without a state is a side of its own.
    func divided(_ members: [Int]) -> [[Int]] {
        var order: [String] = []
        var groups: [String: [Int]] = [:]
        for entity in members {
            let key: String
            if let code = country(entity) {
                key = code.rawValue
            } else if kind(entity) == .person, let body = bodies[entity]?.first {
                key = country(body)?.rawValue ?? "#\(body)"
            } else {
                key = "#\(entity)"
            }
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(entity)
        }
        return order.compactMap { groups[$0] }
    }

    /// Parts members that all stand for one state: first the one, then the others.
    func halves(_ members: [Int]) -> [[Int]] {
        guard members.count >= 2 else { return [members] }
        return [[members[0]], Array(members.dropFirst())]
    }

    // MARK: Both sides

    /// The members whom "hai Bộ trưởng", "hai Bộ Ngoại giao" or "Bộ trưởng Quốc phòng hai nước" means.
    func both(of mention: Int) -> [[Int]]? {
        let mention = document.annotated.mentions[mention]
        if mention.kind == .agency {
            let key = TextFolding.key(mention.name)
            let found = entities.indices.filter {
                entities[$0].kind == .agency && TextFolding.key(entities[$0].name) == key
            }
            let sides = divided(found)
            return sides.count == 2 ? sides : nil
        }
        guard let office = mention.offices.first else { return nil }
        let codes = mention.offices.compactMap(\.country)
        var holders: [Int] = []
        for position in document.positions
        where position.title == office.title && position.status == nil
            && !holders.contains(position.person)
        {
            if let agency = office.agency {
                let body = document.annotated.mentions[agency].name
                guard
                    entities[position.of].kind == .country
                        || TextFolding.key(entities[position.of].name) == TextFolding.key(body)
                else { continue }
            }
            if codes.count == 2, let code = country(position.person), !codes.contains(code) {
                continue
            }
            holders.append(position.person)
        }
        let sides = divided(holders)
        if sides.count == 2, sides.allSatisfy({ $0.count == 1 }) { return sides }
        return nil
    }

    // MARK: Bodies

    private static func bodies(
        of document: ResolvedDocument, grammar: MeetingGrammar
    ) -> [Int: [Int]] {
        var main: [Int: [Int]] = [:]
        var second: [Int: [Int]] = [:]
        var states: Set<Int> = []
        for position in document.positions where position.status == nil {
            if position.holding == .state {
                states.insert(position.person)
                continue
            }
            guard position.holding != .envoy, position.holding != .role,
                document.entities[position.of].kind == .agency
            else { continue }
            let title = TextFolding.key(position.title)
            if grammar.secondaryTitles.contains(where: { title.hasPrefix($0) }) {
                if !title.hasPrefix(TextFolding.key("Ủy viên")) {
                    second[position.person, default: []].append(position.of)
                }
            } else if !(main[position.person] ?? []).contains(position.of) {
                main[position.person, default: []].append(position.of)
            }
        }
        var result = main
        for (person, bodies) in second where result[person] == nil && !states.contains(person) {
            result[person] = Array(bodies.prefix(1))
        }
        // Of a body and its parent the parent: "Trợ lý Bộ trưởng, Vụ trưởng".
        for (person, bodies) in result where bodies.count > 1 {
            result[person] = bodies.filter { body in
                guard let parent = document.entities[body].parent else { return true }
                return !bodies.contains(parent)
            }
        }
        return result
    }

    /// The bodies that a person brings to the table.
    func bodies(of person: Int) -> [Int] { bodies[person] ?? [] }
}
