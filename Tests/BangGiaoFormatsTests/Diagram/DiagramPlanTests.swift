import BangGiaoFormats
import BangGiaoKnowledge
import BangGiaoModel
import TestSupport
import Testing

struct DiagramPlanTests {
    private func plan(
        _ story: DiagramStory, options: DiagramOptions = DiagramOptions()
    ) throws -> DiagramPlan {
        try Diagram.plan(of: story.document, in: story.base, options: options)
    }

    private func names(_ groups: [DiagramPlan.Group]) -> Set<String> {
        Set(groups.flatMap(\.actors).map(\.name))
    }

    @Test func homeStandsLeftAndTheOthersRight() throws {
        let plan = try plan(.pressDepartments)
        #expect(plan.left.map(\.heading) == ["Việt Nam"])
        #expect(plan.right.map(\.heading) == ["Lào"])
        #expect(names(plan.right) == ["Vụ Báo chí", "Lào"])
    }

    @Test func officeHoldersStandInTheCardOfTheirAgency() throws {
        let plan = try plan(.pressDepartments)
        let card = try #require(plan.actors.first { $0.name == "Vụ Thông tin Báo chí" })
        #expect(card.parents == ["Bộ Ngoại giao"])
        #expect(card.persons.map(\.name) == ["Phạm Thu Hằng"])
        #expect(card.persons.first?.titles == ["Vụ trưởng", "Người phát ngôn"])
    }

    @Test func whoseOfficeHolderTookPartHasNoLineOfItsOwn() throws {
        let plan = try plan(.pressDepartments)
        let meeting = try #require(plan.events.first { $0.heading.hasPrefix("Làm việc") })
        let lines = plan.edges.filter { $0.event == meeting.token }
        #expect(lines.count == 4)
        #expect(lines.filter { $0.role == .tookPart }.allSatisfy { $0.row != nil })
        #expect(lines.filter { $0.role == .present }.count == 2)
    }

    @Test func eventsSayWhatWhenAndWhere() throws {
        let plan = try plan(.pressDepartments)
        let headings = plan.events.map(\.heading)
        #expect(headings.contains("Làm việc · 15/12/2025"))
        #expect(headings.contains("Thăm · 12/2025"))
        #expect(headings.contains("Thỏa thuận · 2004"))
        let session = try self.plan(.session)
        let event = try #require(session.events.first { $0.isPlanned })
        #expect(event.heading == "Phiên họp · 14–17/4/2025")
        #expect(event.details == ["dự kiến", "Luông Phra-băng"])
    }

