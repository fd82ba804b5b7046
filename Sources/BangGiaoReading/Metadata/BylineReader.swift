import BangGiaoModel

/// Reads names of writers and photographers out of the lines that hold nothing else.
struct BylineReader {
    /// What a line of names holds.
    struct Names: Equatable {
        /// The persons, and what stands for them, as "PV"; in the order of the line.
        var people: [String] = []
        /// Whether the line holds nothing but names, outlets and notes.
        var isClean = true
        /// Whether it names an outlet.
        var hasOutlet = false

        /// Whether it names a person or an outlet.
        var isOfSomeone: Bool { hasOutlet || !people.isEmpty }
    }

    let cues: ZoneCues
    private let bytes: [UInt8]
    private let lower: [UInt8]

    /// Makes a reader of the lines of a text.
    init(_ table: LineTable, cues: ZoneCues) {
        self.cues = cues
        bytes = table.bytes
        lower = table.lower
    }

    /// Makes a reader of a text that stands alone.
    init(_ text: String, cues: ZoneCues) {
        self.cues = cues
        bytes = Array(text.utf8)
        lower = LowercaseBytes.of(bytes)
    }

    /// The whole text.
    var all: Range<Int> { bytes.indices }

    /// Reads a line such as `Trần Hiếu/Vietnam+`, `Tác giả: Kim Dung`, `PV (theo TTXVN, VOV).`.
    ///
    /// - Parameter range: The line, with or without the cue before its names.
    func names(in range: Range<Int>) -> Names {
        var names = Names()
        var rest = range
        var hasCue = false
        // "Bài và ảnh: X": what stands before the first colon, where it is a cue.
        if let colon = lower[rest].firstIndex(of: UInt8(ascii: ":")),
            isCue(trimmed(rest.lowerBound..<colon))
        {
            rest = colon + 1..<rest.upperBound
            hasCue = true
        } else if let after = afterFrom(rest) {
            // "Theo X": the source of the text, named whole.
            names.isClean = lower[after].count { $0 == 0x20 } <= 3
            return names
        }
        let note = takeNote(&rest)
        for part in parts(of: rest) { read(part, into: &names) }
        if let note {
            if !isNote(note) || names.people.isEmpty {
                let inner = self.names(in: note)
                if inner.isClean { names.people += inner.people } else { names.isClean = false }
                names.hasOutlet = names.hasOutlet || inner.hasOutlet
            }
        } else if names.people.isEmpty, !hasCue, trimmed(rest).isEmpty {
            names.isClean = false
        }
        return names
    }

    /// Reads the names of a credit: what stands after "Ảnh:".
    func credited(in range: Range<Int>) -> [String] {
        var rest = range
        _ = takeNote(&rest)
        var names = Names()
        for part in parts(of: rest) { read(part, into: &names) }
        return names.people
    }

    private func kinds(of range: Range<Int>) -> (whole: CueKinds, start: CueKinds) {
        cues.kinds(of: lower, in: range)
    }

    private func isCue(_ head: Range<Int>) -> Bool {
        guard !head.isEmpty, head.count <= 40 else { return false }
        let whole = kinds(of: head).whole
        return whole.has(.byline) || whole.has(.credit) || whole.has(.reporter)
    }

    /// What stands after the word that names the source of a text; nil without such a word.
    private func afterFrom(_ range: Range<Int>) -> Range<Int>? {
        guard let space = lower[range].firstIndex(of: 0x20) else { return nil }
        let whole = kinds(of: trimmed(range.lowerBound..<space)).whole
        return whole.has(.byline) && whole.has(.note) ? space + 1..<range.upperBound : nil
    }

    private func read(_ part: Range<Int>, into names: inout Names) {
        let name = trimmed(part)
        guard !name.isEmpty else { return }
        let (whole, start) = kinds(of: name)
        if whole.has(.reporter) {
            names.people.append(text(name))
        } else if whole.has(.outlet) || isAddressOfOutlet(name) {
            names.hasOutlet = true
        } else if whole.has(.dateline) {
            // A day of the week, beside the names in one line.
            return
        } else if start.has(.organisation) {
            names.isClean = names.isClean && lower[name].count { $0 == 0x20 } <= 5
        } else if isPerson(name) {
            names.people.append(text(name))
        } else {
            names.isClean = false
        }
    }

