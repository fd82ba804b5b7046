public import BangGiaoModel

/// What a document tells of one of its entities, as far as it tells who that is.
///
/// Entities of different documents with equal cells can't be told apart, so that a body that ten
/// thousand documents name is compared with others once. A cell is a value of its content: nothing
/// in it depends on which documents came before.
public struct EntityCell: Hashable, Sendable {
    /// An office in terms of names, not of clusters: so a person's cell doesn't change when bodies
    /// are joined.
    public struct Office: Hashable, Comparable, Sendable {
        /// The key of the title.
        public var title: String
        /// The key of the body's or the country's name.
        public var of: String
        /// The state of the body.
        public var country: String
        /// The key of the name of where an envoy is accredited; empty for others.
        public var accreditedTo: String

        /// Orders by the parts.
        public static func < (left: Office, right: Office) -> Bool {
            precedes(left.text, right.text)
        }

        var text: String { [title, of, country, accreditedTo].joined(separator: "|") }
    }

    /// Person, agency or country.
    public var kind: Entity.Kind
    /// The key of the name; of a country its code.
    public var name: String
    /// The state; nil where the document doesn't tell.
    public var country: CountryCode?
    /// The keys of the names of the agencies above, the nearest first.
    public var parents: [String]
    /// The keys of other names that abbreviate the name, sorted.
    public var abbreviations: [String]
    /// The offices of a person, sorted.
    public var offices: [Office]
    /// The one entity that the cell is of, where it shares it with none; empty else.
    public var only: String

    /// Makes a cell.
    public init(
        kind: Entity.Kind, name: String, country: CountryCode? = nil, parents: [String] = [],
        abbreviations: [String] = [], offices: [Office] = [], only: String = ""
    ) {
        self.kind = kind
        self.name = name
        self.country = country
        self.parents = parents
        self.abbreviations = abbreviations
        self.offices = offices
        self.only = only
    }
}

extension EntityCell {
    /// The cell as one text from which it can be made again.
    public var signature: String {
        [
            kind.rawValue, name, country?.rawValue ?? "", parents.joined(separator: "\n"),
            abbreviations.joined(separator: "\n"),
            offices.map(\.text).joined(separator: "\n"), only,
        ].joined(separator: "\t")
    }

    /// Makes a cell of its signature; nil for any other text.
    public init?(signature: String) {
        let parts = signature.split(separator: "\t", omittingEmptySubsequences: false)
        guard parts.count == 7, let kind = Entity.Kind(rawValue: String(parts[0])) else {
            return nil
        }
        func lines(_ part: Substring) -> [String] { part.split(separator: "\n").map(String.init) }
        self.init(
            kind: kind, name: String(parts[1]),
            country: parts[2].isEmpty ? nil : CountryCode(String(parts[2])),
            parents: lines(parts[3]), abbreviations: lines(parts[4]),
            offices: lines(parts[5]).compactMap { Office($0) }, only: String(parts[6]))
    }

    /// The id of the cell: follows from its signature alone.
    public var id: Int64 { ContentHash(signature).value }
}

extension EntityCell.Office {
    fileprivate init?(_ text: String) {
        let parts = text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 4 else { return nil }
        self.init(title: parts[0], of: parts[1], country: parts[2], accreditedTo: parts[3])
    }
}
