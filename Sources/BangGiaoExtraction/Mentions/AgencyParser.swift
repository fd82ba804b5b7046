import BangGiaoModel

/// An agency named in the text, with what belongs to it.
struct AgencyParse {
    /// All tokens: name, bracketed abbreviation, country, parents.
    var range: Range<Int>
    /// The tokens of the own name.
    var core: Range<Int>
    var name: String
    var kind: AgencyKind
    var level: Int
    var isInternational = false
    /// The states of the bodies named: one, or two for "Bộ Ngoại giao hai nước Việt-Nga".
    var countries: [CountryParse] = []
    /// Whether the bodies of two states are meant, told elsewhere: "Bộ Ngoại giao hai nước".
    var isDual = false
    /// The parent's parse; none or one.
    var parent: [AgencyParse] = []
    var impliedParent: String?
    var otherForms: [String] = []
    /// The state that the lexicon gives.
    var knownCountry: CountryCode?
    /// The state in which it is, where the text tells that beside the name.
    var seat: CountryCode?
    /// Further bodies that share its noun: the embassies "tại Lào, Campuchia và Thái Lan".
    var siblings: [Sibling] = []

    /// A body whose noun stands before another's name.
    struct Sibling {
        var core: Range<Int>
        var name: String
    }
}

/// Reads agencies: a known name, or a head noun and what continues it; then its parents and state.
///
/// "Cục Thông tin đối ngoại - Bộ TT&TT (nước CHXHCN Việt Nam)" is read from left to right, a parent
/// only where its rank is above the child's.
struct AgencyParser {
    let scan: Scan
    let countries: CountryParser

    init(scan: Scan) {
        self.scan = scan
        countries = CountryParser(scan: scan)
    }

    /// Reads an agency with parents and state at a token.
    ///
    /// - Parameter isHeaded: Whether the title of its head stands before, so that its noun may be
    ///   written small: "chủ tịch hội Nghề cá".
    func agency(
        at index: Int, minimumLevel: Int = 0, isHeaded: Bool = false
    ) -> AgencyParse? {
        guard opensAgency(index), var parse = own(at: index, isHeaded: isHeaded),
            parse.level > minimumLevel || minimumLevel == 0
        else {
            return nil
        }
        var end = parse.range.upperBound
        if !parse.siblings.isEmpty { return parse }
        abbreviation(after: &end, of: &parse)
        state(after: &end, of: &parse)
        parent(after: &end, of: &parse)
        if parse.countries.isEmpty, parse.parent.isEmpty { abbreviation(after: &end, of: &parse) }
        parse.range = index..<end
        return parse
    }

    /// Whether an agency can begin at a token at all; most are turned away here.
    func opensAgency(_ index: Int) -> Bool {
        scan.inside(index)
            && (scan.tokens[index].isCapital || scan.lattice.has(.head, at: index)
                || scan.has(.lowerHead, at: index))
    }

    // MARK: The own name

    /// Reads the own name of an agency, without parents and state.
    func own(at index: Int, isHeaded: Bool = false) -> AgencyParse? {
        let known = scan.agency(at: index) ?? lowerKnown(at: index)
        // "Boeing 787", "Airbus A321" are what it makes.
        if let known, known.agency.kind == .company, isModel(known.end) { return nil }
        let headed = headedName(at: index, isHeaded: isHeaded)
        if let known, known.end >= (headed?.range.upperBound ?? 0) {
            return self.known(known.agency, index..<known.end)
        }
        guard var result = headed ?? foreignBody(at: index) else { return nil }
        // The lexicon may know the whole name under a canonical form.
        if let agency = scan.lexicon.agency(named: result.name), result.level <= 4 {
            result.impliedParent = agency.parent.isEmpty ? nil : agency.parent
        }
        return result
    }

