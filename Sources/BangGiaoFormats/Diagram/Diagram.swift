public import BangGiaoKnowledge
public import BangGiaoModel

/// Diagrams of a knowledge base, as text for a renderer.
///
/// Every function gives the same text for the same knowledge, in whatever order its lists are.
public enum Diagram {
    /// Up to so many events a diagram of three bands stays readable.
    static let maximumEvents = 60

    /// Returns the plan of what one document tells.
    ///
    /// - Throws: ``DiagramError`` where the document is not in the knowledge base.
    public static func plan(
        of document: DocumentID, in knowledge: KnowledgeBase,
        options: DiagramOptions = DiagramOptions()
    ) throws(DiagramError) -> DiagramPlan {
        let scope = try DiagramScope(document: document, in: knowledge, options: options)
        return DiagramPlanner(scope: scope).plan()
    }

    /// Returns the plan of everything in a knowledge base.
    public static func plan(
        of knowledge: KnowledgeBase, options: DiagramOptions = DiagramOptions()
    ) -> DiagramPlan {
        DiagramPlanner(scope: DiagramScope(knowledge, options: options)).plan()
    }

    /// Returns the diagram of what one document tells: who met whom, when, where, what was agreed.
    ///
    /// - Throws: ``DiagramError`` where the document is not in the knowledge base.
    public static func document(
        _ document: DocumentID, in knowledge: KnowledgeBase,
        options: DiagramOptions = DiagramOptions()
    ) throws(DiagramError) -> DiagramText {
        text(of: try plan(of: document, in: knowledge, options: options), options: options)
    }

    /// Returns a drawing of a knowledge base, or of what one document in it tells.
    ///
    /// - Parameters:
    ///   - knowledge: What is drawn.
    ///   - document: Of which only this document's facts are drawn; nil for all.
    ///   - style: The manner; nil takes the diagram of three bands for up to 60 meetings and
    ///     agreements, beyond them the map.
    ///   - options: Title, words, colours.
    /// - Throws: ``DiagramError`` where the document is unknown, and where there is more than the
    ///   manner can show.
    public static func drawing(
        of knowledge: KnowledgeBase, document: DocumentID? = nil, style: DrawingStyle? = nil,
        options: DiagramOptions = DiagramOptions()
    ) throws(DiagramError) -> DiagramText {
        var options = options
        // An overview counts what teasers tell, too.
        if style == .overview { options.includesRelated = true }
        let scope =
            if let document {
                try DiagramScope(document: document, in: knowledge, options: options)
            } else {
                DiagramScope(knowledge, options: options)
            }
        let eventCount = scope.meetings.count + scope.agreements.count
        switch style ?? (eventCount > maximumEvents ? .map : .diagram) {
        case .diagram:
            guard eventCount <= maximumEvents else {
                throw SizeAdvice(scope: scope).error(
                    eventCount, "meetings and agreements", limit: maximumEvents,
                    aim: maximumEvents)
            }
            return text(of: DiagramPlanner(scope: scope).plan(), options: options)
        case .overview: return OverviewWriter(scope: scope).write()
        case .timeline:
            return text(of: try TimelinePlanner(scope: scope).plan(), options: options)
        case .plain: return NetworkWriter(scope: scope).write()
        case .map: return try MapWriter(scope: scope).write()
        }
    }

    /// Returns everything in a knowledge base as one picture, in the manner that its size allows.
    ///
    /// Up to 60 meetings and agreements: the diagram of three bands. Beyond: a map of who is tied to
    /// whom, for the engine sfdp.
    /// - Throws: ``DiagramError`` where there are more than 1,000 entities.
    public static func whole(
        _ knowledge: KnowledgeBase, options: DiagramOptions = DiagramOptions()
    ) throws(DiagramError) -> DiagramText {
        try drawing(of: knowledge, options: options)
    }

    /// Returns a map of who is tied to whom, for the engine sfdp.
    ///
    /// - Throws: ``DiagramError`` where there are more than 1,000 entities.
    public static func map(
        _ knowledge: KnowledgeBase, options: DiagramOptions = DiagramOptions()
    ) throws(DiagramError) -> DiagramText {
        try MapWriter(scope: DiagramScope(knowledge, options: options)).write()
    }

    /// Returns who met whom among countries and international bodies, aggregated: for the engine
    /// twopi, with the home country in the middle. Teasers of other articles count too.
    public static func overview(
        _ knowledge: KnowledgeBase, options: DiagramOptions = DiagramOptions()
    ) -> DiagramText {
        var options = options
        options.includesRelated = true
        return OverviewWriter(scope: DiagramScope(knowledge, options: options)).write()
    }

    /// Returns a plan as text.
    public static func text(
        of plan: DiagramPlan, options: DiagramOptions = DiagramOptions()
    ) -> DiagramText {
        DiagramText(
            dot: DiagramDOTWriter(
                labels: options.labels, theme: options.theme, showsNumbers: options.showsNumbers
            ).write(plan),
            engine: "dot", style: plan.marks.isEmpty ? .diagram : .timeline, theme: options.theme,
            title: plan.title,
            summary: plan.summary, language: options.labels.language,
            notes: plan.notes)
    }
}
