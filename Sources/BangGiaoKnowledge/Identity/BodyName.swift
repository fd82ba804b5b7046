import BangGiaoModel

/// An agency's name taken apart: own words, state and the agencies above.
struct BodyName: Hashable, Sendable {
    /// The words that tell, abbreviations of the lexicon written out, without the state's name.
    let words: [String]
    /// The words with the state's name: TTXVN has its letters, too.
    let allWords: [String]
    /// The words as they are written, for abbreviations.
    let written: [String]
    /// The state, where the name or the lexicon tells it.
    let country: CountryCode?
    /// Agencies that the name itself names above: "Vụ Báo chí, Bộ Ngoại giao".
    let parents: [String]
    /// 1 to 7, from a room to a parliament; nil where no head noun opens the name.
    let level: Int?
    /// Whether every state may have a body of this name.
    let isOfState: Bool
    /// Whether a state has many bodies of this name.
    let isCommon: Bool
    /// Whether the lexicon knows the name.
    let isKnown: Bool
    /// Whether the lexicon knows it as that of one body in the world.
    let isUnique: Bool

    /// The form under which spellings of the name meet.
    var key: String { words.joined(separator: " ") }

    /// The keys of the name with a word left out, and without the last two.
    var lessWords: Set<String> {
        guard words.count > 2 else { return [] }
        var keys = Set(
            words.indices.map { place in
                (words[..<place] + words[(place + 1)...]).joined(separator: " ")
            })
        if words.count > 3 { keys.insert(words.dropLast(2).joined(separator: " ")) }
        return keys
    }

    /// Whether an abbreviation stands in the name as it is written.
    var isAbbreviation: Bool { written.contains { NameKey.hasAbbreviation($0) } }

    /// The first letters of the words, without and with the state's name.
    var initials: Set<String> {
        [String(words.compactMap(\.first)), String(allWords.compactMap(\.first))]
    }
}

/// Takes agencies' names apart.
struct BodyReader: Sendable {
    /// What the lexicon knows of a form: the full name, and the state if it is one state's.
    struct Known: Hashable, Sendable {
        var name: String
        var country: CountryCode?
        var isInternational: Bool
    }

    /// A noun that opens names: 1 to 7, from a room to a parliament; whether others' names name it
    /// as what is above them; whether every state has such bodies.
    struct Head: Hashable, Sendable {
        var level: Int
        var isAbove: Bool
        var isOfState: Bool
    }

    var agencies = PhraseTable<[Known]>()
    var heads = PhraseTable<Head>()
    var common: Set<[String]> = []
    let countries: CountryNames
    let joints: BodyWords
    /// The same ministries stand in every other article.
    private let memo = Memo<PhraseKey, BodyName>(limit: 1 << 13)

    init(countries: CountryNames, joints: BodyWords) {
        self.countries = countries
        self.joints = joints
    }

    /// Reads a name.
    ///
    /// - Parameter country: The state that is known from elsewhere.
    func read(_ name: String, country: CountryCode?) -> BodyName {
        memo.value(PhraseKey([name, country?.rawValue ?? ""])) { reading(name, country) }
    }

    private func reading(_ name: String, _ country: CountryCode?) -> BodyName {
        let (own, above) = divided(name)
        var text = own
        var words = content(own)
        var state = country
        var (isKnown, isUnique) = (false, false)
        var allWords = words
        func writeOut() {
            guard let known = agencies[words] else { return }
            let fitting = known.filter { $0.country == nil || state == nil || $0.country == state }
            guard let entry = fitting.first(where: { $0.country == state }) ?? fitting.first,
                Set(fitting.map(\.name)).count == 1 || entry.country == state
            else { return }
            isKnown = true
            isUnique = Set(fitting).count == 1 && (entry.country != nil || entry.isInternational)
            text = entry.name
            words = content(entry.name)
            allWords = words
            if Set(fitting).count == 1, let only = entry.country { state = state ?? only }
        }
        func dropState() {
            guard let end = countries.suffix(of: words), end.count < words.count,
                state == nil || end.state == state, !joinsStates(text, end.count)
            else { return }
            state = end.state
            words.removeLast(end.count)
            text = words.joined(separator: " ")
        }
        writeOut()
        dropState()
        writeOut()
        dropState()
        let head = heads.prefix(of: words)
        let isBare = words.count - (head?.count ?? 0) < 1
        return BodyName(
            words: words, allWords: allWords, written: capitals(own), country: state,
            parents: above,
            level: head?.value.level, isOfState: head?.value.isOfState ?? false,
            isCommon: common.contains(words) || isBare && (head?.value.level ?? 7) < 5,
            isKnown: isKnown, isUnique: isUnique)
    }

    /// The words of a name without those that only join.
    func content(_ name: String) -> [String] {
        PhraseTable<Int>.words(name).flatMap { word in
            word.contains("&") && word.count < 2 ? [] : [word]
        }.filter { !joints.joining.contains($0) }
    }

    /// The words with their capitals, for abbreviations.
    private func capitals(_ name: String) -> [String] {
        name.split { !$0.isLetter && !$0.isNumber && $0 != "&" }.map(String.init)
            .filter { $0 != "&" && !joints.joining.contains(TextFolding.key($0)) }
    }

    /// Whether a name ends in two states, or in where a mission is: "Việt Nam - Lào", "tại Lào".
    private func joinsStates(_ name: String, _ count: Int) -> Bool {
        let all = PhraseTable<Int>.words(name)
        guard all.count > count else { return true }
        let before = all[all.count - count - 1]
        if joints.places.contains(before) { return true }
        return name.split(whereSeparator: \.isWhitespace).suffix(count + 1).contains {
            $0 == "–" || $0.contains("-")
        }
    }

    /// Splits a name at the agencies above that it names, nearest first.
    private func divided(_ name: String) -> (own: String, above: [String]) {
        var name = name
        // "Bộ Thông tin và Truyền thông (Bộ TT&TT)"
        if let open = name.firstIndex(of: "("), open > name.startIndex {
            name = String(name[..<open])
        }
        let parts = name.split(whereSeparator: \.isWhitespace)
        let keys = parts.map { PhraseTable<Int>.words(String($0)).joined(separator: " ") }
        guard let own = heads.prefix(of: keys), own.value.level < 5,
            agencies[content(name)] == nil
        else { return (name, []) }
        for place in parts.indices where place > own.count {
            if isOutside(parts[place - 1]), parts[place].allSatisfy(\.isUppercase),
                agencies[[keys[place]]] != nil
            {
                return (front(parts[..<place]), [String(parts[place])])
            }
            guard let head = heads.prefix(of: Array(keys[place...])), head.value.isAbove,
                head.value.level >= 5, parts[place].first?.isUppercase ?? false,
                place + head.count < parts.count || head.value.level > 5
            else {
                continue
            }
            return (front(parts[..<place]), [parts[place...].joined(separator: " ")])
        }
        return (name, [])
    }

    /// Whether what follows a word stands outside the name that the word ends.
    private func isOutside(_ word: Substring) -> Bool {
        word.hasSuffix(",") || joints.above.contains(TextFolding.key(String(word)))
    }

    /// The words before a parent, without what joins it.
    private func front(_ parts: ArraySlice<Substring>) -> String {
        var parts = parts
        if parts.count > 1, let last = parts.last, isOutside(last), !last.hasSuffix(",") {
            parts.removeLast()
        }
        let text = parts.joined(separator: " ")
        return text.hasSuffix(",") ? String(text.dropLast()) : text
    }
}
