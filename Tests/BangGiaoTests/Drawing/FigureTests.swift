import BangGiao
import Foundation
import TestSupport
import Testing

struct FigureTests {
    private static func base(_ seed: UInt64) throws -> KnowledgeBase {
        var random = SeededGenerator(seed: seed)
        let stories = Story.randomCollection(count: 5, using: &random)
        return try resolver.get().merge(stories.map(\.facts))
    }

    private static let resolver = Result { try IdentityResolver.bundled() }

    /// Two years, three countries.
    private var known: KnowledgeBase {
        func key(_ id: String) -> EntityKey { EntityKey(rawValue: id) }
        func source(_ number: Int) -> Source {
            Source(
                document: DocumentID("d\(number)"),
                evidence: Evidence(
                    span: TextSpan(number, number + 9), quotation: "câu \(number)"))
        }
        func meeting(_ number: Int, _ ends: [String], _ date: String?) -> KnownMeeting {
            KnownMeeting(
                id: "m\(number)", kind: .talks, sides: ends.map { [key($0)] },
                date: date.flatMap { PartialDate($0) }, sources: [source(number)])
        }
        return KnowledgeBase(
            documents: (1...4).map {
                .init(
                    id: DocumentID("d\($0)"), title: "Bài \($0)",
                    published: PartialDate("2024-05-0\($0)"), url: "https://a.example/\($0)")
            },
            entities: [
                KnownEntity(
                    key: key("la"), kind: .country, name: "Lào", country: CountryCode("LA")),
                KnownEntity(
                    key: key("p1"), kind: .person, name: "Trần Văn Sông",
                    country: CountryCode("VN")),
                KnownEntity(
                    key: key("ru"), kind: .country, name: "Nga", country: CountryCode("RU")),
                KnownEntity(
                    key: key("vn"), kind: .country, name: "Việt Nam", country: CountryCode("VN")),
            ],
            meetings: [
                meeting(1, ["vn", "la"], "2021-10-01"), meeting(2, ["p1", "la"], nil),
                meeting(3, ["vn", "ru"], "2021"), meeting(4, ["la", "ru"], "2023"),
            ])
    }

    private func facts(_ figure: Figure) -> Set<String> {
        Set(figure.diagram.notes.values.flatMap(\.facts))
    }

    private func figure(_ request: DrawingRequest) throws -> Figure {
        try #require(FigureMaker(known).figures(for: request).first)
    }

    private func key(_ id: String) -> EntityKey { EntityKey(rawValue: id) }

    // MARK: - Which part

