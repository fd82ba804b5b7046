import BangGiaoModel

/// A sentence under the reader's eye: its tokens, the phrases at each, and simple questions.
///
/// All ranges are of the document's tokens; nothing is looked at beyond `limit`.
struct Scan {
    let layers: Layers
    let lexicon: Lexicon
    /// The tokens of the sentence.
    let bounds: Range<Int>

    var tokens: [Token] { layers.tokens }
    var lattice: Lattice { layers.lattice }
    var limit: Int { bounds.upperBound }

    func text(_ range: Range<Int>) -> String {
        let span = TextSpan(
            Int(tokens[range.lowerBound].start), Int(tokens[range.upperBound - 1].end))
        let text = layers.document.text[span]
        if text.hasOnlySingleSpaces { return text }
        // Names that run over odd spaces are given with single ones.
        return text.split { $0 == " " || $0 == "\u{A0}" || $0 == "\t" }
            .joined(separator: " ")
    }

    func inside(_ index: Int) -> Bool { index >= bounds.lowerBound && index < limit }

    /// Whether a word with a capital stands at a token.
    func isCapital(_ index: Int) -> Bool {
        inside(index) && tokens[index].isWord && tokens[index].isCapital
    }

    func isLowerWord(_ index: Int) -> Bool {
        inside(index) && tokens[index].isWord && !tokens[index].isCapital
    }

    func isMark(_ index: Int, _ mark: Unicode.Scalar) -> Bool {
        inside(index) && tokens[index].isMark(mark)
    }

    func isDash(_ index: Int) -> Bool {
        isMark(index, "-") || isMark(index, "\u{2013}") || isMark(index, "\u{2014}")
    }

    /// Whether the token opens the sentence, a quotation or a bracket.
    func isOpening(_ index: Int) -> Bool {
        index == bounds.lowerBound
            || (tokens[index - 1].kind == .mark && !isDash(index - 1)
                && !isMark(index - 1, ",") && !isMark(index - 1, "&"))
    }

    // MARK: Phrases

    /// The longest cue of a kind that begins at a token.
    func cue(_ kind: CueKind, at index: Int) -> (end: Int, value: String)? {
        guard let match = match(kind, at: index) else { return nil }
        return (match.range.upperBound, lexicon.cues[Int(match.entry)].value)
    }

    func has(_ kind: CueKind, at index: Int) -> Bool { match(kind, at: index) != nil }

    private func match(_ kind: CueKind, at index: Int) -> Match? {
        guard inside(index), lattice.cues(at: index).contains(CueSet(kind)) else { return nil }
        return lattice[index].first { $0.cue == kind && $0.range.upperBound <= limit }
    }

    /// Whether a cue of a kind ends just before a token.
    func isPreceded(by kind: CueKind, at index: Int) -> Bool {
        cue(kind, before: index) != nil
    }

    /// The value of the longest cue of a kind that ends just before a token.
    func cue(_ kind: CueKind, before index: Int) -> String? {
        for start in index - 6..<index
        where start >= bounds.lowerBound && lattice.cues(at: start).contains(CueSet(kind)) {
            let match = lattice[start].first { $0.cue == kind && $0.range.upperBound == index }
            if let match { return lexicon.cues[Int(match.entry)].value }
        }
        return nil
    }

    /// Whether the longest cue that ends before a token is of a kind: "cầu" is a bridge, "yêu cầu"
    /// is none.
    func isPreceded(closely kind: CueKind, at index: Int) -> Bool {
        for start in index - 3..<index
        where start >= bounds.lowerBound && !lattice.cues(at: start).isEmpty {
            var found = false
            for match in lattice[start] where match.cue != nil && match.range.upperBound == index {
                if match.cue == kind { return true }
                found = true
            }
            if found { return false }
        }
        return false
    }

    /// The longest title that begins at a token.
    func title(at index: Int) -> (end: Int, form: TitleForm)? {
        guard inside(index), let match = lattice.longest(.title, at: index),
            match.range.upperBound <= limit
        else { return nil }
        return (match.range.upperBound, lexicon.titles[Int(match.entry)])
    }

