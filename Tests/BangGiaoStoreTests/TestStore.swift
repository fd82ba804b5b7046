import BangGiaoKnowledge
import BangGiaoModel
import Foundation
import TestSupport

@testable import BangGiaoStore

extension KnowledgeStore {
    /// Opens a store that goes by the tables of the repository.
    convenience init(
        test file: URL, mode: Mode = .write, clock: @escaping @Sendable () -> Date = { Date() }
    ) throws(StoreError) {
        try self.init(file, mode: mode, lexicon: Repository.lexicon, clock: clock)
    }

    /// Makes an empty store that goes with the process; its tables are read once for all such.
    static func temporary() throws(StoreError) -> KnowledgeStore {
        KnowledgeStore(
            try StoreFile.openTemporarily("kho", judge: .shared), file: "kho", judge: .shared)
    }
}

extension JudgeSource {
    /// The judge of all temporary stores.
    fileprivate static let shared = JudgeSource(
        lexicon: Repository.lexicon, file: "kho", judge: .shared)
}

extension CellJudge {
    /// The judge of all tests: its tables are read once.
    static let shared: CellJudge = {
        do {
            return CellJudge(try IdentityJudge(directory: Repository.lexicon))
        } catch {
            preconditionFailure("The tables of the repository can't be read: \(error)")
        }
    }()
}

/// Prepares an article for any store of a test.
func prepared(_ story: Story, extractor: String = "") -> PreparedArticle {
    PreparedArticle(
        story.facts, of: story.document, extractor: extractor, judge: .shared)
}
