import BangGiaoKnowledge
import BangGiaoModel
import Foundation
import TestSupport

/// Builds a knowledge base by hand, a line a fact.
struct DiagramStory {
    var base = KnowledgeBase()
    let document: DocumentID
    private var offset = 0

    init(
        _ document: String = "story", title: String? = "Một câu chuyện",
        published: String? = "2025-12-17", url: String? = "https://example.org/story"
    ) {
        self.document = DocumentID(document)
        base.documents = [
            DocumentFacts.Header(
                id: self.document, title: title, published: published.flatMap { PartialDate($0) },
                url: url)
        ]
    }

    func key(_ id: String) -> EntityKey { EntityKey(document, EntityID(id)) }

    mutating func add(
        _ kind: Entity.Kind, _ id: String, _ name: String, _ country: String? = nil,
        in parent: String? = nil
    ) {
        base.entities.append(
            KnownEntity(
                key: key(id), kind: kind, name: name, country: country.map { CountryCode($0) },
                parent: parent.map { key($0) }, aliases: [name], members: [key(id)]))
    }

    mutating func office(
        _ person: String, _ title: String, of: String, to receiver: String? = nil,
        status: Position.Status? = nil
    ) {
        base.positions.append(
            KnownPosition(
                id: "\(document.rawValue)#o\(base.positions.count + 1)", person: key(person),
                title: title, of: key(of), accreditedTo: receiver.map { key($0) }, status: status,
                sources: [source("\(title) \(person)")]))
    }

    mutating func meeting(
        _ kind: Meeting.Kind, _ sides: [[String]], attendees: [String] = [], date: String? = nil,
        place: String? = nil, status: Meeting.Status = .held, section: Section = .body
    ) {
        let id = "\(document.rawValue)#m\(base.meetings.count + 1)"
        base.meetings.append(
            KnownMeeting(
                id: id, kind: kind, sides: sides.map { $0.map { key($0) } },
                attendees: attendees.map { key($0) }, date: date.flatMap { PartialDate($0) },
                place: place, status: status, section: section, sources: [source("cuộc gặp \(id)")])
        )
    }

    mutating func agreement(
        _ kind: Agreement.Kind, _ parties: [String], signatories: [String] = [],
        title: String? = nil, date: String? = nil, status: Agreement.Status = .agreed,
        at meeting: Int? = nil, section: Section = .body
    ) {
        let id = "\(document.rawValue)#g\(base.agreements.count + 1)"
        base.agreements.append(
            KnownAgreement(
                id: id, kind: kind, parties: parties.map { key($0) },
                signatories: signatories.map { key($0) }, title: title,
                date: date.flatMap { PartialDate($0) }, status: status,
                meeting: meeting.map { "\(document.rawValue)#m\($0)" }, section: section,
                sources: [source("thỏa thuận \(id)")]))
    }

    private mutating func source(_ quotation: String) -> Source {
        offset += 100
        return Source(
            document: document,
            evidence: Evidence(span: TextSpan(offset, offset + 50), quotation: quotation))
    }
}

extension DiagramStory {
    /// Two press departments meet; visits around it; teasers below (the story of seed-003).
    static var pressDepartments: DiagramStory {
        var story = DiagramStory("press", title: "Hai Bộ Ngoại giao tăng cường hợp tác thông tin")
        story.add(.agency, "a1", "Vụ Thông tin Báo chí", "VN", in: "a2")
        story.add(.agency, "a2", "Bộ Ngoại giao", "VN")
        story.add(.agency, "a3", "Vụ Báo chí", "LA", in: "a4")
        story.add(.agency, "a4", "Bộ Ngoại giao", "LA")
        story.add(.agency, "a5", "Báo Thế giới và Việt Nam", "VN")
        story.add(.agency, "a6", "Trung tâm Hướng dẫn báo chí nước ngoài", "VN", in: "a7")
        story.add(.agency, "a7", "Cục Phục vụ Ngoại giao đoàn", "VN", in: "a2")
        story.add(.agency, "a8", "Đảng Nhân dân Cách mạng Lào", "LA")
        story.add(.person, "p1", "Phạm Thu Hằng", "VN")
        story.add(.person, "p2", "Bounthala Panyavichith", "LA")
        story.add(.person, "p4", "Tô Lâm", "VN")
        story.add(.person, "p5", "Phạm Minh Chính", "VN")
        story.add(.person, "p7", "Tharman Shanmugaratnam", "SG")
        story.add(.country, "c1", "Việt Nam", "VN")
        story.add(.country, "c2", "Lào", "LA")
        story.add(.country, "c4", "Mexico", "MX")
        story.add(.country, "c5", "Singapore", "SG")
        story.office("p1", "Vụ trưởng", of: "a1")
        story.office("p1", "Người phát ngôn", of: "a2")
        story.office("p2", "Vụ trưởng", of: "a3")
        story.office("p4", "Tổng Bí thư", of: "c1")
        story.office("p5", "Thủ tướng", of: "c1")
        story.office("p7", "Tổng thống", of: "c5")
        story.meeting(
            .workingSession, [["a1", "p1"], ["a3", "p2"]], attendees: ["a5", "a6"],
            date: "2025-12-15", place: "trụ sở Bộ Ngoại giao")
        story.agreement(.consensus, ["a1", "a3"], date: "2025-12-15", at: 1)
        story.meeting(
            .visit, [["a3", "p2"], ["c1"]], date: "2025-12", place: "Việt Nam")
        story.agreement(
            .other, ["a1", "a3"], title: "cơ chế trao đổi thường niên", date: "2004",
            status: .existing)
        story.meeting(.visit, [["p4"], ["c2"]], date: "2025", place: "Lào")
        story.meeting(.visit, [["p5"], ["c2"]], date: "2025", place: "Lào")
        story.meeting(.session, [["p5"], ["c2"]], date: "2025", place: "Lào")
        story.agreement(.consensus, ["c1", "c2"], date: "2025")
        story.meeting(
            .visit, [["p7"], ["c4"]], date: "2025-12", place: "Mexico", section: .related)
        return story
    }

