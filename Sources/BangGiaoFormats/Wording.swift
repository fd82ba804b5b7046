import BangGiaoModel

/// The Vietnamese words under which facts are shown to readers: one place for texts and drawings.
enum Wording {
    /// Returns the name of a kind of meeting.
    static func name(of kind: Meeting.Kind) -> String {
        switch kind {
        case .talks: "Hội đàm"
        case .meeting: "Gặp gỡ"
        case .courtesyCall: "Tiếp xã giao"
        case .consultation: "Tham vấn"
        case .workingSession: "Làm việc"
        case .visit: "Thăm"
        case .call: "Điện đàm"
        case .session: "Hội nghị, kỳ họp"
        case .ceremony: "Lễ"
        case .other: "Hoạt động khác"
        }
    }

    /// Returns the name of a kind of agreement.
    static func name(of kind: Agreement.Kind) -> String {
        switch kind {
        case .mou: "Bản ghi nhớ"
        case .treaty: "Hiệp định"
        case .protocol: "Nghị định thư"
        case .programme: "Chương trình hợp tác"
        case .statement: "Tuyên bố chung"
        case .contract: "Hợp đồng"
        case .partnership: "Quan hệ đối tác"
        case .consensus: "Nhất trí"
        case .other: "Thỏa thuận khác"
        }
    }

    /// Returns the word for a meeting that is only announced; nil for one that took place.
    static func note(on status: Meeting.Status) -> String? {
        switch status {
        case .held: nil
        case .planned: "dự kiến"
        }
    }

    /// Returns the word for how far an agreement has come.
    static func note(on status: Agreement.Status) -> String {
        switch status {
        case .signed: "đã ký"
        case .agreed: "đã nhất trí"
        case .planned: "dự kiến"
        case .existing: "đã có"
        }
    }

    /// Returns the word for an office that lies behind or ahead; nil for a current one.
    static func note(on status: Position.Status?) -> String? {
        switch status {
        case .former: "nguyên"
        case .designate: "được bổ nhiệm"
        case nil: nil
        }
    }

    /// Returns a date as it is written in Vietnam: `15/12/2025`, `12/2017`, `2021`, `2–5/4/2017`.
    static func date(_ date: PartialDate) -> String {
        guard let end = date.end else { return point(date.start) }
        let start = date.start
        guard start.year == end.year, let day = start.day, let month = start.month,
            end.day != nil
        else { return "\(point(start))–\(point(end))" }
        let short = start.month == end.month ? "\(day)" : "\(day)/\(month)"
        return "\(short)–\(point(end))"
    }

    private static func point(_ point: PartialDate.Point) -> String {
        [point.day, point.month, point.year].compactMap { $0.map(String.init) }
            .joined(separator: "/")
    }
}
