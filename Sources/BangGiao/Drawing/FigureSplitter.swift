import BangGiaoFormats
import BangGiaoKnowledge
import BangGiaoModel

/// Parts a knowledge base into pieces that are drawn one by one.
struct FigureSplitter {
    /// What a piece is called.
    struct Name: Hashable {
        /// In the name of a file: letters of ASCII, digits, hyphens.
        var file: String
        /// In a headline.
        var title: String
    }

    /// The country whose pairs are drawn; nil takes Viet Nam, else the most frequent.
    var home: CountryCode?

    /// Returns the pieces with something in them, in the order of years or of country codes.
    func parts(
        of base: KnowledgeBase, by split: DrawingRequest.Split
    ) -> [(name: Name, knowledge: KnowledgeBase)] {
        switch split {
        case .year: byYear(base)
        case .country: byCountry(base)
        }
    }

    private func byYear(_ base: KnowledgeBase) -> [(name: Name, knowledge: KnowledgeBase)] {
        let published = Dictionary(
            base.documents.map { ($0.id, $0.published) }, uniquingKeysWith: { first, _ in first })
        // What has no date of its own was told in the year of its document.
        func year(_ date: PartialDate?, _ sources: [Source]) -> Int? {
            if let date { return date.start.year }
            return sources.compactMap { published[$0.document] ?? nil }.map(\.start.year).min()
        }
        let years = Set(
            base.meetings.map { year($0.date, $0.sources) }
                + base.agreements.map { year($0.date, $0.sources) })
        return years.sorted { ($0 ?? .max) < ($1 ?? .max) }.map { wanted in
            var part = base
            part.meetings = base.meetings.filter { year($0.date, $0.sources) == wanted }
            part.agreements = base.agreements.filter { year($0.date, $0.sources) == wanted }
            let name = wanted.map(String.init)
            return (
                Name(file: name ?? "undated", title: name ?? "?"), part.forgettingOtherDocuments()
            )
        }
    }

    private func byCountry(_ base: KnowledgeBase) -> [(name: Name, knowledge: KnowledgeBase)] {
        let countries = Dictionary(
            base.entities.map { ($0.key, base.country(of: $0)) },
            uniquingKeysWith: { first, _ in first })
        func places(_ keys: [EntityKey]) -> Set<CountryCode?> {
            Set(keys.map { countries[$0] ?? nil })
        }
        let events =
            base.meetings.map { places(Array($0.sides.joined())) }
            + base.agreements.map { places($0.parties + $0.signatories) }
        var counts: [CountryCode: Int] = [:]
        for country in events.joined() {
            if let country { counts[country, default: 0] += 1 }
        }
        let wishes = [home, CountryCode("VN")].compactMap(\.self).filter { counts[$0] != nil }
        let most = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.first?.key
        guard let home = wishes.first ?? most else { return [] }
        var names = base.countryNames
        names[home] = names[home] ?? home.rawValue

        func part(_ keeps: (Set<CountryCode?>) -> Bool) -> KnowledgeBase {
            var part = base
            part.meetings = base.meetings.filter { keeps(places(Array($0.sides.joined()))) }
            part.agreements = base.agreements.filter {
                keeps(places($0.parties + $0.signatories))
            }
            return part.forgettingOtherDocuments()
        }
        var result: [(name: Name, knowledge: KnowledgeBase)] = []
        for country in counts.keys.sorted() where country != home {
            let knowledge = part { $0.contains(home) && $0.contains(country) }
            guard !knowledge.meetings.isEmpty || !knowledge.agreements.isEmpty else { continue }
            let title = [home, country].map { names[$0] ?? $0.rawValue }.joined(separator: " – ")
            let name = Name(file: "\(home.rawValue)-\(country.rawValue)", title: title)
            result.append((name, knowledge))
        }
        // What the home country did with international bodies, within itself, or had no part in.
        let rest = part { places in
            !(places.contains(home) && places.contains { $0 != nil && $0 != home })
        }
        if !rest.meetings.isEmpty || !rest.agreements.isEmpty {
            result.append((Name(file: "others", title: "…"), rest))
        }
        return result
    }
}
