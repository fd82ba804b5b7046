import BangGiaoKnowledge
import BangGiaoModel
import BangGiaoStore
import Foundation
import TestSupport
import Testing

/// Whatever happened to a store, it holds what follows from its documents and its judgements.
@Suite
struct HistoryLawTests {
    /// A store with what was done to it.
    private struct History {
        let store: KnowledgeStore
        /// Whether what is removed may be forgotten, too.
        var forgets = true
        var documents: [DocumentID: Story] = [:]

        mutating func step(using generator: inout SeededGenerator) throws {
            switch Int.random(in: 0..<10, using: &generator) {
            case 0..<5:
                // Some are new, some take the place of what their id had before.
                let stories = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
                    Story.random(
                        "bài-\(Int.random(in: 0..<7, using: &generator))", using: &generator)
                }
                try store.save(stories.map { prepared($0) })
                for story in stories { documents[story.document.id] = story }
            case 5..<7:
                guard let id = documents.keys.sorted().randomElement(using: &generator) else {
                    return
                }
                try store.remove([id], forgets: forgets && Bool.random(using: &generator))
                documents[id] = nil
            case 7..<9:
                let kind = Entity.Kind.allCases.randomElement(using: &generator)
                let keys = documents.values.sorted { $0.document.id < $1.document.id }
                    .flatMap { story in
                        story.facts.entities.filter { $0.kind == kind }
                            .map { EntityKey(story.document.id, $0.id) }
                    }
                guard keys.count > 1 else { return }
                let pair = keys.shuffled(using: &generator).prefix(2)
                try store.judge(
                    pair[0], pair[1], Bool.random(using: &generator) ? .same : .different)
            default:
                try store.undo()
            }
        }
    }

    private func dump(_ store: KnowledgeStore) throws -> [String] {
        var lines: [String] = []
        try store.dump { lines.append($0) }
        return lines
    }

    /// Makes a store of documents in some order, in batches of some size, with the judgements that
    /// stand in another.
    private func rebuilt(
        _ history: History, _ fresh: KnowledgeStore, using generator: inout SeededGenerator
    ) throws {
        var stories = history.documents.values.sorted { $0.document.id < $1.document.id }
        stories.shuffle(using: &generator)
        while !stories.isEmpty {
            let count = Int.random(in: 1...stories.count, using: &generator)
            try fresh.save(
                stories.prefix(count).map { prepared($0) })
            stories.removeFirst(count)
        }
        for judgement in try history.store.judgements() where judgement.revoked == nil {
            // One about a document that is gone waits for it, and changes nothing meanwhile.
            guard
                [judgement.first, judgement.second].allSatisfy({ entity in
                    history.documents[entity.document]?.facts.entities.contains {
                        $0.id == entity.id && $0.name == entity.name && $0.kind == entity.kind
                    } ?? false
                })
            else { continue }
            try fresh.judge(judgement.first.key, judgement.second.key, judgement.verdict)
        }
    }

    /// Expects a store's dump, and shows a few of the lines that only one of the two has.
    private func expect(
        _ store: KnowledgeStore, toHold expected: [String], _ comment: String = ""
    ) throws {
        let lines = try dump(store)
        let (have, want) = (Set(lines), Set(expected))
        let more = lines.filter { !want.contains($0) }.map { "+ \($0)" }
        let less = expected.filter { !have.contains($0) }.map { "- \($0)" }
        #expect(
            lines == expected,
            "\(comment)\n\((more.prefix(8) + less.prefix(8)).joined(separator: "\n"))")
    }

    @Test(arguments: 0..<30 as Range<UInt64>)
    func everyHistoryGivesWhatItsDocumentsAndJudgementsGive(block: UInt64) throws {
        for seed in block * 30..<block * 30 + 30 {
            var generator = SeededGenerator(seed: seed)
            var history = History(store: try .temporary())
            for _ in 0..<Int.random(in: 3...14, using: &generator) {
                try history.step(using: &generator)
            }
            let judgements = try history.store.judgements().filter { $0.revoked == nil }
            let fresh = try KnowledgeStore.temporary()
            try rebuilt(history, fresh, using: &generator)
            // A judgement that waits gives an entity of the other side a cell of its own.
            if try fresh.judgements().count == judgements.count {
                try expect(history.store, toHold: dump(fresh), "seed \(seed)")
            }
            let before = try dump(history.store)
            #expect(before == before.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
            try history.store.rebuild()
            try expect(history.store, toHold: before, "rebuilt, seed \(seed)")
        }
    }

    @Test(arguments: 0..<80 as Range<UInt64>)
    func whatIsTakenBackWasNeverThere(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var history = History(store: try .temporary())
        for _ in 0..<8 { try history.step(using: &generator) }
        let before = try dump(history.store)
        let extra = Story.random("thêm", using: &generator)
        try history.store.save(extra.facts, of: extra.document)
        try history.store.remove(extra.document.id)
        try expect(history.store, toHold: before)
        let keys = history.documents.values.flatMap { story in
            story.facts.entities.filter { $0.kind == .person }
                .map { EntityKey(story.document.id, $0.id) }
        }.sorted()
        guard keys.count > 1 else { return }
        let pair = keys.shuffled(using: &generator).prefix(2)
        for verdict in [Judgement.Verdict.same, .different] {
            let judgement = try history.store.judge(pair[0], pair[1], verdict)
            #expect(try history.store.undo(judgement.number)?.revoked != nil)
            try expect(history.store, toHold: before)
        }
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func aStoreIsVerifiedAndKnowsWhatItKnewBefore(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        try withTemporaryFolder { folder in
            let file = folder.appendingPathComponent("kho.sqlite")
            let start = Date(timeIntervalSince1970: 1_800_000_000)
            var dumps: [[String]] = []
            for day in 0..<6 {
                let store = try KnowledgeStore(test: file, mode: .write) {
                    start + Double(day) * 86_400
                }
                var history = History(store: store, forgets: false)
                for _ in 0..<3 { try history.step(using: &generator) }
                dumps.append(try dump(store))
                #expect(try store.verify().isEmpty)
            }
            let store = try KnowledgeStore(test: file, mode: .read)
            for (day, expected) in dumps.enumerated() {
                let moment = start + Double(day) * 86_400
                let text = moment.formatted(
                    Date.ISO8601FormatStyle().year().month().day())
                try expect(store.asOf(text), toHold: expected, "day \(day)")
            }
        }
    }
}
