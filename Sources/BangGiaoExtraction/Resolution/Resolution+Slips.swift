import BangGiaoModel

extension Resolution {
    /// Gives a department with one mistyped syllable the name that the lexicon knows under the same
    /// ministry: "Cục Thông tin đối thoại" of Bộ Thông tin và Truyền thông is "… đối ngoại".
    ///
    /// Only where no body of the given name is known, and the syllables differ by two letters at
    /// most; the form of the text stays an alias.
    mutating func correctSlips() {
        for entity in entities.indices
        where entities[entity].kind == .agency && entities[entity].level <= 4
            && !entities[entity].mentions.isEmpty
        {
            guard let parent = entities[entity].parent,
                lexicon.agency(named: entities[entity].name) == nil
            else { continue }
            let words = nameWords(entities[entity].name)
            guard words.count >= 5 else { continue }
            let known = lexicon.departments(of: entities[parent].name).filter {
                isSlip(words, nameWords($0))
            }
            if let name = known.first, known.count == 1 { entities[entity].name = name }
        }
    }

    private func isSlip(_ written: [Substring], _ known: [Substring]) -> Bool {
        guard written.count == known.count else { return false }
        let differing = zip(written, known).filter { $0 != $1 }
        guard differing.count == 1, let (one, other) = differing.first else { return false }
        return editDistance(Array(one.unicodeScalars), Array(other.unicodeScalars)) <= 2
    }

    /// The number of letters to change, add or leave out (Levenshtein 1966).
    private func editDistance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
        var row = Array(0...other.count)
        for (index, letter) in one.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in other.indices {
                let change = diagonal + (letter == other[column] ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(change, row[column] + 1, diagonal + 1)
            }
        }
        return row[other.count]
    }
}
