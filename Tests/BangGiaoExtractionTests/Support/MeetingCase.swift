import Testing

/// A made-up text, marked as ``MeetingText`` reads it, and the meetings it tells of.
struct MeetingCase: Sendable, CustomTestStringConvertible {
    var text: String
    var meetings: [String]

    init(_ text: String, _ meetings: String...) {
        self.text = text
        self.meetings = meetings
    }

    var testDescription: String { text }
}

/// Those who meet in the made-up texts.
protocol MeetingActors {}

extension MeetingActors {
    static var an: String { "{An@VN:Bộ Y tế|Bộ trưởng Lê Văn An}" }
    static var kham: String { "{Kham@LA:Sở Y|Giám đốc Kham Phui}" }
    static var ba: String { "{Ba@VN|Thủ tướng Trần Ba}" }
    static var suk: String { "{Suk@TH|Thủ tướng Suk Chai}" }
    static var laos: String { "{LA|Lào}" }
    static var japan: String { "{JP|Nhật Bản}" }
    static var vietnam: String { "{VN|Việt Nam}" }
    static var thailand: String { "{TH|Thái Lan}" }
    static var asean: String { "{-:ASEAN|ASEAN}" }
}
