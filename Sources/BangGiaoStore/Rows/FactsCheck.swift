import BangGiaoModel

/// Sees whether facts fit their document, so that what is saved can be given back exactly.
struct FactsCheck {
    let facts: DocumentFacts
    let document: Document

    /// Returns what is wrong, the first thing found; nil where the facts fit.
    func problem() -> String? {
        let header = DocumentFacts.Header(document)
        if facts.document != header {
            return "the facts of \(facts.document.id.rawValue) aren't those of the document "
                + header.id.rawValue
        }
        return textProblem() ?? entityProblem() ?? factProblem()
    }

    private func textProblem() -> String? {
        let id = document.id.rawValue
        if id.isEmpty { return "a document needs an id" }
        if document.id.rawValue.contains(FactsLoader.versionMark) {
            return "the id of \(id) holds the character U+001F"
        }
        if document.text.utf8.contains(0) { return "the text of \(id) holds a null byte" }
        let length = document.text.utf8.count
        if document.zones.contains(where: { $0.span.upperBound > length }) {
            return "a zone of \(id) ends after its text"
        }
        return nil
    }

    private func entityProblem() -> String? {
        let length = document.text.utf8.count
        let ids = Set(facts.entities.map(\.id))
        if ids.count < facts.entities.count { return inDocument("two entities have one id") }
        for entity in facts.entities {
            if let parent = entity.parent, !ids.contains(parent) {
                return inDocument("\(entity.id.rawValue) has an unknown parent")
            }
            if entity.mentions.contains(where: { $0.upperBound > length }) {
                return inDocument("a mention of \(entity.id.rawValue) ends after the text")
            }
        }
        return nil
    }

    private func factProblem() -> String? {
        let meetings = Set(facts.meetings.map(\.id))
        if meetings.count < facts.meetings.count { return inDocument("two meetings have one id") }
        if Set(facts.agreements.map(\.id)).count < facts.agreements.count {
            return inDocument("two agreements have one id")
        }
        if facts.meetings.contains(where: { $0.sides.contains(where: \.isEmpty) }) {
            return inDocument("a side of a meeting is empty")
        }
        if facts.agreements.contains(where: { $0.meeting.map { !meetings.contains($0) } ?? false })
        {
            return inDocument("an agreement refers to an unknown meeting")
        }
        let ids = Set(facts.entities.map(\.id))
        if !ids.isSuperset(of: referredEntities) {
            return inDocument("a fact refers to an unknown entity")
        }
        return evidenceProblem()
    }

    private var referredEntities: Set<EntityID> {
        var ids: Set<EntityID> = []
        for position in facts.positions {
            ids.formUnion([position.person, position.of])
            if let place = position.accreditedTo { ids.insert(place) }
        }
        for meeting in facts.meetings { ids.formUnion(meeting.sides.joined() + meeting.attendees) }
        for agreement in facts.agreements {
            ids.formUnion(agreement.parties + agreement.signatories)
        }
        return ids
    }

    private func evidenceProblem() -> String? {
        let evidence =
            facts.positions.map(\.evidence) + facts.meetings.map(\.evidence)
            + facts.agreements.map(\.evidence)
        let bytes = Array(document.text.utf8)
        for passage in evidence {
            let span = passage.span
            if span.upperBound > bytes.count
                || !passage.quotation.utf8.elementsEqual(bytes[span.lowerBound..<span.upperBound])
            {
                return inDocument("a quotation is not the text at its offsets")
            }
            if !(0...1).contains(passage.confidence) {
                return inDocument("a confidence isn't between 0 and 1")
            }
        }
        return nil
    }

    private func inDocument(_ problem: String) -> String {
        "in \(document.id.rawValue), \(problem)"
    }
}
