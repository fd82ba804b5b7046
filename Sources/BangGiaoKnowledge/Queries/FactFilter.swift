public import BangGiaoModel

/// How a fact relates entities, as a question names it.
public enum Relation: String, Hashable, Sendable, CaseIterable {
    /// They met.
    case meeting
    /// They are bound by an agreement, or sign it.
    case agreement
    /// One holds an office in the other, or is its envoy there.
    case position
    /// An agency belongs to another one.
    case partOf = "part-of"
    /// A person or an agency is of a country.
    case represents
}

extension EdgeKind {
    /// The relation of which an edge of the kind is.
    public var relation: Relation {
        switch self {
        case .met: .meeting
        case .agreed, .signed: .agreement
        case .holds, .accreditedTo: .position
        case .partOf: .partOf
        case .represents: .represents
        }
    }
}

/// Which facts a question or a drawing takes account of.
///
/// Whom an agency is part of and of which country someone is has neither a date nor a doubt: only
/// ``relations`` and ``kinds`` ask for it. A meeting, an agreement or an office without a date is
/// left out where dates are asked for.
public struct FactFilter: Hashable, Sendable {
    /// How entities may be related; nil for any relation.
    public var relations: Set<Relation>?
    /// Which kinds of entities take part.
    public var kinds: Set<Entity.Kind>
    /// Facts must not be over before the first day of this date.
    public var since: PartialDate?
    /// Facts must not begin after the last day of this date.
    public var until: PartialDate?
    /// How likely the best source of a fact must be right, from 0 to 1, in whole percent.
    public var minimumConfidence: Double

    /// Makes a filter; without arguments it lets everything pass.
    public init(
        relations: Set<Relation>? = nil, kinds: Set<Entity.Kind> = Set(Entity.Kind.allCases),
        since: PartialDate? = nil, until: PartialDate? = nil, minimumConfidence: Double = 0
    ) {
        self.relations = relations
        self.kinds = kinds
        self.since = since
        self.until = until
        self.minimumConfidence = minimumConfidence
    }

    /// Whether it lets everything pass.
    public var isOpen: Bool { self == FactFilter() }

    /// Whether no fact can pass, as the dates asked for end before they begin.
    public var isContradictory: Bool { days.map(\.isEmpty) ?? false }

    /// Returns whether a relation may be used.
    public func admits(_ relation: Relation) -> Bool { relations?.contains(relation) ?? true }

    /// Returns whether a meeting passes.
    public func admits(_ meeting: KnownMeeting) -> Bool {
        admits(.meeting) && admits(span: meeting.date.map(daySpan)) && admits(meeting.sources)
    }

    /// Returns whether an agreement passes.
    public func admits(_ agreement: KnownAgreement) -> Bool {
        admits(.agreement) && admits(span: agreement.date.map(daySpan)) && admits(agreement.sources)
    }

    /// Returns whether an office passes: it was seen held from one to another day of a term, and
    /// some of these days is asked for.
    public func admits(_ position: KnownPosition) -> Bool {
        guard admits(.position), admits(position.sources) else { return false }
        return days == nil || position.terms.contains { admits(term: $0) }
    }

    /// Whether some of the days of a term is asked for; of one without a day, whether any is.
    func admits(term: [PartialDate]) -> Bool { admits(span: daySpan(ofTerm: term)) }

    /// The days asked for, by day numbers; nil for any, empty where they contradict each other.
    var days: Range<Int32>? {
        guard since != nil || until != nil else { return nil }
        let first = since.map { Int32($0.firstDay) } ?? .min
        let end = until.map { Int32($0.lastDay) + 1 } ?? .max
        return first..<max(first, end)
    }

    /// The confidence asked for, in percent.
    var minimumPercent: UInt8 { percent(minimumConfidence) }

    private func admits(span: Range<Int32>?) -> Bool {
        days.map { days in span?.overlaps(days) ?? false } ?? true
    }

    private func admits(_ sources: [Source]) -> Bool {
        percent(sources.map(\.evidence.confidence).max() ?? 0) >= minimumPercent
    }
}

/// Returns a probability in whole percent, rounded down as written: 0.29 is 29.
func percent(_ probability: Double) -> UInt8 {
    UInt8((probability * 100 + 1e-9).rounded(.down).clamped(to: 0...100))
}

extension Double {
    fileprivate func clamped(to range: ClosedRange<Double>) -> Double {
        Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
    }
}

/// Returns the days of a date, by day numbers.
func daySpan(_ date: PartialDate) -> Range<Int32> {
    Int32(date.firstDay)..<Int32(date.lastDay) + 1
}

extension KnownPosition {
    /// From the first to the last day on which each term was seen, by day numbers, ascending.
    var spans: [Range<Int32>] {
        terms.compactMap(daySpan(ofTerm:))
    }
}

/// Returns the days from the first to the last of a term, by day numbers; nil where it has none.
private func daySpan(ofTerm term: [PartialDate]) -> Range<Int32>? {
    guard let first = term.first, let last = term.map(\.lastDay).max() else { return nil }
    return Int32(first.firstDay)..<Int32(last) + 1
}

extension KnowledgeBase {
    /// Returns the facts that pass a filter, and whom they relate.
    ///
    /// An open filter changes nothing. Any other leaves out entities that no fact left relates to
    /// another one; parents and countries of those left are kept where ``FactFilter/relations`` and
    /// ``FactFilter/kinds`` admit them.
    /// - Complexity: O(size of the base).
    public func filtered(by filter: FactFilter) -> KnowledgeBase {
        if filter.isOpen { return self }
        var result = self
        if !filter.admits(.partOf) {
            for place in result.entities.indices { result.entities[place].parent = nil }
        }
        result.meetings.removeAll { !filter.admits($0) }
        result.agreements.removeAll { !filter.admits($0) }
        result.positions.removeAll { !filter.admits($0) }
        result = result.restricted(
            to: entities.lazy.filter { filter.kinds.contains($0.kind) }.map(\.key))
        return result.restricted(to: result.relatedEntities(filter))
    }

    /// Those whom some fact relates, with all agencies above them and, where admitted, their states;
    /// where no fact but those ties is asked for, all whom they relate.
    private func relatedEntities(_ filter: FactFilter) -> Set<EntityKey> {
        let ties: Set<Relation> = [.partOf, .represents]
        let asksOnlyForTies = filter.relations?.isSubset(of: ties) ?? false
        let bases = asksOnlyForTies ? Set(entities.map(\.key)) : referredEntities
        var keys = asksOnlyForTies ? [] : bases
        let states = Dictionary(
            entities.compactMap { state in
                state.kind == .country ? state.country.map { ($0, state.key) } : nil
            }, uniquingKeysWith: { first, _ in first })
        for base in bases {
            var child = entity(base)
            while let parent = child?.parent {
                keys.insert(base)
                guard keys.insert(parent).inserted else { break }
                child = entity(parent)
            }
        }
        guard filter.admits(.represents) else { return keys }
        for key in asksOnlyForTies ? bases : keys {
            guard let entity = entity(key), let state = entity.country.flatMap({ states[$0] }),
                state != key
            else { continue }
            keys.formUnion([key, state])
        }
        return keys
    }
}
