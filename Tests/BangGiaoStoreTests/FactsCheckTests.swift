import BangGiaoModel
import BangGiaoStore
import Foundation
import GRDB
import TestSupport
import Testing

/// What a store refuses, with the store as it was before.
@Suite
struct FactsCheckTests {
    private func story() -> Story {
        var story = Story("a")
        let person = story.person("Lý An", "VN")
        let ministry = story.agency("Bộ Y tế", "VN")
        story.position(person, "Thứ trưởng", of: ministry)
        story.meeting([[person], [ministry]])
        story.agreement([person, ministry])
        return story
    }

    @Test(arguments: [
        "quotation", "offsets", "unknown entity", "unknown parent", "unknown meeting",
        "entity twice", "meeting twice", "empty side", "confidence", "zone", "header",
    ])
    func factsThatDoNotFitAreRefused(what: String) throws {
        let story = story()
        var facts = story.facts
        var document = story.document
        switch what {
        case "quotation": facts.positions[0].evidence.quotation += "."
        case "offsets": facts.meetings[0].evidence.span = TextSpan(0, 1)
        case "unknown entity": facts.agreements[0].parties.append(EntityID("p9"))
        case "unknown parent": facts.entities[1].parent = EntityID("a9")
        case "unknown meeting": facts.agreements[0].meeting = "m9"
        case "entity twice": facts.entities.append(facts.entities[0])
        case "meeting twice": facts.meetings.append(facts.meetings[0])
        case "empty side": facts.meetings[0].sides.append([])
        case "confidence": facts.positions[0].evidence.confidence = .nan
        case "zone": document.zones[0].span = TextSpan(0, document.text.utf8.count + 1)
        default: document.title = "Khác"
        }
        try withTemporaryFolder { folder in
            let store = try KnowledgeStore(
                test: folder.appendingPathComponent("kho.sqlite"), mode: .write)
            try store.save(story.facts, of: story.document)
            let error = #expect(throws: StoreError.self) {
                try store.save(facts, of: document)
            }
            #expect(error?.code == .invalidFacts)
            #expect(error?.description.contains("a") == true)
            #expect(try store.load() == [story.facts])
        }
    }

    @Test(arguments: [
        "INSERT INTO toldMeeting VALUES ('a', 'm9', 9, 'talks', NULL, NULL, 'held', 'body', 0, 9999, "
            + "'', 1, NULL)",
        "INSERT INTO toldMeeting VALUES ('a', 'm9', 9, 'talks', NULL, NULL, 'held', 'body', 5, 4, "
            + "'', 1, NULL)",
        "UPDATE toldMeeting SET endByte = 2",
        "UPDATE article SET text = 'x'",
        "INSERT INTO toldRole VALUES ('a', 'meeting', 'm1', 'side', 0, 9, 'p9', 0, NULL, NULL)",
        "UPDATE told SET place = 'first'",
    ])
    func tablesThemselvesRefuseWhatDoesNotFit(sql: String) throws {
        let story = story()
        try withTemporaryFolder { folder in
            let file = folder.appendingPathComponent("kho.sqlite")
            try KnowledgeStore(test: file, mode: .write).save(story.facts, of: story.document)
            let database = try DatabaseQueue(path: file.path)
            #expect(throws: DatabaseError.self) {
                try database.write { try $0.execute(sql: sql) }
            }
        }
    }
}
