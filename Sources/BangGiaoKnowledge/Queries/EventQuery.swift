public import BangGiaoModel

/// The question which meetings or agreements some took part in.
public struct EventQuery: Hashable, Sendable {
    /// Who took part: of each group one at least. A country's group is its people and agencies.
    public var groups: [Set<EntityKey>]
    /// Whether two groups must have stood on two sides, or be two of those bound.
    public var isBetween: Bool
    /// Which facts count.
    public var facts: FactFilter
    /// Which kinds of meetings; nil for any.
    public var meetingKinds: Set<Meeting.Kind>?
    /// Which kinds of agreements; nil for any.
    public var agreementKinds: Set<Agreement.Kind>?

    /// Makes a question.
    public init(
        _ groups: [Set<EntityKey>] = [], isBetween: Bool = false, facts: FactFilter = FactFilter(),
        meetingKinds: Set<Meeting.Kind>? = nil, agreementKinds: Set<Agreement.Kind>? = nil
    ) {
        self.groups = groups
        self.isBetween = isBetween
        self.facts = facts
        self.meetingKinds = meetingKinds
        self.agreementKinds = agreementKinds
    }

    /// Returns the meetings by date, those without one last.
    ///
    /// - Complexity: O(size of the base).
    public func meetings(in base: KnowledgeBase) -> [KnownMeeting] {
        base.meetings.filter { meeting in
            guard facts.admits(meeting), meetingKinds?.contains(meeting.kind) ?? true else {
                return false
            }
            return isBetween
                ? isApart(meeting.sides)
                : areThere(Set(meeting.sides.joined()).union(meeting.attendees))
        }.sorted { isEarlier(($0.date, $0.id), ($1.date, $1.id)) }
    }

    /// Returns the agreements by date, those without one last.
    ///
    /// - Complexity: O(size of the base).
    public func agreements(in base: KnowledgeBase) -> [KnownAgreement] {
        base.agreements.filter { agreement in
            guard facts.admits(agreement), agreementKinds?.contains(agreement.kind) ?? true else {
                return false
            }
            return isBetween
                ? isApart(agreement.parties.map { [$0] })
                    || isApart(agreement.signatories.map { [$0] })
                : areThere(Set(agreement.parties + agreement.signatories))
        }.sorted { isEarlier(($0.date, $0.id), ($1.date, $1.id)) }
    }

    private func areThere(_ members: Set<EntityKey>) -> Bool {
        groups.allSatisfy { !$0.isDisjoint(with: members) }
    }

    /// Whether each group is on a side of its own.
    private func isApart(_ sides: [[EntityKey]]) -> Bool {
        func isPlaced(_ group: Int, _ taken: Set<Int>) -> Bool {
            guard group < groups.count else { return true }
            return sides.indices.contains { side in
                !taken.contains(side) && !groups[group].isDisjoint(with: sides[side])
                    && isPlaced(group + 1, taken.union([side]))
            }
        }
        return isPlaced(0, [])
    }
}

/// Orders by first day, then by last, those without a date last; then by id.
func isEarlier(_ left: (PartialDate?, String), _ right: (PartialDate?, String)) -> Bool {
    if left.0 != right.0 {
        guard let first = left.0 else { return false }
        guard let second = right.0 else { return true }
        if first < second || second < first { return first < second }
    }
    return precedes(left.1, right.1)
}

/// The question what is known of someone in the order of time: offices, meetings, agreements.
public struct TimelineQuery: Hashable, Sendable {
    /// Whose; a country's group is its people and agencies.
    public var group: Set<EntityKey>
    /// Which facts count.
    public var facts: FactFilter

    /// Makes a question.
    public init(_ group: Set<EntityKey>, facts: FactFilter = FactFilter()) {
        self.group = group
        self.facts = facts
    }

    /// A fact with the date under which it stands: of an office the day on which a term was first
    /// seen.
    public struct Entry: Hashable, Sendable {
        /// The date; nil where none is known.
        public var date: PartialDate?
        /// The last day on which an office was seen, where it isn't the first.
        public var lastSeen: PartialDate?
        /// The fact.
        public var fact: EdgeFact

        init(date: PartialDate?, lastSeen: PartialDate? = nil, fact: EdgeFact) {
            self.date = date
            self.lastSeen = lastSeen
            self.fact = fact
        }

        /// Makes an entry of a meeting.
        public init(_ meeting: KnownMeeting) {
            self.init(
                date: meeting.date,
                fact: EdgeFact(
                    id: meeting.id, content: .meeting(meeting), sources: meeting.sources))
        }

        /// Makes an entry of an agreement.
        public init(_ agreement: KnownAgreement) {
            self.init(
                date: agreement.date,
                fact: EdgeFact(
                    id: agreement.id, content: .agreement(agreement), sources: agreement.sources))
        }
    }

    /// Returns the facts by date, those without one last; an office once a term that has days asked
    /// for.
    ///
    /// - Complexity: O(size of the base).
    public func entries(in base: KnowledgeBase) -> [Entry] {
        let events = EventQuery([group], facts: facts)
        var entries = events.meetings(in: base).map { Entry($0) }
        entries += events.agreements(in: base).map { Entry($0) }
        for position in base.positions where facts.admits(position) {
            let members =
                [position.person, position.of] + [position.accreditedTo].compactMap(\.self)
            if group.isDisjoint(with: members) { continue }
            let fact = EdgeFact(
                id: position.id, content: .position(position), sources: position.sources)
            let terms = position.terms.isEmpty ? [[]] : position.terms
            entries += terms.filter { facts.admits(term: $0) }.map { term in
                Entry(
                    date: term.first, lastSeen: term.last == term.first ? nil : term.last,
                    fact: fact)
            }
        }
        return entries.sorted { isEarlier(($0.date, $0.fact.id), ($1.date, $1.fact.id)) }
    }
}
