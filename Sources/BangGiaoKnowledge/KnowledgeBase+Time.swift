public import BangGiaoModel

extension KnowledgeBase {
    /// Returns what had happened, and had been seen, by the end of a date.
    ///
    /// A meeting or an agreement is left out where its date begins later; one without a date where
    /// every document that tells of it appeared later. An office is kept where a document saw it
    /// held by then; that documents are silent about it afterwards ends nothing, and that one calls
    /// it former ends it only from the day of that document on. Documents without a day tell of any
    /// time.
    /// - Complexity: O(size of the base).
    public func standing(at date: PartialDate) -> KnowledgeBase {
        let day = date.lastDay
        let published = Dictionary(
            documents.map { ($0.id, $0.published?.firstDay) },
            uniquingKeysWith: { first, _ in first })
        func isTold(_ sources: [Source]) -> Bool {
            sources.contains { source in
                guard let published = published[source.document] ?? nil else { return true }
                return published <= day
            }
        }
        var result = self
        result.meetings.removeAll { meeting in
            meeting.date.map { $0.firstDay > day } ?? !isTold(meeting.sources)
        }
        let meetings = Set(result.meetings.map(\.id))
        result.agreements.removeAll { agreement in
            agreement.date.map { $0.firstDay > day } ?? !isTold(agreement.sources)
        }
        for place in result.agreements.indices
        where !meetings.contains(result.agreements[place].meeting ?? "") {
            result.agreements[place].meeting = nil
        }
        result.positions = positions.compactMap { position in
            var position = position
            position.seen.removeAll { $0.firstDay > day }
            position.endedBy.removeAll { $0.firstDay > day }
            guard isTold(position.sources) || !position.seen.isEmpty else { return nil }
            // Called former later than seen, it is over; called so only afterwards, it wasn't yet.
            if let last = position.seen.last, position.endedBy.last.map({ $0 < last }) ?? true {
                position.status = nil
            } else if !position.endedBy.isEmpty {
                position.status = .former
            }
            return position
        }
        return result
    }
}

extension KnownPosition {
    /// The days on which an office was seen held, parted where a document in between called it
    /// former: two terms stay two, and nothing else ends one.
    ///
    /// - Complexity: O(*n* log *n*) in the number of days.
    public var terms: [[PartialDate]] {
        var terms: [[PartialDate]] = []
        var ends = endedBy[...]
        for day in seen {
            var isOver = terms.isEmpty
            while let end = ends.first, end < day {
                isOver = isOver || terms.last?.last.map { $0 <= end } ?? false
                ends = ends.dropFirst()
            }
            if isOver {
                terms.append([day])
            } else {
                terms[terms.count - 1].append(day)
            }
        }
        return terms
    }
}
