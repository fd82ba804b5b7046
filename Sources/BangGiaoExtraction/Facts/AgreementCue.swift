import BangGiaoModel

/// What a phrase of the cue tables means to the reader of agreements.
enum AgreementCue: Hashable, Sendable {
    // Nouns.
    case document(Agreement.Kind)
    /// "Thỏa thuận": a document where it is signed, a consensus where it is reached.
    case accord
    /// "Văn kiện": a document of whatever kind.
    case generic
    /// "Tuyên bố": a document only with a name.
    case declaration
    /// "Bộ Quy tắc ứng xử": known to all by its name, which binds others than those who speak of it.
    case charter(Agreement.Kind)
    case mechanism
    /// "Công hàm": exchanged, never signed.
    case notes
    /// "Đề xuất": what the other side may agree to.
    case proposal
    case understanding
    case partnership
    // Verbs.
    case agree
    case commit
    case settle
    case reach
    case sign
    case signing
    case exchange
    case issue
    case establish
    case raise
    case negotiate
    case apply
    // Words around them.
    case wish
    case mask
    case reference
    case plural
    case witness
    case content
    case list
    case conference
    case lead
    case member
    case delegate
    case earlier
    case governs
    case agent
    case end
    case purpose
    case relative
    /// "Trong": a preposition, and "trong tuyên bố chung" says where it was told.
    case inside
    /// "Một hiệp ước": none that there is yet.
    case indefinite
    case condition
    case happen
    case onto
    case anniversary
    case until
    /// "Có hiệu lực": the day beside it isn't that of the act.
    case effect
    case pair(PairWord)
    case thisNation
    // Words of the grammar tables.
    case planned
    case held
    case negated
    case and
    case with
    case between
    case of
    case at
    case toward
    case two
    case nation

    /// Makes the meaning of a cue; nil where agreements have no use for it.
    init?(_ cue: Cue) {
        switch cue.kind {
        case .agreementNoun:
            guard let noun = Self.nouns[cue.value] else { return nil }
            self = noun
        case .agreementVerb:
            guard let verb = Self.verbs[cue.value] else { return nil }
            self = verb
        case .agreementWord:
            guard let word = Self.words[cue.value] else { return nil }
            self = word
        case .planned: self = .planned
        case .held: self = .held
        case .negated: self = .negated
        case .and: self = .and
        case .with: self = .with
        case .between: self = .between
        case .of: self = .of
        case .at: self = .at
        case .toward: self = .toward
        case .two: self = .two
        case .nation: self = .nation
        default: return nil
        }
    }

    /// Whether a sentence without such a word holds no agreement.
    var isTrigger: Bool {
        switch self {
        case .document, .accord, .generic, .declaration, .charter, .notes, .mechanism, .partnership,
            .agree, .commit, .settle, .reach:
            true
        default: false
        }
    }

    /// Whether a longer phrase of the tables swallows it.
    var yieldsToLonger: Bool {
        switch self {
        case .and, .with, .between, .of, .at, .toward, .two, .nation: false
        default: true
        }
    }

    /// Whether it names a document.
    var isDocument: Bool {
        switch self {
        case .document, .accord, .generic, .declaration, .charter, .notes: true
        default: false
        }
    }

    private static let nouns: [String: AgreementCue] = [
        "mou": .document(.mou), "treaty": .document(.treaty), "protocol": .document(.protocol),
        "programme": .document(.programme), "statement": .document(.statement),
        "contract": .document(.contract), "other": .document(.other), "accord": .accord,
        "generic": .generic, "declaration": .declaration, "charter": .charter(.other),
        "charter-statement": .charter(.statement), "mechanism": .mechanism,
        "understanding": .understanding, "notes": .notes, "proposal": .proposal,
        "partnership": .partnership,
    ]

    private static let verbs: [String: AgreementCue] = [
        "agree": .agree, "commit": .commit, "settle": .settle, "reach": .reach, "sign": .sign,
        "signing": .signing, "exchange": .exchange, "issue": .issue, "establish": .establish,
        "raise": .raise,
        "negotiate": .negotiate, "apply": .apply,
    ]

    private static let words: [String: AgreementCue] = [
        "wish": .wish, "mask": .mask, "reference": .reference, "plural": .plural,
        "witness": .witness, "content": .content, "list": .list, "conference": .conference,
        "lead": .lead, "member": .member, "delegate": .delegate, "earlier": .earlier,
        "governs": .governs, "agent": .agent,
        "end": .end, "purpose": .purpose, "relative": .relative, "inside": .inside,
        "indefinite": .indefinite,
        "condition": .condition, "happen": .happen, "onto": .onto, "anniversary": .anniversary,
        "until": .until,
        "effect": .effect,
        "both-sides": .pair(.sides), "all-sides": .pair(.all), "three-sides": .pair(.several(3)),
        "four-sides": .pair(.several(4)), "both-nations": .pair(.nations),
        "both-leaders": .pair(.leaders), "both-bodies": .pair(.bodies),
        "this-nation": .thisNation, "planned": .planned, "held": .held, "negated": .negated,
    ]
}

/// A word that stands for the parties together.
enum PairWord: Hashable, Sendable {
    /// "Hai bên".
    case sides
    /// "Các bên".
    case all
    /// "Ba nước".
    case several(Int)
    /// "Hai nước".
    case nations
    /// "Hai Bộ trưởng", "hai nhà lãnh đạo".
    case leaders
    /// "Hai Bộ", "hai cơ quan".
    case bodies

    /// Whether it stands for more than two, or for nobody knows how many.
    var isMany: Bool {
        switch self {
        case .all, .several: true
        default: false
        }
    }
}