    /// A name of the lexicon whose head noun is written small: "viện Brookings".
    private func lowerKnown(at index: Int) -> (end: Int, agency: KnownAgency)? {
        guard scan.isLowerWord(index), scan.has(.lowerHead, at: index), !isCompound(index) else {
            return nil
        }
        for match in scan.lattice[index]
        where match.table == .agency && match.range.upperBound <= scan.limit
            && (match.range.count > 5 || match.range.dropFirst().contains(where: scan.isCapital))
        {
            return (match.range.upperBound, scan.lexicon.agencies[Int(match.entry)])
        }
        return nil
    }

    /// The parse of a name that the lexicon knows.
    func known(_ agency: KnownAgency, _ range: Range<Int>) -> AgencyParse {
        var result = AgencyParse(
            range: range, core: range, name: agency.name, kind: agency.kind, level: agency.level)
        switch agency.state {
        case .international: result.isInternational = true
        case .context: break
        case .country(let code): result.knownCountry = code
        }
        if !agency.parent.isEmpty, result.level <= 4 { result.impliedParent = agency.parent }
        // "tờ Le Monde" is "Le Monde".
        if agency.kind == .press || agency.kind == .company,
            let (end, head) = scan.head(at: range.lowerBound), end < range.upperBound,
            head.kind == agency.kind, scan.isCapital(end),
            !scan.tokens[end..<range.upperBound].contains(where: \.isAccented)
        {
            result.otherForms.append(scan.text(end..<range.upperBound))
        }
        return result
    }

    /// Reads a head noun and the words that continue it.
    private func headedName(at index: Int, isHeaded: Bool) -> AgencyParse? {
        guard let (headEnd, head) = scan.head(at: index), !scan.has(.notAgency, at: index),
            scan.countryForm(at: index).map({ $0.end <= headEnd }) ?? true,
            scan.place(at: index).map({ $0.end <= headEnd }) ?? true
        else { return nil }
        let isLower = !scan.tokens[index].isCapital
        if isLower, !isHeaded, !scan.has(.lowerHead, at: index) || isCompound(index) { return nil }
        if isLower, !isHeaded, isBodyOfContext(index, headEnd, head) {
            var body = AgencyParse(
                range: index..<headEnd, core: index..<headEnd, name: capitalised(head.head),
                kind: head.kind, level: head.level)
            body.isDual = scan.cue(.two, before: index) == ""
            return body
        }
        if isLower, head.isBare || head.kind == .military,
            let parse = bareBody(at: index, headEnd, head, isHeaded: isHeaded)
        {
            return parse
        }
        if head.kind == .embassy { return mission(at: index, headEnd, head) }
        if let parse = knownAfterHead(at: index, headEnd, head) { return parse }
        // "công ty vận tải biển Anglo Eastern"
        let nameStart = head.kind == .company ? lowerWords(from: headEnd) : headEnd
        if isLower, !(headEnd - index > 1 && scan.isCapital(headEnd - 1)),
            !opensLowerName(at: nameStart, after: head, isHeaded: isHeaded),
            !isDescribed(headEnd, after: head),
            !isHeaded || (tail(after: headEnd, of: head) ?? commonWords(at: headEnd)) == nil
        {
            return nil
        }
        var end = nameStart
        var named = false
        while scan.inside(end), let next = continuation(at: end, headEnd: headEnd, head: head) {
            end = next
            named = true
        }
        // "Tổ chức quốc tế", "Liên minh quân sự" name nothing.
        if head.kind == .international, headEnd - index <= 2, end - headEnd < 4,
            !(headEnd..<max(end, headEnd)).contains(where: scan.isCapital)
        {
            named = false
        }
        let known = scan.agency(at: index)
        let isWhole = known.map { $0.end >= end && $0.agency.state == .international } ?? false
        if named, !isWhole, let last = tail(after: end, of: head) { end = last }
        if named, let last = seatInName(after: end, of: head) { end = last }
        // "Công ước Liên hợp quốc về Luật Biển": the convention is about it, not the body.
        if named, known.map({ $0.end < end }) ?? true,
            let last = topicInName(after: end, of: head) ?? ownerInName(after: end, of: head)
        {
            end = last
        }
        // A name cut off before a bracket keeps its stump.
        if named, scan.isLowerWord(end), scan.isMark(end + 1, "("), scan.tokens[end].gap == .space {
            end += 1
        }
        // "Cơ quan cứu hộ New Zealand": common words, then a state.
        if !named, isDescribed(end, after: head), let last = tail(after: end, of: head) {
            end = last
            named = true
        } else if !named, !isLower, head.kind != .press, let last = commonWords(at: end) {
            end = last
            named = true
        }
        // A head noun of many syllables is a name: "Phòng Thương mại và Công nghiệp".
        named =
            named || !isLower && headEnd - index >= 4
            || !isLower && headEnd - index >= 2
                && states(at: end).map { isOfState(head) || $0.isJoint } ?? false
        guard named || head.isBare && !isLower else { return nil }
        // A body of two states keeps their names: "Ủy ban liên Chính phủ Việt Nam-Lào".
        var result = AgencyParse(
            range: index..<end, core: index..<end, name: capitalised(scan.text(index..<end)),
            kind: head.kind, level: head.level)
        if named, let (last, joint) = states(at: end),
            keepsStates(head)
                || joint && (index..<end).contains(where: { scan.has(.joint, at: $0) })
        {
            result.core = index..<last
            result.range = index..<last
            result.otherForms = [scan.text(index..<end)]
            result.name = capitalised(scan.text(index..<last))
            // An association of one state with another is the first one's.
            let isOwn = head.kind == .association || head.kind == .parliament
            if !joint || isOwn {
                result.countries = Array(countries.countries(at: end, isExpected: true).prefix(1))
            }
            result.isInternational = joint && !isOwn
            if joint { result.otherForms = [] }
        } else if named, let (last, joint) = states(at: end), !joint,
            let topic = topicInName(after: last, of: head)
        {
            // "Ủy ban quốc gia Lào về UNESCO"
            result.countries = countries.countries(at: end, isExpected: true)
            result.core = index..<topic
            result.range = index..<topic
            result.name = capitalised(scan.text(index..<topic))
        } else if head.isBare, !named {
            result.name = capitalised(head.head)
        } else if head.kind == .ministry || head.kind == .government || head.kind == .international,
            states(at: end) == nil,
            (index..<end).contains(where: { scan.cue(.joint, at: $0)?.value == "body" })
        {
            // "Ủy ban hỗn hợp" belongs to two states.
            result.isInternational = true
        }
        // "tờ Izvestia" is "Izvestia".
        if head.kind == .press, named, headEnd < end, scan.isCapital(headEnd),
            !scan.tokens[headEnd].isAccented
        {
            result.otherForms.append(scan.text(headEnd..<end))
        }
        return result
    }

