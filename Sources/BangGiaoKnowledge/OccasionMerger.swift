import BangGiaoModel

/// Joins what several documents tell of one meeting or one agreement.
struct OccasionMerger {
    let source: SourceEntities
    let canonical: [Int]
    /// The known entities, of which some stand for their country and the other way round.
    let entities: [KnownEntity]

    func merge() -> (meetings: [KnownMeeting], agreements: [KnownAgreement]) {
        var meetings: [KnownMeeting] = []
        var agreements: [KnownAgreement] = []
        var documents: [String: Int] = [:]
        for (number, document) in source.documents.enumerated() {
            for meeting in document.meetings {
                if let known = known(meeting, in: number) {
                    meetings.append(known)
                    documents[known.id] = number
                }
            }
            for agreement in document.agreements {
                if let known = known(agreement, in: number) {
                    agreements.append(known)
                    documents[known.id] = number
                }
            }
        }
        meetings.sort { precedes($0.id, $1.id) }
        agreements.sort { precedes($0.id, $1.id) }
        let serves = serves()
        let meetingGroups = OccasionGroups(
            documents: meetings.map { documents[$0.id] ?? 0 },
            keys: meetings.map(\.memberKeys),
            score: { meetings[$0].likeness(to: meetings[$1], serves: serves) }
        ).groups()
        let agreementGroups = OccasionGroups(
            documents: agreements.map { documents[$0.id] ?? 0 },
            keys: agreements.map(\.memberKeys),
            score: { agreements[$0].likeness(to: agreements[$1]) }
        ).groups()
        var meetingOf: [String: String] = [:]
        for group in meetingGroups {
            for member in group { meetingOf[meetings[member].id] = meetings[group[0]].id }
        }
        return (
            meetingGroups.map { KnownMeeting(joining: $0.map { meetings[$0] }, serves: serves) },
            agreementGroups.map { group in
                var joined = KnownAgreement(joining: group.map { agreements[$0] })
                joined.meeting = joined.meeting.flatMap { meetingOf[$0] }
                return joined
            }
        )
    }

    /// The country of each known entity that has one, so that "Lào" can stand for its ministry.
    private func serves() -> [EntityKey: EntityKey] {
        var countries: [CountryCode: EntityKey] = [:]
        for entity in entities where entity.kind == .country {
            guard let code = entity.country, countries[code] == nil else { continue }
            countries[code] = entity.key
        }
        var result: [EntityKey: EntityKey] = [:]
        for entity in entities where entity.kind != .country {
            result[entity.key] = entity.country.flatMap { countries[$0] }
        }
        return result
    }

    private func known(_ meeting: Meeting, in number: Int) -> KnownMeeting? {
        let sides = meeting.sides.map { keys($0, in: number) }.filter { !$0.isEmpty }
        guard sides.count > 1 else { return nil }
        return KnownMeeting(
            id: id(meeting.id, in: number), kind: meeting.kind, sides: sides,
            attendees: keys(meeting.attendees, in: number), date: meeting.date,
            place: meeting.place, status: meeting.status, section: meeting.section,
            sources: [evidence(meeting.evidence, in: number)])
    }

    private func known(_ agreement: Agreement, in number: Int) -> KnownAgreement? {
        let parties = keys(agreement.parties, in: number)
        guard !parties.isEmpty else { return nil }
        return KnownAgreement(
            id: id(agreement.id, in: number), kind: agreement.kind, parties: parties,
            signatories: keys(agreement.signatories, in: number), title: agreement.title,
            date: agreement.date, status: agreement.status,
            meeting: agreement.meeting.map { id($0, in: number) }, section: agreement.section,
            sources: [evidence(agreement.evidence, in: number)])
    }

    private func keys(_ ids: [EntityID], in number: Int) -> [EntityKey] {
        ids.compactMap { source.place($0, in: number) }
            .map { source.items[canonical[$0]].key }.unique()
    }

    private func id(_ local: String, in number: Int) -> String {
        "\(source.documents[number].document.id.rawValue)#\(local)"
    }

    private func evidence(_ evidence: Evidence, in number: Int) -> Source {
        Source(document: source.documents[number].document.id, evidence: evidence)
    }
}

/// Groups of occasions that different documents tell of.
struct OccasionGroups {
    /// The document of each occasion.
    var documents: [Int]
    /// What an occasion must share with another to be compared at all.
    var keys: [[String]]
    /// How alike two occasions are; 0 for two that are not one.
    var score: (Int, Int) -> Int

    /// Joins the most alike first; two occasions of one document stay two.
    func groups() -> [[Int]] {
        var blocks: [String: [Int]] = [:]
        for (occasion, keys) in keys.enumerated() {
            for key in keys { blocks[key, default: []].append(occasion) }
        }
        var compared: Set<[Int]> = []
        var pairs: [(score: Int, first: Int, second: Int)] = []
        for block in blocks.values {
            for (place, first) in block.enumerated() {
                for second in block[(place + 1)...]
                where documents[first] != documents[second]
                    && compared.insert([first, second]).inserted
                {
                    let score = score(first, second)
                    if score > 0 { pairs.append((score, first, second)) }
                }
            }
        }
        pairs.sort { ($1.score, $0.first, $0.second) < ($0.score, $1.first, $1.second) }
        var clusters = Clustering(
            documents: documents, countries: documents.map { _ in nil })
        for pair in pairs { clusters.unite(pair.first, pair.second) }
        var groups: [Int: [Int]] = [:]
        for (occasion, root) in clusters.allRoots().enumerated() {
            groups[root, default: []].append(occasion)
        }
        return groups.sorted { $0.key < $1.key }.map(\.value)
    }
}

extension Array where Element: Hashable {
    /// The elements without repetition, each at its first place.
    func unique() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
