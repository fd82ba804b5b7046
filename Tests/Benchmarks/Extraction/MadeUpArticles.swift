import Foundation

/// Articles that nobody wrote: sentences of the press filled with names drawn by lot, so that every
/// article has persons, offices, meetings and agreements of its own.
///
/// The same seed gives the same articles on every machine.
struct MadeUpArticles {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// Returns an article of at least this many bytes: headline, date line, lead, paragraphs.
    mutating func article(bytes: Int) -> String {
        let host = Side(country: "Việt Nam", person: name(Self.vietnamese), office: pick(offices))
        let guest = Side(
            country: pick(countries), person: name(Self.foreign), office: pick(offices))
        let day = "\(number(1...28))/\(number(1...12))/\(number(2015...2025))"
        var text = "\(host.title) hội đàm với \(guest.title)\n\n\(day)\n\n"
        text += "(PV) - Ngày \(day), tại Hà Nội, \(host.full) đã hội đàm với \(guest.full).\n"
        while text.utf8.count < bytes {
            text += "\n"
            for _ in 0..<number(2...4) { text += sentence(host, guest) + " " }
            text += "\n"
        }
        return text
    }

    /// Returns articles as JSON Lines, one object a line.
    mutating func jsonLines(_ count: Int, bytes: Int) -> [UInt8] {
        var lines: [UInt8] = []
        for number in 0..<count {
            let text = article(bytes: bytes).replacing("\n", with: "\\n")
            lines += "{\"id\": \"made-up-\(number)\", \"text\": \"\(text)\"}\n".utf8
        }
        return lines
    }

    private struct Side {
        var country: String
        var person: String
        var office: String
        var title: String { "\(office) \(country)" }
        var full: String { "\(office) \(country) \(person)" }
    }

    private mutating func sentence(_ host: Side, _ guest: Side) -> String {
        let other = Side(
            country: pick(countries), person: name(Self.foreign), office: pick(offices))
        let fields = "\(pick(subjects)), \(pick(subjects)) và \(pick(subjects))"
        return switch number(0...9) {
        case 0: "\(host.full) đánh giá cao quan hệ giữa Việt Nam và \(guest.country) về \(fields)."
        case 1: "Hai bên nhất trí tăng cường hợp tác trong các lĩnh vực \(fields)."
        case 2:
            "Nhân dịp này, \(host.title) và \(guest.title) đã ký Bản ghi nhớ về hợp tác "
                + "\(pick(subjects))."
        case 3: "Ông \(guest.person) cho biết \(guest.country) coi trọng đối thoại về \(fields)."
        case 4:
            "Trước đó, ngày \(number(1...28))/\(number(1...12)), \(host.full) đã tiếp \(other.full)."
        case 5: "Cùng dự buổi tiếp có Đại sứ \(guest.country) tại Việt Nam \(name(Self.foreign))."
        case 6: "Hai bên cũng trao đổi về tình hình khu vực mà cả hai cùng quan tâm."
        case 7:
            "Tuần tới, \(other.full) dự kiến thăm chính thức Việt Nam theo lời mời của ông "
                + "\(host.person)."
        case 8:
            "Kim ngạch thương mại hai nước đạt \(number(1...90)) tỷ USD, tăng \(number(1...40))% "
                + "so với năm trước, trong đó \(fields) chiếm phần lớn."
        default: "Theo \(host.title), còn nhiều việc phải làm để mở rộng \(fields) trong năm tới."
        }
    }

    private mutating func name(_ parts: [[String]]) -> String {
        parts.map { pick($0) }.joined(separator: " ")
    }

    private mutating func pick(_ words: [String]) -> String { words[number(0...words.count - 1)] }

    private mutating func number(_ range: ClosedRange<Int>) -> Int {
        // SplitMix64 (Steele, Lea, Flood 2014).
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        mixed ^= mixed >> 31
        return range.lowerBound + Int(mixed % UInt64(range.count))
    }

    private let offices = [
        "Bộ trưởng Ngoại giao", "Thứ trưởng Bộ Ngoại giao", "Bộ trưởng Quốc phòng", "Thủ tướng",
        "Phó Thủ tướng", "Chủ tịch Quốc hội", "Bộ trưởng Công Thương", "Vụ trưởng Vụ Báo chí",
    ]

    private let countries = [
        "Lào", "Campuchia", "Nga", "Pháp", "Nhật Bản", "Hàn Quốc", "Ấn Độ", "Úc", "Cuba", "Chile",
        "Thái Lan", "Ai Cập", "Na Uy", "Ba Lan", "Mông Cổ",
    ]

    private let subjects = [
        "thương mại", "đầu tư", "giáo dục", "quốc phòng", "nông nghiệp", "năng lượng", "văn hóa",
        "du lịch", "chuyển đổi số", "giao thông", "y tế", "an ninh biển", "báo chí",
    ]

    private static let vietnamese = [
        ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ"],
        ["Văn", "Thị", "Minh", "Quang", "Đức", "Thu", "Xuân", "Hữu"],
        ["Hà", "Bình", "Lan", "Sơn", "Dũng", "Hương", "Tùng", "Khánh", "Yến", "Phong"],
    ]

    private static let foreign = [
        ["Karel", "Somsak", "Ivan", "Pedro", "Lucia", "Henrik", "Amina", "Oskar", "Marta"],
        ["Velden", "Phommavong", "Sorokin", "Almeida", "Rossini", "Lindgren", "Haddad", "Kowal"],
    ]
}
