import BangGiaoKnowledge
import BangGiaoModel

/// An event on its way into a plan, with those who take part.
struct DraftEvent {
    struct Part: Hashable {
        var entity: EntityKey
        var role: DiagramPlan.Role
        /// The number of the side, from 0; those merely present have none.
        var side: Int?
        var hasArrow = false
    }

    var id: String
    var kind: DiagramPlan.EventKind
    var heading: String
    var details: [String]
    var isPlanned = false
    var parts: [Part]
    var sources: [Source]
    var date: PartialDate?
    /// The meeting that an agreement was made at: the two stand near each other.
    var meeting: String?
    var attributes: [String: String] = [:]

    /// The members of each side, in the order of the sides.
    var sides: [[EntityKey]] {
        let count = (parts.compactMap(\.side).max() ?? -1) + 1
        return (0..<count).map { side in parts.filter { $0.side == side }.map(\.entity) }
    }
}

/// Turns the facts of a scope into events with their words.
struct EventDrafter {
    let scope: DiagramScope

    private var labels: DiagramLabels { scope.options.labels }

    /// Returns meetings and agreements, an agreement right after the meeting it was made at.
    func drafts() -> [DraftEvent] {
        var result: [DraftEvent] = []
        let drawn = Set(scope.meetings.map(\.id))
        for meeting in scope.meetings {
            result.append(draft(of: meeting))
            for agreement in scope.agreements where agreement.meeting == meeting.id {
                result.append(draft(of: agreement))
            }
        }
        for agreement in scope.agreements {
            if let meeting = agreement.meeting, drawn.contains(meeting) { continue }
            result.append(draft(of: agreement))
        }
        return result.filter { !$0.parts.isEmpty }
    }

    /// Returns the posting of an envoy.
    func draft(of position: KnownPosition, to country: EntityKey) -> DraftEvent {
        let years = Self.years(position.seen)
        return DraftEvent(
            id: position.id, kind: .posting,
            heading: ([position.title] + (years.map { [$0] } ?? [])).joined(separator: " · "),
            details: [],
            parts: [
                .init(entity: position.person, role: .office, side: 0),
                .init(entity: country, role: .office, side: 1, hasArrow: true),
            ],
            sources: position.sources, attributes: ["type": "posting"])
    }

    /// The years in which something was seen: `2021`, `2017–2025`.
    static func years(_ dates: [PartialDate]) -> String? {
        let years = dates.flatMap { [$0.start.year, $0.end?.year ?? $0.start.year] }
        guard let first = years.min(), let last = years.max() else { return nil }
        return first == last ? "\(first)" : "\(first)–\(last)"
    }

    private func draft(of meeting: KnownMeeting) -> DraftEvent {
        var parts: [DraftEvent.Part] = []
        for (side, members) in meeting.sides.enumerated() {
            for member in members {
                let isVisited = meeting.kind == .visit && side > 0
                parts.append(
                    .init(entity: member, role: .tookPart, side: side, hasArrow: isVisited))
            }
        }
        parts += meeting.attendees.map { .init(entity: $0, role: .present, side: nil) }
        var draft = DraftEvent(
            id: meeting.id, kind: .meeting(meeting.kind),
            heading: heading(labels[meeting.kind], date: meeting.date), details: [],
            isPlanned: meeting.status == .planned, parts: known(parts), sources: meeting.sources)
        draft.date = meeting.date
        if draft.isPlanned { draft.details.append(labels.word(.planned)) }
        let names = draft.parts.compactMap { scope.entities[$0.entity]?.name }
        if let place = meeting.place, !names.contains(place) { draft.details.append(place) }
        draft.details += report(of: draft)
        draft.attributes = [
            "type": meeting.kind.rawValue, "status": meeting.status.rawValue,
            "section": meeting.section.rawValue, "date": meeting.date?.description ?? "",
        ]
        return draft
    }

    private func draft(of agreement: KnownAgreement) -> DraftEvent {
        var parts = agreement.parties.enumerated().map { side, party in
            DraftEvent.Part(entity: party, role: .party, side: side)
        }
        parts += agreement.signatories.map { .init(entity: $0, role: .signatory, side: nil) }
        var draft = DraftEvent(
            id: agreement.id, kind: .agreement(agreement.kind),
            heading: heading(labels[agreement.kind], date: agreement.date), details: [],
            isPlanned: agreement.status == .planned, parts: known(parts),
            sources: agreement.sources)
        draft.meeting = agreement.meeting
        draft.date = agreement.date
        if draft.isPlanned { draft.details.append(labels.word(.planned)) }
        let kind = labels[agreement.kind]
        if let title = agreement.title, TextFolding.key(title) != TextFolding.key(kind) {
            draft.details.append(Self.subject(of: title, without: kind))
        }
        draft.details += report(of: draft)
        draft.attributes = [
            "type": agreement.kind.rawValue, "status": agreement.status.rawValue,
            "section": agreement.section.rawValue, "date": agreement.date?.description ?? "",
        ]
        return draft
    }

    /// When an event without a date was told of; one document has its day in the line of sources.
    private func report(of draft: DraftEvent) -> [String] {
        guard draft.date == nil, scope.documents.count > 1 else { return [] }
        let ids = Set(draft.sources.map(\.document))
        let days = scope.documents.filter { ids.contains($0.id) }.compactMap(\.published)
        return days.min().map { ["\(labels.word(.told)) \(labels.date($0))"] } ?? []
    }

    private func heading(_ kind: String, date: PartialDate?) -> String {
        date.map { "\(kind) · \(labels.date($0))" } ?? kind
    }

    /// What an agreement's title says beyond its kind.
    private static func subject(of title: String, without kind: String) -> String {
        let keys = [TextFolding.key(title), TextFolding.key(kind)]
        guard keys[0].hasPrefix(keys[1] + " ") else { return title }
        let rest = title.split(separator: " ").dropFirst(kind.split(separator: " ").count)
        return rest.joined(separator: " ")
    }

    /// Without those whom the knowledge base doesn't know, each once with its weightiest role.
    private func known(_ parts: [DraftEvent.Part]) -> [DraftEvent.Part] {
        var seen: Set<EntityKey> = []
        return parts.filter { scope.entities[$0.entity] != nil && seen.insert($0.entity).inserted }
    }
}
