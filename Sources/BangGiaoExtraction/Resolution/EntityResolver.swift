import BangGiaoModel

/// Resolves the mentions of one document to entities, by sieves from sure to likely.
///
/// Countries by code; persons by name, short forms by the names before them; agencies by name and
/// state; offices without a name by their only holder (Raghunathan 2010, Lee 2013: precision first).
struct EntityResolver: Sendable {
    let lexicon: Lexicon

    /// Returns the document with an entity for each mention that names one.
    func resolve(_ annotated: AnnotatedDocument) -> ResolvedDocument {
        var work = Resolution(annotated: annotated, lexicon: lexicon)
        work.resolveCountries()
        work.clusterPersons()
        work.settleAgencyPlaces()
        work.settlePersonStates()
        work.settleCounterparts()
        work.settlePredecessors()
        work.settleAgencyStates()
        work.clusterAgencies()
        work.resolveOffices()
        return work.finish()
    }
}

/// The state of one document's resolution.
struct Resolution {
    var annotated: AnnotatedDocument
    let lexicon: Lexicon
    var entities: [EntityDraft] = []
    var countryEntity: [CountryCode: Int] = [:]
    /// Where the text names states.
    var states = StateIndex()
    /// The state whose press this is: bodies without a state are its.
    let home = CountryCode("VN")

    var mentions: [Mention] {
        get { annotated.mentions }
        _modify { yield &annotated.mentions }
    }

    init(annotated: AnnotatedDocument, lexicon: Lexicon) {
        self.annotated = annotated
        self.lexicon = lexicon
    }

    // MARK: Countries

    mutating func resolveCountries() {
        var strong: Set<CountryCode> = []
        for index in mentions.indices
        where mentions[index].kind == .country && !mentions[index].isBare {
            if let code = mentions[index].country { strong.insert(code) }
        }
        for index in mentions.indices where mentions[index].kind == .country {
            guard let code = mentions[index].country else { continue }
            if mentions[index].isBare, !strong.contains(code), !acts(mentions[index]) { continue }
            let entity = country(code)
            attach(index, to: entity)
        }
        var points: [StateIndex.Point] = []
        for index in mentions.indices
        where mentions[index].kind == .country && mentions[index].entity >= 0 {
            guard let code = mentions[index].country else { continue }
            let token = mentions[index].range.lowerBound
            points.append(StateIndex.Point(token: token, code: code, story: story(of: token)))
        }
        states = StateIndex(points)
    }

    /// Whether what follows a name at the start of a sentence is something that a state does.
    private func acts(_ mention: Mention) -> Bool {
        let next = mention.range.upperBound
        for match in annotated.lattice[next] where match.table == .cue {
            switch lexicon.cues[Int(match.entry)].kind {
            case .breaks, .planned, .held, .negated, .and, .with, .meetingVerb, .agreementVerb:
                return true
            default: continue
            }
        }
        return false
    }

    /// Returns the entity of a country, made where there is none yet.
    mutating func country(_ code: CountryCode) -> Int {
        if let entity = countryEntity[code] { return entity }
        let name = lexicon.countryNames[code] ?? code.rawValue
        var draft = EntityDraft(kind: .country, name: name)
        draft.country = code
        entities.append(draft)
        countryEntity[code] = entities.count - 1
        return entities.count - 1
    }

    // MARK: Bookkeeping

    /// Makes a mention one of an entity's.
    mutating func attach(_ mention: Int, to entity: Int, aliases: [String]? = nil) {
        annotated.mentions[mention].entity = entity
        entities[entity].mentions.append(mention)
        let forms = aliases ?? [surface(mention)]
        for form in forms where !form.isEmpty && !entities[entity].aliases.contains(form) {
            entities[entity].aliases.append(form)
        }
    }

    /// Sorts the mentions by place, an outer one before what is nested in it, and renumbers them.
    private mutating func sortMentions() {
        let order = mentions.indices.sorted { one, other in
            let left = mentions[one].range
            let right = mentions[other].range
            if left.lowerBound != right.lowerBound { return left.lowerBound < right.lowerBound }
            if left.upperBound != right.upperBound { return left.upperBound > right.upperBound }
            return one < other
        }
        var number = [Int](repeating: 0, count: order.count)
        for (new, old) in order.enumerated() { number[old] = new }
        annotated.mentions = order.map { old in
            var mention = mentions[old]
            mention.parent = mention.parent.map { number[$0] }
            for index in mention.offices.indices {
                mention.offices[index].agency = mention.offices[index].agency.map { number[$0] }
                mention.offices[index].accreditedAgency =
                    mention.offices[index].accreditedAgency.map { number[$0] }
            }
            return mention
        }
        for index in entities.indices {
            entities[index].mentions = entities[index].mentions.map { number[$0] }.sorted()
        }
    }

    /// The text of a mention's core with single spaces.
    func surface(_ mention: Int) -> String {
        let text = annotated.text(mentions[mention].core)
        if text.hasOnlySingleSpaces { return text }
        return text.split { $0.isWhitespace }.joined(separator: " ")
    }

    func keys(_ range: Range<Int>) -> [WordKey] {
        annotated.tokens[range].compactMap { $0.kind == .mark ? nil : $0.key }
    }

    /// The sentence of a token.
    func sentence(of token: Int) -> Int {
        var low = 0
        var high = annotated.sentences.count
        while low + 1 < high {
            let middle = (low + high) / 2
            if annotated.sentences[middle].tokens.lowerBound <= token {
                low = middle
            } else {
                high = middle
            }
        }
        return low
    }

    /// The other article to which a token belongs, if it stands in a teaser.
    func story(of token: Int) -> Int? { annotated.sentences[sentence(of: token)].story }

    /// Puts the mentions in the order of the text, and builds the positions.
    mutating func finish() -> ResolvedDocument {
        sortMentions()
        var result = ResolvedDocument(
            annotated: annotated, entities: entities, positions: [], countryEntity: countryEntity)
        result.positions = PositionBuilder(lexicon: lexicon).positions(in: &result)
        return result
    }
}
