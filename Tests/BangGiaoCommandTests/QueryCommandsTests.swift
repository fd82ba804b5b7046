import Foundation
import Testing

@testable import BangGiaoCommand

/// The commands that ask the store, on the store of the seeds.
@Suite("Questions")
struct QueryCommandsTests {
    private func ask(_ arguments: [String]) async -> CommandRun {
        let store = await SeedBuild.made().folder("banggiao.sqlite")
        return await banggiao(arguments + ["--store", store])
    }

    static let questions = [
        ["path", "Vũ Quang Minh", "Campuchia"],
        ["path", "pham thu hang", "Bounthala Panyavichith", "--count", "3"],
        ["connect", "Phạm Thu Hằng", "Bounthala Panyavichith", "Campuchia"],
        ["neighbors", "Vũ Quang Minh", "--hops", "2"],
        ["meetings", "--with", "Lào"],
        ["meetings", "--between", "Việt Nam", "Lào", "--type", "talks,working_session"],
        ["agreements", "--between", "Việt Nam", "Nga"],
        ["timeline", "Phạm Thu Hằng"],
        ["common", "Phạm Thu Hằng", "Bounthala Panyavichith"],
        ["rank", "--type", "person", "--count", "3"],
        ["rank", "--by", "pagerank"],
        ["rank", "--by", "betweenness", "--relations", "meeting"],
    ]

