import BangGiaoGraph
import BangGiaoModel

/// Makes a graph of a knowledge base: the one place that decides which facts relate whom.
///
/// A meeting relates everyone on one side with everyone on another, and nobody within a side; those
/// merely present are related with nobody. An agreement relates its parties with each other, and
/// its signatories where they aren't of one country. Documents are no nodes.
public struct GraphProjection: Sendable {
    /// Makes a projection.
    public init() {}

    /// Projects a knowledge base.
    ///
    /// Each edge carries the days on which its fact holds and how sure it is, each node the kind of
    /// its entity, so that a search can ask for them; an office of several terms is an edge each.
    /// - Returns: A view with the entities in the order of their keys; the same for the same base.
    /// - Complexity: O(entities + facts × pairs of their members + sorting).
    public func project(_ base: KnowledgeBase) -> GraphView {
        var drafts: [Draft] = []
        for meeting in base.meetings { drafts += self.drafts(of: meeting) }
        for agreement in base.agreements { drafts += self.drafts(of: agreement, in: base) }
        for position in base.positions { drafts += self.drafts(of: position) }
        drafts += belongings(in: base)
        let entities = base.entities.sorted { $0.key < $1.key }
        let places = Dictionary(
            entities.enumerated().map { ($0.element.key, $0.offset) }, uniquingKeysWith: min)
        drafts = drafts.filter {
            $0.first != $0.second && places[$0.first] != nil && places[$0.second] != nil
        }
        drafts.sort { $0.precedes($1) }
        var facts: [EdgeFact] = []
        var columns = EdgeColumns()
        var (firsts, seconds): ([NodeIndex], [NodeIndex]) = ([], [])
        var factOfEdge: [UInt32] = []
        var last: Draft?
        for draft in drafts {
            if let last, last.kind == draft.kind, last.fact.id == draft.fact.id {
                if last.first == draft.first, last.second == draft.second { continue }
            } else {
                facts.append(draft.fact)
            }
            guard let first = places[draft.first], let second = places[draft.second] else {
                continue
            }
            let spans = draft.fact.spans
            for days in spans.isEmpty ? [0..<0] : spans {
                firsts.append(NodeIndex(first))
                seconds.append(NodeIndex(second))
                columns.tags.append(draft.kind.tag)
                columns.days.append(days)
                columns.confidences.append(draft.fact.percent)
                factOfEdge.append(UInt32(facts.count - 1))
            }
            last = draft
        }
        return GraphView(
            entities: entities,
            graph: graph(entities, firsts: firsts, seconds: seconds, columns: columns),
            facts: facts, factOfEdge: factOfEdge)
    }

    private func graph(
        _ entities: [KnownEntity], firsts: [NodeIndex], seconds: [NodeIndex], columns: EdgeColumns
    ) -> Graph {
        do throws(GraphError) {
            return try Graph(
                nodeCount: entities.count, firsts: firsts, seconds: seconds, columns: columns,
                nodeTags: entities.map(\.kind.tag))
        } catch {
            preconditionFailure("Each column has an element an edge: \(error)")
        }
    }

    /// An edge before it has a number.
    private struct Draft {
        var kind: EdgeKind
        var first: EntityKey
        var second: EntityKey
        var fact: EdgeFact

        func precedes(_ other: Draft) -> Bool {
            if kind != other.kind { return kind < other.kind }
            if fact.id != other.fact.id {
                return BangGiaoKnowledge.precedes(fact.id, other.fact.id)
            }
            return (first, second) < (other.first, other.second)
        }
    }

    private func drafts(of meeting: KnownMeeting) -> [Draft] {
        let fact = EdgeFact(
            id: meeting.id, content: .meeting(meeting), sources: meeting.sources)
        var result: [Draft] = []
        for (place, side) in meeting.sides.enumerated() {
            for other in meeting.sides[(place + 1)...] {
                result += pairs(side, other).map {
                    Draft(kind: .met, first: $0, second: $1, fact: fact)
                }
            }
        }
        return result
    }

    private func drafts(of agreement: KnownAgreement, in base: KnowledgeBase) -> [Draft] {
        let kind: EdgeKind = agreement.status == .signed ? .signed : .agreed
        let fact = EdgeFact(
            id: agreement.id, content: .agreement(agreement), sources: agreement.sources)
        let bound = pairs(agreement.parties, agreement.parties)
        var signing: [(EntityKey, EntityKey)] = []
        if agreement.signatories.count > 1 {
            let countries = agreement.signatories.map { key in
                base.entity(key)?.country
            }
            for (place, first) in agreement.signatories.enumerated() {
                for other in (place + 1)..<agreement.signatories.count
                where countries[place] == nil || countries[place] != countries[other] {
                    signing += pairs([first], [agreement.signatories[other]])
                }
            }
        }
        return bound.map { Draft(kind: kind, first: $0, second: $1, fact: fact) }
            + signing.map { Draft(kind: .signed, first: $0, second: $1, fact: fact) }
    }

    private func drafts(of position: KnownPosition) -> [Draft] {
        let fact = EdgeFact(
            id: position.id, content: .position(position), sources: position.sources)
        var result: [Draft] = []
        // Who is accredited by no known state stands for himself.
        if position.of != position.person {
            result.append(
                Draft(kind: .holds, first: position.person, second: position.of, fact: fact))
        }
        if let place = position.accreditedTo {
            result.append(
                Draft(kind: .accreditedTo, first: position.person, second: place, fact: fact))
        }
        return result
    }

    /// Edges to parents and to countries.
    private func belongings(in base: KnowledgeBase) -> [Draft] {
        let passages = Passages(base)
        var countries: [CountryCode: KnownEntity] = [:]
        for entity in base.entities where entity.kind == .country {
            if let code = entity.country, countries[code] == nil { countries[code] = entity }
        }
        var result: [Draft] = []
        for entity in base.entities where entity.kind != .country {
            if let key = entity.parent, let parent = base.entity(key) {
                let fact = EdgeFact(
                    id: "\(entity.key.rawValue)>\(key.rawValue)",
                    content: .membership(child: entity.key, parent: key),
                    sources: passages.naming(entity, and: parent))
                result.append(Draft(kind: .partOf, first: entity.key, second: key, fact: fact))
            }
            if let code = entity.country, let country = countries[code] {
                let fact = EdgeFact(
                    id: "\(entity.key.rawValue)>\(country.key.rawValue)",
                    content: .nationality(entity: entity.key, country: country.key),
                    sources: passages.naming(entity, and: country))
                result.append(
                    Draft(kind: .represents, first: entity.key, second: country.key, fact: fact))
            }
        }
        return result
    }

    /// All pairs of two lists, each with its smaller key first.
    private func pairs(
        _ one: [EntityKey], _ other: [EntityKey]
    ) -> [(EntityKey, EntityKey)] {
        one.flatMap { first in
            other.filter { $0 != first }.map { (min(first, $0), max(first, $0)) }
        }
    }
}
