import BangGiaoModel

extension DiagramLabels {
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
        terms: [
            .agency: "cơ quan", .person: "người", .country: "nước",
            .meeting: "cuộc gặp, hoạt động", .agreement: "thỏa thuận", .tookPart: "tham gia",
            .present: "cùng dự", .party: "bên thỏa thuận", .signatory: "ký", .office: "chức vụ",
            .visited: "đến thăm", .planned: "dự kiến",
            .former: "nguyên", .designate: "được bổ nhiệm", .accredited: "tại",
            .sources: "Nguồn", .documents: "bài báo", .told: "tin ngày",
            .empty: "Không có cuộc gặp hay thỏa thuận nào.",
            .overviewTitle: "Ai gặp ai: các nước và tổ chức quốc tế",
            .overviewAid:
                "Số lần và nét dày: cuộc gặp, thỏa thuận. Nét đôi: có thỏa thuận. Góc vuông: tổ chức quốc tế.",
            .overviewAgencyAid:
                "Số lần và nét dày: cuộc gặp, thỏa thuận. Nét đôi: có thỏa thuận. Góc vuông: cơ quan.",
            .others: "nước, tổ chức khác", .otherPairs: "cặp nước, tổ chức ngoài tâm",
            .times: "lần", .mapTitle: "Mạng lưới quan hệ",
            .mapAid: "Có tên: từ ba mối quan hệ. Nét dày: nhiều lần.",
            .timelineTitle: "Ai gặp ai, theo thời gian",
            .timelineAid: "Từ trên xuống: từ trước đến sau.", .undated: "không rõ ngày",
            .networkTitle: "Người, cơ quan, nước và quan hệ",
            .met: "gặp", .agreed: "thỏa thuận", .signed: "ký", .holds: "chức vụ",
            .accreditedTo: "được cử đến", .partOf: "thuộc", .represents: "của nước",
        ])
}
