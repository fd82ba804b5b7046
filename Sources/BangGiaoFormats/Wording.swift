import BangGiaoModel

/// The Vietnamese words of texts for readers: those of the diagrams, and a few more.
enum Wording {
    private static let labels = DiagramLabels.vietnamese

    /// Returns the name of a kind of meeting.
    static func name(of kind: Meeting.Kind) -> String { labels[kind] }

    /// Returns the name of a kind of agreement.
    static func name(of kind: Agreement.Kind) -> String { labels[kind] }

    /// Returns the word for a meeting that is only announced; nil for one that took place.
    static func note(on status: Meeting.Status) -> String? {
        switch status {
        case .held: nil
        case .planned: labels.word(.planned)
        }
    }

    /// Returns the word for how far an agreement has come.
    static func note(on status: Agreement.Status) -> String {
        switch status {
        case .signed: "đã ký"
        case .agreed: "đã nhất trí"
        case .planned: labels.word(.planned)
        case .existing: "đã có"
        }
    }

    /// Returns the word for an office that lies behind or ahead; nil for a current one.
    static func note(on status: Position.Status?) -> String? {
        switch status {
        case .former: labels.word(.former)
        case .designate: labels.word(.designate)
        case nil: nil
        }
    }

    /// Returns a date as it is written in Vietnam: `15/12/2025`, `12/2017`, `2021`, `2–5/4/2017`.
    static func date(_ date: PartialDate) -> String { labels.date(date) }
}