    @Test("each answers in every form", arguments: questions)
    func forms(question: [String]) async throws {
        let text = await ask(question)
        #expect(text.exitCode == 0, "\(text.trouble)")
        #expect(text.trouble.isEmpty && !text.output.isEmpty)
        let json = await ask(question + ["--format", "json"])
        let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
        #expect((object as? [String: Any])?.isEmpty == false)
        let tsv = await ask(question + ["--format", "tsv"])
        let rows = tsv.output.split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).count
        }
        #expect(rows.count > 1)
        #expect(Set(rows).count == 1)
        let dot = await ask(question + ["--format", "dot"])
        #expect(dot.output.contains("graph "), "\(dot.trouble)")
        let svg = await ask(question + ["--format", "svg"])
        #expect(svg.output.contains("</svg>"))
    }

    @Test("meetings tell place, sides, offices, quotation and document")
    func meetings() async {
        let run = await ask([
            "meetings", "--with", "Bounthala Panyavichith", "--type", "working_session",
        ])
        #expect(run.output.hasPrefix("15/12/2025  Làm việc · trụ sở Bộ Ngoại giao\n"))
        #expect(run.output.contains("Phạm Thu Hằng (VN) – Vụ Báo chí (LA)"))
        #expect(run.output.contains("   Phạm Thu Hằng: Vụ trưởng · Vụ Thông tin Báo chí"))
        #expect(run.output.contains("     — seed-003 · 17/12/2025"))
        #expect(!run.output.contains("[seed-003#m2]"))
    }

    @Test("a country stands for its people and agencies, and exactly for itself alone")
    func exact() async {
        let own = await ask(["meetings", "--with", "Lào"])
        let alone = await ask(["meetings", "--with", "Lào", "--exact"])
        #expect(own.output.contains("[seed-003#m1]"))
        #expect(!alone.output.contains("[seed-003#m1]"))
        #expect(alone.exitCode == 0 && alone.output.count < own.output.count)
        let path = await ask(["path", "Phạm Thu Hằng", "Lào"])
        #expect(path.exitCode == 0)
        #expect(await ask(["path", "Phạm Thu Hằng", "Lào", "--exact"]).exitCode == 1)
    }

    @Test("options narrow a path")
    func narrowed() async {
        let ends = ["path", "Phạm Thu Hằng", "Bounthala Panyavichith"]
        let met = await ask(ends + ["--relations", "meeting", "--minimum-confidence", "0.5"])
        #expect(met.output.contains("1. Phạm Thu Hằng → Bounthala Panyavichith"))
        let via = await ask(ends + ["--via", "Vụ Thông tin Báo chí Việt Nam"])
        #expect(via.output.contains("1. Phạm Thu Hằng → Vụ Thông tin Báo chí"))
        let other = await ask(ends + ["--relations", "position,meeting", "--until", "2020"])
        #expect(other.exitCode == 1 && other.output.isEmpty)
        let all = await ask(["path", "Phạm Thu Hằng", "Lào", "--all", "--format", "json"])
        #expect(all.output.contains("\"paths\""))
        let avoided = await ask([
            "path", "Phạm Thu Hằng", "Lào", "--avoid", "Bounthala Panyavichith",
        ])
        #expect(avoided.exitCode == 0)
        #expect(!avoided.output.split(separator: "\n")[0].contains("Bounthala"))
    }

    @Test(
        "where there is no answer, standard output stays empty and the exit code is 1",
        arguments: [
            (["path", "Xyz Qwerty Zzz", "Lào"], "there is no \"Xyz Qwerty Zzz\""),
            (["path", "Bùi Thanh Sơn", "Claudia Sheinbaum"], "aren't connected in 5 documents."),
            (
                ["path", "Vũ Quang Minh", "Campuchia", "--max-hops", "0"],
                "in the way asked for; leave some options out."
            ),
            (
                ["path", "Vũ Quang Minh", "Campuchia", "--since", "2022", "--until", "2021"],
                "--since 2022 begins after --until 2021"
            ),
            (["path", "Vũ Quang Minh", "Campuchia", "--since", "2021-02-30"], "no such date"),
            (["path", "Vũ Quang Minh", "Campuchia", "--at", "hôm qua"], "no such date"),
            (["path", "Vũ Quang Minh", "Campuchia", "--as-of", "2021-13"], "no such date"),
            (
                ["path", "Vũ Quang Minh", "Campuchia", "--at", "2020", "--since", "2021"],
                "begins after --at"
            ),
            (["path", "Vũ Quang Minh", "Campuchia", "--relations", "love"], "choose of meeting"),
            (["path", "Vũ Quang Minh", "Campuchia", "--through", "dog"], "choose of person"),
            (
                ["path", "Vũ Quang Minh", "Campuchia", "--count", "2", "--all"],
                "contradict each other"
            ),
            (
                ["path", "Vũ Quang Minh", "Campuchia", "--avoid", "Vũ Quang Minh"],
                "can't avoid its own end"
            ),
            (
                [
                    "path", "Vũ Quang Minh", "Campuchia", "--via", "Phạm Thu Hằng", "--avoid",
                    "Phạm Thu Hằng",
                ], "no path can do both"
            ),
            (
                ["path", "Vũ Quang Minh", "Campuchia", "--minimum-confidence", "2"],
                "a number from 0 to 1"
            ),
            (["connect", "Bùi Thanh Sơn", "Claudia Sheinbaum"], "aren't all connected"),
            (["neighbors", "Vũ Quang Minh", "--relations", "agreement"], "related to nobody"),
            (["meetings", "--with", "Campuchia", "--since", "2030"], "there is no meeting"),
            (["meetings", "--type", "feast"], "choose of talks"),
            (
                ["meetings", "--with", "Lào", "--between", "Lào", "Nga"], "contradict each other"
            ),
            (["agreements", "--with", "Campuchia"], "there is no agreement"),
            (["timeline", "Phạm Thu Hằng", "--until", "1990"], "nothing is known of"),
            (["common", "Vũ Quang Minh", "Claudia Sheinbaum"], "have nothing in common"),
            (["rank", "--since", "2090", "--relations", "meeting"], "nobody is related"),
        ])
    func noAnswer(question: [String], sentence: String) async {
        for format in ["text", "json", "svg"] {
            let run = await ask(question + ["--format", format])
            #expect(run.exitCode == 1, "\(question)")
            #expect(run.output.isEmpty)
            #expect(run.trouble.contains(sentence), "\(run.trouble)")
        }
    }

    @Test(
        "wrong usage gives exit code 64",
        arguments: [
            ["connect", "A"], ["neighbors", "A", "--hops", "0"], ["rank", "--by", "luck"],
            ["meetings", "--between", "A"], ["path", "A", "B", "--pairs", "x"], ["common", "A"],
            ["rank", "--count", "0"], ["path", "A", "B", "--max-hops", "-1"],
        ])
    func usage(arguments: [String]) async {
        #expect(await banggiao(arguments).exitCode == 64)
    }
}
