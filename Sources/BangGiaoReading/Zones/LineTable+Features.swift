extension LineTable {
    /// Counts the words of a line, looks at its end, and notes the cues in it.
    mutating func look(
        at index: Int, in lower: UnsafeBufferPointer<UInt8>, for cues: ZoneCues
    ) {
        var line = lines[index]
        line.key = Self.key(lower, line.start, line.end)
        line.ending = Self.ending(lower, line.start, line.end)
        var isInWord = false
        var words = 0
        var small = 0
        var continuations = 0
        var letters: UInt8 = 0
        var place = line.start
        let end = line.end
        while place < end {
            let byte = lower[place]
            place += 1
            if byte & 0xC0 == 0x80 {
                // Goes on with the letter or sign before it.
                continuations += 1
                continue
            }
            // All signs of more than one byte that matter begin with C2 and E2.
            let isSign = byte == 0xC2 || byte == 0xE2
            letters |= isSign ? 0 : byte
            let wasInWord = isInWord
            isInWord = byte &- 0x61 < 26 || byte &- 0x30 < 10 || (byte >= 0x80 && !isSign)
            if wasInWord || !isInWord { continue }
            if words == 0 || cues.mayBegin(byte, place < end ? lower[place] : 0) {
                line.words = words
                note(cuesAt: place - 1, of: &line, index, lower, cues)
            }
            words += 1
            if isLower(at: place - 1, lower) { small += 1 }
        }
        line.words = words
        line.smallWords = small
        line.scalars = line.end - line.start - continuations
        line.isASCII = letters < 0x80
        lines[index] = line
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
            let isLast = Self.isRest(lower, cueEnd, end)
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
