import Foundation

/// Reads names of writers and photographers out of the lines that hold nothing else.
struct BylineReader {
    /// What a line of names holds.
    struct Names: Equatable {
        /// The persons, and what stands for them, as "PV"; in the order of the line.
        var people: [String] = []
        /// Whether the line holds nothing but names, outlets and notes.
        var isClean = true
    }

    let cues: ZoneCues

    /// Reads a line such as `Trần Hiếu/Vietnam+`, `Tác giả: Kim Dung`, `PV (theo TTXVN, VOV).`.
    ///
    /// - Parameter text: The line, with or without the cue before its names.
    func names(in text: String) -> Names {
        var names = Names()
        var rest = Substring(text)
        var hasCue = false
        // "Bài và ảnh: X": what stands before the first colon, where it is a cue.
        if let colon = rest.firstIndex(of: ":"), isCue(rest[..<colon]) {
            rest = rest[rest.index(after: colon)...]
            hasCue = true
        } else if let after = afterFrom(rest) {
            // "Theo X": the source of the text, named whole.
            names.isClean = after.split(separator: " ").count <= 4
            return names
        }
        let notes = takeNotes(&rest)
        for part in parts(of: rest) { read(part, into: &names) }
        for note in notes where !isNote(note) {
            let inner = self.names(in: note)
            if inner.isClean { names.people += inner.people } else { names.isClean = false }
        }
        if names.people.isEmpty, rest.allSatisfy({ !$0.isLetter }), notes.isEmpty, !hasCue {
            names.isClean = false
        }
        return names
    }

    /// Reads the names of a credit: what stands after "Ảnh:".
    func credited(in text: String) -> [String] {
        var rest = Substring(text)
        let notes = takeNotes(&rest)
        var names = Names()
        for part in parts(of: rest) { read(part, into: &names) }
        return notes.isEmpty || !names.people.isEmpty ? names.people : []
    }

    private func isCue(_ head: Substring) -> Bool {
        let kinds = cues.kinds(of: trimmed(head)).whole
        return kinds.has(.byline) || kinds.has(.credit) || kinds.has(.reporter)
    }

    /// What stands after the word that names the source of a text; nil without such a word.
    private func afterFrom(_ text: Substring) -> Substring? {
        guard let space = text.firstIndex(of: " ") else { return nil }
        let kinds = cues.kinds(of: trimmed(text[..<space])).whole
        return kinds.has(.byline) && kinds.has(.note) ? text[space...] : nil
    }

    private func read(_ part: Substring, into names: inout Names) {
        let name = trimmed(part)
        guard !name.isEmpty else { return }
        let (whole, start) = cues.kinds(of: name)
        if whole.has(.reporter) {
            names.people.append(name)
        } else if whole.has(.outlet) || isAddressOfOutlet(name) {
            return
        } else if start.has(.organisation) {
            names.isClean = names.isClean && name.split(separator: " ").count <= 6
        } else if isPerson(name) {
            names.people.append(name)
        } else {
            names.isClean = false
        }
    }

    /// Whether a phrase is spelt as a Vietnamese name of a person: two to five syllables with
    /// capitals, initials among them.
    func isPerson(_ name: String) -> Bool {
        let tokens = name.split(separator: " ")
        guard (1...5).contains(tokens.count) else { return false }
        var syllables = 0
        var initials = 0
        for token in tokens {
            guard let first = token.unicodeScalars.first, first.properties.isUppercase else {
                return false
            }
            for piece in token.split(separator: ".") {
                if piece.unicodeScalars.count == 1 {
                    guard piece.unicodeScalars.allSatisfy(\.properties.isUppercase) else {
                        return false
                    }
                    initials += 1
                } else if VietnameseSyllable.isSpelling(piece) {
                    syllables += 1
                } else {
                    return piece.count == 2 && initials > 0 && piece.allSatisfy(\.isUppercase)
                }
            }
        }
        return syllables + initials >= 2 && (syllables > 0 || name.contains("."))
    }

    private func isAddressOfOutlet(_ name: String) -> Bool {
        !name.contains(" ") && name.contains(".") && name.unicodeScalars.allSatisfy(\.isASCII)
            && name.drop { $0 != "." }.count > 2 && name.contains(where: \.isLowercase)
    }

    private func isNote(_ text: String) -> Bool {
        let (whole, start) = cues.kinds(of: text)
        return start.has(.note) || start.has(.credit) || whole.has(.outlet)
    }

    /// Takes what stands in parentheses out of a text.
    private func takeNotes(_ text: inout Substring) -> [String] {
        guard let open = text.firstIndex(of: "(") else { return [] }
        let inner = text[text.index(after: open)...]
        let close = inner.firstIndex(of: ")") ?? inner.endIndex
        let note = trimmed(inner[..<close])
        text = text[..<open]
        return note.isEmpty ? [] : [note]
    }

    private func parts(of text: Substring) -> [Substring] {
        let joined = String(text)
            .replacingOccurrences(of: " - ", with: "/")
            .replacingOccurrences(of: " – ", with: "/")
            .replacingOccurrences(of: " và ", with: "/")
        return joined.split { "/,;&|".contains($0) }.map { Substring($0) }
    }

    /// Leaves out spaces, and punctuation that belongs to no name.
    private func trimmed(_ text: Substring) -> String {
        var part = text
        while let first = part.unicodeScalars.first, isOuter(first) || first == "." {
            part = Substring(part.unicodeScalars.dropFirst())
        }
        while let last = part.unicodeScalars.last {
            // A full stop after an initial stays.
            let isInitial =
                last == "." && part.split(separator: " ").last?.unicodeScalars.count == 2
            if isOuter(last) || (last == "." && !isInitial) {
                part = Substring(part.unicodeScalars.dropLast())
            } else {
                break
            }
        }
        return String(part)
    }

    private func isOuter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || "-–—:,;*_•<>[](){}\"'“”".unicodeScalars.contains(scalar)
    }
}
