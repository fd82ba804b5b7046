import BangGiaoModel

extension Story {
    /// Makes up an article from a small stock of names, so that articles share people, bodies and
    /// occasions, and some names are a tone apart, shortened or without a state.
    public static func random(
        _ id: String, using generator: inout some RandomNumberGenerator
    ) -> Story {
        var story = Story(
            id, published: Bool.random(using: &generator) ? "2021-10-22" : nil)
        var entities: [EntityID] = []
        var agencies: [EntityID] = []
        for (name, code) in [("Việt Nam", "VN"), ("Lào", "LA"), ("Nga", "RU")]
        where Bool.random(using: &generator) {
            entities.append(story.country(name, code))
        }
        for _ in 0..<Int.random(in: 0...4, using: &generator) {
            let parent =
                agencies.isEmpty || Bool.random(using: &generator)
                ? nil : agencies.randomElement(using: &generator)
            agencies.append(
                story.agency(
                    agencyNames.randomElement(using: &generator) ?? "",
                    states.randomElement(using: &generator) ?? nil, parent: parent,
                    aliases: Bool.random(using: &generator) ? ["BNG"] : []))
        }
        let persons = (0..<Int.random(in: 0...4, using: &generator)).map { _ in
            story.person(
                personNames.randomElement(using: &generator) ?? "",
                states.randomElement(using: &generator) ?? nil)
        }
        entities += agencies + persons
        guard entities.count > 1 else { return story }
        story.addFacts(entities: entities, persons: persons, using: &generator)
        return story
    }

    /// Makes up some articles with different ids.
    public static func randomCollection(
        count: Int, using generator: inout some RandomNumberGenerator
    ) -> [Story] {
        (0..<count).map { random("bài-\($0)", using: &generator) }
    }

    private mutating func addFacts(
        entities: [EntityID], persons: [EntityID], using generator: inout some RandomNumberGenerator
    ) {
        for person in persons where Bool.random(using: &generator) {
            guard
                let of = entities.filter({ !persons.contains($0) }).randomElement(using: &generator)
            else { continue }
            position(
                person, ["Vụ trưởng", "Đại sứ"].randomElement(using: &generator) ?? "", of: of,
                accreditedTo: Int.random(in: 0..<4, using: &generator) == 0 ? entities[0] : nil,
                status: Int.random(in: 0..<4, using: &generator) == 0 ? .former : nil)
        }
        for _ in 0..<Int.random(in: 0...3, using: &generator) {
            let shuffled = entities.shuffled(using: &generator)
            let sides = Array(shuffled.prefix(3)).map { [$0] }
            meeting(
                sides, kind: [.talks, .workingSession].randomElement(using: &generator) ?? .talks,
                attendees: Array(shuffled.dropFirst(3).prefix(1)),
                date: dates.randomElement(using: &generator) ?? nil,
                status: Meeting.Status.allCases.randomElement(using: &generator) ?? .held,
                section: Section.allCases.randomElement(using: &generator) ?? .body)
        }
        for _ in 0..<Int.random(in: 0...2, using: &generator) {
            agreement(
                Array(entities.shuffled(using: &generator).prefix(2)),
                kind: [.consensus, .mou].randomElement(using: &generator) ?? .mou,
                signatories: Array(persons.prefix(2)),
                title: Bool.random(using: &generator) ? "Bản ghi nhớ" : nil,
                date: dates.randomElement(using: &generator) ?? nil,
                status: Agreement.Status.allCases.randomElement(using: &generator) ?? .agreed,
                meeting: facts.meetings.randomElement(using: &generator)?.id)
        }
    }
}

private let personNames = [
    "Trần Thị Hồng Hạnh", "Trần Thị Hồng Hạnh", "Trần Thị Hồng Hành", "Tran Thi Hong Hanh", "Hạnh",
    "Lý Hòa", "Lý Hoà", "Somchai Vongvichit", "Vongvichit",
]
private let agencyNames = [
    "Bộ Ngoại giao", "BNG", "Vụ Hợp tác quốc tế", "Vụ hợp tác Quốc tế", "Văn phòng",
    "Liên hợp quốc",
]
private let states: [String?] = ["VN", "VN", "LA", nil]
private let dates: [String?] = ["2021-10-21", "2021-10", "2021", "2021-10-20/2021-10-22", nil]
