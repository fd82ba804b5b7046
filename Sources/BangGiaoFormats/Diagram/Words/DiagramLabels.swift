public import BangGiaoModel

/// The words of a diagram in one language; names stay as the documents write them.
public struct DiagramLabels: Hashable, Sendable {
    /// The language as a code of BCP 47.
    public var language: String
    /// Kinds of meetings, short enough for a box.
    public var meetings: [Meeting.Kind: String]
    /// Kinds of agreements, short enough for a box.
    public var agreements: [Agreement.Kind: String]
    /// Short names of the months, January first; none where dates are written in numbers.
    public var months: [String]
    /// Every other word.
    public var terms: [Term: String]

    /// A word of the legend, of a sentence or of a heading.
    public enum Term: String, Hashable, Sendable, CaseIterable {
        // The legend's shapes and lines.
        case agency, person, country, meeting, agreement
        case tookPart, present, party, signatory, office, visited, planned
        // Offices: before one that is over, after one that is yet to begin, before the receiver.
        case former, designate, accredited
        // The line of sources, and what is said where there is nothing to draw.
        case sources, documents, told, empty
        // The headings of drawings without a title of their own, and their reading aids.
        case overviewTitle, overviewAid, overviewAgencyAid, others, otherPairs, times, mapTitle,
            mapAid
        case timelineTitle, timelineAid, undated, networkTitle
        // What an edge between two entities says.
        case met, agreed, signed, holds, accreditedTo, partOf, represents
    }

    /// Makes a table of words.
    public init(
        language: String, meetings: [Meeting.Kind: String], agreements: [Agreement.Kind: String],
        months: [String] = [], terms: [Term: String]
    ) {
        self.language = language
        self.meetings = meetings
        self.agreements = agreements
        self.months = months
        self.terms = terms
    }

    func word(_ term: Term) -> String { terms[term] ?? term.rawValue }
    subscript(kind: Meeting.Kind) -> String { meetings[kind] ?? kind.rawValue }
    subscript(kind: Agreement.Kind) -> String { agreements[kind] ?? kind.rawValue }

    // MARK: - Dates

    /// Returns a date in the manner of the language: `15/12/2025` or `15 Dec 2025`, `12/2017`,
    /// `2021`, `2–5/4/2017`.
    public func date(_ date: PartialDate) -> String {
        guard let end = date.end else { return point(date.start) }
        let start = date.start
        guard start.year == end.year, let day = start.day, let month = start.month,
            end.day != nil
        else { return "\(point(start))–\(point(end))" }
        let short = month == end.month ? "\(day)" : "\(day)\(separator)\(self.month(month))"
        return "\(short)–\(point(end))"
    }

    private func point(_ point: PartialDate.Point) -> String {
        [point.day.map(String.init), point.month.map { month($0) }, String(point.year)]
            .compactMap(\.self).joined(separator: separator)
    }

    private func month(_ number: Int) -> String {
        months.indices.contains(number - 1) ? months[number - 1] : String(number)
    }

    private var separator: String { months.isEmpty ? "/" : " " }
}
