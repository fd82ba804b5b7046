import BangGiaoFormats
public import BangGiaoKnowledge
public import BangGiaoModel

/// Plans the figures that a request asks for.
public struct FigureMaker: Sendable {
    private let knowledge: KnowledgeBase

    /// Makes figures of a knowledge base.
    public init(_ knowledge: KnowledgeBase) { self.knowledge = knowledge }

    /// Returns the figures of a request: one, or several where it is split.
    ///
    /// - Throws: ``DiagramError`` where there is nothing to draw or more than a reader could take in,
    ///   and where the document is unknown or the two ends aren't connected; ``QueryError`` for an
    ///   unknown entity.
    public func figures(for request: DrawingRequest) throws -> [Figure] {
        let part = try selected(by: request)
        // What countries took part in are meetings and agreements; offices alone tell of any country.
        if case .all = request.selection, !request.countries.isEmpty,
            part.knowledge.meetings.isEmpty, part.knowledge.agreements.isEmpty
        {
            throw Self.nothing
        }
        guard let split = request.split else {
            let figure = try figure(of: part, for: request)
            if figure.diagram.notes.isEmpty { throw Self.nothing }
            return [figure]
        }
        let parts = FigureSplitter(home: part.options.home).parts(of: part.knowledge, by: split)
        if parts.isEmpty { throw Self.nothing }
        return try parts.map { name, knowledge in
            var one = part
            one.knowledge = knowledge
            if let title = one.options.title { one.options.title = "\(title) – \(name.title)" }
            var figure = try drawable(one, for: request)
            figure.name = name.file
            return figure
        }
    }

    private static let nothing = DiagramError(
        .nothing, "there is nothing to draw of what was asked for; leave some options out.")

    /// A part that is still too large is drawn as an overview, and says so.
    private func drawable(_ part: Part, for request: DrawingRequest) throws -> Figure {
        do {
            return try figure(of: part, for: request)
        } catch let error as DiagramError where error.code == .tooLarge {
            var request = request
            request.style = .overview
            var figure = try figure(of: part, for: request)
            figure.advice = "\(error) It is drawn as an overview."
            return figure
        }
    }

    // MARK: - What

    private struct Part {
        var knowledge: KnowledgeBase
        var document: DocumentID?
        var options: DiagramOptions
    }

    private func selected(by request: DrawingRequest) throws -> Part {
        let all = knowledge.among(request.countries)
        var part = Part(
            knowledge: all.filtered(by: request.facts),
            options: DiagramOptions(
                title: request.title, labels: request.language.labels, theme: request.theme,
                showsNumbers: request.showsNumbers, countryNames: knowledge.countryNames))
        switch request.selection {
        case .all: break
        case .around(let key, let hops):
            try checkIsKnown(key)
            part.knowledge = part.knowledge.surroundings(of: key, hops: hops)
            part.options.includesRelated = true
            part.options.shown = [key]
            part.options.title = request.title ?? names(of: [key])
            if request.style == .overview {
                part.options.home = knowledge.entity(key).flatMap { knowledge.country(of: $0) }
            }
        case .between(let one, let other):
            try checkIsKnown(one)
            try checkIsKnown(other)
            part.knowledge = part.knowledge.shared(by: one, and: other)
            part.options.includesRelated = true
            part.options.title = request.title ?? names(of: [one, other])
        case .path(let from, let to):
            let paths = try PathQuery(from: from, to: to, facts: request.facts)
                .paths(in: GraphProjection().project(all))
            guard !paths.isEmpty else {
                throw DiagramError(
                    .nothing,
                    "\(names(of: [from, to])): the two aren't connected; there is nothing to draw.")
            }
            part.knowledge = all.restricted(to: paths).withOffices(of: all)
            part.options.includesRelated = true
            part.options.shown = Set(paths.flatMap(\.entities).map(\.key))
            part.options.title = request.title ?? names(of: [from, to])
        case .connection(let keys):
            guard
                let found = try ConnectionQuery(keys, facts: request.facts)
                    .connection(in: GraphProjection().project(all))
            else {
                throw DiagramError(
                    .nothing, "\(names(of: keys)): nothing connects them all; draw fewer of them.")
            }
            part.knowledge = all.restricted(to: found).withOffices(of: all)
            part.options.includesRelated = true
            part.options.shown = Set(found.entities.map(\.key))
            part.options.title = request.title ?? names(of: keys)
        case .document(let id): part.document = id
        }
        return part
    }

    private func checkIsKnown(_ key: EntityKey) throws(QueryError) {
        if knowledge.entity(key) == nil { throw QueryError(code: .unknownEntity, key: key) }
    }

    private func names(of keys: [EntityKey]) -> String {
        keys.map { knowledge.entity($0)?.name ?? $0.rawValue }.joined(separator: " – ")
    }

    // MARK: - How

    private func figure(of part: Part, for request: DrawingRequest) throws -> Figure {
        var diagram = try Diagram.drawing(
            of: part.knowledge, document: part.document, style: request.style,
            options: part.options)
        if let engine = request.engine { diagram.engine = engine.rawValue }
        let events = part.knowledge.meetings.map(\.id) + part.knowledge.agreements.map(\.id)
        let shown = Set(diagram.notes.values.filter { $0.role != .entity }.flatMap(\.facts))
        let eventCount = shown.intersection(events).count
        return Figure(
            diagram: diagram, eventCount: eventCount,
            advice: advice(on: diagram, eventCount: eventCount))
    }
}

extension FigureMaker {
    private static let pageOfEvents = 12

    private func advice(on diagram: DiagramText, eventCount: Int) -> String? {
        guard diagram.style == .diagram, eventCount > Self.pageOfEvents else { return nil }
        return """
            \(eventCount) meetings and agreements don't fit on a page (\(Self.pageOfEvents) do). Draw \
            a part: a time (since, until), some countries; or split it by year or by country.
            """
    }
}

extension KnowledgeBase {
    /// The names of countries, for drawings of a part that lacks them.
    public var countryNames: [CountryCode: String] {
        Dictionary(
            entities.compactMap { entity in
                entity.kind == .country ? entity.country.map { ($0, entity.name) } : nil
            }, uniquingKeysWith: { first, _ in first })
    }
}
