/// Cuts names into words.
enum NameWords {
    /// Returns the words of a folded name: the runs of letters and digits.
    ///
    /// - Complexity: O(length); the properties of Unicode are asked only where a name is written in
    ///   other letters than Latin ones.
    static func words(ofKey key: String) -> [Substring] {
        latinWords(ofKey: key) ?? key.split { !$0.isLetter && !$0.isNumber }
    }

    /// The words by bytes; nil where a byte leaves doubt.
    private static func latinWords(ofKey key: String) -> [Substring]? {
        var words: [Substring] = []
        var start: String.Index?
        var previous: UInt8 = 0
        let bytes = key.utf8
        for index in bytes.indices {
            let byte = bytes[index]
            let isPart: Bool
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: isPart = true
            case ..<0x80: isPart = false
            case 0x80..<0xC0:
                // × and ÷ stand among the letters.
                if previous == 0xC3, byte == 0x97 || byte == 0xB7 { return nil }
                // Greek follows the marks.
                if previous == 0xCD, byte >= 0xB0 { return nil }
                isPart = true
            case 0xC3...0xC9: isPart = true
            case 0xCC, 0xCD:
                // A mark belongs to what it stands on.
                guard start != nil else { return nil }
                isPart = true
            default: return nil
            }
            if isPart, start == nil {
                start = index
            } else if !isPart, let first = start {
                words.append(key[first..<index])
                start = nil
            }
            previous = byte
        }
        if let start { words.append(key[start...]) }
        return words
    }
}

extension String {
    /// Whether single spaces are surely the only white space, none of it at the ends.
    ///
    /// Says no where a byte leaves doubt.
    var hasOnlySingleSpaces: Bool {
        var previous: UInt8 = 0x20
        for byte in utf8 {
            switch byte {
            case 0x20: if previous == 0x20 { return false }
            case 0x21..<0x80, 0xC3..<0xCC: break
            // Further bytes of a letter; after U+1xxx only those of Latin letters with marks.
            case 0x80..<0xC0: if previous == 0xE1, byte & 0xFC != 0xB8 { return false }
            case 0xE1: break
            default: return false
            }
            previous = byte
        }
        return previous != 0x20
    }
}
