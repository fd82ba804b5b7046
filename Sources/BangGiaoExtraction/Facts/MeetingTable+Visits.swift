import BangGiaoModel

/// Where visits went of which the text names only the traveller.
extension MeetingTable {
    /// Completes "chuyến thăm của A": in an article on two states A went to the other one.
    mutating func completeVisits() {
        for index in occasions.indices
        where occasions[index].kind == .visit && occasions[index].sides.count == 1
            && occasions[index].section == .body && !occasions[index].isSupport
            && Self.told.contains(occasions[index].frame)
        {
            let who = occasions[index].sides[0]
            let codes = sides.countries(who)
            guard sides.hasPerson(who), codes.count == 1, !travels(who, besides: index),
                let pair = states(ofStory: occasions[index].story)
            else { continue }
            let others = pair.filter { sides.countries($0) != codes }
            guard others.count == 1 else { continue }
            occasions[index].sides.append(others[0])
            occasions[index].isOpen = false
            occasions[index].isInferred = true
        }
    }

    /// The frames that name who travels, and nobody else.
    private static let told: Set<String> = ["of", "makes", "comes"]

    /// Whether the text tells of another visit of somebody: the one without a goal may be that.
    private func travels(_ who: [Int], besides index: Int) -> Bool {
        occasions.indices.contains {
            $0 != index && occasions[$0].kind == .visit && occasions[$0].sides.count > 1
                && occasions[$0].sides[0].contains(where: who.contains)
        }
    }
}
