import Foundation

/// Widths of text in Arial (and Liberation Sans, which has the same), to break lines by.
///
/// libgvc measures again with the real font; this only decides where a line ends. Marks above and
/// below a Vietnamese letter add no width; the horns of ơ and ư do.
enum TextMeasure {
    /// Returns the width of a line in points.
    static func width(of text: some StringProtocol, size: Double, isBold: Bool = false) -> Double {
        var thousandths = 0
        for scalar in String(text).decomposedStringWithCanonicalMapping.unicodeScalars {
            thousandths += width(of: scalar)
        }
        return Double(thousandths) / 1000 * size * (isBold ? 1.07 : 1)
    }

    /// Breaks a text into lines of at most a width; what doesn't fit in the last ends in "…".
    ///
    /// - Complexity: O(length).
    static func lines(
        of text: String, width limit: Double, count: Int, size: Double, isBold: Bool = false
    ) -> [String] {
        var lines: [String] = []
        var line = ""
        let words = DOTText.cleaned(text).split(separator: " ").map(String.init)
        func fits(_ text: String) -> Bool { width(of: text, size: size, isBold: isBold) <= limit }
        for (index, word) in words.enumerated() {
            let longer = line.isEmpty ? word : line + " " + word
            if fits(longer) {
                line = longer
                continue
            }
            if lines.count + 1 == count || (line.isEmpty && index > 0) {
                lines.append(shortened(line.isEmpty ? word : longer, fits: fits))
                return lines
            }
            if !line.isEmpty { lines.append(line) }
            line = word
            if !fits(word) {
                // One endless word: a reader needs its beginning only.
                line = shortened(word, fits: fits)
            }
        }
        if !line.isEmpty { lines.append(line) }
        return lines
    }

    private static func shortened(_ text: String, fits: (String) -> Bool) -> String {
        if fits(text) { return text }
        // A line has far fewer than 200 characters: don't walk a megabyte backwards.
        var kept = Substring(text.prefix(200))
        while !kept.isEmpty, !fits(kept + "…") { kept.removeLast() }
        // Rather after a whole word, if that leaves most of the line.
        if let blank = kept.lastIndex(of: " "),
            kept.distance(from: blank, to: kept.endIndex) * 3 < kept.count
        {
            kept = kept[..<blank]
        }
        while kept.last == " " || kept.last == "," { kept.removeLast() }
        return kept + "…"
    }

    private static func width(of scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x20...0x7E: asciiWidths[Int(scalar.value) - 0x20]
        case 0x31B: 80
        case 0x300...0x36F: 0
        case 0x110: 722
        case 0x111: 556
        case 0x2013: 556
        case 0x2026, 0x2014: 1000
        case 0xB7, 0x203A, 0x2019: 333
        case 0x201C, 0x201D: 333
        case 0x1100...0x11FF, 0x2E80...0xD7FF, 0xF900...0xFAFF, 0xFF00..., 0x1F000...: 1000
        default: 580
        }
    }

    /// Of U+0020 to U+007E, in thousandths of the size.
    private static let asciiWidths = [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ]
}