    /// Two bodies of one state meet, one of them under an envoy accredited abroad.
    static var domestic: DiagramStory {
        var story = DiagramStory("domestic", title: nil, published: nil, url: nil)
        story.add(.agency, "a1", "Bộ Thông tin và Truyền thông", "VN")
        story.add(.agency, "a2", "Bộ Ngoại giao", "VN")
        story.add(.person, "p1", "Nguyễn Minh Hồng", "VN")
        story.add(.person, "p2", "Vũ Quang Minh", "VN")
        story.add(.country, "c1", "Việt Nam", "VN")
        story.add(.country, "c2", "Campuchia", "KH")
        story.office("p1", "Thứ trưởng", of: "a1")
        story.office("p2", "Trợ lý Bộ trưởng", of: "a2")
        story.office("p2", "Đại sứ", of: "c1", to: "c2")
        story.meeting(
            .workingSession, [["a1", "p1"], ["a2", "p2"]], date: "2017-05-23", place: "Hà Nội")
        return story
    }

    /// Three countries and an international body at one table; something is planned and signed.
    static var session: DiagramStory {
        var story = DiagramStory("session", title: nil, url: "javascript:alert(1)")
        for (id, name, code) in [
            ("c1", "Việt Nam", "VN"), ("c2", "Lào", "LA"), ("c3", "Campuchia", "KH"),
        ] { story.add(.country, id, name, code) }
        story.add(.agency, "a1", "Ủy hội sông Mê Công")
        story.add(.agency, "a2", "Bộ Tài nguyên và Môi trường", "VN")
        story.add(.person, "p1", "Trần Văn Sông", "VN")
        story.add(.person, "p2", "Somphone Vongsa", "LA")
        story.office("p1", "Bộ trưởng", of: "a2")
        story.office("p2", "Thủ tướng", of: "c2", status: .former)
        story.meeting(
            .session, [["p1", "a2"], ["p2"], ["c3"], ["a1"]], date: "2025-04-14/2025-04-17",
            place: "Luông Phra-băng", status: .planned)
        story.agreement(
            .mou, ["a1", "a2"], signatories: ["p1"],
            title:
                "Bản ghi nhớ về chia sẻ số liệu thủy văn trong mùa khô và mùa mưa trên toàn lưu vực",
            status: .signed)
        return story
    }

    static var all: [DiagramStory] { [pressDepartments, domestic, session] }

    /// Any knowledge at all: as many entities and events as asked for, drawn at random.
    static func random(entities: Int, events: Int, using random: inout SeededGenerator)
        -> DiagramStory
    {
        var story = DiagramStory("random")
        let codes = ["VN", "LA", "KH", "RU", nil]
        var ids: [Entity.Kind: [String]] = [:]
        for number in 0..<max(entities, 2) {
            let kind = Entity.Kind.allCases.randomElement(using: &random) ?? .agency
            let id = "\(kind.rawValue.prefix(1))\(number)"
            let code = codes.randomElement(using: &random) ?? nil
            let parent = kind == .agency ? ids[.agency]?.randomElement(using: &random) : nil
            story.add(kind, id, "Tên \(number) của nó", code, in: parent)
            ids[kind, default: []].append(id)
        }
        let all = ids.values.flatMap { $0 }.sorted()
        for person in ids[.person] ?? [] where Bool.random(using: &random) {
            let office = all.randomElement(using: &random) ?? person
            if office != person {
                story.office(
                    person, "Chức", of: office,
                    to: Bool.random(using: &random) ? ids[.country]?.first : nil,
                    status: [nil, .former, .designate].randomElement(using: &random) ?? nil)
            }
        }
        for _ in 0..<events {
            let shuffled = all.shuffled(using: &random)
            let count = Int.random(in: 2...max(2, min(5, shuffled.count)), using: &random)
            let some = shuffled.prefix(count)
            if Bool.random(using: &random) {
                let split = Int.random(in: 1..<count, using: &random)
                story.meeting(
                    Meeting.Kind.allCases.randomElement(using: &random) ?? .other,
                    [Array(some.prefix(split)), Array(some.dropFirst(split))],
                    attendees: Array(shuffled.dropFirst(count).prefix(1)),
                    date: Bool.random(using: &random) ? "2025-0\(Int.random(in: 1...9))" : nil,
                    status: Bool.random(using: &random) ? .held : .planned)
            } else {
                story.agreement(
                    Agreement.Kind.allCases.randomElement(using: &random) ?? .other, Array(some),
                    signatories: Array(shuffled.dropFirst(count).prefix(1)),
                    at: story.base.meetings.isEmpty ? nil : 1)
            }
        }
        return story
    }

    /// The same knowledge with every list in another order.
    func shuffled(using random: inout SeededGenerator) -> KnowledgeBase {
        var result = base
        result.documents.shuffle(using: &random)
        result.entities.shuffle(using: &random)
        result.positions.shuffle(using: &random)
        result.meetings.shuffle(using: &random)
        result.agreements.shuffle(using: &random)
        return result
    }
}
