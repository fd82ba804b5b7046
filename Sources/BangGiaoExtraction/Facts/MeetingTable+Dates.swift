import BangGiaoModel

extension MeetingTable {
    /// Dates by what an occasion is tied to: the talks before a signing, the visit under way.
    mutating func inheritDates() {
        for index in occasions.indices
        where occasions[index].kind == .visit && occasions[index].date == nil
            && occasions[index].dayNumbers.isEmpty && occasions[index].tense != .planned
            && !occasions[index].isInferred
        {
            // A visit known only by a day inside it.
            let visit = occasions[index]
            let inside = occasions.first {
                // A picture may show an older occasion.
                $0.kind != .visit && $0.date != nil && $0.story == visit.story
                    && $0.frame != "caption"
                    && $0.members.contains(where: visit.sides[0].contains)
                    && $0.sides.contains { side in
                        !side.contains(where: visit.sides[0].contains)
                            && sides.countries(side).contains(
                                where: sides.countries(visit.sides[1]).contains)
                    }
            }
            if let date = inside?.date { occasions[index].date = times.month(of: date) }
        }
        let visits = occasions.filter { $0.kind == .visit && $0.date != nil && $0.status == .held }
        for index in occasions.indices
        where occasions[index].date == nil && occasions[index].dayNumbers.isEmpty
            && occasions[index].kind != .visit && occasions[index].status == .held
        {
            let occasion = occasions[index]
            for visit in visits where visit.story == occasion.story && visit.sides.count > 1 {
                let travellers = sides.persons(visit.sides[0])
                guard travellers.contains(where: occasion.members.contains), let date = visit.date
                else { continue }
                let hosts = sides.countries(visit.sides[1])
                let others = occasion.sides.filter { !$0.contains(where: travellers.contains) }
                guard
                    others.contains(where: { sides.countries($0).contains(where: hosts.contains) })
                else { continue }
                occasions[index].date = times.month(of: date)
                break
            }
        }
        inheritYears()
        inheritFollowers()
    }

    /// Gives an occasion the year in the name of its conference, else of the one told beside it.
    private mutating func inheritYears() {
        for index in occasions.indices
        where occasions[index].date == nil && occasions[index].status == .held {
            let own = occasions[index].year
            let beside = occasions.first { other in
                other.kind == .session && other.year != nil
                    && other.story == occasions[index].story
                    && other.triggers.contains {
                        sentences[occasions[index].evidence].tokens.contains($0)
                    }
            }
            guard let year = own ?? beside?.year else { continue }
            occasions[index].date = PartialDate(year: year)
        }
    }

    /// Gives an occasion right after which another came about the year of that other.
    private mutating func inheritFollowers() {
        for index in occasions.indices
        where occasions[index].isJustBefore && occasions[index].date == nil
            && occasions[index].dayNumbers.isEmpty
        {
            // "diễn ra ngay sau chuyến thăm của A": in the year of what followed.
            let before = occasions[index]
            let next = occasions.first {
                !$0.isJustBefore && $0.date != nil && $0.story == before.story
                    && $0.triggers.contains { sentences[before.first].tokens.contains($0) }
            }
            guard let date = next?.date, date.start.month ?? 1 > 1 else { continue }
            occasions[index].date = PartialDate(year: date.start.year)
        }
    }
}
