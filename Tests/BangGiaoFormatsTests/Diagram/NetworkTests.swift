import BangGiaoDrawing
import BangGiaoFormats
import BangGiaoKnowledge
import BangGiaoModel
import TestSupport
import Testing

struct NetworkTests {
    @Test(arguments: 0..<20 as Range<UInt64>)
    func everyRelationIsAnEdgeWithItsLabel(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let story = DiagramStory.random(
            entities: Int(seed % 12) + 2, events: Int(seed % 7), using: &random)
        let text = try Diagram.drawing(of: story.base, style: .plain)
        let lines = text.dot.split(separator: "\n").filter { $0.contains(" -> ") }
        let wanted = GraphProjection().project(story.base).edges.filter {
            $0.kind != .represents && $0.kind != .partOf
        }
        #expect(lines.count { !$0.contains("class=part_of") } == wanted.count)
        #expect(lines.allSatisfy { $0.contains("xlabel=\"") && !$0.contains(" label=") })
        for kind in Set(wanted.map(\.kind)) {
            #expect(
                lines.count { $0.contains("class=\(kind.name),") }
                    == wanted.count { $0.kind == kind })
        }
        // Both ends of every edge are nodes with the entity's key.
        for note in text.notes.values where note.role == .relation {
            let keys = note.ends.compactMap { text.notes[$0]?.attributes["key"] }
            #expect(keys == note.entities.map(\.rawValue))
            #expect(keys.allSatisfy { text.dot.contains("key=\"\($0)\"") })
        }
        #expect(try GraphvizRenderer().render(text.dot, as: .dot).warnings.isEmpty)
    }

    @Test func largeOnesArePlacedBySprings() throws {
        var random = SeededGenerator(seed: 3)
        let small = DiagramStory.random(entities: 20, events: 20, using: &random)
        #expect(try Diagram.drawing(of: small.base, style: .plain).engine == "dot")
        let large = DiagramStory.random(entities: 400, events: 300, using: &random)
        #expect(try Diagram.drawing(of: large.base, style: .plain).engine == "sfdp")
    }
}
