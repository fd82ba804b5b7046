import BangGiaoModel

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
    /// Who speaks or acts at an occasion told before.
    var speaker: MeetingParty?
    /// Whether somebody without a name takes part, so that a side may be missing.
    var isOpen = false
    var status = Meeting.Status.held
    /// The number among the cut sentences, and the pieces of trigger and parties.
    var sentence: Int
    var trigger: Int
    /// The name of the frame: "with", "between", "of".
    var frame: String
    var confidence: Double

    struct Goal {
        var entity: Int
        var tokens: Range<Int>
        /// The date that stands with this goal alone.
        var piece: Int
    }
}
