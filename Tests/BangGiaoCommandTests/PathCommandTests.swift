import Foundation
import Testing

@testable import BangGiaoCommand

@Suite("banggiao path")
struct PathCommandTests {
    private func path(_ arguments: String...) async -> CommandRun {
        let store = await SeedBuild.made().folder("banggiao.sqlite")
        return await banggiao(["path"] + arguments + ["--store", store])
    }

    @Test(
        "answers hop by hop, each with its quotation and document",
        arguments: [
            ["Vũ Quang Minh", "Campuchia"], ["pham thu hang", "Bounthala Panyavichith"],
            ["Lê Thị Thu Hằng", "Lào"],
        ])
    func answers(ends: [String]) async throws {
        let run = await path(ends[0], ends[1])
        #expect(run.exitCode == 0)
        #expect(run.trouble.isEmpty)
        let lines = run.output.split(separator: "\n")
        let hops = lines.filter { $0.first?.isNumber == true }.count
        #expect(hops > 0)
        #expect(lines.first?.split(separator: "→").count == hops + 1)
        #expect(lines.filter { $0.hasPrefix("     “") }.count >= hops)
        #expect(lines.filter { $0.hasPrefix("     — seed-00") }.count >= hops)
    }

    @Test("every quotation stands in its document")
    func quotations() async throws {
        let run = await path("Lê Thị Thu Hằng", "Lào")
        var quotation: Substring?
        for line in run.output.split(separator: "\n") {
            if line.hasPrefix("     “") {
                quotation = line.dropFirst(6).dropLast()
            } else if let quoted = quotation, line.hasPrefix("     — seed-00") {
                let number = try #require(Int(line.dropFirst(14).prefix(1)))
                let text = try String(contentsOfFile: SeedBuild.seeds[number], encoding: .utf8)
                    .precomposedStringWithCanonicalMapping
                #expect(
                    text.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(
                        quoted))
                quotation = nil
            }
        }
    }

    @Test("the same path in every form")
    func forms() async throws {
        let json = await path("Vũ Quang Minh", "Campuchia", "--format", "json")
        let object = try #require(
            JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        #expect((object["paths"] as? [Any])?.count == 1)
        let dot = await path("Vũ Quang Minh", "Campuchia", "--format", "dot")
        #expect(dot.output.contains("graph "))
        #expect(dot.output.contains("Vũ Quang Minh"))
        let svg = await path("Vũ Quang Minh", "Campuchia", "--format", "svg")
        #expect(svg.output.contains("</svg>"))
        #expect(svg.output.contains("Vũ Quang Minh"))
    }

    @Test("a picture shows every station of the path")
    func stations() async {
        let json = await path("Lê Thị Thu Hằng", "Lào", "--format", "json")
        let svg = await path("Lê Thị Thu Hằng", "Lào", "--format", "svg")
        let names = json.output.matches(
            of: /"type": "(?:person|agency|country)", "name": "([^"]+)"/
        )
        .map { String($0.output.1) }
        #expect(names.count > 2)
        for name in names { #expect(svg.output.contains(name), "\(name)") }
    }

    @Test("an ambiguous name lists its candidates with keys that do for a name")
    func ambiguous() async throws {
        let run = await path("Bộ Ngoại giao", "Lào")
        #expect(run.exitCode == 1)
        #expect(run.output.isEmpty)
        #expect(run.trouble.hasPrefix("error: \"Bộ Ngoại giao\" may be any of "))
        #expect(run.complaints.count > 2)
        for candidate in run.complaints.dropFirst() {
            let key = try #require(candidate.split(separator: " ").first)
            #expect(await path(String(key), "Lào").exitCode == 0)
        }
    }

    @Test("an unknown name suggests the nearest")
    func unknown() async throws {
        let run = await path("Vũ Quan Minh", "Lào")
        #expect(run.exitCode == 1)
        #expect(run.complaints.first?.contains("there is no \"Vũ Quan Minh\"; the nearest") == true)
        #expect(run.trouble.contains("Vũ Quang Minh"))
        #expect(await path("Xyz Qwerty Zzz", "Lào").complaints.count == 1)
    }

    @Test("a store that isn't there is told of, and none is made")
    func noStore() async throws {
        try await withFolder { folder in
            let run = await banggiao(["path", "A", "B", "--store", folder("none.sqlite")])
            #expect(run.exitCode == 1)
            #expect(run.complaints.count == 1)
            #expect(run.trouble.contains(folder("none.sqlite")))
            let names = try folder.names()
            #expect(names.isEmpty)
        }
    }

    @Test("wrong usage gives exit code 64", arguments: [["A"], ["A", "B", "--count", "0"], []])
    func usage(arguments: [String]) async {
        #expect(await banggiao(["path"] + arguments).exitCode == 64)
    }
}
