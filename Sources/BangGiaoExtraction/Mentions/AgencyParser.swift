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
    func agency(at index: Int, minimumLevel: Int = 0) -> AgencyParse? {
        guard var parse = own(at: index), parse.level > minimumLevel || minimumLevel == 0 else {
            return nil
        }
        var end = parse.range.upperBound
        abbreviation(after: &end, of: &parse)
        state(after: &end, of: &parse)
        parent(after: &end, of: &parse)
        if parse.countries.isEmpty, parse.parent.isEmpty { abbreviation(after: &end, of: &parse) }
        parse.range = index..<end
        return parse
    }

    // MARK: The own name

    /// Reads the own name of an agency, without parents and state.
    private func own(at index: Int) -> AgencyParse? {
        let known = scan.agency(at: index)
        let headed = headedName(at: index)
        if let known, known.end >= (headed?.range.upperBound ?? 0) {
            return self.known(known.agency, index..<known.end)
        }
        guard var result = headed else { return nil }
        // The lexicon may know the whole name under a canonical form.
        if let agency = scan.lexicon.agency(named: result.name), result.level <= 4 {
            result.impliedParent = agency.parent.isEmpty ? nil : agency.parent
        }
        return result
    }

    /// The parse of a name that the lexicon knows.
    func known(_ agency: KnownAgency, _ range: Range<Int>) -> AgencyParse {
        var result = AgencyParse(
            range: range, core: range, name: agency.name, kind: agency.kind, level: 0)
        result.level = level(of: agency.name, kind: agency.kind)
        switch agency.state {
        case .international: result.isInternational = true
        case .context: break
        case .country(let code): result.knownCountry = code
        }
        if !agency.parent.isEmpty, result.level <= 4 { result.impliedParent = agency.parent }
        return result
    }

    private func level(of name: String, kind: AgencyKind) -> Int {
        let words = TextFolding.key(name).split(separator: " ").map(String.init)
        for length in stride(from: min(3, words.count), to: 0, by: -1) {
            let head = words.prefix(length).joined(separator: " ")
            if let entry = scan.lexicon.headByWord[head] { return entry.level }
        }
        return switch kind {
        case .department: 3
        case .ministry: 5
        case .government, .parliament, .party: 7
        default: 6
        }
    }

    /// Reads a head noun and the words that continue it.
    private func headedName(at index: Int) -> AgencyParse? {
        guard let (headEnd, head) = scan.head(at: index), !scan.has(.notAgency, at: index),
            scan.countryForm(at: index).map({ $0.end <= headEnd }) ?? true
        else { return nil }
        guard scan.tokens[index].isCapital else {
            // "chính phủ Peru": without a capital only a bare body with its state.
            guard head.isBare, head.kind == .government || head.kind == .parliament,
                let next = countries.countries(at: headEnd, isExpected: true).first,
                next.range.lowerBound == headEnd
            else { return nil }
            return AgencyParse(
                range: index..<headEnd, core: index..<headEnd, name: capitalised(head.head),
                kind: head.kind, level: head.level)
        }
        if head.kind == .embassy { return mission(at: index, headEnd, head) }
        var end = headEnd
        var named = false
        while scan.inside(end), let next = continuation(at: end, headEnd: headEnd, head: head) {
            end = next
            named = true
        }
        // A name cut off before a bracket keeps its stump.
        if named, scan.isLowerWord(end), scan.isMark(end + 1, "("), scan.tokens[end].gap == .space {
            end += 1
        }
        // "Cơ quan cứu hộ New Zealand": common words, then a state.
        if !named, let last = commonWords(at: end) {
            end = last
            named = true
        }
        // A head noun of many syllables is a name: "Phòng Thương mại và Công nghiệp".
        named =
            named || headEnd - index >= 4
            || headEnd - index >= 2 && states(at: end) != nil
        guard named || head.isBare else { return nil }
        // A body of two states keeps their names: "Ủy ban liên Chính phủ Việt Nam-Lào".
        var result = AgencyParse(
            range: index..<end, core: index..<end, name: scan.text(index..<end), kind: head.kind,
            level: head.level)
        if named, let (last, joint) = states(at: end),
            keepsStates(head)
                || joint && (index..<end).contains(where: { scan.has(.joint, at: $0) })
        {
            result.core = index..<last
            result.range = index..<last
            result.otherForms = [scan.text(index..<end)]
            result.name = scan.text(index..<last)
            if !joint { result.countries = countries.countries(at: end, isExpected: true) }
            result.isInternational = joint
            if joint { result.otherForms = [] }
        } else if head.isBare, !named {
            result.name = capitalised(head.head)
        }
        return result
    }

    /// The end of one to three common words that a state follows.
    private func commonWords(at index: Int) -> Int? {
        var end = index
        while end < index + 3, scan.isLowerWord(end), scan.tokens[end].gap == .space,
            !scan.has(.breaks, at: end), !isGrammar(end)
        {
            end += 1
            if let (_, form) = scan.countryForm(at: end), form.licence == .free { return end }
        }
        return nil
    }

    private func capitalised(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }

    /// Whether bodies of this kind bear a state in their own name: parties, press, companies.
    private func keepsStates(_ head: AgencyHead) -> Bool {
        switch head.kind {
        case .party, .press, .company, .association, .university: true
        case .government, .ministry, .department, .parliament, .court: false
        default: false
        }
    }

    private func states(at index: Int) -> (end: Int, isJoint: Bool)? {
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
        guard let head = scan.lexicon.headByWord[TextFolding.key(noun)], scan.inside(index),
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

    /// Reads the mission whose noun closes a title: "Trưởng Phái đoàn … tại Liên hợp quốc".
    func mission(closing range: Range<Int>) -> AgencyParse? {
        for start in range.dropFirst() {
            if let (end, head) = scan.head(at: start), head.kind == .embassy,
                end >= range.upperBound
            {
                return mission(at: start, end, head)
            }
        }
        return nil
    }

    /// Reads an embassy, consulate or mission: "Đại sứ quán Việt Nam tại Campuchia".
    private func mission(at index: Int, _ headEnd: Int, _ head: AgencyHead) -> AgencyParse? {
        var end = headEnd
        var sender: [CountryParse] = []
        while let (next, _) = scan.cue(.missionWord, at: end) { end = next }
        if let (next, _) = scan.cue(.nation, at: end) { end = next }
        let found = countries.countries(at: end, isExpected: true)
        if let first = found.first, first.range.lowerBound == end {
            sender = [first]
            end = first.range.upperBound
        }
        if scan.has(.at, at: end), let (placeStart, _) = scan.cue(.at, at: end) {
            // "Đại sứ quán Việt Nam tại các nước" are many.
            if scan.has(.plural, at: placeStart) || scan.has(.two, at: placeStart) { return nil }
            let host = countries.countries(at: placeStart, isExpected: true)
            if let first = host.first {
                end = first.range.upperBound
            } else if let (last, _) = scan.place(at: placeStart) {
                end = last
            } else if let (last, _) = scan.agency(at: placeStart) {
                end = last
            } else if scan.isCapital(placeStart) {
                var last = placeStart
                while scan.isCapital(last), scan.tokens[last].gap == .space { last += 1 }
                end = last
            }
        }
        guard end > headEnd else { return nil }
        var result = AgencyParse(
            range: index..<end, core: index..<end, name: scan.text(index..<end),
            kind: .embassy, level: head.level)
        result.countries = sender
        return result
    }

    /// Returns the end of the next part of a name, or nil where the name ends.
    private func continuation(at index: Int, headEnd: Int, head: AgencyHead) -> Int? {
        let token = scan.tokens[index]
        if index == headEnd, token.kind == .mark { return nil }
        if token.kind == .mark { return joined(at: index, headEnd: headEnd, head: head) }
        guard token.gap <= .space else { return nil }
        if token.isCapital, !countries.countries(at: index, isExpected: true).isEmpty { return nil }
        // A ministry's name goes on in lower case only after "và": "Bộ Ngoại giao thông tin về …".
        let goesOn = token.isCapital || !isMinistry(head)
        if goesOn, let (end, _) = scan.portfolio(at: index) { return end }
        if token.isNumber {
            return index > headEnd || head.kind == .military ? index + 1 : nil
        }
        if goesOn, let (end, _) = scan.cue(.nameWord, at: index), !isVerb(index, after: head) {
            return end
        }
        if scan.has(.and, at: index) { return joined(at: index, headEnd: headEnd, head: head) }
        if let (end, _) = scan.cue(.administrative, at: index) {
            return administrativeName(at: end)
        }
        guard token.isCapital, !head.isBare else { return nil }
        // What stands for itself ends the name.
        if index > headEnd, opensOther(at: index) { return nil }
        if index == headEnd, opensPerson(at: index) { return nil }
        if !countries.countries(at: index, isExpected: true).isEmpty { return nil }
        if index > headEnd || takesNoPersonsName(head), scan.opensEasternName(index),
            !isWordPair(index)
        {
            return scan.place(at: index)?.end
        }
        var end = index + 1
        // A word of two syllables has its second in lower case: "Ngoại giao".
        if scan.isLowerWord(end), scan.tokens[end].gap == .space, !scan.has(.breaks, at: end),
            !isGrammar(end)
        {
            end += 1
        }
        if head.kind == .company { end = lowerWords(from: end) }
        return end
    }

    /// Goes over up to four common words of a company's name where a capital goes on.
    private func lowerWords(from index: Int) -> Int {
        var end = index
        while end < index + 4, scan.isLowerWord(end), scan.tokens[end].gap == .space,
            !scan.has(.breaks, at: end), !isGrammar(end)
        {
            end += 1
        }
        return end > index && scan.isCapital(end) && scan.countryForm(at: end) == nil ? end : index
    }

    private func isMinistry(_ head: AgencyHead) -> Bool {
        head.kind == .ministry && head.level == 5 && !head.head.contains(" ")
    }

    /// Whether a word that may be part of a name is more likely what the body does.
    private func isVerb(_ index: Int, after head: AgencyHead) -> Bool {
        (head.kind == .press || head.kind == .company) && !scan.tokens[index].isCapital
            && scan.has(.breaks, at: index)
    }

    /// Whether what follows the noun is its holder, never its name: "Bí thư Thành ủy Trần Văn A".
    private func takesNoPersonsName(_ head: AgencyHead) -> Bool {
        switch head.kind {
        case .government, .party, .parliament, .department, .ministry, .court: true
        default: false
        }
    }

    /// The end of the name after "tỉnh", "thành phố": a known place, else two syllables at most.
    private func administrativeName(at index: Int) -> Int? {
        if let (end, _) = scan.place(at: index) { return end }
        if scan.inside(index), scan.tokens[index].isAllCapitals { return index + 1 }
        var end = index
        while end < index + 2, scan.isCapital(end), scan.tokens[end].gap == .space { end += 1 }
        return end > index ? end : nil
    }

    /// Whether a capital and a lower-case syllable form one word.
    private func isWordPair(_ index: Int) -> Bool {
        scan.isLowerWord(index + 1) && !scan.has(.breaks, at: index + 1)
    }

    private func isGrammar(_ index: Int) -> Bool {
        for kind: CueKind in [
            .and, .with, .between, .of, .at, .toward, .two, .nation, .planned,
            .held, .negated, .side, .date,
        ]
        where scan.has(kind, at: index) {
            return true
        }
        return scan.honorific(at: index) != nil || scan.title(at: index) != nil
    }

    /// Whether a title with a name stands at a token: "Chính quyền Tổng thống Mỹ Donald Trump".
    private func opensPerson(at index: Int) -> Bool {
        guard let (titleEnd, _) = scan.title(at: index) else { return false }
        var end = titleEnd
        if let last = countries.countries(at: end, isExpected: true).last {
            end = last.range.upperBound
        }
        return scan.isCapital(end) && scan.isCapital(end + 1) && scan.head(at: end) == nil
            && scan.tokens[end].gap == .space
    }

    private func opensOther(at index: Int) -> Bool {
        if scan.title(at: index) != nil { return true }
        if let (_, head) = scan.head(at: index), head.level >= 3 { return true }
        if scan.agency(at: index) != nil { return true }
        return false
    }

    /// Goes on after "và", "," or "-" where what follows can only belong to the name.
    private func joined(at index: Int, headEnd: Int, head: AgencyHead) -> Int? {
        var next: Int
        if let (end, _) = scan.cue(.and, at: index) {
            next = end
        } else if scan.isMark(index, ",") || scan.isMark(index, "&") || scan.isDash(index) {
            next = index + 1
        } else {
            return nil
        }
        guard scan.isCapital(next), scan.tokens[next].gap <= .space, !opensOther(at: next) else {
            return nil
        }
        if scan.isMark(index, "&") { return next + 1 }
        guard
            head.kind == .ministry || head.kind == .department || head.kind == .research
                || head.kind == .university || head.kind == .other || head.kind == .parliament
        else { return nil }
        guard countries.countries(at: next, isExpected: true).isEmpty else { return nil }
        let hasName = scan.portfolio(at: next) != nil || scan.cue(.nameWord, at: next) != nil
        if hasName {
            let end = scan.portfolio(at: next)?.end ?? scan.cue(.nameWord, at: next)?.end ?? next
            if scan.isMark(index, ",") {
                // A comma joins only where "và" follows: "Bộ Thông tin, Văn hóa và Du lịch".
                var last = end
                while scan.isLowerWord(last), !isGrammar(last), last - end < 2 { last += 1 }
                guard scan.has(.and, at: last) || scan.isMark(last, ",") else { return nil }
                return end
            }
            return end
        }
        // "và Phát triển": a capital syllable with its second in lower case is a common word.
        if scan.has(.and, at: index), isWordPair(next), !isGrammar(next + 1),
            !scan.lexicon.easternSurnames.contains(scan.tokens[next].key)
        {
            return next + 2
        }
        return nil
    }

    // MARK: What follows the name

    /// Reads "(TTXVN)" after a name.
    private func abbreviation(after end: inout Int, of parse: inout AgencyParse) {
        guard scan.isMark(end, "("), scan.inside(end + 1), scan.isCapital(end + 1) else { return }
        var last = end + 1
        while scan.inside(last), !scan.isMark(last, ")"), last - end < 7 { last += 1 }
        guard scan.isMark(last, ")"), last > end + 1 else { return }
        let inner = (end + 1)..<last
        let isShort = scan.tokens[inner].allSatisfy {
            $0.isAllCapitals || $0.kind == .mark || $0.isNumber
                || ($0.isCapital && $0.byteCount <= 10 && !$0.isAccented)
        }
        guard isShort, scan.tokens[inner].contains(where: \.isAllCapitals) || inner.count == 1,
            countries.countries(at: end + 1, isExpected: true).isEmpty
        else { return }
        parse.otherForms.append(scan.text(inner))
        end = last + 1
    }

    /// Reads the state or the two states after a name.
    private func state(after end: inout Int, of parse: inout AgencyParse) {
        guard parse.countries.isEmpty, !parse.isInternational, parse.knownCountry == nil else {
            return
        }
        var index = end
        var isBracketed = false
        if scan.isMark(index, "("), scan.tokens[index].gap <= .space {
            isBracketed = true
            index += 1
        }
        if let (next, _) = scan.cue(.of, at: index), !scan.has(.two, at: next) || true {
            index = next
        }
        var isPair = false
        if let (next, _) = scan.cue(.two, at: index), let (last, _) = scan.cue(.nation, at: next) {
            index = last
            isPair = true
        } else if let (next, _) = scan.cue(.nation, at: index) {
            index = next
        }
        var found = countries.countries(at: index, isExpected: true)
        guard let first = found.first, first.range.lowerBound == index, !first.isCapitalCity else {
            if isPair, !isBracketed {
                parse.isDual = true
                end = index
            }
            return
        }
        var last = found.last?.range.upperBound ?? index
        if found.count == 1, let (next, _) = scan.cue(.and, at: last) {
            var second = next
            if let (after, _) = scan.cue(.nation, at: next) { second = after }
            let others = countries.countries(at: second, isExpected: true)
            if others.count == 1, others[0].range.lowerBound == second, !others[0].isCapitalCity,
                isPair || !scan.isCapital(others[0].range.upperBound)
            {
                found += others
                last = others[0].range.upperBound
            }
        }
        if isBracketed {
            guard scan.isMark(last, ")") else { return }
            last += 1
        }
        parse.countries = found
        end = last
    }

    /// Reads the parent after a name: ", Bộ Ngoại giao Lào", "thuộc Bộ …", "(Bộ …)".
    private func parent(after end: inout Int, of parse: inout AgencyParse) {
        guard parse.level < 7, parse.parent.isEmpty else { return }
        var index = end
        var isBracketed = false
        var isLoose = false
        if scan.isMark(index, "("), scan.tokens[index].gap <= .space {
            isBracketed = true
            index += 1
        } else if scan.isMark(index, ",") {
            isLoose = true
            index += 1
        } else if scan.isDash(index) {
            index += 1
        } else if let (next, _) = scan.cue(.of, at: index) {
            index = next
        }
        guard scan.inside(index), scan.tokens[index].gap <= .space,
            let above = agency(at: index, minimumLevel: parse.level), above.level > parse.level,
            above.kind != .press, above.kind != .company, !above.isDual || parse.countries.isEmpty
        else { return }
        // In a list of bodies a comma joins equals: what follows tells.
        if isLoose, continuesList(after: above.range.upperBound, level: above.level) { return }
        if above.isInternational, isLoose { return }
        var last = above.range.upperBound
        if isBracketed {
            guard scan.isMark(last, ")") else { return }
            last += 1
        }
        if !parse.countries.isEmpty, !above.countries.isEmpty,
            parse.countries.map(\.code) != above.countries.map(\.code)
        {
            return
        }
        parse.parent = [above]
        parse.isDual = parse.isDual || above.isDual
        end = last
    }

    private func continuesList(after index: Int, level: Int) -> Bool {
        var next = index
        if scan.isMark(next, ",") || scan.isMark(next, ";") {
            next += 1
        } else if let (end, _) = scan.cue(.and, at: next) {
            next = end
        } else {
            return false
        }
        guard let other = own(at: next) else { return false }
        return other.level >= level
    }
}
