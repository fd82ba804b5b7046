import BangGiaoModel

/// What a phrase does in a sentence that tells of a meeting.
struct MeetingWord: Sendable, Hashable {
    enum Role: String, Sendable {
        /// Nothing that the frames know.
        case none
        // Occasions.
        /// Both meet: "hội đàm (với)".
        case mutual
        /// One meets another: "gặp", "hội kiến".
        case direct
        /// A host receives a guest: "tiếp".
        case host
        /// Somebody goes to a country or body: "thăm".
        case visit
        /// Something is given to somebody: "trình quốc thư (lên)".
        case dative
        /// A noun of an occasion with a programme: "hội nghị", "lễ ký".
        case noun
        // What stands around them.
        /// Makes a noun of a verb: "cuộc", "buổi".
        case determiner
        /// Speaks of occasions in general: "các cuộc", "cơ chế".
        case plural
        /// A verb without meaning of its own before an occasion: "có", "tiến hành".
        case light
        /// A verb that brings an occasion about: "tổ chức".
        case holds
        case attend
        /// Speaks at a gathering told before: "phát biểu khai mạc".
        case opens
        /// Tells of a practice: "định kỳ".
        case habitual
        case chair
        case takesPlace = "takes-place"
        case motion
        case leads
        /// Opens a phrase of circumstance before an occasion: "trong khuôn khổ", "bên lề".
        case adjunct
        /// Speaks of what came of an occasion: "kết quả", "thành công của".
        case outcome
        /// The same for one under way: "trong", "trong khuôn khổ".
        case within
        /// The same for an occasion at whose edge something is: "bên lề", "trước thềm".
        case margin
        /// Names who told or invited: "theo".
        case source
        case clause
        case speech
        /// Speaks well of something, without having part in it: "hoan nghênh".
        case evaluates
        case hypothetical
        case invites
        case negated
        /// Says that an occasion was called off: "hủy".
        case cancelled
        case planned
        case auxiliary
        /// Tells that it came about: "đã", "vừa".
        case done
        case leaves
        case passive
        case witness
        /// Signs a document: whose act a ceremony of signing is.
        case signs
        /// Lists the members of a body: "G7 hiện có …".
        case membership
        /// A place on a journey: "điểm dừng chân", "quốc gia … trong chuyến công du của A".
        case stop
        /// Takes somebody along: "chuyên cơ đưa A đến …".
        case carries
        /// Takes up an invitation: "nhận lời".
        case accepts
        /// Speaks to somebody: "nói với".
        case tells
        /// The country spoken of: "nước này".
        case there
        case accompany
        case present
        case by
        case with
        /// "cùng": joins a second party to either slot.
        case together
        case of
        case between
        case at
        case toward
        case and
        case about
        // Who meets.
        case delegation
        case leaders
        case spouse
        case bothSides = "both-sides"
        case bothPersons = "both-persons"
        case bothNations = "both-nations"
        case two
        case counterpart
        case home
        case pronoun
        case secondary
        case government
        case onSide = "on-side"
        case each
        case block
    }

    var role: Role
    var kind: Meeting.Kind?
    /// Whether the word tells of a meeting only together with others: "trao đổi", "đón".
    var isWeak = false
    /// Whether the word is a noun: "chuyến thăm".
    var isNoun = false
    /// Whether the bare word speaks of a practice rather than an occasion: "đối thoại".
    var isAbstract = false
    /// Whether the word means those who lead, or one of them: "hai nhà lãnh đạo", "nhà lãnh đạo".
    var isLeader = false
    /// Whether the word means people who act for others: "quan chức", but not "nhân dân".
    var isOfficial = false
    /// What sort of ceremony it is, so that two in one article stay two.
    var sort: Sort = .none

    enum Sort: String, Sendable {
        case none
        case signing
        case welcome
        case award
        case credentials
        case anniversary
        case opening
        case handover
        case funeral
        /// A conference of those who lead states.
        case summit
        /// Where views are heard: "diễn đàn", "hội thảo".
        case forum
        /// Somebody speaks before a body: "điều trần trước Quốc hội".
        case address
        /// An envoy is called to a ministry: "triệu tập Đại sứ".
        case summons
        /// A meal given for somebody: "chiêu đãi".
        case banquet
        /// Two speak to the press together: "họp báo với B".
        case press
    }

    static let nothing = MeetingWord(role: .none)
}

/// The words of the cue tables by what they do in the frames of meetings.
struct MeetingGrammar: Sendable {
    /// For each cue of the lexicon the word it is here; nil where the frames don't use it.
    private let words: [MeetingWord?]
    /// The kinds of cues that have a word.
    private let kinds: CueSet
    /// For each cue whether it belongs to the grammar of all rules.
    private let isGeneral: [Bool]
    /// Offices that don't bring their body to the table: "Ủy viên", "Người phát ngôn".
    let secondaryTitles: Set<String>
    /// Bodies that are a state itself: "Chính phủ".
    let governments: Set<String>

