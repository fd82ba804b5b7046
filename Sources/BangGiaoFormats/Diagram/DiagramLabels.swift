public import BangGiaoModel

/// The words of a diagram in one language; names stay as the documents write them.
public struct DiagramLabels: Hashable, Sendable {
    /// The language as a code of BCP 47.
    public var language: String
    /// Kinds of meetings, short enough for a box.
    public var meetings: [Meeting.Kind: String]
    /// Kinds of agreements, short enough for a box.
    public var agreements: [Agreement.Kind: String]
    /// Before a former office.
    public var former: String
    /// After an office that is yet to begin.
    public var designate: String
    /// On an event that is announced.
    public var planned: String
    /// Between an envoy's office and the receiving country.
    public var accredited: String
    /// The heading over where facts come from.
    public var sources: String
    /// After the number of documents.
    public var documents: String
    /// What is said where there is nothing to draw.
    public var empty: String
    /// The words of the legend and of the sentences about edges.
    public var terms: [Term: String]
    /// The heading of the overview, and its reading aid.
    public var overview: (title: String, aid: String) {
        (terms[.overviewTitle] ?? "", terms[.overviewAid] ?? "")
    }

    /// A word of the legend.
    public enum Term: String, Hashable, Sendable, CaseIterable {
        case agency, person, country, meeting, agreement
        case tookPart, present, party, signatory, office, visited, planned
        case overviewTitle, overviewAid, others, times, mapTitle, mapAid
    }

    /// Vietnamese.
    public static let vietnamese = DiagramLabels(
        language: "vi",
        meetings: [
            .talks: "Hội đàm", .meeting: "Gặp", .courtesyCall: "Tiếp xã giao",
            .consultation: "Tham vấn", .workingSession: "Làm việc", .visit: "Thăm",
            .call: "Điện đàm", .session: "Phiên họp", .ceremony: "Lễ", .other: "Hoạt động",
        ],
        agreements: [
            .mou: "Bản ghi nhớ", .treaty: "Hiệp định", .protocol: "Nghị định thư",
            .programme: "Chương trình", .statement: "Tuyên bố chung", .contract: "Hợp đồng",
            .partnership: "Quan hệ đối tác", .consensus: "Nhất trí", .other: "Thỏa thuận",
        ],
        former: "nguyên", designate: "được bổ nhiệm", planned: "dự kiến", accredited: "tại",
        sources: "Nguồn", documents: "bài báo", empty: "Không có cuộc gặp hay thỏa thuận nào.",
        terms: [
            .agency: "cơ quan", .person: "người", .country: "nước",
            .meeting: "cuộc gặp, hoạt động", .agreement: "thỏa thuận", .tookPart: "tham gia",
            .present: "cùng dự", .party: "bên thỏa thuận", .signatory: "ký", .office: "chức vụ",
            .visited: "đến thăm", .planned: "dự kiến",
            .overviewTitle: "Ai gặp ai: các nước và tổ chức quốc tế",
            .overviewAid:
                "Số lần và nét dày: cuộc gặp, thỏa thuận. Nét đôi: có thỏa thuận. Góc vuông: tổ chức quốc tế.",
            .others: "nước, tổ chức khác", .times: "lần", .mapTitle: "Mạng lưới quan hệ",
            .mapAid: "Có tên: từ ba mối quan hệ. Nét dày: nhiều lần.",
        ])

    /// Makes a table of words.
    public init(
        language: String, meetings: [Meeting.Kind: String],
        agreements: [Agreement.Kind: String], former: String, designate: String,
        planned: String, accredited: String, sources: String, documents: String, empty: String,
        terms: [Term: String]
    ) {
        self.language = language
        self.meetings = meetings
        self.agreements = agreements
        self.former = former
        self.designate = designate
        self.planned = planned
        self.accredited = accredited
        self.sources = sources
        self.documents = documents
        self.empty = empty
        self.terms = terms
    }

    func word(_ term: Term) -> String { terms[term] ?? term.rawValue }
    subscript(kind: Meeting.Kind) -> String { meetings[kind] ?? kind.rawValue }
    subscript(kind: Agreement.Kind) -> String { agreements[kind] ?? kind.rawValue }
}
