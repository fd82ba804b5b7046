public import BangGiaoModel

/// What a document tells of one of its entities, as far as it tells who that is.
///
/// Entities of different documents with equal cells can't be told apart, so that a body that ten
/// thousand documents name is compared with others once. A cell is a value of its content: nothing
/// in it depends on which documents came before.
public struct EntityCell: Hashable, Sendable {
    /// What is known of the entity, without documents and without the days of offices.
    public var profile: IdentityProfile
    /// The one entity that the cell is of, where it shares it with none; empty else.
    public var only: String

    /// Makes a cell.
    public init(_ profile: IdentityProfile, only: String = "") {
        self.profile = profile
        self.only = only
    }
}

extension EntityCell {
    /// The cell of a state: whatever it is called, it is told by its code.
    public static func state(_ code: CountryCode) -> EntityCell {
        EntityCell(IdentityProfile(kind: .country, name: "", country: code))
    }

    /// The cell as one text from which it can be made again.
    public var signature: String {
        let aliases = profile.aliases.sorted { precedes($0, $1) }
        let offices = profile.offices.map(\.signature).sorted { precedes($0, $1) }
        return [
            profile.kind.rawValue, profile.name, profile.country?.rawValue ?? "",
            profile.parents.joined(separator: "\n"), aliases.joined(separator: "\n"),
            offices.joined(separator: "\n"), only,
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
            IdentityProfile(
                kind: kind, name: String(parts[1]), aliases: Set(lines(parts[4])),
                country: parts[2].isEmpty ? nil : CountryCode(String(parts[2])),
                parents: lines(parts[3]),
                offices: Set(lines(parts[5]).compactMap { IdentityProfile.Office(signature: $0) })),
            only: String(parts[6]))
    }

    /// The id of the cell: follows from its signature alone.
    public var id: Int64 { ContentHash(signature).value }

    /// A text without the characters that part a signature; hardly a name has one.
    static func plain(_ text: String) -> String {
        guard text.utf8.contains(where: { Self.marks.contains($0) }) else { return text }
        return String(
            decoding: text.utf8.map { Self.marks.contains($0) ? UInt8(ascii: " ") : $0 },
            as: UTF8.self)
    }

    private static let marks = Array("\t\n\r|;".utf8)
}

extension IdentityProfile.Office {
    fileprivate var signature: String {
        [
            title, body ?? "", parents.joined(separator: ";"), country?.rawValue ?? "",
            accreditedTo?.rawValue ?? "", status?.rawValue ?? "",
        ].joined(separator: "|")
    }

    fileprivate init?(signature: String) {
        let parts = signature.split(separator: "|", omittingEmptySubsequences: false)
            .map(String.init)
        guard parts.count == 6 else { return nil }
        self.init(
            title: parts[0], body: parts[1].isEmpty ? nil : parts[1],
            parents: parts[2].split(separator: ";").map(String.init),
            country: parts[3].isEmpty ? nil : CountryCode(parts[3]),
            accreditedTo: parts[4].isEmpty ? nil : CountryCode(parts[4]),
            status: Position.Status(rawValue: parts[5]))
    }
}
