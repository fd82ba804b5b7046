extension KnowledgeBase {
    /// Returns the base with other keys: those that its entities have in a larger one.
    ///
    /// - Parameter key: Gives each entity's key there; no two may get the same.
    /// - Complexity: O(*n* log *n*) in the size of the base.
    public func renamed(_ key: (EntityKey) -> EntityKey) -> KnowledgeBase {
        var result = self
        for place in entities.indices {
            result.entities[place].key = key(entities[place].key)
            result.entities[place].parent = entities[place].parent.map(key)
        }
        result.entities.sort { $0.key < $1.key }
        for place in positions.indices {
            result.positions[place].person = key(positions[place].person)
            result.positions[place].of = key(positions[place].of)
            result.positions[place].accreditedTo = positions[place].accreditedTo.map(key)
        }
        for place in meetings.indices {
            result.meetings[place].sides = meetings[place].sides.map { $0.map(key) }
            result.meetings[place].attendees = meetings[place].attendees.map(key)
        }
        for place in agreements.indices {
            result.agreements[place].parties = agreements[place].parties.map(key)
            result.agreements[place].signatories = agreements[place].signatories.map(key)
        }
        return result
    }
}
