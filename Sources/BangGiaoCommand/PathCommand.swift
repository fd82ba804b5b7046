import ArgumentParser
import BangGiao
import Foundation

/// `banggiao path`: how two entities are connected.
struct PathCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "path",
        abstract: "Tells how two names are connected, each hop with its quotation.",
        usage: """
            banggiao path A B [--count K | --all] [--via X] [--avoid X] ...
            banggiao path --pairs FILE [--all] ...
            """,
        discussion: """
            Names of persons, agencies and countries, in any case and with or without accents; an \
            agency's may be followed by its country's. Where a name fits several, they are listed \
            with their keys; a key such as seed-002#p1 does for a name. A country stands for its \
            people and agencies, wherever it is named. Paths run through a country only with \
            --through country: sharing a state connects nobody.

            Fewer hops come first. Of equally long paths those come first that tell of offices, \
            meetings and agreements rather than of a country, of two persons or two bodies rather \
            than of one with the other, of what was rather than what is planned, that are surer, \
            and that run through whoever knows fewer others.

            --pairs answers many: lines of two names or keys, separated by a tab. Each comes back \
            with the number of hops, "-" where there is no path; with --all also with the number \
            of shortest paths. A name that leads to nobody is told of, and its line left out.

            Examples:
              banggiao path "Vũ Quang Minh" Campuchia
              banggiao path "pham thu hang" "Bounthala Panyavichith" --count 3
              banggiao path "Lê Thị Thu Hằng" Lào --relations meeting --since 2017
              banggiao path "Lê Thị Thu Hằng" Lào --format svg > hang-lao.svg
              banggiao path --pairs pairs.tsv --statistics > hops.tsv
            """
    )

    @Argument(help: "Two names or keys.")
    var names: [String] = []

    @OptionGroup var question: QuestionOptions

    @OptionGroup var through: StationOptions

    @Option(help: ArgumentHelp("At most so many hops.", valueName: "n"))
    var maxHops: Int?

    @Option(
        help: ArgumentHelp(
            "So many paths; longer ones where there are fewer of the shortest. (default: 1)",
            valueName: "k"))
    var count: Int?

    @Flag(help: "All shortest paths; of more than 2,000 the best of the first.")
    var all = false

    @Option(help: ArgumentHelp("Through whom the path must run.", valueName: "name"))
    var via: String?

    @Option(
        help: ArgumentHelp("Through whom it must not run; may be given again.", valueName: "name"))
    var avoid: [String] = []

    @Option(help: ArgumentHelp("A file of pairs, or - for standard input.", valueName: "file"))
    var pairs: String?

    @Flag(help: "Tells on standard error how long loading and searching took.")
    var statistics = false

    func validate() throws {
        if pairs != nil {
            if !names.isEmpty { throw ValidationError("--pairs takes no names besides its file.") }
            if count != nil || via != nil || question.format != .text {
                throw ValidationError("--pairs takes neither --count, --via nor --format.")
            }
        } else if names.count != 2 {
            throw ValidationError("path needs two names, or --pairs FILE.")
        }
        if let count, count < 1 { throw ValidationError("--count needs a number from 1 up.") }
        if let maxHops, maxHops < 0 {
            throw ValidationError("--max-hops needs a number from 0 up.")
        }
        if all, count != nil { throw ValidationError("--count and --all contradict each other.") }
    }

    func run(on console: Console) async throws {
        let clock = ContinuousClock()
        let start = clock.now
        let question = try question.question()
        let query = try query(question)
        let graph = question.network.graph
        let loaded = clock.now
        var queries = 1
        defer {
            if statistics {
                let seconds = [loaded - start, clock.now - loaded].map(Self.seconds)
                console.complain(
                    "loaded \(graph.nodeCount) nodes, \(graph.edgeCount) edges in \(seconds[0]) s")
                console.complain("\(queries) queries in \(seconds[1]) s")
            }
        }
        if let pairs {
            queries = try answer(pairs, question, query, console)
        } else {
            try answer(question, query, console)
        }
    }

    /// The question without its ends.
    private func query(_ question: Question) throws -> PathQuery {
        let nobody = EntityKey(rawValue: "")
        return PathQuery(
            from: nobody, to: nobody, limit: all ? .max : count ?? 1, includesLonger: count != nil,
            maximumHops: maxHops, facts: question.facts, stations: try through.stations(),
            via: try via.map { try question.entity($0).key },
            avoided: Set(try avoid.map { try question.entity($0).key }),
            isExact: self.question.exact)
    }

    private func answer(_ question: Question, _ query: PathQuery, _ console: Console) throws {
        var query = query
        let ends = try names.map { try question.known(question.entity($0)) }
        (query.from, query.to) = (ends[0].key, ends[1].key)
        try check(query, ends)
        var workspace = SearchWorkspace()
        let paths = try query.paths(in: question.network, using: &workspace)
        guard !paths.isEmpty else {
            throw NoPath(
                from: ends[0].name, to: ends[1].name,
                documents: question.stored.knowledge.documents.count,
                tables: question.network.tables.count, isNarrowed: isNarrowed)
        }
        let base = question.stored.knowledge.adding(
            paths.flatMap(\.hops), of: question.network.tables)
        try self.question.write(
            base, drawn: base.restricted(to: paths), title: "\(ends[0].name) – \(ends[1].name)",
            shown: Set(paths.flatMap(\.entities).map(\.key)), on: console
        ) { $0.write(paths, from: ends[0], to: ends[1]) }
    }

    /// Whether the question leaves something out that the store knows.
    private var isNarrowed: Bool {
        let filter = question.filter
        return maxHops != nil || via != nil || !avoid.isEmpty || filter.relations != nil
            || filter.since != nil || filter.until != nil || filter.minimumConfidence != nil
            || question.exact || question.time.at != nil
    }

    private func check(_ query: PathQuery, _ ends: [KnownEntity]) throws(QuestionError) {
        for end in ends where query.avoided.contains(end.key) {
            throw QuestionError("--avoid \(end.name): a path can't avoid its own end.")
        }
        if let via = query.via, query.avoided.contains(via) {
            throw QuestionError("--via and --avoid name the same: no path can do both.")
        }
    }

    // MARK: Many pairs

    /// Answers each pair of a file; returns how many were asked.
    private func answer(
        _ path: String, _ question: Question, _ query: PathQuery, _ console: Console
    ) throws -> Int {
        var workspace = SearchWorkspace()
        var failures = FailureCount()
        var queries = 0
        var bytes: [UInt8] = []
        for (number, line) in try Self.lines(path, console).enumerated() where !line.isEmpty {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard cells.count == 2 else {
                throw PairError(
                    file: path, line: number + 1,
                    message: "\(cells.count) cells where there must be 2; separate them by a tab.")
            }
            do {
                var query = query
                query.from = try question.entity(String(cells[0])).key
                query.to = try question.entity(String(cells[1])).key
                queries += 1
                var answer: String
                if all {
                    let found = try query.count(in: question.network, using: &workspace)
                    answer = found.map { "\($0.hops)\t\($0.paths)" } ?? "-\t0"
                } else {
                    let hops = try query.hops(in: question.network, using: &workspace)
                    answer = hops.map(String.init) ?? "-"
                }
                bytes += "\(line)\t\(answer)\n".utf8
            } catch let error as StoredNameError {
                failures.tell(
                    PairError(file: path, line: number + 1, message: error.description),
                    on: console)
            }
        }
        try console.write(bytes)
        try failures.check()
        return queries
    }

    private static func lines(_ path: String, _ console: Console) throws -> [Substring] {
        let bytes = try console.bytes(of: path)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw PairError(file: path, message: "the file isn't UTF-8; save it as UTF-8.")
        }
        return text.split(omittingEmptySubsequences: false) { $0.isNewline }
    }

    /// Seconds with three digits behind the point.
    private static func seconds(_ duration: Duration) -> String {
        duration.formatted(
            .units(allowed: [.seconds], width: .narrow, fractionalPart: .show(length: 3)).locale(
                Locale(identifier: "en_US_POSIX"))
        ).replacing("s", with: "")
    }
}

/// Two ends without a path.
struct NoPath: Error, CustomStringConvertible {
    var from: String
    var to: String
    var documents: Int
    var tables: Int
    var isNarrowed: Bool

    var description: String {
        var places = "\(documents) document\(documents == 1 ? "" : "s")"
        if tables > 0 { places += " and \(tables) table\(tables == 1 ? "" : "s")" }
        return "\(from) and \(to) aren't connected in \(places)"
            + (isNarrowed ? " in the way asked for; leave some options out." : ".")
    }
}
