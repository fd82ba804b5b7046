/// The words of the controls of an interactive page, in one language.
struct PageWords {
    /// By the names that `page.html` and `page.js` call them.
    let words: [String: String]

    /// Returns the words for a language as a code of BCP 47; English for one that isn't known.
    init(language: String) {
        words = language.hasPrefix("vi") ? Self.vietnamese : Self.english
    }

    subscript(name: String) -> String { words[name] ?? name }

    private static let vietnamese = [
        "search": "Tìm", "show": "Hiện", "years": "Năm", "from": "từ năm", "until": "đến năm",
        "smaller": "Thu nhỏ", "larger": "Phóng to", "theme": "Nền sáng hay tối",
        "reset": "Đặt lại", "evidence": "Trích dẫn", "allQuotations": "Tất cả trích dẫn",
        "found": "# kết quả", "hidden": "# mục đang ẩn", "close": "Đóng",
        "article": "bài gốc", "noQuotation": "Không có trích dẫn riêng.", "related": "Liên quan",
        "see": "xem", "hint": "Chọn một hình để xem trích dẫn. Esc: bỏ chọn.",
    ]

    private static let english = [
        "search": "Search", "show": "Show", "years": "Years", "from": "from year",
        "until": "until year", "smaller": "Smaller", "larger": "Larger",
        "theme": "Light or dark", "reset": "Reset", "evidence": "Quotations",
        "allQuotations": "All quotations", "found": "# found", "hidden": "# hidden",
        "close": "Close", "article": "article", "noQuotation": "No quotation of its own.",
        "related": "Related", "see": "see",
        "hint": "Choose a shape to see what proves it. Esc: let go.",
    ]
}
