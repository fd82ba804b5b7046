import ArgumentParser
import BangGiao
import Foundation

/// What all commands that ask the store take.
struct StoreOptions: ParsableArguments, Sendable {
    /// The name of the store in the folder that `build` writes.
    static let fileName = "banggiao.sqlite"

    @Option(
        help: ArgumentHelp("The SQLite file of the store.", valueName: "file"))
    var store = "Graphs/\(Self.fileName)"

    /// Opens the store.
    ///
    /// - Parameters:
    ///   - mustExist: Whether it isn't to be made where there is none.
    ///   - lexicon: The folder of the tables of words, where it isn't the program's own.
    ///   - judge: The judge of these tables, where it was made already.
    func open(
        _ mode: KnowledgeStore.Mode, mustExist: Bool = false, lexicon: String? = nil,
        judge: CellJudge? = nil
    ) throws -> KnowledgeStore {
        let file = URL(fileURLWithPath: store)
        if mustExist, !FileManager.default.fileExists(atPath: store) {
            throw StoreError(.missing, file: store)
        }
        return try KnowledgeStore(
            file, mode: mode, lexicon: lexicon.map { URL(fileURLWithPath: $0, isDirectory: true) },
            judge: judge)
    }
}

/// As of when a store is asked.
struct RecordedTimeOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            Answers from what the store knew at the end of this day, or at this time (UTC), such \
            as 2026-11-26 or 2026-11-26T09:30.
            """, valueName: "date"))
    var asOf: String?

    func validate() throws {
        guard let asOf else { return }
        let parts = asOf.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        let time = /([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]+)?)?Z?/
        guard let date = PartialDate(parts[0]), date.end == nil,
            parts.count == 1 || date.start.day != nil && parts[1].wholeMatch(of: time) != nil
        else {
            throw ValidationError(
                "--as-of \(asOf): there is no such date; write 2026-11-26 or 2026-11-26T09:30.")
        }
    }

    /// Returns the store as it was then; itself where no time is given.
    func of(_ store: KnowledgeStore) throws -> KnowledgeStore {
        guard let asOf else { return store }
        return try store.asOf(asOf.hasSuffix("Z") ? String(asOf.dropLast()) : asOf)
    }
}

/// As of when the world is asked about.
struct TimeOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Leaves out what happened or was told after this date, such as 2021-10.",
            valueName: "date"))
    var at: String?

    @OptionGroup var recorded: RecordedTimeOptions

    func validate() throws {
        _ = try askedDate(at, of: "--at")
    }

    /// The date, where one is given.
    var date: PartialDate? { at.flatMap { PartialDate($0) } }

    /// Returns all that the store knows of that time, tables of relations included.
    func knowledge(_ store: StoreOptions) throws -> KnowledgeBase {
        let store = try recorded.of(store.open(.read))
        guard try store.tables().isEmpty else {
            return try store.network(at: date).wholeKnowledge()
        }
        let knowledge = try store.knowledge()
        return date.map { knowledge.standing(at: $0) } ?? knowledge
    }
}