    @Test func placeOfAVisitIsNotSaidTwice() throws {
        let plan = try plan(.pressDepartments)
        #expect(
            plan.events.filter { $0.heading.hasPrefix("Thăm") }.allSatisfy { $0.details.isEmpty })
    }

    @Test func arrowPointsToTheOneVisited() throws {
        let plan = try plan(.pressDepartments)
        let arrows = plan.edges.filter(\.hasArrow)
        let visited = Set(
            arrows.compactMap { edge in plan.actors.first { $0.token == edge.actor } })
        #expect(Set(visited.map(\.name)) == ["Việt Nam", "Lào"])
        #expect(arrows.count == 3)
    }

    @Test func teasersAreLeftOutUnlessAskedForOrAlone() throws {
        let story = DiagramStory.pressDepartments
        #expect(try !names(plan(story).groups).contains("Mexico"))
        let options = DiagramOptions(includesRelated: true)
        #expect(try names(plan(story, options: options).groups).contains("Mexico"))
        var alone = story
        alone.base.meetings.removeAll { $0.section == .body }
        alone.base.agreements = []
        #expect(try names(plan(alone).groups) == ["Mexico", "Tharman Shanmugaratnam"])
    }

    @Test func whoTakesNoPartIsLeftOut() throws {
        #expect(try !names(plan(.pressDepartments).groups).contains("Đảng Nhân dân Cách mạng Lào"))
    }

    @Test func twoBodiesOfOneStateFaceEachOther() throws {
        let plan = try plan(.domestic)
        #expect(plan.left.map(\.heading) == ["Việt Nam"])
        #expect(plan.right.compactMap(\.heading) == ["Việt Nam"])
        #expect(Set(plan.edges.filter { $0.role == .tookPart }.map(\.band)).count == 2)
    }

    @Test func officeInAnotherCountryIsAnEvent() throws {
        let plan = try plan(.domestic)
        let posting = try #require(plan.events.first { $0.kind == .posting })
        #expect(posting.heading == "Đại sứ")
        #expect(plan.edges.filter { $0.event == posting.token }.map(\.hasArrow).contains(true))
        #expect(plan.actors.contains { $0.name == "Campuchia" })
        let titles = plan.actors.flatMap(\.persons).flatMap(\.titles)
        #expect(!titles.contains { $0.contains("Đại sứ") })
    }

    @Test func signatoryCarriesTheLineOfHisParty() throws {
        let plan = try plan(.session)
        let lines = plan.edges.filter { $0.role == .party || $0.role == .signatory }
        #expect(lines.count == 2)
        #expect(lines.contains { $0.row != nil && $0.role == .party })
    }

    @Test func titleFallsBackToTheCountries() throws {
        #expect(try plan(.session).title == "Việt Nam – Ủy hội sông Mê Công – Campuchia …")
        #expect(try plan(.session, options: .init(title: "Tựa")).title == "Tựa")
        #expect(try plan(.pressDepartments).sources == "Nguồn: example.org, 17/12/2025")
    }

    @Test func documentWithoutEventsShowsItsOfficeHolders() throws {
        var story = DiagramStory.domestic
        story.base.meetings = []
        let plan = try plan(story)
        let shown = Set(plan.actors.flatMap(\.persons).map(\.name))
        #expect(shown.isSuperset(of: ["Vũ Quang Minh"]))
        #expect(plan.events.map(\.kind) == [.posting])
    }

    @Test func unknownDocumentIsAnError() {
        let error = #expect(throws: DiagramError.self) {
            try Diagram.document(DocumentID("nowhere"), in: DiagramStory.domestic.base)
        }
        #expect(error?.code == .unknownDocument)
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func lawsHoldForAnyKnowledge(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let story = DiagramStory.random(
            entities: Int(seed % 12) + 2, events: Int(seed % 9), using: &random)
        let plan = try plan(story)
        // Everyone stands in one place.
        let places =
            plan.actors.filter { $0.kind != .person }.map(\.entity)
            + plan.actors.flatMap(\.persons).map(\.entity)
        #expect(places.count == Set(places).count)
        let tokens =
            plan.actors.map(\.token) + plan.groups.map(\.token) + plan.events.map(\.token)
            + plan.edges.map(\.token) + plan.actors.flatMap(\.persons).map(\.token)
        let persons = plan.actors.filter { $0.kind == .person }.count
        #expect(Set(tokens).count >= tokens.count - persons)
        // Every participant of every event has a line, or an office-holder who has.
        for meeting in story.base.meetings {
            let event = try #require(plan.events.first { $0.id == meeting.id })
            let lines = plan.edges.filter { $0.event == event.token }
            for member in meeting.sides.flatMap({ $0 }) + meeting.attendees {
                let card = plan.actors.first { $0.entity == member }
                #expect(
                    lines.contains { line in
                        line.entity == member || (line.row != nil && line.actor == card?.token)
                    })
            }
        }
        // Everything has something to say; every line ends at things that exist.
        for edge in plan.edges {
            #expect(plan.notes[edge.token]?.title.isEmpty == false)
            #expect(plan.actors.contains { $0.token == edge.actor })
            #expect(plan.events.contains { $0.token == edge.event })
        }
        #expect(plan.events.allSatisfy { plan.notes[$0.token] != nil })
        // The order of the input is nothing.
        let again = try Diagram.plan(of: story.document, in: story.shuffled(using: &random))
        #expect(again == plan)
    }
}