    /// Whether the syllable before makes another word of the noun: "thông báo", "nội bộ".
    private func isCompound(_ index: Int) -> Bool {
        for length in 1...2 {
            if let (end, _) = scan.cue(.notAgency, at: index - length), end > index { return true }
        }
        return false
    }

    /// Whether "chính phủ" written small stands alone for the one of the state spoken of.
    private func isBodyOfContext(_ index: Int, _ headEnd: Int, _ head: AgencyHead) -> Bool {
        guard head.isBare, headEnd - index == 2, head.kind == .government,
            !scan.isPreceded(by: .plural, at: index), scan.cue(.two, before: index) != "many"
        else { return false }
        guard scan.inside(headEnd), scan.tokens[headEnd].kind != .mark else { return true }
        guard !scan.has(.of, at: headEnd) else { return false }
        return scan.has(.breaks, at: headEnd) || scan.has(.and, at: headEnd)
            || scan.has(.planned, at: headEnd) || scan.has(.held, at: headEnd)
            || scan.has(.negated, at: headEnd)
    }

    /// Reads "chính phủ Peru", "hải quân Israel": without a capital only a body with its state, or
    /// one whose head stands before.
    private func bareBody(
        at index: Int, _ headEnd: Int, _ head: AgencyHead, isHeaded: Bool
    ) -> AgencyParse? {
        if !isHeaded || !head.isBare {
            var next = headEnd
            if let (end, _) = scan.cue(.of, at: next) { next = end }
            if let (end, _) = scan.cue(.nation, at: next) { next = end }
            let isDual =
                isOfTwo(headEnd) && (head.kind == .military || head.kind == .government)
            let state = countries.countries(at: next, isExpected: true).first
            guard state.map({ $0.range.lowerBound == next && !$0.isCapitalCity }) ?? isDual else {
                return nil
            }
        }
        return AgencyParse(
            range: index..<headEnd, core: index..<headEnd, name: capitalised(head.head),
            kind: head.kind, level: head.level)
    }

