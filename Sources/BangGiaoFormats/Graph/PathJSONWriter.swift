public import BangGiaoKnowledge
import BangGiaoModel

/// Writes how two entities are connected as JSON: the nodes passed, and for each hop its events with
/// the evidence inside.
public struct PathJSONWriter: Sendable {
    /// Makes a writer.
    public init() {}

    /// Returns the paths as one JSON object in UTF-8, ended by a line break.
    ///
    /// - Parameters:
    ///   - from: The entity that was asked for first.
    ///   - to: The other one.
    ///   - paths: The answers, the best first; none where the two aren't connected.
    /// - Complexity: O(length of the result).
    public func write(from: KnownEntity, to: KnownEntity, paths: [KnownPath]) -> [UInt8] {
        var json = JSONText(isSpaced: true)
        json.object { json in
            json.nextLine(indent: 2)
            json.member("from", from.key.rawValue)
            json.nextLine(indent: 2)
            json.member("to", to.key.rawValue)
            json.nextLine(indent: 2)
            json.name("paths")
            json.lines(paths) { json, path in
                json.object { json in
                    json.name("nodes")
                    json.lines(path.entities, indent: 6) { $0.node($1) }
                    json.name("hops")
                    json.lines(path.hops, indent: 6) { $0.step($1) }
                }
            }
            json.newLine(indent: 0)
        }
        json.newLine(indent: 0)
        return json.bytes
    }
}
