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
                ["path", "Vũ Quang Minh", "Campuchia", "--avoid", "Vũ Quang Minh"],
                "can't avoid its own end"
            ),
            (
                [
                    "path", "Vũ Quang Minh", "Campuchia", "--via", "Phạm Thu Hằng", "--avoid",
                    "Phạm Thu Hằng",
                ], "no path can do both"
            ),
            (["connect", "Bùi Thanh Sơn", "Claudia Sheinbaum"], "aren't all connected"),
            (["neighbors", "Vũ Quang Minh", "--relations", "agreement"], "related to nobody"),
            (["meetings", "--with", "Campuchia", "--since", "2030"], "there is no meeting"),
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
        "wrong usage gives exit code 64, and a sentence behind error:",
        arguments: [
            (["connect", "A"], "two names or more"),
            (["neighbors", "A", "--hops", "0"], "--hops"), (["rank", "--by", "luck"], "choose of"),
            (["meetings", "--between", "A"], "two names"),
            (["path", "A", "B", "--pairs", "x"], "no names"), (["common", "A"], "second"),
            (["rank", "--count", "0"], "--count"), (["path", "A", "B", "--max-hops", "-1"], "n>"),
            (
                ["path", "A", "B", "--since", "2022", "--until", "2021"],
                "--since 2022 begins after --until 2021"
            ),
            (["path", "A", "B", "--since", "2021-02-30"], "no such date"),
            (["path", "A", "B", "--at", "hôm qua"], "no such date"),
            (["path", "A", "B", "--at", "2020", "--since", "2021"], "begins after --at"),
            (["path", "A", "B", "--relations", "love"], "choose of meeting"),
            (["path", "A", "B", "--through", "dog"], "choose of person"),
            (["path", "A", "B", "--count", "2", "--all"], "contradict each other"),
            (["path", "A", "B", "--minimum-confidence", "2"], "a number from 0 to 1"),
            (["draw", "--since", "2022-13"], "no such date"),
            (["draw", "--since", "2025", "--until", "2020"], "begins after --until"),
            (["meetings", "--type", "feast"], "choose of talks"),
            (["agreements", "--type", "feast"], "choose of mou"),
            (["meetings", "--with", "A", "--between", "B", "C"], "give one of them"),
            (["rank", "--exact"], "leave --exact out"),
        ])
    func usage(arguments: [String], sentence: String) async {
        let run = await banggiao(arguments)
        #expect(run.exitCode == 64, "\(run.trouble)")
        #expect(run.output.isEmpty)
        #expect(run.trouble.hasPrefix("error: "), "\(run.trouble)")
        #expect(run.trouble.contains(sentence), "\(run.trouble)")
    }

    @Test(
        "a time of --as-of is a day or a moment of one",
        arguments: [
            "2021-13", "2026-11-26T99:99", "2026-11-26T09:60", "2026-11-26T٠٩:٣٠", "2026-11-26T",
            "2026-11-26T9:30", "2026-11T09:30", "2026-11-26Z", "2026-01-01/2026-02-01", "",
            "2026-11-26T09:30:00.", "2026-11-26 09:30",
        ])
    func badMoments(moment: String) async {
        let run = await banggiao(["documents", "--as-of", moment])
        #expect(run.exitCode == 64)
        #expect(run.trouble.contains("no such date"), "\(run.trouble)")
    }

    @Test(
        arguments: [
            "9026", "9026-11", "9026-11-26", "9026-11-26T09:30", "9026-11-26T23:59:59",
            "9026-11-26T09:30:00.123Z", "9026-11-26T09:30Z",
        ])
    func goodMoments(moment: String) async {
        let run = await ask(["documents", "--as-of", moment])
        #expect(run.exitCode == 0, "\(run.trouble)")
    }

    @Test("blanks behind the commas of a list are passed over")
    func blanksInLists() async {
        let plain = await ask(["meetings", "--with", "Lào", "--type", "talks,working_session"])
        let spaced = await ask(["meetings", "--with", "Lào", "--type", "talks , working_session"])
        #expect(plain.exitCode == 0 && plain.output == spaced.output)
        let ends = ["path", "Phạm Thu Hằng", "Bounthala Panyavichith", "--relations"]
        #expect(await ask(ends + ["meeting, position"]).exitCode == 0)
    }
}
