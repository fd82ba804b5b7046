import BangGiaoKnowledge
import BangGiaoLexicon
import Foundation
import Synchronization

/// Gives the judge of a store when it is first needed: most questions need none, and its tables take
/// longer to read than an answer.
final class JudgeSource: Sendable {
    /// The version of the judge's rules: raised when they find otherwise.
    private static let version = 1

    private let lexicon: URL?
    private let file: String
    private let loaded: Mutex<CellJudge?>
    private let named = Mutex<String?>(nil)

    /// - Parameters:
    ///   - lexicon: The folder of the tables; the one that comes with the library where nil.
    ///   - file: The path of the store, for errors.
    ///   - judge: The judge of the tables, where it was made already.
    init(lexicon: URL?, file: String, judge: CellJudge? = nil) {
        loaded = Mutex(judge)
        self.lexicon = lexicon
        self.file = file
    }

    func judge() throws(StoreError) -> CellJudge {
        try loaded.withLock { loaded throws(StoreError) in
            if let loaded { return loaded }
            let judge = try reading { folder throws(LexiconError) in
                CellJudge(try IdentityJudge(directory: folder))
            }
            loaded = judge
            return judge
        }
    }

    /// Tells one judge from another: the version of its rules and a hash of its tables.
    func name() throws(StoreError) -> String {
        try named.withLock { named throws(StoreError) in
            if let named { return named }
            let name = try reading { folder throws(LexiconError) in
                "rules \(Self.version), tables \(LexiconTable.hash(of: folder))"
            }
            named = name
            return name
        }
    }

    private func reading<Result>(
        _ body: (URL) throws(LexiconError) -> Result
    ) throws(StoreError) -> Result {
        do throws(LexiconError) {
            if let lexicon { return try body(lexicon) }
            return try body(try LexiconTable.bundledDirectory())
        } catch {
            throw StoreError(.lexicon, file: file, detail: "\(error)")
        }
    }
}
