import BangGiaoLexicon
import BangGiaoModel

/// Words that join the parts of bodies' names, and words by which the foreign service is told.
struct BodyWords: Sendable {
    private enum Role: String {
        case joining
        case place
        case above
        case mission
        case envoy
        case honour
    }

    /// Words that tell nothing: "và", "của".
    let joining: Set<String>
    /// Words behind which stands where a body is: "tại".
    let places: Set<String>
    /// What joins an agency with the one above, as it is written.
    let above: Set<String>
    private let missions: [String]
    private let envoys: [String]
    private let honours: [String]

    init(_ table: LexiconTable) throws(LexiconError) {
        var words: [Role: [String]] = [:]
        for row in table.rows {
            guard let role = Role(rawValue: row["role"]) else { throw row.unknownValue("role") }
            words[role, default: []].append(TextFolding.key(row["word"]))
        }
        joining = Set(words[.joining] ?? [])
        places = Set(words[.place] ?? [])
        above = Set(words[.above] ?? [])
        missions = words[.mission] ?? []
        envoys = words[.envoy] ?? []
        honours = words[.honour] ?? []
    }

    /// Whether a body of this key is one of the foreign service.
    func isMission(_ body: String) -> Bool { missions.contains { body.contains($0) } }

    /// Whether a title of this key is an office of the foreign service.
    func isEnvoy(_ title: String) -> Bool {
        envoys.contains { title.contains($0) } && !honours.contains { title.contains($0) }
    }
}
