public import BangGiaoModel

/// Tells of the nodes of a table of relations, one by one: a large table needn't be in memory.
public protocol TableNodes: Sendable {
    /// Returns the node at a place, counted from 0.
    func node(at place: Int) throws -> RelationTable.Node
    /// Returns the place of the node of an id; nil where there is none.
    func place(of id: String) throws -> Int?
}

/// A table of relations with what joins it to a knowledge base.
public struct JoinedTable: Sendable {
    /// By what the table is known.
    public var id: DocumentID
    /// The relations.
    public var rows: RelationTable.Rows
    /// What kind each node is.
    public var kinds: [Entity.Kind]
    /// For each node the place of its state in ``countries``, counted from 1; 0 where it has none.
    public var countryCodes: [UInt16]
    /// The states of all nodes, each once.
    public var countries: [CountryCode]
    /// The nodes that are entities of the knowledge base, by place.
    public var joined: [Int: EntityKey]
    /// The nodes themselves.
    public var nodes: any TableNodes

    /// Makes a joined table of its parts.
    public init(
        id: DocumentID, rows: RelationTable.Rows, kinds: [Entity.Kind], countryCodes: [UInt16],
        countries: [CountryCode], joined: [Int: EntityKey], nodes: any TableNodes
    ) {
        self.id = id
        self.rows = rows
        self.kinds = kinds
        self.countryCodes = countryCodes
        self.countries = countries
        self.joined = joined
        self.nodes = nodes
    }

    /// Joins a table that is in memory.
    ///
    /// - Parameter joined: The nodes that are entities of the knowledge base, by place.
    public init(_ table: RelationTable, joined: [Int: EntityKey] = [:]) {
        var places: [CountryCode: UInt16] = [:]
        var countries: [CountryCode] = []
        let codes = table.nodes.map { node -> UInt16 in
            guard let country = node.country else { return 0 }
            if let place = places[country] { return place }
            countries.append(country)
            places[country] = UInt16(countries.count)
            return UInt16(countries.count)
        }
        self.init(
            id: table.id, rows: table.rows, kinds: table.nodes.map(\.kind), countryCodes: codes,
            countries: countries, joined: joined, nodes: LoadedNodes(nodes: table.nodes))
    }

    /// The key of a node across documents and tables, such as `edges.csv#n17`.
    public func key(of node: RelationTable.Node) -> EntityKey { EntityKey(id, EntityID(node.id)) }

    /// The id of what a row tells, such as `edges.csv:12`.
    public func factID(ofRow row: Int) -> String { "\(id.rawValue):\(rows.lines[row])" }
}

/// The nodes of a table in memory.
private struct LoadedNodes: TableNodes {
    let nodes: [RelationTable.Node]
    private let places: [String: Int]

    init(nodes: [RelationTable.Node]) {
        self.nodes = nodes
        places = Dictionary(
            nodes.enumerated().map { ($0.element.id, $0.offset) },
            uniquingKeysWith: { first, _ in first })
    }

    func node(at place: Int) -> RelationTable.Node { nodes[place] }

    func place(of id: String) -> Int? { places[id] }
}

extension RelationTable {
    /// Writes a row as RFC 4180 has it: the passage that proves what it tells.
    public static func line(
        source: String, target: String, type: RelationType, date: PartialDate?
    ) -> String {
        [source, target, type.name, date?.description ?? ""].map { cell in
            cell.contains { ",\"\r\n".contains($0) || $0 == "\r\n" }
                ? "\"\(cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\""
                : cell
        }.joined(separator: ",")
    }
}
