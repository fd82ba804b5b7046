/// A table of relations that somebody made by hand or by another program: who is related to whom.
///
/// Kept as columns, as it may have millions of rows: row *n* is element *n* of each.
public struct RelationTable: Hashable, Sendable {
    /// A person, an agency or a country of the table.
    public struct Node: Hashable, Sendable {
        /// By what the rows of relations name it.
        public var id: String
        /// Person, agency or country.
        public var kind: Entity.Kind
        /// The name.
        public var name: String
        /// The state served or belonged to; for a country itself.
        public var country: CountryCode?
        /// The line of the file, from 1.
        public var line: Int

        /// Makes a node.
        public init(
            id: String, kind: Entity.Kind, name: String, country: CountryCode? = nil, line: Int
        ) {
            self.id = id
            self.kind = kind
            self.name = name
            self.country = country
            self.line = line
        }
    }

    /// The relations as columns of equal length, by ascending line.
    public struct Rows: Hashable, Sendable {
        /// The place of one end among the nodes.
        public var sources: [UInt32] = []
        /// The place of the other end among the nodes.
        public var targets: [UInt32] = []
        /// How they are related.
        public var types: [RelationType] = []
        /// The place of the date in ``dates``, counted from 1; 0 where the row has none.
        public var dateCodes: [UInt32] = []
        /// The line of the file, from 1.
        public var lines: [UInt32] = []
        /// The dates of all rows, each once, in the order in which they first come.
        public var dates: [PartialDate] = []

        /// Makes columns without a row.
        public init() {}

        /// The number of rows.
        public var count: Int { sources.count }

        /// Returns the date of a row.
        public func date(of row: Int) -> PartialDate? {
            dateCodes[row] == 0 ? nil : dates[Int(dateCodes[row]) - 1]
        }

        /// Returns the row of a line, if one begins there.
        ///
        /// - Complexity: O(log *n*).
        public func row(ofLine line: Int) -> Int? {
            var (low, high) = (0, lines.count)
            while low < high {
                let middle = (low + high) / 2
                if lines[middle] < line { low = middle + 1 } else { high = middle }
            }
            return low < lines.count && lines[low] == line ? low : nil
        }
    }

    /// By what the table is known: the name of its file of relations.
    public var id: DocumentID
    /// The name of its file of nodes.
    public var nodesFile: String
    /// The nodes, in the order of their file.
    public var nodes: [Node]
    /// The relations, in the order of their file.
    public var rows: Rows

    /// Makes a table.
    public init(id: DocumentID, nodesFile: String, nodes: [Node] = [], rows: Rows = Rows()) {
        self.id = id
        self.nodesFile = nodesFile
        self.nodes = nodes
        self.rows = rows
    }
}

/// How a row of a table relates two: a meeting or an agreement of some kind, an office, a tie.
public struct RelationType: Hashable, Sendable, CaseIterable {
    /// What the row tells of.
    public enum Meaning: Hashable, Sendable {
        /// They met.
        case meeting(Meeting.Kind)
        /// They are bound by an agreement.
        case agreement(Agreement.Kind)
        /// The one holds an office in the other.
        case position
        /// The one is accredited to the other.
        case accredited
        /// The one belongs to the other.
        case membership
        /// The one is of the other, a country.
        case nationality
    }

    /// The number by which a store keeps it.
    public let number: UInt8

    /// Every type; the place is the number. New ones are added at the end.
    private static let table: [(name: String, meaning: Meaning)] =
        [("meeting", .meeting(.meeting)), ("agreement", .agreement(.other))]
        + [
            ("position", .position), ("accredited-to", .accredited), ("part-of", .membership),
            ("represents", .nationality),
        ]
        + [
            Meeting.Kind.talks, .courtesyCall, .consultation, .workingSession, .visit, .call,
            .session, .ceremony,
        ].map { ($0.rawValue, .meeting($0)) }
        + [
            Agreement.Kind.mou, .treaty, .protocol, .programme, .statement, .contract,
            .partnership, .consensus,
        ].map { ($0.rawValue, .agreement($0)) }

    private static let numbers = Dictionary(
        table.enumerated().map { ($0.element.name, UInt8($0.offset)) },
        uniquingKeysWith: { first, _ in first })

    /// Every type.
    public static var allCases: [RelationType] {
        table.indices.compactMap { RelationType(number: UInt8($0)) }
    }

    /// Returns the type of a number; nil where there is none.
    public init?(number: UInt8) {
        guard number < Self.table.count else { return nil }
        self.number = number
    }

    /// Returns the type of a name, such as `meeting`, `courtesy_call`, `mou` or `part-of`.
    public init?(_ name: String) {
        guard let number = Self.numbers[name] else { return nil }
        self.number = number
    }

    /// The name by which tables call it.
    public var name: String { Self.table[Int(number)].name }

    /// What it tells of.
    public var meaning: Meaning { Self.table[Int(number)].meaning }
}
