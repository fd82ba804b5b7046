import BangGiaoKnowledge
import BangGiaoModel

/// Plans who met whom along an axis of time: each event is a small diagram of its own, with its own
/// cards, and all stand one below the other.
///
/// An actor stands beside each event that it took part in, with the offices that the event's own
/// documents name: who was minister then is minister there.
struct TimelinePlanner {
    let scope: DiagramScope

    /// More rows than a reader follows.
    static let maximumEvents = 60

    /// Returns the plan, with a mark where a year begins.
    ///
    /// - Throws: ``DiagramError`` where there are more than 60 events.
    func plan() throws(DiagramError) -> DiagramPlan {
        let drafts = EventDrafter(scope: scope).drafts()
        guard drafts.count <= Self.maximumEvents else {
            throw SizeAdvice(scope: scope).error(
                drafts.count, "meetings and agreements", limit: Self.maximumEvents,
                aim: Self.maximumEvents)
        }
        let home = home
        var plan = DiagramPlan(
            title: "", sources: "", left: [], events: [], right: [], edges: [], notes: [:],
            summary: "")
        let ordered = ordered(drafts)
        for (index, draft) in ordered.enumerated() {
            let part = DiagramPlanner(
                scope: scope.telling(of: draft, home: home), drawsPostings: false
            ).plan()
                .renamed(by: "t\(index + 1)", number: index + 1)
            plan.left += part.left
            plan.events += part.events
            plan.right += part.right
            plan.edges += part.edges
            plan.notes.merge(part.notes) { first, _ in first }
        }
        plan.marks = marks(before: plan.events, dates: ordered.map(\.date))
        NoteWriter(scope: scope, events: drafts).writeHeadlines(into: &plan)
        return plan
    }

    /// By first day, what has no date at the end; else as the scope has them.
    private func ordered(_ drafts: [DraftEvent]) -> [DraftEvent] {
        drafts.enumerated().sorted { one, other in
            let days = [one, other].map { $0.element.date?.firstDay ?? .max }
            return days[0] == days[1] ? one.offset < other.offset : days[0] < days[1]
        }.map(\.element)
    }

    /// One country stands on the left in every row.
    private var home: CountryCode? {
        var counts: [CountryCode: Int] = [:]
        let sides = scope.meetings.flatMap(\.sides) + scope.agreements.map(\.parties)
        for country in sides.flatMap({ Set($0.compactMap { scope.country(of: $0) }) }) {
            counts[country, default: 0] += 1
        }
        let wishes = [scope.options.home, CountryCode("VN")].compactMap(\.self)
        return wishes.first { counts[$0] != nil }
            ?? counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.first?.key
    }

    /// A mark where a year begins; where all is of one year, where a month does.
    private func marks(
        before events: [DiagramPlan.Event], dates: [PartialDate?]
    ) -> [DiagramPlan.Mark] {
        let years = Set(dates.compactMap { $0?.start.year })
        func heading(of date: PartialDate?) -> String {
            guard let start = date?.start else { return scope.options.labels.word(.undated) }
            if years.count == 1, let month = start.month,
                let date = PartialDate(year: start.year, month: month)
            {
                return scope.options.labels.date(date)
            }
            return "\(start.year)"
        }
        var marks: [DiagramPlan.Mark] = []
        for (event, date) in zip(events, dates) {
            let heading = heading(of: date)
            if marks.last?.heading != heading {
                marks.append(
                    .init(token: "y\(marks.count + 1)", heading: heading, event: event.token))
            }
        }
        return marks
    }
}

extension DiagramScope {
    /// The scope of one event: offices as its own documents name them, where they name any.
    fileprivate func telling(of draft: DraftEvent, home: CountryCode?) -> DiagramScope {
        var options = options
        options.home = home
        options.shown = []
        let documents = Set(draft.sources.map(\.document))
        let told = positions.filter { position in
            position.sources.contains { documents.contains($0.document) }
        }
        let persons = Set(told.map(\.person))
        return DiagramScope(
            documents: self.documents, meetings: meetings.filter { $0.id == draft.id },
            agreements: agreements.filter { $0.id == draft.id },
            positions: told + positions.filter { !persons.contains($0.person) },
            entities: entities, options: options)
    }
}

extension DiagramPlan {
    /// The plan with a name before each token, so that it can stand beside others.
    fileprivate func renamed(by prefix: String, number: Int) -> DiagramPlan {
        var plan = self
        func rename(_ groups: inout [Group]) {
            for group in groups.indices {
                groups[group].token = prefix + groups[group].token
                for actor in groups[group].actors.indices {
                    groups[group].actors[actor].token =
                        prefix + groups[group].actors[actor].token
                    for person in groups[group].actors[actor].persons.indices {
                        groups[group].actors[actor].persons[person].token =
                            prefix + groups[group].actors[actor].persons[person].token
                    }
                }
            }
        }
        rename(&plan.left)
        rename(&plan.right)
        for event in plan.events.indices {
            plan.events[event].token = prefix + plan.events[event].token
            plan.events[event].number = number
        }
        for edge in plan.edges.indices {
            plan.edges[edge].token = prefix + plan.edges[edge].token
            plan.edges[edge].actor = prefix + plan.edges[edge].actor
            plan.edges[edge].row = plan.edges[edge].row.map { prefix + $0 }
            plan.edges[edge].event = prefix + plan.edges[edge].event
        }
        plan.notes = [:]
        for (token, note) in notes {
            var note = note
            note.ends = note.ends.map { prefix + $0 }
            if note.number != nil { note.number = number }
            plan.notes[prefix + token] = note
        }
        return plan
    }
}
