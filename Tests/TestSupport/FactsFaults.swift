public import BangGiaoModel

/// Returns what facts say that their document doesn't bear out, one sentence each; none where all is
/// well.
public func faults(of facts: DocumentFacts, in document: Document) -> [String] {
    var faults: [String] = []
    let bytes = Array(document.text.utf8)
    func check(_ condition: Bool, _ fault: @autoclosure () -> String) {
        if !condition { faults.append(fault()) }
    }
    func isWithin(_ span: TextSpan) -> Bool { span.upperBound <= bytes.count && !span.isEmpty }
    func check(_ evidence: Evidence) {
        check(
            isWithin(evidence.span)
                && bytes[evidence.span.lowerBound..<evidence.span.upperBound]
                    .elementsEqual(evidence.quotation.utf8),
            "\"\(evidence.quotation)\" is not what stands at \(evidence.span)")
        check((0...1).contains(evidence.confidence), "confidence \(evidence.confidence)")
    }
    let ids = Set(facts.entities.map(\.id))
    check(ids.count == facts.entities.count, "an id stands for two entities")
    func check(_ id: EntityID) { check(ids.contains(id), "\(id.rawValue) is no entity") }
    for entity in facts.entities {
        check(!entity.name.isEmpty, "\(entity.id.rawValue) has no name")
        check(entity.parent != entity.id, "\(entity.id.rawValue) is its own parent")
        if let parent = entity.parent { check(parent) }
        for span in entity.mentions { check(isWithin(span), "a mention at \(span)") }
    }
    for position in facts.positions {
        check(position.person)
        check(position.of)
        if let place = position.accreditedTo { check(place) }
        check(position.evidence)
    }
    for meeting in facts.meetings {
        check(meeting.sides.count >= 2, "\(meeting.id) has one side")
        for member in meeting.sides.joined() + meeting.attendees { check(member) }
        check(meeting.evidence)
    }
    for agreement in facts.agreements {
        check(agreement.parties.count >= 2, "\(agreement.id) has one party")
        for member in agreement.parties + agreement.signatories { check(member) }
        if let meeting = agreement.meeting {
            check(facts.meetings.contains { $0.id == meeting }, "\(meeting) is no meeting")
        }
        check(agreement.evidence)
    }
    var end = 0
    for zone in document.zones {
        check(
            zone.span.lowerBound >= end && isWithin(zone.span), "a zone at \(zone.span) overlaps")
        end = zone.span.upperBound
    }
    return faults
}
