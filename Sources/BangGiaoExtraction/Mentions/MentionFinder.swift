import BangGiaoModel

/// Finds the passages that name persons, agencies, countries and offices.
///
/// Walks each sentence from left to right; at each token persons (with their titles) come before
/// agencies, and those before countries, so that a phrase is read as the largest thing it can be.
struct MentionFinder: Sendable {
    let lexicon: Lexicon

    /// Returns the mentions of the sentences, in the order of the text.
    func mentions(in layers: Layers) -> [Mention] {
        var builder = MentionBuilder()
        let taken = abbreviations(layers.tokens, layers.lattice)
        for sentence in layers.sentences where sentence.isProse {
            let scan = Scan(layers: layers, lexicon: lexicon, bounds: sentence.tokens)
            find(scan, into: &builder, except: taken)
        }
        return builder.mentions
    }

    /// The abbreviations that the document explains as no agency: "Hiệp định … (PCA)".
    private func abbreviations(_ tokens: [Token], _ lattice: Lattice) -> Set<WordKey> {
        var result: Set<WordKey> = []
        for index in tokens.indices.dropFirst(2).dropLast()
        where tokens[index].isAllCapitals && tokens[index - 1].isMark("(")
            && tokens[index + 1].isMark(")") && tokens[index - 2].isWord
        {
            // The words before end a name that the lexicon knows by this abbreviation.
            let isKnown = (max(0, index - 14)..<(index - 1)).contains { start in
                lattice[start].contains { match in
                    match.range.upperBound == index - 1
                        && (match.table == .agency || match.table == .head)
                }
            }
            if !isKnown, !tokens[index - 2].isCapital { result.insert(tokens[index].key) }
        }
        return result
    }

    private func find(
        _ scan: Scan, into builder: inout MentionBuilder, except taken: Set<WordKey>
    ) {
        let persons = PersonParser(scan: scan)
        let agencies = AgencyParser(scan: scan)
        let countries = CountryParser(scan: scan)
        var index = scan.bounds.lowerBound
        var career: (start: Int, status: Position.Status?)?
        while index < scan.limit {
            if let end = credit(at: index, scan) {
                index = end
                continue
            }
            guard scan.tokens[index].isWord else {
                index += 1
                continue
            }
            if let (end, _) = scan.cue(.notAgency, at: index), scan.isCapital(index) {
                index = end
                continue
            }
            // "giữ chức vụ Phó Chủ tịch" is no "Vụ phó".
            if let (end, _) = scan.cue(.capacity, at: index), end > index + 1 {
                index = end
                continue
            }
            if persons.opensPerson(index), let person = persons.person(at: index) {
                if person.name == nil, scan.isPreceded(by: .plural, at: index),
                    let (end, _) = scan.title(at: index)
                {
                    index = end
                    continue
                }
                if person.name == nil,
                    let status = scan.cue(.capacity, before: index).map({
                        .some(.init(rawValue: $0))
                    })
                        ?? (career?.start == index ? .some(career?.status) : nil)
                {
                    builder.addOffices(of: person, status: status, scan)
                    career = furtherOffice(after: person.range.upperBound, scan)
                        .map { ($0, status) }
                } else if person.name == nil, builder.addOfficesPastKinsman(of: person, scan) {
                    // It is said of the kinsman's kin.
                } else if !isByline(person, scan) {
                    builder.add(person, scan)
                }
                index = max(person.range.upperBound, index + 1)
                continue
            }
            if agencies.opensAgency(index), let agency = agencies.agency(at: index),
                agency.core.count > 1 || !taken.contains(scan.tokens[index].key)
            {
                builder.add(agency, scan, isNested: false)
                index = max(agency.range.upperBound, index + 1)
                continue
            }
            let found = countries.countries(at: index)
            if let last = found.last {
                for country in found { builder.add(country, isNested: false, scan) }
                index = last.range.upperBound
                continue
            }
            index = step(over: index, scan)
        }
    }

