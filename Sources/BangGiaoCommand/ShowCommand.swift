import ArgumentParser
import BangGiao

/// `banggiao show`: all that is known of one name.
struct ShowCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows all that is known of a name, with quotations.",
        usage: "banggiao show NAME [--store FILE] [--at DATE] [--as-of DATE]",
        discussion: """
            Names, what it is part of, offices over time, meetings and agreements, each with its \
            id, its quotations and their documents. An office is seen on the days of documents; \
            that none tells of it later doesn't end it. Where a name fits several, they are listed \
            with their keys.

            Examples:
              banggiao show "Phạm Thu Hằng"
              banggiao show "bo ngoai giao lao" --at 2021-10
              banggiao show seed-003#p2 --as-of 2026-11-26
            """
    )

    @Argument(help: "A name or a key.")
    var name: String

    @OptionGroup var store: StoreOptions

    @OptionGroup var time: TimeOptions

    @Option(help: ArgumentHelp("From the latest so many documents.", valueName: "n"))
    var limit = 20

    func validate() throws {
        if limit < 1 { throw ValidationError("--limit needs a number from 1 up.") }
    }

    func run(on console: Console) async throws {
        let store = try time.recorded.of(store.open(.read))
        let known = try store.entity(name)
        guard let report = try store.report(on: known, at: time.date, limit: limit) else {
            throw NothingKnown(name: known.name, date: time.at ?? "")
        }
        try console.write(Array(EntityReportWriter().write(report).utf8))
    }
}

/// A name of which nothing is known at a time.
struct NothingKnown: Error, CustomStringConvertible {
    var name: String
    var date: String

    var description: String { "nothing is known of \(name) at \(date); leave --at out." }
}

/// A name of the command line that leads to no single entity of the store.
struct StoredNameError: Error, CustomStringConvertible {
    var name: String
    var candidates: [KnownName]
    var isAmbiguous: Bool

    var description: String {
        let lines = candidates.map(\.line).joined(separator: "\n")
        if isAmbiguous {
            return
                "\"\(name)\" may be any of \(candidates.count); give the key of the one you mean:\n"
                + lines
        }
        return candidates.isEmpty
            ? "there is no \"\(name)\", nor anything like it."
            : "there is no \"\(name)\"; the nearest names are:\n" + lines
    }
}

extension KnownName {
    /// `  seed-002#p1  Vũ Quang Minh (Việt Nam): Đại sứ Việt Nam`.
    var line: String { "  \(key.rawValue)  \(summary)" }

    /// `Vũ Quang Minh (Việt Nam): Đại sứ Việt Nam`.
    var summary: String {
        var text = name
        if let country { text += " (\(country))" }
        return details.isEmpty ? text : text + ": " + details.joined(separator: "; ")
    }
}

extension KnowledgeStore {
    /// Returns the one entity of a name, such as it is typed.
    func entity(_ name: String) throws -> KnownName {
        var found = try find(name)
        if found.isEmpty, try !tables().isEmpty { found = try network().find(name) }
        switch found.count {
        case 1: return found[0]
        case 0:
            throw StoredNameError(
                name: name, candidates: try nearest(to: name), isAmbiguous: false)
        default: throw StoredNameError(name: name, candidates: found, isAmbiguous: true)
        }
    }
}
