import BangGiaoModel

extension KnownMeeting {
    /// What another document's meeting must have in common with this one to be compared with it,
    /// beside a member of a side: the kind and the day. Nil without a day; then it joins none.
    public var blockKey: String? {
        guard let date, date.isDay else { return nil }
        return "\(kind.rawValue) \(date)"
    }

    /// The block key with each member of a side.
    var memberKeys: [String] {
        guard let blockKey else { return [] }
        return sides.joined().map { "\(blockKey) \($0.rawValue)" }.unique()
    }

    /// Returns how many members of sides two meetings share; 0 where they aren't one occasion.
    ///
    /// - Parameter serves: The country of each entity.
    func likeness(to other: KnownMeeting, serves: [EntityKey: EntityKey]) -> Int {
        guard kind == other.kind, date == other.date else { return 0 }
        return alignment(of: other, serves: serves)?.shared ?? 0
    }

    /// Joins what documents tell of one occasion; its id is the first one's.
    ///
    /// - Parameter meetings: One at least, by id.
    init(joining meetings: [KnownMeeting], serves: [EntityKey: EntityKey]) {
        self = meetings[0]
        guard meetings.count > 1 else { return }
        var rest = Array(meetings.dropFirst())
        while let next = rest.firstIndex(where: { alignment(of: $0, serves: serves) != nil }) {
            let other = rest.remove(at: next)
            guard let alignment = alignment(of: other, serves: serves) else { break }
            for (side, place) in zip(other.sides, alignment.places) {
                let known = Set(sides.joined())
                let added = side.filter { !known.contains($0) }.sorted()
                if let place {
                    sides[place] += added
                } else if !added.isEmpty {
                    sides.append(added)
                }
            }
        }
        for place in sides.indices {
            // Where its bodies are known, the country stands for them no longer.
            let countries = Set(sides[place].compactMap { serves[$0] })
            sides[place].removeAll { countries.contains($0) }
        }
        let present = Set(sides.joined())
        attendees = Set(meetings.flatMap(\.attendees)).subtracting(present).sorted()
        place = meetings.lazy.compactMap(\.place).first
        status = meetings.contains { $0.status == .held } ? .held : .planned
        section = meetings.contains { $0.section == .body } ? .body : .related
        sources = meetings.flatMap(\.sources).sorted()
    }

    /// Finds for each side of another meeting the place of the same side of this one.
    ///
    /// Two sides against two must both fit: share a member, or the one is the country of the other;
    /// of more sides two must share a member. A member on two sides speaks against.
    private func alignment(
        of other: KnownMeeting, serves: [EntityKey: EntityKey]
    ) -> (places: [Int?], shared: Int)? {
        let shared = other.sides.map { side in
            sides.map { Set($0).intersection(side).count }
        }
        guard shared.allSatisfy({ row in row.count { $0 > 0 } < 2 }) else { return nil }
        if sides.count == 2, other.sides.count == 2 {
            func fits(_ theirs: Int, _ ours: Int) -> Bool {
                shared[theirs][ours] > 0
                    || stands(other.sides[theirs], for: sides[ours], serves: serves)
                    || stands(sides[ours], for: other.sides[theirs], serves: serves)
            }
            for places in [[0, 1], [1, 0]] {
                let count = shared[0][places[0]] + shared[1][places[1]]
                let crossed = shared[0][places[1]] + shared[1][places[0]]
                if count > 0, crossed == 0, fits(0, places[0]), fits(1, places[1]) {
                    return (places, count)
                }
            }
            return nil
        }
        let places = shared.map { row in row.firstIndex { $0 > 0 } }
        let found = places.compactMap(\.self)
        guard found.count > 1, Set(found).count == found.count else { return nil }
        return (places, shared.joined().reduce(0, +))
    }

    /// Whether a side is just the country that all of another side serve.
    private func stands(
        _ side: [EntityKey], for other: [EntityKey], serves: [EntityKey: EntityKey]
    ) -> Bool {
        side.count == 1 && other.allSatisfy { serves[$0] == side[0] }
    }
}

extension PartialDate {
    /// Whether the date is one day.
    var isDay: Bool { end == nil && start.day != nil }
}

extension Source: Comparable {
    /// Orders by document, then by place in it.
    public static func < (left: Source, right: Source) -> Bool {
        (left.document, left.evidence.span) < (right.document, right.evidence.span)
    }
}