    private func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    /// Whether a phrase is spelt as a Vietnamese name of a person: two to five syllables with
    /// capitals, initials among them.
    func isPerson(_ name: Range<Int>) -> Bool {
        guard name.count <= 60 else { return false }
        var syllables = 0
        var initials = 0
        var hasStop = false
        for token in split(name, at: { $0 == 0x20 }) {
            guard isCapital(token.lowerBound) else { return false }
            for piece in split(token, at: { $0 == UInt8(ascii: ".") }) {
                hasStop =
                    hasStop
                    || piece.upperBound < name.upperBound
                        && lower[piece.upperBound] == UInt8(ascii: ".")
                if piece.count == width(piece.lowerBound) {
                    guard isCapital(piece.lowerBound) else { return false }
                    initials += 1
                } else if VietnameseSyllable.isSpelling(lower[piece]) {
                    syllables += 1
                } else {
                    return false
                }
            }
        }
        let count = syllables + initials
        return count >= 2 && count <= 5 && (syllables > 0 || hasStop)
    }

    /// An outlet named by its address: `Chinhphu.vn`.
    private func isAddressOfOutlet(_ name: Range<Int>) -> Bool {
        let phrase = lower[name]
        guard let dot = phrase.lastIndex(of: UInt8(ascii: ".")), dot > name.lowerBound + 1 else {
            return false
        }
        return phrase.allSatisfy { $0 > 0x20 && $0 < 0x80 } && name.upperBound - dot > 2
            && (dot + 1..<name.upperBound).allSatisfy { !isCapital($0) }
    }

    private func isNote(_ note: Range<Int>) -> Bool {
        let (whole, start) = kinds(of: note)
        return start.has(.note) || start.has(.credit) || whole.has(.outlet)
    }

    /// Takes what stands in the first parentheses, and all after it, out of a range.
    private func takeNote(_ range: inout Range<Int>) -> Range<Int>? {
        guard let open = lower[range].firstIndex(of: UInt8(ascii: "(")) else { return nil }
        let inner = open + 1..<range.upperBound
        let close = lower[inner].firstIndex(of: UInt8(ascii: ")")) ?? inner.upperBound
        range = range.lowerBound..<open
        let note = trimmed(inner.lowerBound..<close)
        return note.isEmpty ? nil : note
    }
}

extension BylineReader {
    /// Cuts a line between its names: at slashes, commas, "và", and dashes between spaces.
    private func parts(of range: Range<Int>) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        for piece in split(range, at: { "/,;&|".utf8.contains($0) }) {
            var start = piece.lowerBound
            for word in split(piece, at: { $0 == 0x20 }) where isLink(word) {
                parts.append(start..<word.lowerBound)
                start = word.upperBound
            }
            parts.append(start..<piece.upperBound)
        }
        return parts
    }

    private func isLink(_ word: Range<Int>) -> Bool {
        guard word.count <= 4 else { return false }
        return trimmed(word).isEmpty || kinds(of: word).whole.has(.conjunction)
    }

    private func split(_ range: Range<Int>, at isBound: (UInt8) -> Bool) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = range.lowerBound
        for index in range where isBound(lower[index]) {
            if start < index { parts.append(start..<index) }
            start = index + 1
        }
        if start < range.upperBound { parts.append(start..<range.upperBound) }
        return parts
    }

    /// Leaves out spaces, and punctuation that belongs to no name.
    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, isOuter(start) || lower[start] == UInt8(ascii: ".") {
            start += width(start)
        }
        while start < end {
            var last = end - 1
            while last > start, lower[last] & 0xC0 == 0x80 { last -= 1 }
            // A full stop after an initial stays.
            let isStop = lower[last] == UInt8(ascii: ".")
            let isInitial = last >= start + 2 && " .".utf8.contains(lower[last - 2])
            guard isOuter(last) || (isStop && !isInitial) else { break }
            end = last
        }
        return start..<max(start, end)
    }

    /// Whether a sign begins here that stands around names.
    private func isOuter(_ index: Int) -> Bool {
        let byte = lower[index]
        // Dashes, dots in the middle of a line, quotation marks, no-break spaces.
        if byte == 0xC2 || byte == 0xE2 { return true }
        return byte <= 0x20 || "-:,;*_<>[](){}\"'".utf8.contains(byte)
    }

    private func isCapital(_ index: Int) -> Bool {
        (index..<min(index + width(index), bytes.count)).contains { bytes[$0] != lower[$0] }
    }

    /// The number of bytes of the letter that begins at an index.
    private func width(_ index: Int) -> Int {
        let byte = lower[index]
        return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    }
}
