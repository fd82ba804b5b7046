/// The classes of the cue tables: what a word does in the grammar of the rules.
enum CueKind: String, Sendable, CaseIterable {
    // Words of grammar.
    case and
    case with
    case between
    case of
    case at
    case toward
    case two
    case nation
    case breaks = "break"
    case nameWord = "name-word"
    case nameBlocker = "name-blocker"
    case nameParticle = "name-particle"
    case nameSuffix = "name-suffix"
    case nameCompound = "name-compound"
    case quoting
    case license
    case capitalLicense = "capital-license"
    case lowerHead = "lower-head"
    case organisationWord = "organisation-word"
    case notCountry = "not-country"
    case notAgency = "not-agency"
    case credit
    case consular
    case missionWord = "mission-word"
    case missionStaff = "mission-staff"
    case capacity
    case term
    case kin
    case soleOffice = "sole-office"
    case predecessor
    case academicOffice = "academic-office"
    case placeOffice = "place-office"
    case specialEnvoy = "special-envoy"
    case legislator
    case chair
    case chairState = "chair-state"
    case foreignLink = "foreign-link"
    case charge
    case about
    case joint
    case plural
    case people
    case notPerson = "not-person"
    case administrative
    case geographic
    case host
    case apposition
    case region
    case abbreviation
    case role
    // Dates.
    case date
    // Sides.
    case side
    // Meetings.
    case meetingNoun = "meeting-noun"
    case meetingVerb = "meeting-verb"
    case meetingWord = "meeting-word"
    // Agreements.
    case agreementNoun = "agreement-noun"
    case agreementVerb = "agreement-verb"
    case agreementWord = "agreement-word"
    // Status.
    case planned
    case held
    case negated
}

extension CueKind {
    /// The place among all kinds, from 0: Swift stores a case without payload as its number.
    var number: Int { Int(unsafeBitCast(self, to: UInt8.self)) }
}