    @Test func eachSelectionDrawsItsFacts() throws {
        #expect(facts(try figure(.init())) == ["m1", "m2", "m3", "m4"])
        #expect(facts(try figure(.init(.between(key("vn"), key("la"))))) == ["m1", "m2"])
        #expect(facts(try figure(.init(.around(key("ru"), hops: 1)))) == ["m3", "m4"])
        #expect(facts(try figure(.init(.document(DocumentID("d3"))))) == ["m3"])
        #expect(facts(try figure(.init(.path(from: key("p1"), to: key("la"))))) == ["m2"])
        #expect(
            facts(try figure(.init(.connection([key("p1"), key("la")])))).isSuperset(of: ["m2"]))
    }

    @Test func filtersLeaveOutFacts() throws {
        let since = FactFilter(since: PartialDate("2022"))
        #expect(facts(try figure(.init(facts: since))) == ["m4"])
        let countries: Set = [CountryCode("LA"), CountryCode("RU")]
        #expect(facts(try figure(.init(countries: countries))) == ["m4"])
        #expect(facts(try figure(.init(countries: [CountryCode("RU")]))) == ["m3", "m4"])
        let none = FactFilter(relations: [.agreement])
        let empty = #expect(throws: DiagramError.self) { try figure(.init(facts: none)) }
        #expect(empty?.code == .nothing)
    }

    @Test(arguments: DrawingRequest.Split.allCases)
    func figuresOfNothingAreAnError(split: DrawingRequest.Split) {
        let request = DrawingRequest(facts: FactFilter(since: PartialDate("2030")), split: split)
        let error = #expect(throws: DiagramError.self) {
            try FigureMaker(known).figures(for: request)
        }
        #expect(error?.code == .nothing)
    }

    @Test func onlyMeetingsAndAgreementsAreCountedAsSuch() throws {
        var base = known
        base.meetings = []
        base.positions = (1...20).map { number in
            KnownPosition(
                id: "o\(number)", person: key("p1"), title: "Chức \(number)", of: key("la"),
                sources: [
                    Source(
                        document: DocumentID("d1"),
                        evidence: Evidence(
                            span: TextSpan(0, 9), quotation: "câu \(number)"))
                ])
        }
        let figure = try #require(
            FigureMaker(base).figures(for: .init(.around(key("p1"), hops: 1), style: .diagram))
                .first)
        let countries = DrawingRequest(countries: [CountryCode("RU")], style: .diagram)
        let nothing = #expect(throws: DiagramError.self) {
            try FigureMaker(base).figures(for: countries)
        }
        #expect(nothing?.code == .nothing)
        #expect(figure.eventCount == 0)
        #expect(figure.advice == nil)
        #expect(try self.figure(.init()).eventCount == 4)
    }

    @Test func whatIsNotThereIsAnErrorInOneSentence() {
        let maker = FigureMaker(known)
        #expect(throws: QueryError.self) {
            try maker.figures(for: .init(.around(key("nobody"), hops: 1)))
        }
        #expect(throws: QueryError.self) {
            try maker.figures(for: .init(.between(key("vn"), key("nobody"))))
        }
        let unknown = #expect(throws: DiagramError.self) {
            try maker.figures(for: .init(.document(DocumentID("d9"))))
        }
        #expect(unknown?.code == .unknownDocument)
        let apart = #expect(throws: DiagramError.self) {
            try maker.figures(
                for: .init(
                    .path(from: key("p1"), to: key("ru")),
                    facts: FactFilter(relations: [.agreement])))
        }
        #expect(apart?.code == .nothing)
        #expect(apart?.message.contains("Trần Văn Sông – Nga") == true)
    }

    @Test func titleIsTheOneAskedForOrTheNames() throws {
        #expect(try figure(.init(.around(key("p1"), hops: 1))).diagram.title == "Trần Văn Sông")
        #expect(
            try figure(.init(.between(key("la"), key("vn")))).diagram.title == "Lào – Việt Nam")
        #expect(try figure(.init(title: "Tiêu đề")).diagram.title == "Tiêu đề")
    }

    // MARK: - Several figures

    @Test func splitByYearPutsEachEventInOneFigure() throws {
        let figures = try FigureMaker(known).figures(for: .init(split: .year))
        #expect(figures.map(\.name) == ["2021", "2023", "2024"])
        // What has no date is told in the year of its document.
        #expect(figures.map { facts($0) } == [["m1", "m3"], ["m4"], ["m2"]])
    }

    @Test func splitByCountryDrawsEachPairOfTheHomeCountryAndTheRest() throws {
        let figures = try FigureMaker(known).figures(for: .init(title: "Tin", split: .country))
        #expect(figures.map(\.name) == ["VN-LA", "VN-RU", "others"])
        #expect(figures.map { facts($0) } == [["m1", "m2"], ["m3"], ["m4"]])
        #expect(figures[0].diagram.title == "Tin – Việt Nam – Lào")
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func nothingIsLostBySplitting(seed: UInt64) throws {
        let base = try Self.base(seed)
        let all = Set(base.meetings.map(\.id) + base.agreements.map(\.id))
        guard !all.isEmpty else { return }
        for split in DrawingRequest.Split.allCases {
            let figures = try FigureMaker(base).figures(for: .init(style: .plain, split: split))
            #expect(Set(figures.map(\.name)).count == figures.count)
            let drawn = figures.map { facts($0).intersection(all) }
            let related = Set(
                GraphProjection().project(base).edges.map(\.fact.id)
            ).intersection(all)
            // Teasers are drawn where nothing else is, so a part may show more than the whole.
            #expect(Set(drawn.joined()).isSubset(of: related))
            if split == .year { #expect(drawn.reduce(0) { $0 + $1.count } <= related.count) }
        }
    }

    @Test func largePartsBecomeOverviewsAndSayWhy() throws {
        var base = known
        for number in 10..<80 {
            base.meetings.append(base.meetings[0])
            base.meetings[base.meetings.count - 1].id = "m\(number)"
        }
        let figures = try FigureMaker(base).figures(for: .init(style: .timeline, split: .year))
        #expect(figures[0].diagram.style == .overview)
        #expect(figures[0].advice?.contains("72 meetings and agreements") == true)
        #expect(figures[1].diagram.style == .timeline && figures[1].advice == nil)
        let whole = try FigureMaker(base).figures(for: .init(.document(DocumentID("d1"))))
        #expect(whole[0].diagram.style == .map)
        base.meetings.removeLast(55)
        let page = try FigureMaker(base).figures(for: .init())
        #expect(page[0].advice?.contains("19 meetings and agreements") == true)
    }

    // MARK: - As a file

    @Test(arguments: DrawingStyle.allCases, DrawingTheme.allCases)
    func everyElementIsInTheFile(style: DrawingStyle, theme: DrawingTheme) throws {
        let figures = try DiagramRenderer(prefix: "f3").figures(
            for: .init(style: style, theme: theme, showsNumbers: true), of: known)
        let figure = try #require(figures.first)
        let svg = String(decoding: figure.data, as: UTF8.self)
        let check = try SVGCheck(svg)
        #expect(check.isHarmless)
        #expect(check.ids.count == Set(check.ids).count)
        #expect(!figure.elements.isEmpty)
        for element in figure.elements {
            let found = try #require(check.element(id: element.id), "\(element.id)")
            #expect(element.ends.allSatisfy { check.element(id: $0) != nil })
            if let number = element.note.number {
                #expect(found.attributes["data-number"] == String(number))
            }
        }
        #expect(figure.numbered.map(\.note.number) == Array(1...figure.numbered.count))
        #expect(figure.numbered.allSatisfy { !$0.note.citations.isEmpty })
        let shown = check.texts.joined(separator: " ")
        #expect(figure.numbered.allSatisfy { shown.contains("[\($0.note.number ?? 0)]") })
        // A page in the dark changes only what asks for it.
        #expect(svg.contains("prefers-color-scheme") == (theme == .auto))
        #expect(check.elements[0].attributes["class"] == (theme == .auto ? "auto" : nil))
    }

    @Test func darkRulesKnowEveryColourOfTheLightTheme() throws {
        for style in DrawingStyle.allCases {
            let figures = try DiagramRenderer().figures(
                for: .init(style: style, theme: .auto), of: known)
            let check = try SVGCheck(String(decoding: figures[0].data, as: UTF8.self))
            let rules = check.elements.first { $0.name == "style" }?.text ?? ""
            for element in check.elements {
                let isText = element.name == "text"
                for name in ["fill", "stroke"] {
                    guard let color = element.attributes[name], color != "none" else { continue }
                    let selector =
                        isText
                        ? "text[\(name)=\"\(color)\"]"
                        : name == "fill" ? "[fill=\"\(color)\"]:not(text)" : "[stroke=\"\(color)\"]"
                    #expect(rules.contains(" \(selector){"), "\(style) \(selector)")
                }
            }
        }
    }

    @Test func officeProgramsGetNoTextLength() throws {
        let web = try DiagramRenderer().figures(for: .init(), of: known)[0]
        let office = try DiagramRenderer(fitsText: false).figures(for: .init(), of: known)[0]
        #expect(String(decoding: web.data, as: UTF8.self).contains("textLength"))
        #expect(!String(decoding: office.data, as: UTF8.self).contains("textLength"))
    }
}
