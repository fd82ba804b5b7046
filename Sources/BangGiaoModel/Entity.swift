/// The id of an entity within one document, such as `p1`, `a2` or `c3`.
public struct EntityID: RawRepresentable, Hashable, Comparable, Sendable, Codable {
    /// The id as it is written.
    public var rawValue: String

    /// Makes an id of its written form.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Makes an id of its written form.
    public init(_ rawValue: String) { self.rawValue = rawValue }

    /// Orders by Unicode scalars, whatever the locale.
    public static func < (left: EntityID, right: EntityID) -> Bool {
        left.rawValue.unicodeScalars.lexicographicallyPrecedes(right.rawValue.unicodeScalars)
    }
}

/// A state or territory by its two letters of ISO 3166-1, such as `VN`.
public struct CountryCode: RawRepresentable, Hashable, Comparable, Sendable, Codable {
    /// The two letters, in capitals.
    public var rawValue: String

    /// Makes a code of its two letters.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Makes a code of its two letters.
    public init(_ rawValue: String) { self.rawValue = rawValue }

    /// Orders by letters.
    public static func < (left: CountryCode, right: CountryCode) -> Bool {
        left.rawValue < right.rawValue
    }
}

/// A person, an agency or a country that a document speaks of.
public struct Entity: Hashable, Sendable {
    /// The three kinds of nodes.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// A named individual.
        case person
        /// A named organisation.
        case agency
        /// A state or territory of ISO 3166-1.
        case country
    }

    /// The id within the document.
    public var id: EntityID
    /// Person, agency or country.
    public var kind: Kind
    /// The fullest own name, without title, parent and (as a rule) country.
    public var name: String
    /// For a person the state served, for an agency the state it belongs to, for a country itself;
    /// nil where the text doesn't tell, and for international bodies.
    public var country: CountryCode?
    /// The agency that this agency belongs to, where the text says so.
    public var parent: EntityID?
    /// Each surface form in the text, in the order of the text.
    public var aliases: [String]
    /// Where the entity is named, in ascending order.
    public var mentions: [TextSpan]

    /// Makes an entity.
    public init(
        id: EntityID, kind: Kind, name: String, country: CountryCode? = nil,
        parent: EntityID? = nil, aliases: [String] = [], mentions: [TextSpan] = []
    ) {
        self.id = id
        self.kind = kind
        self.name = name
        self.country = country
        self.parent = parent
        self.aliases = aliases
        self.mentions = mentions
    }
}