    /// The longest word of respect, rank or past that begins at a token.
    func honorific(at index: Int) -> (end: Int, kind: Honorific.Kind)? {
        guard inside(index), let match = lattice.longest(.honorific, at: index),
            match.range.upperBound <= limit
        else { return nil }
        var end = match.range.upperBound
        // "GS." and "đ/c." keep their stop.
        if isMark(end, "."), tokens[end].gap == .none, isCapital(end + 1) { end += 1 }
        return (end, lexicon.honorifics[Int(match.entry)].kind)
    }

    /// The longest country form with a capital (an epithet needs none).
    func countryForm(at index: Int) -> (end: Int, form: CountryForm)? {
        guard inside(index), lattice.has(.country, at: index) else { return nil }
        for match in lattice[index]
        where match.table == .country && match.range.upperBound <= limit {
            let form = lexicon.countryForms[Int(match.entry)]
            if form.kind == .epithet || tokens[index].isCapital {
                // "CHDCND" is written in capitals; "LÀO" in a headline too.
                return (match.range.upperBound, form)
            }
        }
        return nil
    }

    func place(at index: Int) -> (end: Int, place: KnownPlace)? {
        guard isCapital(index), let match = lattice.longest(.place, at: index),
            match.range.upperBound <= limit
        else { return nil }
        return (match.range.upperBound, lexicon.places[Int(match.entry)])
    }

    /// The longest known person whose words all begin with a capital, or are written as the table
    /// has them ("Kim Jong - un").
    func person(at index: Int) -> (end: Int, person: KnownPerson)? {
        guard isCapital(index), let match = lattice.longest(.person, at: index),
            match.range.upperBound <= limit
        else { return nil }
        return (match.range.upperBound, lexicon.persons[Int(match.entry)])
    }

    func agency(at index: Int) -> (end: Int, agency: KnownAgency)? {
        guard inside(index), tokens[index].isCapital, lattice.has(.agency, at: index) else {
            return nil
        }
        for match in lattice[index]
        where match.table == .agency && match.range.upperBound <= limit {
            let agency = lexicon.agencies[Int(match.entry)]
            // An abbreviation must be written as one: "Who" is not "WHO".
            if match.count == 1, agency.form == agency.form.uppercased(), agency.form.count <= 6,
                agency.form.utf8.count > 1, !tokens[index].isAllCapitals,
                agency.form.contains(where: \.isLetter)
            {
                continue
            }
            return (match.range.upperBound, sameCase(match) ?? agency)
        }
        return nil
    }

    /// Of abbreviations that differ in case the one written so: "AFD" is not "AfD".
    private func sameCase(_ match: Match) -> KnownAgency? {
        guard match.count == 1, tokens[match.range.lowerBound].isAllCapitals else { return nil }
        let written = layers.document.text[tokens[match.range.lowerBound].span]
        for other in lattice[match.range.lowerBound]
        where other.table == .agency && other.range == match.range {
            let agency = lexicon.agencies[Int(other.entry)]
            if agency.form == written { return agency }
        }
        return nil
    }

    func head(at index: Int) -> (end: Int, head: AgencyHead)? {
        guard inside(index), let match = lattice.longest(.head, at: index),
            match.range.upperBound <= limit
        else { return nil }
        return (match.range.upperBound, lexicon.heads[Int(match.entry)])
    }

    func portfolio(at index: Int) -> (end: Int, portfolio: Portfolio)? {
        guard inside(index), let match = lattice.longest(.portfolio, at: index),
            match.range.upperBound <= limit
        else { return nil }
        return (match.range.upperBound, lexicon.portfolios[Int(match.entry)])
    }

    /// Whether a word for what somebody is, but no office, begins at a token: "chuyên gia".
    func isRole(at index: Int) -> Bool {
        title(at: index).map { $0.form.holding == .role } ?? false
    }

    /// Whether a Vietnamese, Chinese or Korean surname opens a run of capitals at a token.
    func opensEasternName(_ index: Int) -> Bool {
        isCapital(index) && isCapital(index + 1) && tokens[index + 1].gap == .space
            && lexicon.surnames.eastern.contains(tokens[index].key)
    }
}
