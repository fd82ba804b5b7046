import BangGiaoModel

/// An occasion as the builder knows it so far; each sentence that returns to it adds to it.
struct MeetingOccasion {
    var form: MeetingCandidate.Form
    var kind: Meeting.Kind
    var sort: MeetingWord.Sort
    /// The members of each side; of a visit who goes, and the country or body visited.
    var sides: [[Int]]
    var attendees: [Int] = []
    /// Whether a side may be missing that a later sentence names.
    var isOpen: Bool
    var isUnnamed = false
    /// Whether only a word tells of it that is said of any talk: "trao đổi".
    var isLoose = false
    /// Whether all that tells of it only bears out something else.
    var isSupport = false
    /// The states that stand for their heads.
    var heads: Set<Int> = []
    /// The country where a gathering is, a side only where no participant is named.
    var host: [Int] = []
    /// Which of a series it is: "lần thứ 9"; 0 where not told.
    var ordinal: Int32 = 0
    /// Whether "hai bên sẽ" speaks of another one, after the one told.
    var isNext = false
    /// The bodies and words in the name of a gathering.
    var name = MeetingName()
    var date: PartialDate?
    /// Day and month as written where no year can be known; two that differ are two occasions.
    var dayNumbers: [Int32] = []
    /// The months as written.
    var months: Set<Int32> = []
    /// Whether where a visit went was told by nothing but whom the article is about.
    var isInferred = false
    /// Whether something else in its sentence is told to have followed right after it.
    var isJustBefore = false
    /// The year in the name of the conference at which it was: "APEC 2017".
    var year: Int?
    var place: Range<Int>?
    var tense: MeetingFrames.Tense
    var section: Section
    var story: Int?
    /// The first cut sentence that tells of it.
    var first: Int
    /// The cut sentence of the evidence, and how good an evidence it is.
    var evidence: Int
    var weight: Int
    var frame: String
    /// The tokens of the word that tells of it in the evidence.
    var trigger: Range<Int>
    /// The first tokens of all words that tell of it.
    var triggers: [Int] = []

    /// Kinds at which two sides talk face to face.
    var isTalk: Bool {
        switch kind {
        case .talks, .meeting, .courtesyCall, .consultation, .workingSession: true
        case .other: sort != .banquet
        default: false
        }
    }

    /// Whether it is told as the summit of two: their talks by another name.
    var isSummit: Bool { kind == .session && sort == .summit && sides.count < 3 }

    /// Whether mourners come to a state.
    var isFuneral: Bool { sort == .funeral && form == .sides && sides.count == 2 }

    /// Of two words for one occasion the one that tells more.
    var precision: Int { isSummit ? 10 : isLoose ? min(2, kind.precision) : kind.precision }

    var members: [Int] { sides.flatMap { $0 } }

    /// Whether nothing but the year is told of the date.
    var isOfYear: Bool { date.map { $0.end == nil && $0.start.month == nil } ?? false }

    var status: Meeting.Status { tense == .planned ? .planned : .held }
}

extension Meeting.Kind {
    /// How much the word for an occasion tells.
    fileprivate var precision: Int {
        switch self {
        case .talks: 9
        case .courtesyCall: 8
        case .consultation: 7
        case .workingSession: 6
        case .call: 10
        case .visit: 10
        case .ceremony: 5
        case .session: 4
        case .meeting: 3
        case .other: 1
        }
    }
}