    /// Whether common words and a state make the name of an association written small: "hiệp hội các
    /// doanh nghiệp Thái Lan".
    private func isDescribed(_ index: Int, after head: AgencyHead) -> Bool {
        head.kind == .association && tail(after: index, of: head).map { $0 - index >= 3 } ?? false
    }

    /// Whether "hai nước" stands at a token.
    func isOfTwo(_ index: Int) -> Bool {
        guard let (next, value) = scan.cue(.two, at: index), value != "many" else { return false }
        return scan.has(.nation, at: next)
    }

    /// Whether a noun without a capital opens a name: what follows must be written as one.
    private func opensLowerName(
        at index: Int, after head: AgencyHead, isHeaded: Bool
    ) -> Bool {
        guard scan.isCapital(index), scan.tokens[index].gap == .space else { return false }
        let isWord = scan.portfolio(at: index) != nil || scan.has(.nameWord, at: index)
        switch head.kind {
        case .press, .company, .university, .research, .party:
            if isWord { return true }
            return scan.countryForm(at: index) == nil && scan.title(at: index) == nil
                && !scan.opensEasternName(index)
                && (head.kind == .university || scan.place(at: index) == nil)
        case .department where isHeaded && scan.place(at: index) != nil: return true
        case .association where isHeaded:
            return scan.countryForm(at: index) == nil && !scan.opensEasternName(index)
        case .ministry, .department, .parliament, .government, .association: return isWord
        default: return false
        }
    }

    func capitalised(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }

    /// Whether a state has but one such body, so that its name tells it: "Cảnh sát Anh".
    private func isOfState(_ head: AgencyHead) -> Bool {
        switch head.kind {
        case .company, .press, .international, .association, .other, .research, .university: false
        default: true
        }
    }

    /// Whether bodies of this kind bear a state in their own name: parties, press, companies.
    private func keepsStates(_ head: AgencyHead) -> Bool {
        switch head.kind {
        case .party, .press, .company, .association, .university: true
        case .government, .ministry, .department, .parliament, .court: false
        default: false
        }
    }

    func states(at index: Int) -> (end: Int, isJoint: Bool)? {
        let found = countries.countries(at: index, isExpected: true)
        guard let first = found.first, first.range.lowerBound == index, let last = found.last else {
            return nil
        }
        return (last.range.upperBound, found.count > 1)
    }

    /// Reads the body that a title heads, the head noun being part of the title: "Đối ngoại Trung
    /// ương Đảng …" after "Trưởng ban", "Nội các" after "Chánh Văn phòng".
    ///
    /// - Returns: The body, its core without the head noun; nil where no common word continues.
    func headed(by noun: String, at index: Int) -> AgencyParse? {
        guard let head = scan.lexicon.headByWord[NameKey(noun)], scan.inside(index),
            scan.tokens[index].gap <= .space,
            scan.portfolio(at: index) != nil || scan.has(.nameWord, at: index)
                || (scan.isCapital(index) && isWordPair(index) && !isGrammar(index + 1)
                    && scan.title(at: index) == nil)
        else { return nil }
        var end = index
        while scan.inside(end), let next = continuation(at: end, headEnd: index, head: head) {
            end = next
        }
        guard end > index else { return nil }
        var parse = AgencyParse(
            range: index..<end, core: index..<end, name: noun + " " + scan.text(index..<end),
            kind: head.kind, level: head.level)
        abbreviation(after: &end, of: &parse)
        state(after: &end, of: &parse)
        parent(after: &end, of: &parse)
        parse.range = index..<end
        return parse
    }
}
