import BangGiaoModel

/// For whom each entity of a document acts: its body, and its state.
///
/// "Level of parties": an official speaks for his body only where the other side has one too; an
/// international organisation stands level with a state.
struct PartyRollUp {
    private let resolved: ResolvedDocument
    private var bodyOfPerson: [Int: Int] = [:]
    /// The members of a group of states, where the text lists them.
    var membersOfGroup: [Int: [Int]] = [:]
    private var stateOfPerson: [Int: Int] = [:]

    init(_ resolved: ResolvedDocument) {
        self.resolved = resolved
        for position in resolved.positions where position.status != .former {
            let holding = resolved.entities[position.of]
            if holding.kind == .agency, position.accreditedTo == nil {
                let known = bodyOfPerson[position.person]
                if known.map({ rank($0) < rank(position.of) }) ?? true {
                    bodyOfPerson[position.person] = position.of
                }
            }
            let binds = holding.kind == .country || isInternational(position.of)
            if binds, stateOfPerson[position.person] == nil {
                stateOfPerson[position.person] = position.of
            }
        }
    }

    /// For whom an official speaks first: a minister of the Politburo for his ministry.
    private func rank(_ agency: Int) -> Int {
        switch resolved.entities[agency].agencyKind {
        case .ministry: 3
        case .party: 0
        case .military: 1
        default: 2
        }
    }

    /// Returns the body of an entity below its state: itself, or the person's agency.
    func body(of entity: Int) -> Int? {
        switch resolved.entities[entity].kind {
        case .agency: isInternational(entity) ? nil : entity
        case .country: nil
        case .person: bodyOfPerson[entity].flatMap { isInternational($0) ? nil : $0 }
        }
    }

    /// Returns the state of an entity, or the international organisation that stands level with one.
    func state(of entity: Int) -> Int? {
        let draft = resolved.entities[entity]
        switch draft.kind {
        case .country: return entity
        case .agency:
            if let code = draft.country { return resolved.countryEntity[code] }
            return isInternational(entity) ? entity : nil
        case .person:
            if let code = draft.country, let state = resolved.countryEntity[code] { return state }
            if let state = stateOfPerson[entity] { return state }
            return bodyOfPerson[entity].flatMap { state(of: $0) }
        }
    }

    /// Whether an agency has no state.
    func isInternational(_ entity: Int) -> Bool {
        let draft = resolved.entities[entity]
        guard draft.kind == .agency, draft.country == nil else { return false }
        // A commission of two governments stands level with neither.
        if isJoint(draft) { return false }
        return draft.isInternational || draft.agencyKind == .international
    }

    /// Whether a body bears the names of two states: "Ủy ban liên Chính phủ Việt Nam-Lào".
    private func isJoint(_ draft: EntityDraft) -> Bool {
        guard let first = draft.mentions.first else { return false }
        let annotated = resolved.annotated
        var index = annotated.mentions[first].core.lowerBound
        let end = annotated.mentions[first].core.upperBound
        var count = 0
        while index < end {
            if let match = annotated.lattice.longest(.country, at: index),
                annotated.tokens[index].isCapital, match.range.upperBound <= end
            {
                count += 1
                index = match.range.upperBound
            } else {
                index += 1
            }
        }
        return count > 1
    }

    /// Returns the distinct states of some entities, in their order.
    func states(of entities: [Int]) -> [Int] {
        var result: [Int] = []
        for entity in entities {
            if let state = state(of: entity), !result.contains(state) { result.append(state) }
        }
        return result
    }

    /// Sorts entities into sides: one a state, or each for itself where there is one state only.
    func sides(of entities: [Int]) -> [[Int]] {
        var result: [(state: Int?, members: [Int])] = []
        for entity in entities {
            let state = state(of: entity)
            if let state, let index = result.firstIndex(where: { $0.state == state }) {
                result[index].members.append(entity)
            } else {
                result.append((state, [entity]))
            }
        }
        if result.count < 2, entities.count > 1 { return entities.map { [$0] } }
        return result.map(\.members)
    }

    /// Returns the parties for whom the sides can bind: bodies where each side has one, else states.
    func level(_ sides: [[Int]]) -> [Int]? {
        var bodies: [[Int]] = []
        for side in sides {
            var found = side.filter { body(of: $0) == $0 }
            if found.isEmpty { found = side.compactMap { body(of: $0) } }
            // A department speaks for itself, not for the ministry that the side names too.
            let parents = Set(found.compactMap { resolved.entities[$0].parent })
            bodies.append(unique(found.filter { !parents.contains($0) }))
        }
        if bodies.allSatisfy({ !$0.isEmpty }) {
            let parties = unique(bodies.flatMap { $0 })
            if parties.count > 1 { return parties }
        }
        let parties = unique(sides.compactMap { side in states(of: side).first })
        return parties.count > 1 ? parties : nil
    }

    /// Returns the parties as the text names them: persons by their bodies, where they have one.
    func named(_ entities: [Int]) -> [Int]? {
        let persons = entities.filter { resolved.entities[$0].kind == .person }
        if persons.count == entities.count { return level(sides(of: entities)) }
        var parties: [Int] = []
        for side in sides(of: entities) {
            let agencies = side.filter { resolved.entities[$0].kind == .agency }
            if !agencies.isEmpty {
                parties += agencies
            } else if let body = side.lazy.compactMap({ body(of: $0) }).first {
                parties.append(body)
            } else if let state = side.lazy.compactMap({ state(of: $0) }).first {
                parties.append(state)
            }
        }
        parties = unique(parties)
        return parties.count > 1 ? parties : nil
    }

    func unique(_ entities: [Int]) -> [Int] {
        var result: [Int] = []
        for entity in entities where !result.contains(entity) { result.append(entity) }
        return result
    }
}
