/// How two persons' names meet, and how much that tells.
struct NameLikeness: Hashable, Sendable {
    /// How two names meet, the best first.
    enum Level: String, Sendable {
        case exact
        case order = "other order"
        case spelling = "other spelling"
        case initials
        case longer = "longer form"
        case sinoVietnamese = "read the Vietnamese way"
        case transliteration = "written by ear"
        case unmarked = "without marks"
        case part = "part of a name"
        case middle = "a middle name more"
        case mark = "one mark apart"
        case other = "another name"
    }

    /// How the names meet.
    var level: Level
    /// What meets, in tenths of a bit: how rarely two people's names meet so by chance.
    var weight: Int
    /// Whether only one word meets, so that nothing but the same office makes it worth a look.
    var isLone = false
    /// Whether the words are divided otherwise, so that nothing but the same state makes it worth a
    /// look.
    var isUndivided = false

    /// Names that rule out that two are one.
    static func none(_ level: Level) -> NameLikeness {
        NameLikeness(level: level, weight: IdentityComparison.excluding)
    }
}
