import BangGiao
import Dispatch
import Synchronization

/// Saves batches of articles one after another, while the next ones are being read.
final class BatchWriter: Sendable {
    private let store: KnowledgeStore
    private let queue = DispatchQueue(label: "BatchWriter")
    private let results = Mutex<[Result<[KnowledgeStore.Outcome], StoreError>]>([])

    init(store: KnowledgeStore) { self.store = store }

    /// Begins to save a batch.
    func begin(_ batch: [PreparedArticle]) {
        queue.async { [self] in
            let result = Result { () throws(StoreError) in try store.save(batch) }
            results.withLock { $0.append(result) }
        }
    }

    /// Waits for what was begun, and returns what was done with each article.
    ///
    /// - Throws: What the first batch threw that couldn't be saved.
    func finish() throws(StoreError) -> [KnowledgeStore.Outcome] {
        queue.sync {}
        let finished = results.withLock { results in
            defer { results = [] }
            return results
        }
        var outcomes: [KnowledgeStore.Outcome] = []
        for result in finished { outcomes += try result.get() }
        return outcomes
    }
}
