import BangGiaoModel

/// Makes the facts of a document of those of its parts.
///
/// Entities of one kind, name and state are one; nothing else is compared, so that the time grows
/// with the number of facts.
struct FactsJoiner {
    private(set) var facts: DocumentFacts
    /// How the facts were read, as far as the parts say.
    private(set) var explanation = Explanation()

    private struct Key: Hashable {
        var kind: Entity.Kind
        var name: String
        var country: CountryCode?
        /// How many of this kind, name and state the part had before: these it told apart.
        var rank = 0
    }

    private struct PositionKey: Hashable {
        var person: EntityID
        var title: String
        var of: EntityID
        var accreditedTo: EntityID?
    }

    private var numbers: [Key: Int] = [:]
    private var aliases: [Set<String>] = []
    private var counts: [Entity.Kind: Int] = [:]
    private var known: Set<PositionKey> = []

    /// Begins with no facts.
    init(_ document: Document) { facts = DocumentFacts(document: .init(document)) }

    /// Adds the facts of the part that begins at a byte; parts come in their order.
    mutating func add(_ part: DocumentFacts, explanation: Explanation, from start: Int) {
        func moved(_ span: TextSpan) -> TextSpan {
            TextSpan(span.lowerBound + start, span.upperBound + start)
        }
        func moved(_ evidence: Evidence) -> Evidence {
            var result = evidence
            result.span = moved(evidence.span)
            return result
        }
        var ids: [EntityID: EntityID] = [:]
        var entities: [(number: Int, parent: EntityID?)] = []
        var ranks: [Key: Int] = [:]
        for entity in part.entities {
            var key = Key(kind: entity.kind, name: entity.name, country: entity.country)
            let rank = ranks[key, default: 0]
            ranks[key] = rank + 1
            key.rank = rank
            let number = number(of: entity, key)
            ids[entity.id] = facts.entities[number].id
            entities.append((number, entity.parent))
            for alias in entity.aliases where aliases[number].insert(alias).inserted {
                facts.entities[number].aliases.append(alias)
            }
            facts.entities[number].mentions += entity.mentions.map(moved)
        }
        for (number, parent) in entities where facts.entities[number].parent == nil {
            let above = parent.flatMap { ids[$0] }
            if above != facts.entities[number].id { facts.entities[number].parent = above }
        }
        func joined(_ id: EntityID) -> EntityID { ids[id] ?? id }
        var positions: [Int?] = []
        let (meetings, agreements) = (facts.meetings.count, facts.agreements.count)
        for var position in part.positions {
            position.person = joined(position.person)
            position.of = joined(position.of)
            position.accreditedTo = position.accreditedTo.map(joined)
            position.evidence = moved(position.evidence)
            let key = PositionKey(
                person: position.person, title: position.title, of: position.of,
                accreditedTo: position.accreditedTo)
            let isNew = known.insert(key).inserted
            positions.append(isNew ? facts.positions.count : nil)
            if isNew { facts.positions.append(position) }
        }
        for (number, var meeting) in part.meetings.enumerated() {
            meeting.id = "m\(meetings + number + 1)"
            meeting.sides = meeting.sides.map { $0.map(joined) }
            meeting.attendees = meeting.attendees.map(joined)
            meeting.evidence = moved(meeting.evidence)
            facts.meetings.append(meeting)
        }
        for var agreement in part.agreements {
            agreement.id = "g\(facts.agreements.count + 1)"
            agreement.parties = agreement.parties.map(joined)
            agreement.signatories = agreement.signatories.map(joined)
            agreement.meeting = agreement.meeting.flatMap { id in
                part.meetings.firstIndex { $0.id == id }.map { "m\(meetings + $0 + 1)" }
            }
            agreement.evidence = moved(agreement.evidence)
            facts.agreements.append(agreement)
        }
        for var reading in explanation.readings {
            switch reading.fact {
            case .position(let number):
                guard let place = positions[number] else { continue }
                reading.fact = .position(place)
            case .meeting(let number): reading.fact = .meeting(meetings + number)
            case .agreement(let number): reading.fact = .agreement(agreements + number)
            }
            reading.triggers = reading.triggers.map(moved)
            self.explanation.readings.append(reading)
        }
        for var omission in explanation.omissions {
            omission.trigger = moved(omission.trigger)
            omission.sentence = moved(omission.sentence)
            self.explanation.omissions.append(omission)
        }
    }

    /// Puts persons before agencies and agencies before countries, as in the facts of any document,
    /// and what was read in the order of the facts.
    mutating func finish() {
        explanation.readings.sort { $0.fact.order < $1.fact.order }
        let kinds: [Entity.Kind] = [.person, .agency, .country]
        facts.entities = kinds.flatMap { kind in facts.entities.filter { $0.kind == kind } }
    }

    /// The number of the entity among all, made anew where there is none like it.
    private mutating func number(of entity: Entity, _ key: Key) -> Int {
        if let number = numbers[key] { return number }
        numbers[key] = facts.entities.count
        counts[entity.kind, default: 0] += 1
        let letter = entity.id.rawValue.prefix(1)
        facts.entities.append(
            Entity(
                id: EntityID("\(letter)\(counts[entity.kind, default: 0])"), kind: entity.kind,
                name: entity.name, country: entity.country))
        aliases.append([])
        return facts.entities.count - 1
    }
}

extension FactReading.Fact {
    /// Positions first, then meetings, then agreements.
    fileprivate var order: (Int, Int) {
        switch self {
        case .position(let index): (0, index)
        case .meeting(let index): (1, index)
        case .agreement(let index): (2, index)
        }
    }
}
