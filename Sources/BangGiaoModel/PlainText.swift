/// Text that may be shown on a terminal: nothing in it moves the cursor or turns what follows.
public enum PlainText {
    /// Returns a text without the characters that steer a terminal: controls but line feeds and
    /// tabs, and the marks that turn the direction of the text after them.
    ///
    /// - Complexity: O(length).
    public static func plain(_ text: String) -> String {
        if text.unicodeScalars.allSatisfy(isAllowed) { return text }
        var result = ""
        result.unicodeScalars.append(contentsOf: text.unicodeScalars.filter(isAllowed))
        return result
    }

    /// Returns a text as ``plain(_:)`` does, in one line: what would part it becomes a space.
    ///
    /// - Complexity: O(length).
    public static func line(_ text: String) -> String {
        guard text.contains(where: { $0 == "\t" || $0.isNewline }) else { return plain(text) }
        return plain(
            text.split(omittingEmptySubsequences: false) { $0 == "\t" || $0.isNewline }
                .joined(separator: " "))
    }

    /// Returns the first character by which a text isn't one line of plain text: a control, or what
    /// parts lines.
    ///
    /// - Complexity: O(length).
    public static func control(in text: String) -> Unicode.Scalar? {
        // Most texts have no such byte: controls, the first bytes of U+0080 and of U+2028.
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 || $0 == 0xE2 })
        else { return nil }
        return text.unicodeScalars.first { scalar in
            switch scalar.value {
            case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: true
            default: false
            }
        }
    }

    /// As pictures have it (`SVGText`), but for the carriage return, which overwrites a line.
    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: true
        case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: false
        case 0x061C, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: false
        default: true
        }
    }
}
