import BangGiaoModel
import TestSupport
import Testing

@testable import BangGiaoReading

@Suite
struct RelationTableReaderTests {
    private let nodes = "id,type,name,country\nn1,person,An,VN\nn2,agency,Bộ Y tế,\n"

    private func read(
        nodes: String? = nil, edges: String
    ) throws(TableError) -> RelationTable {
        try RelationTableReader().read(
            nodes: Array((nodes ?? self.nodes).utf8), nodesFile: "x/n.csv",
            edges: Array(edges.utf8), edgesFile: "x/e.csv")
    }

    @Test
    func readsNodesAndRows() throws {
        let table = try read(
            edges: "source,target,type,date\nn1,n2,position,2021-10\nn2,n1,visit,\n")
        #expect(table.id.rawValue == "e.csv")
        #expect(table.nodesFile == "n.csv")
        #expect(
            table.nodes == [
                .init(id: "n1", kind: .person, name: "An", country: CountryCode("VN"), line: 2),
                .init(id: "n2", kind: .agency, name: "Bộ Y tế", line: 3),
            ])
        #expect(table.rows.sources == [0, 1])
        #expect(table.rows.targets == [1, 0])
        #expect(table.rows.types.map(\.name) == ["position", "visit"])
        #expect((0..<2).map { table.rows.date(of: $0)?.description } == ["2021-10", nil])
        #expect(table.rows.lines == [2, 3])
        #expect(table.rows.row(ofLine: 3) == 1)
        #expect(table.rows.row(ofLine: 4) == nil)
    }

    @Test
    func columnsMayStandInAnyOrderAndLinesEndAnyWay() throws {
        let table = try read(
            nodes:
                "\u{FEFF}name,id,country,type\r\n\"An, \"\"A\"\"\",n1,VN,person\r\n\r\nC,n2,,agency",
            edges: "date,type,target,source\r\n2020,meeting,n1,n2")
        #expect(table.nodes.map(\.name) == ["An, \"A\"", "C"])
        #expect(table.nodes.map(\.line) == [2, 4])
        #expect(table.rows.sources == [1])
        #expect(table.rows.lines == [2])
    }

    @Test(
        "what is wrong is told with file and line",
        arguments: [
            ("source,target,type,date\nn1,n3,meeting,\n", "x/e.csv:2: there is no node \"n3\""),
            ("source,target,type,date\nn1,n2,feast,\n", "x/e.csv:2: there is no type \"feast\""),
            (
                "source,target,type,date\n\nn1,n2,meeting,2021-13\n",
                "x/e.csv:3: \"2021-13\" is no date"
            ),
            ("source,target,type\nn1,n2,meeting\n", "x/e.csv:1: the first line is"),
            ("source,target,type,date\nn1,n2\n", "x/e.csv:2: 2 cells where there must be 4"),
            ("source,target,type,date\nn1,\"n2,meeting,\n", "x/e.csv:2: a quoted cell"),
            ("source,target,type,date\nn1,\"n2\"x,meeting,\n", "x/e.csv:2: text stands between"),
            ("source,target,type,date\nn1,n\"2,meeting,\n", "x/e.csv:2: a quote stands within"),
            ("", "x/e.csv: the file is empty"),
            ("source,target,type,date\nn1,\u{0}n2,meeting,\n", "x/e.csv:2: the target holds a"),
            ("source,target,type,da\u{1B}te\n", "x/e.csv:1: the first line holds a control"),
        ])
    func edgeFaults(edges: String, message: String) {
        let error = #expect(throws: TableError.self) { try read(edges: edges) }
        #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
    }

    @Test(
        arguments: [
            ("n1,person,An,VN\nn1,person,An,VN", "x/n.csv:3: the id \"n1\""),
            ("n1,human,An,VN", "x/n.csv:2: there is no type \"human\""),
            ("n1,person,,VN", "x/n.csv:2: the name is empty"),
            (",person,An,VN", "x/n.csv:2: the id is empty"),
            ("n1,person,An,Vietnam", "x/n.csv:2: \"Vietnam\" is no code"),
            ("n1,person, \u{A0} ,VN", "x/n.csv:2: the name is empty"),
            (" ,person,An,VN", "x/n.csv:2: the id is empty"),
            ("n1,person,A\u{0}n,VN", "x/n.csv:2: the name holds a control character (U+0000)"),
            ("n1,person,\u{1B}[31mAn,VN", "x/n.csv:2: the name holds a control"),
            ("n1,person,A\u{85}n,VN", "x/n.csv:2: the name holds a control"),
            ("n1,person,\"A\nn\",VN", "x/n.csv:2: the name holds a control character (U+000A)"),
            ("n1,person,A\u{2028}n,VN", "x/n.csv:2: the name holds a control"),
            ("n\t1,person,An,VN", "x/n.csv:2: the id holds a control"),
            ("n1,per\u{7}son,An,VN", "x/n.csv:2: the type holds a control"),
        ])
    func nodeFaults(rows: String, message: String) {
        let error = #expect(throws: TableError.self) {
            try read(nodes: "id,type,name,country\n\(rows)\n", edges: "source,target,type,date\n")
        }
        #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
    }

    @Test(arguments: ["", " ", "a#b", "a\tb", "a\u{0}"])
    func anIDOfATableThatCouldNotBeToldApartIsAFault(id: String) {
        let error = #expect(throws: TableError.self) {
            try RelationTableReader().read(
                nodes: Array(nodes.utf8), nodesFile: "n.csv",
                edges: Array("source,target,type,date\n".utf8), edgesFile: "x/e.csv", id: id)
        }
        #expect(error?.description.hasPrefix("x/e.csv: ") == true)
        #expect(error?.description.contains("--id") == true)
    }

    @Test
    func bytesThatAreNoTextAreAFault() {
        let header = Array("source,target,type,date\n".utf8)
        let error = #expect(throws: TableError.self) {
            try RelationTableReader().read(
                nodes: Array(nodes.utf8), nodesFile: "n.csv", edges: header + [0xFF, 0x0A],
                edgesFile: "e.csv")
        }
        #expect(error?.description.contains("isn't UTF-8") == true)
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func whatIsWrittenByRFC4180IsReadBack(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let letters = ["a", "ễ", ",", "\"", "\n", "\r\n", " ", ";", "\t"]
        let records = (0..<5).map { _ in
            (0..<3).map { _ in
                (0..<Int.random(in: 0...5, using: &generator)).map { _ in
                    letters.randomElement(using: &generator) ?? ""
                }.joined()
            }
        }
        let end = Bool.random(using: &generator) ? "\r\n" : "\n"
        let text = records.map { record in
            record.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",")
        }.joined(separator: end)
        var scanner = CSVScanner(Array(text.utf8))
        var fields: [String] = []
        var found: [[String]] = []
        while try scanner.next(&fields) { found.append(fields) }
        // Bytes, as two characters may be one: CR LF.
        #expect(
            found.map { $0.map { Array($0.utf8) } } == records.map { $0.map { Array($0.utf8) } })
    }
}
