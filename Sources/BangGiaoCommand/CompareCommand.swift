import ArgumentParser
import BangGiao
import Foundation

/// `banggiao compare`: whether two names are of one person or agency, and why.
struct CompareCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Judges whether two names are of one person or agency, and says why.",
        usage: """
            banggiao compare A B [--country-a COUNTRY] [--role-a ROLE] ...
            banggiao compare --pairs FILE
            """,
        discussion: """
            The verdict is same, different or unsure. Each line below it is what was compared, how \
            the two meet, and how many bits it speaks for one (+) or for two (-); from \
            9 bits on they are the same. With --store, a name that the store knows brings all that \
            is known of it; a key such as seed-002#p1 does for a name.

            --pairs judges many: lines of a, a_country, a_role, b, b_country, b_role, separated by \
            tabs, perhaps below a header. A country is a code or a name, a role an office with its \
            body or the word agency; both may be empty. Each line comes back with verdict and \
            weight.

            Examples:
              banggiao compare "Pu-tin" "V. Putin" --role-a "Tổng thống Nga"
              banggiao compare BNG "Bộ Ngoại giao" --role-a agency --role-b agency
              banggiao compare "Phạm Thu Hằng" seed-002#p1 --store all.sqlite
              banggiao compare --pairs names.tsv > judged.tsv
            """
    )

    @Argument(help: "Two names.")
    var names: [String] = []

    @Option(help: ArgumentHelp("The state of A: a code or a name.", valueName: "country"))
    var countryA = ""

    @Option(help: ArgumentHelp("The offices of A, or the word agency.", valueName: "role"))
    var roleA = ""

    @Option(help: ArgumentHelp("The state of B.", valueName: "country"))
    var countryB = ""

    @Option(help: ArgumentHelp("The offices of B, or the word agency.", valueName: "role"))
    var roleB = ""

    @Option(help: ArgumentHelp("A file of pairs, or - for standard input.", valueName: "file"))
    var pairs: String?

    @Option(help: ArgumentHelp("The SQLite file that banggiao build wrote.", valueName: "file"))
    var store: String?

    @Option(
        help: ArgumentHelp(
            "A folder of word tables in place of those that come with the program.",
            valueName: "dir"))
    var lexicon: String?

    func validate() throws {
        if pairs != nil {
            if !names.isEmpty { throw ValidationError("--pairs takes no names besides its file.") }
            if store != nil { throw ValidationError("--store serves two names, not --pairs.") }
        } else if names.count != 2 {
            throw ValidationError("compare needs two names, or --pairs FILE.")
        }
    }

    func run(on console: Console) async throws {
        let directory =
            if let lexicon { URL(fileURLWithPath: lexicon, isDirectory: true) } else {
                try LexiconTable.bundledDirectory()
            }
        let judge = try IdentityJudge(directory: directory)
        let reader = try OfficeReader(directory: directory)
        if let pairs {
            try judgePairs(pairs, judge, reader, console)
        } else {
            try judgeNames(judge, reader, console)
        }
    }

    private func judgePairs(
        _ path: String, _ judge: IdentityJudge, _ reader: OfficeReader, _ console: Console
    ) throws {
        let table = try PairTable(console.bytes(of: path), file: path, reader: reader)
        if let header = table.header { try console.print("\(header)\tverdict\tweight") }
        for pair in table.pairs {
            let comparison = judge.compare(pair.first, pair.second)
            try console.print(
                "\(pair.line)\t\(comparison.verdict.rawValue)\t\(Self.bits(comparison.weight))")
        }
    }

    private func judgeNames(
        _ judge: IdentityJudge, _ reader: OfficeReader, _ console: Console
    ) throws {
        var profiles: [IdentityProfile] = []
        let knowledge = try store.map { path in
            try KnowledgeStore(URL(fileURLWithPath: path), mode: .read).knowledge()
        }
        var known: [KnownEntity?] = []
        for (name, country, role) in [
            (names[0], countryA, roleA), (names[1], countryB, roleB),
        ] {
            if let knowledge, let entity = try EntityFinder(knowledge).known(name) {
                known.append(entity)
                profiles.append(knowledge.profile(of: entity))
            } else {
                known.append(nil)
                profiles.append(try reader.profile(name, country: country, role: role))
            }
        }
        if let one = known[0], one == known[1] {
            try console.print("same: both are \(one.key.rawValue), \(one.name)")
            return
        }
        let comparison = judge.compare(profiles[0], profiles[1])
        try console.print("\(comparison.verdict.rawValue) \(Self.bits(comparison.weight))")
        for finding in comparison.findings {
            let weight =
                finding.weight <= IdentityComparison.excluding ? "excludes" : Self.signed(finding)
            let values =
                finding.values.contains { !$0.isEmpty }
                ? ": " + finding.values.map { $0.isEmpty ? "?" : $0 }.joined(separator: " | ") : ""
            try console.print(
                "  \(weight)  \(finding.matter.rawValue) \(finding.level)\(values)")
        }
    }

    private static func signed(_ finding: IdentityComparison.Finding) -> String {
        (finding.weight > 0 ? "+" : "") + bits(finding.weight)
    }

    /// Tenths of a bit as bits: "19.6".
    private static func bits(_ tenths: Int) -> String {
        let (whole, rest) = abs(tenths).quotientAndRemainder(dividingBy: 10)
        return "\(tenths < 0 ? "-" : "")\(whole).\(rest)"
    }
}

extension OfficeReader {
    /// Makes the profile of a name, with its state as a code or a name.
    func profile(
        _ name: String, country: String, role: String
    ) throws(UnknownCountry) -> IdentityProfile {
        var state: CountryCode?
        if !country.isEmpty {
            state = self.state(country)
            if state == nil { throw UnknownCountry(country: country) }
        }
        return profile(name, country: state, role: role)
    }
}

/// A country of the command line or of a file of pairs that nobody knows.
struct UnknownCountry: Error, CustomStringConvertible {
    var country: String

    var description: String {
        "there is no country \"\(country)\"; give a code such as VN, or a name such as Lào."
    }
}

extension EntityFinder {
    /// Returns the one entity that a store has under a name, or nil where it has none.
    fileprivate func known(_ name: String) throws(NameError) -> KnownEntity? {
        switch find(name) {
        case .unique(let entity): return entity
        case .unknown: return nil
        case .ambiguous(let candidates):
            throw NameError(name: name, kind: .ambiguous(candidates))
        }
    }
}
