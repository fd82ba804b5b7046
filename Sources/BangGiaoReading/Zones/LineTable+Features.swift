extension LineTable {
    /// Counts the words of a line, looks at its end, and notes the cues in it.
    mutating func look(
        at index: Int, in lower: UnsafeBufferPointer<UInt8>, for cues: ZoneCues
    ) {
        var line = lines[index]
        line.key = Self.key(lower, line.start, line.end)
        line.ending = Self.ending(lower, line.start, line.end)
        var found: [CueMatch] = []
        var place = line.start
        var isBoundary = true
        while place < line.end {
            let byte = lower[place]
            line.scalars += 1
            if byte < 0x80 {
                let isWord = byte &- 0x61 < 26 || byte &- 0x30 < 10
                if isWord, isBoundary {
                    note(cuesAt: place, of: &line, index, lower, cues, &found)
                    line.words += 1
                }
                isBoundary = !isWord
                place += 1
            } else if byte == 0xC2 || byte == 0xE2 {
                // Spaces, dashes, quotation marks and other signs.
                isBoundary = true
                place += byte == 0xC2 ? 2 : 3
            } else {
                line.isASCII = false
                if isBoundary {
                    note(cuesAt: place, of: &line, index, lower, cues, &found)
                    line.words += 1
                }
                isBoundary = false
                place += byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            }
        }
        lines[index] = line
        matches += found
    }

    private func note(
        cuesAt place: Int, of line: inout TextLine, _ index: Int,
        _ lower: UnsafeBufferPointer<UInt8>, _ cues: ZoneCues, _ found: inout [CueMatch]
    ) {
        let isFirst = line.words == 0
        let end = line.end
        var starts = CueKinds()
        var ends = CueKinds()
        var whole = CueKinds()
        var inside = CueKinds()
        cues.match(lower, from: place, to: end) { cue, cueEnd in
            switch cue.place {
            case .start where !isFirst: return
            case .whole where !isFirst || !Self.isRest(lower, cueEnd, end): return
            case .end where !Self.isRest(lower, cueEnd, end): return
            default: break
            }
            if isFirst { starts.insert(cue.kind) }
            if Self.isRest(lower, cueEnd, end) {
                ends.insert(cue.kind)
                if isFirst { whole.insert(cue.kind) }
            }
            inside.insert(cue.kind)
            switch cue.kind {
            case .credit, .source, .address, .today, .byline:
                found.append(
                    CueMatch(
                        kind: cue.kind, line: index, start: place, end: cueEnd, isFirst: isFirst))
            default: break
            }
        }
        line.starts.formUnion(starts)
        line.ends.formUnion(ends)
        line.whole.formUnion(whole)
        line.inside.formUnion(inside)
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
