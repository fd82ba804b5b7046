import ArgumentParser
import BangGiao
import Foundation

/// What all commands that ask the store take.
struct StoreOptions: ParsableArguments, Sendable {
    /// The name of the store in the folder that `build` writes.
    static let fileName = "banggiao.sqlite"

    @Option(
        help: ArgumentHelp("The SQLite file that banggiao build wrote.", valueName: "file"))
    var store = "Graphs/\(Self.fileName)"

    /// Returns all that the store holds, merged.
    func knowledge() throws -> KnowledgeBase {
        let store = try KnowledgeStore(URL(fileURLWithPath: store), mode: .read)
        return try IdentityResolver.bundled().merge(try store.load())
    }
}

extension KnowledgeBase {
    /// The names of countries, for drawings of a part that lacks them.
    var countryNames: [CountryCode: String] {
        Dictionary(
            entities.compactMap { entity in
                entity.kind == .country ? entity.country.map { ($0, entity.name) } : nil
            }, uniquingKeysWith: { first, _ in first })
    }
}
