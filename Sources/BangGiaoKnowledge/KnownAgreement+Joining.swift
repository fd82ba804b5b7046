import BangGiaoModel

extension KnownAgreement {
    /// What another document's agreement must have in common with this one to be compared with it,
    /// beside a party: the kind and the date, and the title where the date isn't a day. Nil where it
    /// has neither day nor title; then it joins none.
    public var blockKey: String? {
        let time = date.map(\.description) ?? ""
        if let date, date.isDay { return "\(kind.rawValue) \(time)" }
        return title.map { "\(kind.rawValue) \(time) \(NameKey($0).folded)" }
    }

    /// The block key with each party.
    var memberKeys: [String] {
        guard let blockKey else { return [] }
        return parties.map { "\(blockKey) \($0.rawValue)" }.unique()
    }

    /// Returns how much two agreements share; 0 where they aren't one.
    ///
    /// One are those of a kind, between the same parties (or two of them at least), of one day or
    /// of one title and equally dated. Two titles make two agreements.
    func likeness(to other: KnownAgreement) -> Int {
        guard kind == other.kind, date == other.date else { return 0 }
        let titles = [title, other.title].compactMap(\.self)
        guard titles.count == 2 || date?.isDay == true else { return 0 }
        let shared = Set(parties).intersection(other.parties).count
        guard shared > 1 || Set(parties) == Set(other.parties) else { return 0 }
        if titles.count == 2, titles[0] != titles[1],
            NameKey(titles[0]).folded != NameKey(titles[1]).folded
        {
            return 0
        }
        return shared + (titles.count == 2 ? 2 : 0)
    }

    /// Joins what documents tell of one agreement; its id is the first one's.
    ///
    /// - Parameter agreements: One at least, by id.
    init(joining agreements: [KnownAgreement]) {
        self = agreements[0]
        guard agreements.count > 1 else { return }
        parties += Set(agreements.flatMap(\.parties)).subtracting(parties).sorted()
        signatories += Set(agreements.flatMap(\.signatories)).subtracting(signatories).sorted()
        title = Tally(agreements.compactMap(\.title)).commonest
        let statuses = Set(agreements.map(\.status))
        status =
            [.signed, .agreed, .existing, .planned].first { statuses.contains($0) } ?? status
        meeting = agreements.lazy.compactMap(\.meeting).first
        section = agreements.contains { $0.section == .body } ? .body : .related
        sources = agreements.flatMap(\.sources).sorted()
    }
}