    /// Where a list of offices goes on: "từng là Bộ trưởng Y tế khóa X, Đại sứ tại Lào và …".
    private func furtherOffice(after end: Int, _ scan: Scan) -> Int? {
        var index = end
        if scan.isMark(index, "(") {
            while scan.inside(index), !scan.isMark(index, ")") { index += 1 }
            index += 1
        }
        // Numbers of terms and years stand between: "khóa XI, XII", "(2010-2015)".
        while scan.has(.term, at: index) || scan.inside(index) && scan.tokens[index].isNumber
            || scan.isMark(index, ",") && scan.inside(index + 1)
                && (scan.tokens[index + 1].isNumber || isRoman(index + 1, scan)
                    || scan.has(.term, at: index + 1))
            || isRoman(index, scan)
        {
            index += 1
        }
        guard scan.isMark(index, ",") || scan.isMark(index, ";") || scan.has(.and, at: index)
        else { return nil }
        return index + 1
    }

    /// Whether a number in Roman letters stands at a token.
    private func isRoman(_ index: Int, _ scan: Scan) -> Bool {
        guard scan.isCapital(index) else { return false }
        return scan.layers.document.text[scan.tokens[index].span].allSatisfy("IVX".contains)
    }

    /// Whether a bare name is a writer's: "Trần Văn A (TTXVN)", "Trần Văn A/TTXVN".
    private func isByline(_ person: PersonParse, _ scan: Scan) -> Bool {
        guard !person.isIntroduced else { return false }
        let end = person.range.upperBound
        guard scan.isMark(end, "(") || scan.isMark(end, "/") || scan.isDash(end),
            let (last, agency) = scan.agency(at: end + 1), agency.kind == .press
        else { return false }
        return !scan.isMark(end, "(") || scan.isMark(last, ")")
    }

    /// The end of a credit, in which nobody counts: "Ảnh: Trần Văn A/TTXVN", "(TTXVN)" at the end.
    private func credit(at index: Int, _ scan: Scan) -> Int? {
        // "TTO - Hôm nay …": who brings the story.
        if index == scan.bounds.lowerBound, let (end, agency) = scan.agency(at: index),
            agency.kind == .press, scan.tokens[index].isAllCapitals, scan.isDash(end),
            scan.tokens[end].gap == .space
        {
            return end
        }
        if let (end, value) = scan.cue(.credit, at: index), value == "bare",
            let (last, agency) = scan.agency(at: end), agency.kind == .press
        {
            return last
        }
        if let (end, _) = scan.cue(.credit, at: index), scan.isMark(end, ":") {
            let isBracketed = scan.isMark(index - 1, "(") || scan.isMark(index - 1, "[")
            var last = end
            while scan.inside(last), !scan.isMark(last, ")"), !scan.isMark(last, "]") {
                if !isBracketed, scan.isMark(last, "."), last > end { break }
                last += 1
            }
            return last
        }
        // A press name in brackets that closes a sentence is its source.
        if scan.isMark(index, "("), let (end, agency) = scan.agency(at: index + 1),
            agency.kind == .press, scan.isMark(end, ")"),
            end + 1 >= scan.limit
                || scan.tokens[end + 1].kind == .mark && !scan.isMark(end + 1, ",")
                || scan.isMark(index - 1, ".") || scan.isMark(index - 1, "/")
        {
            return end + 1
        }
        // An abbreviation in brackets is of the words before it.
        if scan.isMark(index, "("), scan.inside(index + 2), scan.isMark(index + 2, ")"),
            scan.tokens[index + 1].isAllCapitals, scan.inside(index - 1),
            scan.tokens[index - 1].isWord, scan.countryForm(at: index + 1) == nil,
            scan.agency(at: index + 1).map({ $0.agency.state != .international }) ?? true
        {
            return index + 3
        }
        // "Trần Văn A/TTXVN" and "Theo TTXVN" as the last words of all.
        if scan.isMark(index, "/"), let (end, agency) = scan.agency(at: index + 1),
            agency.kind == .press
        {
            return end
        }
        return nil
    }

    /// Goes past a token that opens nothing; a place is passed whole, so that no part of it counts,
    /// and so is a state that is none here: "tiếng Tây Ban Nha".
    private func step(over index: Int, _ scan: Scan) -> Int {
        if let (end, _) = scan.place(at: index) { return end }
        if let (end, _) = scan.countryForm(at: index) { return end }
        return index + 1
    }
}
