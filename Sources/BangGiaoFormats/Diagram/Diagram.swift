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

    /// Returns everything in a knowledge base as one picture, in the manner that its size allows.
    ///
    /// Up to 60 meetings and agreements: the diagram of three bands. Beyond: a map of who is tied to
    /// whom, for the engine sfdp.
    /// - Throws: ``DiagramError`` where there are more than 1,000 entities.
    public static func whole(
        _ knowledge: KnowledgeBase, options: DiagramOptions = DiagramOptions()
    ) throws(DiagramError) -> DiagramText {
        let scope = DiagramScope(knowledge, options: options)
        guard scope.meetings.count + scope.agreements.count > maximumEvents else {
            return text(of: DiagramPlanner(scope: scope).plan(), options: options)
        }
        return try MapWriter(scope: scope).write()
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
            dot: DiagramDOTWriter(labels: options.labels).write(plan), engine: "dot",
            title: plan.title, summary: plan.summary, language: options.labels.language,
            notes: plan.notes)
    }
}
