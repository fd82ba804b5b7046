import BangGiaoModel
import BangGiaoStore
import Foundation
import GRDB
import TestSupport
import Testing

/// What the page on the schema says is so.
@Suite
struct SchemaPageTests {
    private let page: String

    init() throws {
        page = try String(
            contentsOf: Repository.root.appendingPathComponent(
                "Sources/BangGiao/BangGiao.docc/Schema.md"), encoding: .utf8)
    }

    /// Two papers report one meeting, the second by reprinting the first; a third tells of it anew.
    private func withStore<Result>(_ body: (DatabaseQueue) throws -> Result) throws -> Result {
        try withTemporaryFolder { folder in
            let file = folder.appendingPathComponent("kho.sqlite")
            let store = try KnowledgeStore(test: file, mode: .write)
            for id in ["a", "b", "c"] {
                var story = Story(id, published: "2021-10-22")
                // Enough words to tell a reprint from a story of one's own.
                let words = id == "c" ? "Chuyện kể riêng, đoạn" : "Câu chuyện chung, đoạn thứ"
                for number in 0..<30 { _ = story.agency("\(words) \(number)", "VN") }
                let laos = story.country("Lào", "LA")
                let ministry = story.agency("Bộ Y tế", "VN")
                let person = story.person("Phạm Thu Hằng", "VN")
                let guest = story.person("Bounthala Panyavichith", "LA")
                story.position(person, "Vụ trưởng", of: ministry)
                story.meeting([[person], [guest]], date: "2021-10-21")
                story.agreement([ministry, laos], title: "Bản ghi nhớ", date: "2021-10-21")
                try store.save(story.facts, of: story.document)
            }
            return try body(DatabaseQueue(path: file.path))
        }
    }

    @Test
    func everyExampleRunsAndFindsSomething() throws {
        let examples = page.components(separatedBy: "\n```sql\n").dropFirst().map {
            $0.components(separatedBy: "\n```")[0]
        }
        #expect(examples.count > 3)
        try withStore { database in
            for example in examples {
                let rows = try database.read { try Row.fetchAll($0, sql: example) }
                #expect(!rows.isEmpty, "\(example)")
            }
        }
    }

    @Test
    func theViewsHaveTheColumnsOfTheTable() throws {
        let rows = page.split(separator: "\n").filter { $0.hasPrefix("| `") }
        try withStore { database in
            for row in rows {
                let names = row.matches(of: /`(\w+)`/).map { String($0.output.1) }
                let cells = row.split(separator: "|")
                let views = cells[0].matches(of: /`(\w+)`/).map { String($0.output.1) }
                let listed = Set(names.dropFirst(views.count))
                var columns: Set<String> = []
                for view in views {
                    columns.formUnion(
                        try database.read { try $0.columns(in: view).map(\.name) })
                }
                #expect(columns == listed, "\(views)")
            }
            let views = try database.read {
                try String.fetchSet($0, sql: "SELECT name FROM sqlite_schema WHERE type = 'view'")
            }
            for view in views { #expect(page.contains("`\(view)`"), "\(view)") }
        }
    }

    @Test
    func reprintsAreOneIndependentSource() throws {
        try withStore { database in
            let row = try database.read {
                try Row.fetchAll(
                    $0,
                    sql: """
                        SELECT DISTINCT occasion, independentSources,
                            (SELECT count(*) FROM meeting AS m WHERE m.occasion = meeting.occasion)
                        FROM meeting
                        """)
            }
            #expect(row.count == 1)
            #expect(row[0][0] == "a#m1")
            #expect(row[0][1] == 2)
            #expect(row[0][2] == 3)
            let edge = try database.read {
                try Row.fetchOne($0, sql: "SELECT * FROM edge WHERE kind = 'met'")
            }
            #expect(edge?["documents"] == 3)
            #expect(edge?["independentSources"] == 2)
        }
    }
}
