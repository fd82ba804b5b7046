import BangGiaoKnowledge
import BangGiaoModel
import Foundation
import GRDB
import TestSupport
import Testing

@testable import BangGiaoStore

/// Stores of earlier versions open, and hold what they held.
@Suite
struct MigrationTests {
    /// Writes a store as version 1 wrote it.
    private func writeVersion1(_ stories: [Story], to file: URL) throws {
        try DatabaseQueue(path: file.path).write { database in
            try database.execute(
                sql: "PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = 1")
            try database.execute(sql: Schema.v1)
            for story in stories { try Version1(database: database).write(story) }
        }
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func version1IsTakenOver(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let stories = Story.randomCollection(count: 5, using: &generator)
        try withTemporaryFolder { folder in
            let old = folder.appendingPathComponent("1.sqlite")
            try writeVersion1(stories, to: old)
            let before = try Data(contentsOf: old)
            // Whoever only reads changes nothing.
            let read = try KnowledgeStore(test: old, mode: .read)
            #expect(try read.load() == stories.map(\.facts))
            #expect(try Data(contentsOf: old) == before)
            let written = try KnowledgeStore(test: old, mode: .write)
            #expect(try written.load() == stories.map(\.facts))
            #expect(try written.document(stories[2].document.id) == stories[2].document)
            #expect(try written.verify().isEmpty)
            let fresh = try KnowledgeStore(
                test: folder.appendingPathComponent("2.sqlite"), mode: .write)
            try fresh.save(
                stories.map { prepared($0, extractor: "old") })
            for store in [read, written] {
                #expect(try lines(store) == lines(fresh))
            }
        }
    }

    private func lines(_ store: KnowledgeStore) throws -> [String] {
        var lines: [String] = []
        try store.dump { lines.append($0) }
        return lines
    }
}

/// Rows as version 1 had them.
private struct Version1 {
    let database: Database

    func write(_ story: Story) throws {
        let (document, facts) = (story.document, story.facts)
        let id = document.id.rawValue
        try insert(
            "document", id, TextHash(of: document.text).rawValue, "old", document.language,
            document.title, document.published?.description, document.url, document.text)
        for (place, zone) in document.zones.enumerated() {
            try insert(
                "zone", id, place, zone.kind.rawValue, zone.span.lowerBound, zone.span.upperBound,
                zone.story)
        }
        for (place, entity) in facts.entities.enumerated() {
            try insert(
                "entity", id, entity.id.rawValue, place, entity.kind.rawValue, entity.name,
                entity.country?.rawValue, entity.parent?.rawValue)
            for (place, alias) in entity.aliases.enumerated() {
                try insert("alias", id, entity.id.rawValue, place, alias)
            }
            for (place, span) in entity.mentions.enumerated() {
                try insert(
                    "mention", id, entity.id.rawValue, place, span.lowerBound, span.upperBound)
            }
        }
        for (place, position) in facts.positions.enumerated() {
            try insert(
                "position", id, place, position.person.rawValue, position.title,
                position.of.rawValue, position.accreditedTo?.rawValue, position.status?.rawValue)
            try insert(position.evidence, "position", String(place), id)
        }
        for (place, meeting) in facts.meetings.enumerated() {
            try insert(
                "meeting", id, meeting.id, place, meeting.kind.rawValue, meeting.date?.description,
                meeting.place, meeting.status.rawValue, meeting.section.rawValue)
            for (side, members) in meeting.sides.enumerated() {
                for (place, entity) in members.enumerated() {
                    try insert(
                        "participant", id, meeting.id, "side", side, place, entity.rawValue)
                }
            }
            for (place, entity) in meeting.attendees.enumerated() {
                try insert("participant", id, meeting.id, "attendee", 0, place, entity.rawValue)
            }
            try insert(meeting.evidence, "meeting", meeting.id, id)
        }
        for (place, agreement) in facts.agreements.enumerated() {
            try insert(
                "agreement", id, agreement.id, place, agreement.kind.rawValue, agreement.title,
                agreement.date?.description, agreement.status.rawValue, agreement.meeting,
                agreement.section.rawValue)
            for (role, entities) in [
                ("party", agreement.parties), ("signatory", agreement.signatories),
            ] {
                for (place, entity) in entities.enumerated() {
                    try insert("party", id, agreement.id, role, place, entity.rawValue)
                }
            }
            try insert(agreement.evidence, "agreement", agreement.id, id)
        }
    }

    private func insert(
        _ evidence: Evidence, _ kind: String, _ fact: String, _ document: String
    ) throws {
        try insert(
            "evidence", document, kind, fact, evidence.span.lowerBound, evidence.span.upperBound,
            evidence.quotation, evidence.rule, evidence.confidence)
    }

    private func insert(_ table: String, _ values: (any DatabaseValueConvertible)?...) throws {
        let marks = Array(repeating: "?", count: values.count).joined(separator: ", ")
        try database.execute(
            sql: "INSERT INTO \(table) VALUES (\(marks))", arguments: StatementArguments(values))
    }
}
