extension LineTable {
    /// Counts the words of a line, looks at its end, and notes the cues in it.
    ///
    /// - Parameter words: Room for one more number than the line has bytes.
    mutating func look(
        at index: Int, in lower: UnsafeBufferPointer<UInt8>, for cues: ZoneCues,
        words: UnsafeMutableBufferPointer<Int32>
    ) {
        var line = lines[index]
        line.key = Self.key(lower, line.start, line.end)
        line.ending = Self.ending(lower, line.start, line.end)
        line.scalars = Self.scalars(lower, line.start, line.end)
        // Only short lines are compared with names.
        let isShort = line.end - line.start <= 240
        let firstMatch = matches.count
        let count = Self.markWords(lower, line.start, line.end, in: words)
        for word in words.prefix(count) {
            let place = Int(word)
            let next = place + 1 < line.end ? lower[place + 1] : 0
            if line.words == 0 || cues.mayBegin(lower[place], next) {
                note(cuesAt: place, of: &line, index, lower, cues)
            }
            line.words += 1
            if isShort, isLower(at: place, lower) { line.smallWords += 1 }
        }
        line.matches = firstMatch..<matches.count
        lines[index] = line
    }

    /// Writes where the words of a range begin; returns how many there are.
    ///
    /// Writes every place and moves on at words only: where words begin no processor can guess.
    private static func markWords(
        _ lower: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int,
        in words: UnsafeMutableBufferPointer<Int32>
    ) -> Int {
        classes.withUnsafeBufferPointer { classes in
            var count = 0
            var inWord: UInt8 = 0
            for place in start..<end {
                let kind = classes[Int(lower[place])]
                // Bytes that go on belong to the letter or sign before them.
                let now = kind == goesOn ? inWord : kind
                words[count] = Int32(truncatingIfNeeded: place)
                count += Int(now & ~inWord) >> 1
                inWord = now
            }
            return count
        }
    }

    private static let goesOn: UInt8 = 1
    private static let isLetter: UInt8 = 2

    /// What each byte of lower case is: one that goes on, one that begins a letter, or neither.
    ///
    /// Of the signs of more than one byte those that matter begin with C2 and E2.
    private static let classes: [UInt8] = (0...255).map { (byte: UInt8) in
        if byte & 0xC0 == 0x80 { return goesOn }
        let isWord = byte &- 0x61 < 26 || byte &- 0x30 < 10
        return isWord || (byte >= 0x80 && byte != 0xC2 && byte != 0xE2) ? isLetter : 0
    }

    private static func scalars(
        _ lower: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
    ) -> Int {
        var continuations = 0
        for byte in UnsafeBufferPointer(rebasing: lower[start..<end]) {
            continuations &+= Int(byte >> 7 & ~byte >> 6)
        }
        return end - start - continuations
    }

    /// Whether the letter at an index is written small.
    private func isLower(at index: Int, _ lower: UnsafeBufferPointer<UInt8>) -> Bool {
        let byte = lower[index]
        if byte < 0x80 { return bytes[index] == byte && byte >= 0x61 }
        let width = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        for place in index..<min(index + width, lower.count) where bytes[place] != lower[place] {
            return false
        }
        return true
    }

    private mutating func note(
        cuesAt place: Int, of line: inout TextLine, _ index: Int,
        _ lower: UnsafeBufferPointer<UInt8>, _ cues: ZoneCues
    ) {
        let isFirst = line.words == 0
        let end = line.end
        var marks = line
        var found: [CueMatch] = []
        cues.match(lower, from: place, to: end, isFirst: isFirst) { cue, cueEnd in
            let isLast = Self.isRest(lower, cueEnd, end) || Self.isCount(lower, cueEnd, end)
            switch cue.place {
            case .start where !isFirst: return
            case .whole where !isFirst || !isLast: return
            case .end where !isLast: return
            default: break
            }
            marks.inside.insert(cue.kind)
            if isFirst { marks.starts.insert(cue.kind) }
            if isLast { marks.ends.insert(cue.kind) }
            if isFirst, isLast { marks.whole.insert(cue.kind) }
            switch cue.kind {
            case .credit, .source, .address, .today, .byline:
                found.append(
                    CueMatch(
                        kind: cue.kind, line: index, start: place, end: cueEnd, isFirst: isFirst))
            default: break
            }
        }
        line = marks
        if !found.isEmpty { matches += found }
    }

    /// Whether only punctuation stands in a range.
    static func isRest(_ lower: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
        var place = start
        while place < end {
            let byte = lower[place]
            if byte &- 0x61 < 26 || byte &- 0x30 < 10 { return false }
            if byte < 0x80 {
                place += 1
            } else if byte == 0xC2 || byte == 0xE2 {
                place += byte == 0xC2 ? 2 : 3
            } else {
                return false
            }
        }
        return true
    }

    /// Whether a range holds only a number in parentheses: `Bình luận (12)`.
    private static func isCount(
        _ lower: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
    ) -> Bool {
        var place = start
        while place < end, lower[place] == 0x20 { place += 1 }
        guard place + 2 < end, lower[place] == UInt8(ascii: "("),
            lower[end - 1] == UInt8(ascii: ")")
        else { return false }
        return lower[place + 1..<end - 1].allSatisfy { $0 &- 0x30 < 10 || $0 == 0x20 }
    }

    /// A number from the length, the first and the last bytes.
    private static func key(
        _ lower: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
    ) -> UInt64 {
        var head: UInt64 = 0
        var tail: UInt64 = 0
        for distance in 0..<min(16, end - start) {
            head = head &* 0x100_0000_01B3 ^ UInt64(lower[start + distance])
            tail = tail &* 0x100_0000_01B3 ^ UInt64(lower[end - 1 - distance])
        }
        return head ^ tail &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(end - start) << 48
    }

    private static func ending(
        _ lower: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
    ) -> TextLine.Ending {
        var place = end
        var sawMark = false
        while place > start {
            let byte = lower[place - 1]
            if place - start >= 3, lower[place - 3] == 0xE2, lower[place - 2] == 0x80 {
                if byte == 0xA6 { return .ellipsis }
                // Closing quotation marks: look at what stands before them.
                guard (0x98...0x9F).contains(byte) else { return sawMark ? .mark : .open }
                sawMark = true
                place -= 3
                continue
            }
            switch byte {
            case UInt8(ascii: "."):
                let dots = place - start >= 2 && lower[place - 2] == UInt8(ascii: ".")
                return dots ? .ellipsis : .sentence
            case UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: ","): return .sentence
            case UInt8(ascii: "?"), UInt8(ascii: "!"): return .mark
            case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"), 0x20:
                if byte != 0x20, byte != UInt8(ascii: ")") { sawMark = true }
                place -= 1
            default: return sawMark ? .mark : .open
            }
        }
        return sawMark ? .mark : .open
    }
}
