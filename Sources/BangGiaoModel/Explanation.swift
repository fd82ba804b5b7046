/// How the facts of a document were read, and which words that tell of a fact led to none.
///
/// For people who check a result or mend the lexicon: the facts themselves are the same with or
/// without it.
public struct Explanation: Hashable, Sendable {
    /// One for each fact: positions, then meetings, then agreements, each in the order of the facts.
    public var readings: [FactReading]
    /// The words that led to no fact, in the order of the text.
    public var omissions: [Omission]

    /// Makes an explanation.
    public init(readings: [FactReading] = [], omissions: [Omission] = []) {
        self.readings = readings
        self.omissions = omissions
    }
}

/// An entry of a table of the lexicon, as it was found in the text.
public struct LexiconEntry: Hashable, Sendable {
    /// The table's file without its ending: "meeting-cues".
    public var table: String
    /// The form of the entry.
    public var form: String
    /// What the entry says of the form: a canonical title, a country's code, the value of a cue.
    public var meaning: String

    /// Makes an entry.
    public init(table: String, form: String, meaning: String) {
        self.table = table
        self.form = form
        self.meaning = meaning
    }
}

/// Which rule and which entries made a fact.
public struct FactReading: Hashable, Sendable {
    /// A fact of the document, by its index among those of its kind.
    public enum Fact: Hashable, Sendable {
        /// An index into the positions.
        case position(Int)
        /// An index into the meetings.
        case meeting(Int)
        /// An index into the agreements.
        case agreement(Int)
    }

    /// The fact.
    public var fact: Fact
    /// The name of the rule.
    public var rule: String
    /// The words that told of it, in the order of the text; the one of the evidence among them.
    public var triggers: [TextSpan]
    /// The entries of the trigger in the evidence and of those who take part, each once, in the
    /// order of the text.
    public var entries: [LexiconEntry]
    /// What the confidence rests on: names of the table `confidence.tsv`.
    public var traits: [String]

    /// Makes a reading.
    public init(
        fact: Fact, rule: String, triggers: [TextSpan], entries: [LexiconEntry],
        traits: [String] = []
    ) {
        self.fact = fact
        self.rule = rule
        self.triggers = triggers
        self.entries = entries
        self.traits = traits
    }
}

/// A word that can tell of a fact but led to none here.
public struct Omission: Hashable, Sendable {
    /// What the word could have told of.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case meeting
        case agreement
    }

    /// Why there is no fact: the slot that stayed empty, or what the words around say.
    public enum Reason: String, Hashable, Sendable, CaseIterable {
        /// Nobody is named who acts.
        case noSubject = "no-subject"
        /// Nobody is named with whom.
        case noObject = "no-object"
        /// No country or body is named to which a visit goes.
        case noGoal = "no-goal"
        /// A noun without parties, and no occasion told before that it could mean.
        case noAntecedent = "no-antecedent"
        /// Those named can't be told apart into two sides.
        case noOtherSide = "no-other-side"
        /// The parties bound aren't told.
        case noParties = "no-parties"
        /// It is denied, called off, wished for or put under a condition.
        case unreal
        /// It speaks of a practice or of many, of none in particular.
        case general
    }

    /// What it could have told of.
    public var kind: Kind
    /// Why there is none.
    public var reason: Reason
    /// The word, in UTF-8 bytes of the text.
    public var trigger: TextSpan
    /// The sentence.
    public var sentence: TextSpan
    /// The entry of the word.
    public var entry: LexiconEntry

    /// Makes an omission.
    public init(
        kind: Kind, reason: Reason, trigger: TextSpan, sentence: TextSpan, entry: LexiconEntry
    ) {
        self.kind = kind
        self.reason = reason
        self.trigger = trigger
        self.sentence = sentence
        self.entry = entry
    }
}
