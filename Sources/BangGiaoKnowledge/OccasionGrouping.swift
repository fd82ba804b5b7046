public import BangGiaoModel

/// Finds which of some meetings, or some agreements, of different documents are one occasion.
///
/// The result for those that nothing links with others doesn't depend on the others: so a store can
/// ask about a few at a time.
public enum OccasionGrouping {
    /// Returns the meetings' places by occasion; groups by first place.
    ///
    /// - Parameters:
    ///   - meetings: One document's meetings each, with the entities as they are known.
    ///   - documents: The document of each.
    ///   - serves: The country of each entity that isn't one.
    /// - Complexity: O(pairs that share kind, day and a member of a side).
    public static func groups(
        of meetings: [KnownMeeting], documents: [DocumentID], serves: [EntityKey: EntityKey]
    ) -> [[Int]] {
        OccasionGroups(
            documents: numbers(documents), keys: meetings.map(\.memberKeys),
            score: { meetings[$0].likeness(to: meetings[$1], serves: serves) }
        ).groups()
    }

    /// Returns the agreements' places by occasion; groups by first place.
    public static func groups(
        of agreements: [KnownAgreement], documents: [DocumentID]
    ) -> [[Int]] {
        OccasionGroups(
            documents: numbers(documents), keys: agreements.map(\.memberKeys),
            score: { agreements[$0].likeness(to: agreements[$1]) }
        ).groups()
    }

    /// Returns whether two meetings of different documents may be one.
    public static func links(
        _ first: KnownMeeting, _ second: KnownMeeting, serves: [EntityKey: EntityKey]
    ) -> Bool {
        first.likeness(to: second, serves: serves) > 0
    }

    /// Returns whether two agreements of different documents may be one.
    public static func links(_ first: KnownAgreement, _ second: KnownAgreement) -> Bool {
        first.likeness(to: second) > 0
    }

    private static func numbers(_ documents: [DocumentID]) -> [Int] {
        var numbers: [DocumentID: Int] = [:]
        return documents.map { document in
            let number = numbers[document] ?? numbers.count
            numbers[document] = number
            return number
        }
    }
}
