import BangGiaoModel

/// Bodies of private name: press, companies, think tanks.
extension AgencyParser {
    /// Reads a run of foreign capitals that a word for bodies closes: "International Crisis Group".
    func foreignBody(at index: Int) -> AgencyParse? {
        guard scan.isCapital(index), !scan.tokens[index].isAccented, scan.isCapital(index + 1),
            scan.tokens[index + 1].gap == .space, !scan.has(.breaks, at: index),
            !scan.isPreceded(closely: .notPerson, at: index),
            !scan.isPreceded(closely: .quoting, at: index),
            !scan.has(.organisationWord, at: index) || scan.isCapital(index + 2),
            !scan.isCapital(index - 1) || scan.isOpening(index - 1)
                || scan.tokens[index].gap != .space
        else { return nil }
        var end = index + 1
        var last = index
        while scan.isCapital(end), scan.tokens[end].gap == .space, !scan.tokens[end].isAccented,
            end < index + 6, scan.countryForm(at: end) == nil, scan.title(at: end) == nil
        {
            if scan.has(.organisationWord, at: end) { last = end }
            end += 1
        }
        guard last > index else { return nil }
        let range = index..<(last + 1)
        return AgencyParse(
            range: range, core: range, name: scan.text(range), kind: .company, level: 6)
    }

    /// Whether a model's number stands after a maker's name.
    func isModel(_ index: Int) -> Bool {
        guard scan.inside(index), scan.tokens[index].gap <= .space else { return false }
        if scan.isDash(index) { return isModel(index + 1) }
        let token = scan.tokens[index]
        if token.isNumber { return token.byteCount >= 2 }
        let text = scan.layers.document.text[token.span]
        return token.isCapital && text.contains { $0.isNumber } && text.count <= 6
    }

    /// Reads "hãng tin AFP", "công ty Huawei": a noun before a name that the lexicon knows.
    func knownAfterHead(
        at index: Int, _ headEnd: Int, _ head: AgencyHead
    ) -> AgencyParse? {
        switch head.kind {
        case .press, .company, .international, .party, .other: break
        default: return nil
        }
        let start =
            head.kind == .press || head.kind == .company
            ? nameAfterDescription(at: headEnd, kind: head.kind) : headEnd
        guard let (end, agency) = scan.agency(at: start), scan.tokens[start].gap == .space,
            start == headEnd || agency.kind == head.kind,
            agency.kind == .press || agency.kind == .company || end - headEnd == 1,
            head.kind == .press || head.kind == .company || agency.kind == head.kind
                || agency.form == agency.form.uppercased()
        else { return nil }
        // "Công ty Samsung Việt Nam", "Tập đoàn Viettel Global": the known name is only a part.
        if scan.isCapital(end), scan.tokens[end].gap == .space, scan.title(at: end) == nil {
            return nil
        }
        if scan.has(.and, at: end), scan.isCapital(end + 1), head.kind == .press { return nil }
        var result = known(agency, index..<end)
        result.otherForms.append(scan.text(start..<end))
        return result
    }

    /// Where a press name may stand after what sort of press it is: "hãng thông tấn nhà nước TASS",
    /// "hãng tin Nga RIA Novosti".
    private func nameAfterDescription(at index: Int, kind: AgencyKind) -> Int {
        var next = index
        while next < index + 6, scan.inside(next), scan.tokens[next].gap == .space,
            scan.agency(at: next) == nil
        {
            if let (end, form) = scan.countryForm(at: next), form.kind != .capital {
                next = end
            } else if let (end, _) = scan.cue(.nameWord, at: next) {
                next = end
            } else if scan.isLowerWord(next), !scan.has(.breaks, at: next), !isGrammar(next) {
                next += 1
            } else {
                return index
            }
        }
        return scan.agency(at: next)?.agency.kind == kind ? next : index
    }
}
