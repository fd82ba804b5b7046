/// The sounds with which a word may begin, in classes that spelling by ear keeps apart.
struct FirstSounds: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    static let lip = FirstSounds(rawValue: 1)
    static let tooth = FirstSounds(rawValue: 2)
    static let throat = FirstSounds(rawValue: 4)
    static let m = FirstSounds(rawValue: 8)
    static let n = FirstSounds(rawValue: 16)
    static let liquid = FirstSounds(rawValue: 32)
    static let vowel = FirstSounds(rawValue: 64)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The classes of a romanised word; several where its first letter is read in several ways.
    init(romanised word: [UInt8]) {
        let second = word.dropFirst().first
        switch word.first.map(UnicodeScalar.init) {
        case "b", "p", "f", "v": self = .lip
        case "w": self = [.lip, .vowel, .throat]
        case "d", "t", "s", "z": self = .tooth
        case "c", "x", "g": self = [.tooth, .throat]
        case "j": self = [.tooth, .throat, .vowel]
        case "k", "q": self = second == UInt8(ascii: "n") ? [.throat, .n] : .throat
        case "h": self = [.throat, .vowel]
        case "m": self = .m
        case "n": self = .n
        case "l", "r": self = .liquid
        case "y": self = [.vowel, .tooth, .n]
        default: self = .vowel
        }
    }

    /// The class of a word written by ear.
    init(byEar word: [UInt8]) {
        let second = word.dropFirst().first
        switch word.first.map(UnicodeScalar.init) {
        case "b", "p", "v", "f": self = .lip
        case "g": self = second == UInt8(ascii: "i") ? .tooth : .throat
        case "1", "d", "t", "s", "x", "z", "j": self = .tooth
        case "c": self = second == UInt8(ascii: "h") ? .tooth : .throat
        case "k", "q", "h": self = .throat
        case "m": self = .m
        case "n": self = .n
        case "l", "r": self = .liquid
        default: self = .vowel
        }
    }

    /// The classes one by one.
    var elements: [FirstSounds] {
        (0..<7).map { FirstSounds(rawValue: 1 << $0) }.filter { contains($0) }
    }
}
