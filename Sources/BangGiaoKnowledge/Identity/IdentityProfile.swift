public import BangGiaoModel

/// What is known of one person or agency, as far as it tells whether two of them are one.
public struct IdentityProfile: Hashable, Sendable {
    /// Whether a person is called "bà" or "ông".
    public enum Sex: String, Hashable, Sendable, Codable {
        case female
        case male
    }

    /// An office in which a person was seen.
    public struct Office: Hashable, Sendable {
        /// The office alone: "Bộ trưởng".
        public var title: String
        /// The agency in which it is held; nil for offices of a state, and where none is known.
        public var body: String?
        /// The agencies above that agency, nearest first.
        public var parents: [String]
        /// The state of the agency, or the state in which the office is held.
        public var country: CountryCode?
        /// Where an envoy is accredited.
        public var accreditedTo: CountryCode?
        /// Former or designate; nil for an office held.
        public var status: Position.Status?
        /// The days on which the person was seen in the office.
        public var days: Set<PartialDate>

        /// Makes an office.
        public init(
            title: String, body: String? = nil, parents: [String] = [],
            country: CountryCode? = nil, accreditedTo: CountryCode? = nil,
            status: Position.Status? = nil, days: Set<PartialDate> = []
        ) {
            self.title = title
            self.body = body
            self.parents = parents
            self.country = country
            self.accreditedTo = accreditedTo
            self.status = status
            self.days = days
        }
    }

    /// Person or agency; countries are told by their code.
    public var kind: Entity.Kind
    /// The own name.
    public var name: String
    /// Other names that are known to be the entity's own.
    public var aliases: Set<String>
    /// The state that a person serves or an agency belongs to.
    public var country: CountryCode?
    /// The names of the agencies above an agency, nearest first.
    public var parents: [String]
    /// The offices of a person.
    public var offices: Set<Office>
    /// Whether a person is called "bà" or "ông", where a text does so.
    public var sex: Sex?
    /// The documents that name the entity: two entities of one document are two.
    public var documents: Set<DocumentID>

    /// Makes a profile; what is left out is unknown.
    public init(
        kind: Entity.Kind, name: String, aliases: Set<String> = [], country: CountryCode? = nil,
        parents: [String] = [], offices: Set<Office> = [], sex: Sex? = nil,
        documents: Set<DocumentID> = []
    ) {
        self.kind = kind
        self.name = name
        self.aliases = aliases
        self.country = country
        self.parents = parents
        self.offices = offices
        self.sex = sex
        self.documents = documents
    }
}
