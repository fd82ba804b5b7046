import Testing

@testable import BangGiaoCommand

@Suite("banggiao compare")
struct CompareCommandTests {
    @Test("two names give a verdict and what speaks for and against")
    func names() async {
        let run = await banggiao([
            "compare", "Xéc-gây Đa-vư-đốp", "Sergey Davydov", "--country-a", "Nga",
            "--country-b", "RU",
        ])
        #expect(run.exitCode == 0)
        #expect(run.output.hasPrefix("same "))
        #expect(run.output.contains("name written by ear: Xéc-gây Đa-vư-đốp | Sergey Davydov"))
    }

    @Test("a file of pairs comes back with verdict and weight")
    func pairs() async throws {
        try await withFolder { folder in
            let lines = [
                "a\ta_country\ta_role\tb\tb_country\tb_role",
                "BNG\tVN\tagency\tBộ Ngoại giao\tViệt Nam\tagency",
                "Trần Minh Hằng\tVN\t\tTrần Minh Hạng\tVN\t",
            ]
            let file = try folder.write((lines.joined(separator: "\r\n") + "\n").utf8, to: "p.tsv")
            let run = await banggiao(["compare", "--pairs", file])
            #expect(run.exitCode == 0)
            let output = run.output.split(separator: "\n").map(String.init)
            #expect(output.count == 3)
            #expect(output[0] == lines[0] + "\tverdict\tweight")
            #expect(output[1].hasPrefix(lines[1] + "\tsame\t"))
            #expect(output[2] == lines[2] + "\tdifferent\t-100.0")
        }
    }

    @Test(
        "a bad line is told with its place, and nothing is judged",
        arguments: [
            ("An\tVN\t\tBình\tVN", "6"), ("\tVN\t\tBình\tVN\t", "empty"),
            ("An\tXX\t\tBình\tVN\t", "\"XX\""),
        ])
    func badLine(line: String, word: String) async throws {
        try await withFolder { folder in
            let file = try folder.write("An\tVN\t\tAn\tVN\t\n\(line)\n".utf8, to: "p.tsv")
            let run = await banggiao(["compare", "--pairs", file])
            #expect(run.exitCode == 1)
            #expect(run.output.isEmpty)
            #expect(run.complaints.count == 1)
            #expect(run.trouble.hasPrefix("error: \(file):2: "))
            #expect(run.trouble.contains(word))
        }
    }

    @Test("a file that is empty holds no pair; one that can't be read is told why")
    func files() async throws {
        try await withFolder { folder in
            let empty = try folder.write([], to: "p.tsv")
            let nothing = await banggiao(["compare", "--pairs", empty])
            #expect(nothing.exitCode == 0 && nothing.output.isEmpty && nothing.trouble.isEmpty)
            for (path, reason) in [
                (folder.path, "is a folder"), (folder("no.tsv"), "there is no such file"),
            ] {
                let run = await banggiao(["compare", "--pairs", path])
                #expect(run.exitCode == 1)
                #expect(run.trouble.hasPrefix("error: \(path): \(reason)"))
            }
        }
    }

    @Test("names that a store knows bring what it knows")
    func store() async {
        let store = await SeedBuild.made().folder("banggiao.sqlite")
        let one = await banggiao(["compare", "Phạm Thu Hằng", "pham thu hang", "--store", store])
        #expect(one.output.hasPrefix("same: both are "))
        let two = await banggiao(["compare", "Phạm Thu Hằng", "Vũ Quang Minh", "--store", store])
        #expect(two.output.hasPrefix("different "))
    }

    @Test("wrong usage gives exit code 64", arguments: [["compare"], ["compare", "An"]])
    func usage(arguments: [String]) async {
        #expect(await banggiao(arguments).exitCode == 64)
    }
}