    init(lexicon: Lexicon) {
        let words = lexicon.cues.map(Self.word)
        self.words = words
        kinds = CueSet(zip(lexicon.cues, words).filter { $1 != nil }.map { CueSet($0.0.kind) })
        isGeneral = lexicon.cues.map { cue in
            switch cue.kind {
            case .side, .meetingWord, .meetingNoun, .meetingVerb: false
            default: true
            }
        }
        secondaryTitles = Self.keys(.secondary, of: lexicon)
        governments = Self.keys(.government, of: lexicon)
    }

    private static func keys(_ role: MeetingWord.Role, of lexicon: Lexicon) -> Set<String> {
        Set(
            lexicon.cues.filter { word($0)?.role == role }.map { TextFolding.key($0.form) })
    }

    /// The longest phrase at a token that the frames know, within a limit.
    func word(at token: Int, in lattice: Lattice, limit: Int) -> (word: MeetingWord, end: Int)? {
        if lattice.cues(at: token).isDisjoint(with: kinds) { return nil }
        var best: (word: MeetingWord, end: Int)?
        for match in lattice[token] where match.table == .cue && Int(match.end) <= limit {
            guard let word = words[Int(match.entry)], word.role != .secondary,
                word.role != .government
            else { continue }
            let end = Int(match.end)
            // Of two readings of one phrase the one of the table of meetings.
            if let found = best {
                if found.end > end { break }
                if isGeneral[Int(match.entry)] { continue }
            }
            best = (word, end)
        }
        return best
    }

    /// The word that a cue is here; nil where the frames don't use it.
    static func word(_ cue: Cue) -> MeetingWord? {
        switch cue.kind {
        case .and: return MeetingWord(role: .and)
        case .with: return MeetingWord(role: .with)
        case .between: return MeetingWord(role: .between)
        case .of: return MeetingWord(role: .of)
        case .at: return MeetingWord(role: .at)
        case .toward: return MeetingWord(role: .toward)
        case .planned: return MeetingWord(role: .planned)
        case .held: return MeetingWord(role: .done)
        case .negated:
            return MeetingWord(role: cue.value == "hypothetical" ? .hypothetical : .negated)
        case .side, .meetingWord:
            return other(cue.value)
        case .meetingNoun, .meetingVerb:
            var word = occasion(cue.value)
            word?.isNoun = cue.kind == .meetingNoun
            return word
        default: return nil
        }
    }

    /// Reads a value such as "with", "leaders official".
    private static func other(_ value: String) -> MeetingWord? {
        let parts = value.split(separator: " ").map(String.init)
        guard let first = parts.first, let role = MeetingWord.Role(rawValue: first) else {
            return nil
        }
        var word = MeetingWord(role: role)
        for part in parts.dropFirst() {
            switch part {
            case "leader": word.isLeader = true
            case "official": word.isOfficial = true
            default: return nil
            }
        }
        return word
    }

    /// Reads a value such as "talks mutual", "ceremony noun signing", "working_session mutual weak".
    private static func occasion(_ value: String) -> MeetingWord? {
        let parts = value.split(separator: " ").map(String.init)
        guard parts.count >= 2, let kind = Meeting.Kind(rawValue: parts[0]),
            let role = MeetingWord.Role(rawValue: parts[1])
        else { return nil }
        var word = MeetingWord(role: role, kind: kind)
        for part in parts.dropFirst(2) {
            if part == "weak" {
                word.isWeak = true
            } else if part == "abstract" {
                word.isAbstract = true
            } else if let sort = MeetingWord.Sort(rawValue: part) {
                word.sort = sort
            }
        }
        return word
    }
}

extension MeetingWord {
    /// Whether the word names an occasion.
    var isEvent: Bool { kind != nil }

    /// Whether a party right after the word can't be the subject of what follows.
    var isOblique: Bool {
        switch role {
        case .with, .together, .of, .between, .at, .toward, .source, .about, .invites, .tells: true
        default: false
        }
    }

    /// Whether the word begins or carries a predicate.
    var isPredicate: Bool {
        switch role {
        case .mutual, .direct, .host, .visit, .dative, .light, .holds, .attend, .chair, .takesPlace,
            .motion,
            .leads, .speech, .evaluates, .hypothetical, .invites, .negated,
            .cancelled, .planned, .auxiliary,
            .done,
            .passive,
            .leaves, .witness, .accompany, .signs, .membership:
            true
        default: false
        }
    }
}
