import BangGiaoKnowledge
import BangGiaoLexicon
import TestSupport

extension IdentityJudge {
    /// The judge of all tests: its tables are read once.
    static let shared: IdentityJudge = {
        do {
            return try IdentityJudge(directory: Repository.lexicon)
        } catch {
            preconditionFailure("The tables of the repository can't be read: \(error)")
        }
    }()
}

extension IdentityResolver {
    /// The resolver of all tests.
    static let shared = IdentityResolver(judge: .shared)
}
