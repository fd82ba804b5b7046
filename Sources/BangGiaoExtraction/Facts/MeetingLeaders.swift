import BangGiaoModel

/// Finds whom the text means without a name: "nhà lãnh đạo Lào", "người đồng cấp Nga".
struct MeetingLeaders {
    private let document: ResolvedDocument
    /// For each country those who lead it, as far as the text names them.
    private var leaders: [CountryCode: [Int]] = [:]
    /// The same for their deputies.
    private var deputies: [CountryCode: [Int]] = [:]

    init(document: ResolvedDocument, grammar: MeetingGrammar) {
        self.document = document
        for position in document.positions
        where position.status == nil && position.holding != .envoy
            && document.entities[position.of].kind == .country
        {
            let title = TextFolding.key(position.title)
            if grammar.secondaryTitles.contains(where: title.hasPrefix) { continue }
            let country = document.entities[position.of].country
            if position.title.hasPrefix(Self.deputy) {
                Self.add(position.person, of: country, to: &deputies)
            } else {
                Self.add(position.person, of: country, to: &leaders)
            }
        }
        for mention in document.annotated.mentions
        where mention.kind == .person && mention.entity >= 0 {
            // "nhà lãnh đạo Kim Jong-un": no office, but he leads.
            let before = mention.range.lowerBound..<mention.core.lowerBound
            let keys = document.annotated.tokens[before].map(\.key)
            guard keys.starts(with: Self.leader) || keys.dropFirst().starts(with: Self.leader),
                keys.count <= 3
                    || document.annotated.mentions.contains(where: {
                        $0.kind == .country && $0.range.upperBound == before.upperBound
                    })
            else { continue }
            Self.add(
                mention.entity, of: document.entities[mention.entity].country, to: &leaders)
        }
    }

    private static let deputy = "Phó"
    private static let leader = [WordKey("lãnh"), WordKey("đạo")]
    private static let one = WordKey("một")

    private static func add(
        _ person: Int, of country: CountryCode?, to table: inout [CountryCode: [Int]]
    ) {
        guard let country, !(table[country] ?? []).contains(person) else { return }
        table[country, default: []].append(person)
    }

    /// The only person whom the text names as leading a country; where it names no head, a deputy.
    func leader(of country: CountryCode) -> Int? {
        guard let found = leaders[country] ?? deputies[country], found.count == 1 else {
            return nil
        }
        return found[0]
    }

    /// Puts those meant in the place of the words for them.
    func resolve(_ pieces: inout [MeetingPiece]) {
        var index = 0
        while index + 1 < pieces.count {
            if let country = country(after: index, in: pieces),
                let person = person(at: index, of: country, in: pieces),
                let mention = document.entities[person].mentions.first
            {
                pieces[index].kind = .mention
                pieces[index].range =
                    pieces[index].range.lowerBound..<pieces[index + 1].range.upperBound
                pieces[index].index = mention
                pieces[index].word = .nothing
                pieces.remove(at: index + 1)
            }
            index += 1
        }
    }

    /// The country right behind a piece, where no name follows it: "người đồng cấp Nga Lavrov".
    private func country(after index: Int, in pieces: [MeetingPiece]) -> CountryCode? {
        let word = pieces[index].word
        guard
            word.role == .counterpart || word.role == .leaders && word.isLeader && !word.isOfficial,
            pieces[index + 1].isMention
        else { return nil }
        let mention = document.annotated.mentions[pieces[index + 1].index]
        guard mention.kind == .country, mention.entity >= 0 else { return nil }
        if index + 2 < pieces.count {
            let next = pieces[index + 2]
            if next.isMention || next.isDash || isList(from: index + 2, in: pieces) { return nil }
            if next.kind == .other, document.annotated.tokens[next.range.lowerBound].isCapital {
                return nil
            }
        }
        return document.entities[mention.entity].country
    }

    /// Whether another country follows: "lãnh đạo Nga và Lào".
    private func isList(from index: Int, in pieces: [MeetingPiece]) -> Bool {
        guard index + 1 < pieces.count, pieces[index].role == .and || pieces[index].isComma,
            pieces[index + 1].isMention
        else { return false }
        return document.annotated.mentions[pieces[index + 1].index].kind == .country
    }

    private func person(
        at index: Int, of country: CountryCode, in pieces: [MeetingPiece]
    ) -> Int? {
        if pieces[index].role == .counterpart {
            return counterpart(before: index, of: country, in: pieces)
        }
        // "một lãnh đạo Lào", "các lãnh đạo Lào"
        if index > 0 {
            let before = pieces[index - 1]
            let last = document.annotated.tokens[before.range.upperBound - 1]
            if before.role == .plural || before.role == .each || before.role == .two
                || last.isNumber || last.key == Self.one
            {
                return nil
            }
        }
        return leader(of: country)
    }

    /// Who holds in a country the office of the person named last before.
    private func counterpart(
        before index: Int, of country: CountryCode, in pieces: [MeetingPiece]
    ) -> Int? {
        guard let last = pieces[..<index].last(where: { isOfficial($0) }) else { return nil }
        let mention = document.annotated.mentions[last.index]
        var titles = Set(mention.offices.map(\.title))
        for position in document.positions
        where position.person == mention.entity && position.status == nil {
            titles.insert(position.title)
        }
        var found: Set<Int> = []
        for position in document.positions
        where position.status == nil && position.person != mention.entity
            && titles.contains(position.title)
            && document.entities[position.person].country == country
        {
            found.insert(position.person)
        }
        return found.count == 1 ? found.first : nil
    }

    private func isOfficial(_ piece: MeetingPiece) -> Bool {
        guard piece.isMention else { return false }
        let kind = document.annotated.mentions[piece.index].kind
        return kind == .person || kind == .office
    }
}
