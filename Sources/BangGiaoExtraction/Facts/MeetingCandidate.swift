import BangGiaoModel

/// What a gathering is called: two names that differ are two gatherings.
struct MeetingName {
    /// The bodies and states in the name.
    var members: Set<Int> = []
    /// The words that describe it: "Bộ trưởng Quốc phòng".
    var words: Set<WordKey> = []

    /// Whether both can name one gathering.
    func agrees(with other: MeetingName) -> Bool {
        let isSub = words.isSubset(of: other.words) || other.words.isSubset(of: words)
        let holds = members.isSubset(of: other.members) || other.members.isSubset(of: members)
        return isSub && holds
    }
}

/// What one frame reads from one sentence: an occasion, or more about one told before.
struct MeetingCandidate {
    enum Form: Sendable {
        /// The parties stand in the frame; each is a side.
        case sides
        /// One party holds both sides: "giữa A và B", "A và B hội đàm".
        case divided
        /// Somebody goes somewhere.
        case visit
        /// Each participant is a side of its own.
        case gathering
        /// A noun without parties: an occasion that the text told before.
        case reference
    }

    var form: Form
    var kind: Meeting.Kind
    var sort = MeetingWord.Sort.none
    /// The sides, or in a gathering the participants.
    var parties: [MeetingParty] = []
    /// Those who were merely present.
    var attendees: [MeetingParty] = []
    /// Where a visit goes: an entity, and the tokens that name it.
    var goals: [Goal] = []
    /// What a gathering is called.
    var name = MeetingName()
    /// The country where a gathering is, a side only where no participant is named.
    var host: MeetingParty?
    /// Who speaks or acts at an occasion told before.
    var speaker: MeetingParty?
    /// Whether somebody without a name takes part, so that a side may be missing.
    var isOpen = false
    /// Whether those met are told, but not by name: others than the ones named elsewhere.
    var isUnnamed = false
    /// Whether the text says that it was called off: what else it tells of it lay ahead then.
    var isCalledOff = false
    /// Whether the words tell of one occasion rather than of a practice.
    var isFirm = true
    /// Whether the phrase is a circumstance of what else the sentence tells: "nhân chuyến dự …".
    var isCircumstance = false
    /// Whether the phrase only bears out what another sentence tells.
    var isSupport = false
    var tense = MeetingFrames.Tense.told
    /// The number among the cut sentences, and the pieces of trigger and parties.
    var sentence: Int
    var trigger: Int
    /// The piece behind which its date stands, where that isn't the trigger.
    var anchor: Int?
    /// The name of the frame: "with", "between", "of".
    var frame: String

    struct Goal {
        var entity: Int
        var tokens: Range<Int>
        /// The date that stands with this goal alone.
        var piece: Int
    }
}
