import BangGiaoDrawing
import BangGiaoFormats
public import BangGiaoKnowledge
public import BangGiaoModel
import Foundation

/// Writes a knowledge base as files: the graph and its pictures, and a picture of each document.
public struct GraphFolder: Sendable {
    /// A document with the name that its files get.
    public struct Entry: Hashable, Sendable {
        /// The files' name without ending.
        public var name: String
        /// The document.
        public var document: DocumentID

        /// Makes an entry.
        public init(name: String, document: DocumentID) {
            self.name = name
            self.document = document
        }
    }

    /// The names that no document may take, with what takes them.
    public static let reservedNames = [
        "graph": "the graph of all documents", "overview": "the overview of the countries",
    ]

    private let folder: OutputFolder
    private let renderer: DiagramRenderer

    /// Makes a writer into a folder.
    public init(_ folder: OutputFolder, renderer: DiagramRenderer = DiagramRenderer()) {
        self.folder = folder
        self.renderer = renderer
    }

    /// Writes `graph.json`, `graph.dot`, `graph.svg`, `overview.svg`, and for each document
    /// `NAME.dot` and `NAME.svg`.
    ///
    /// - Parameters:
    ///   - knowledge: All that is known.
    ///   - documents: Those to be drawn one by one.
    ///   - report: Called after each picture with the number of documents drawn so far, and with
    ///     what is wrong where a picture couldn't be drawn; the others are then still done.
    /// - Throws: ``OutputError`` where a file can't be written.
    public func write(
        _ knowledge: KnowledgeBase, documents: [Entry],
        report: (_ count: Int, _ failure: DrawingFailure?) -> Void
    ) throws(OutputError) {
        try folder.write(GraphJSONWriter().write(knowledge), to: "graph.json")
        report(0, try draw("graph", withText: true) { try Diagram.whole(knowledge) })
        report(0, try draw("overview", withText: false) { Diagram.overview(knowledge) })
        for (number, entry) in documents.enumerated() {
            let failure = try draw(entry.name, withText: true) {
                try Diagram.document(entry.document, in: knowledge)
            }
            report(number + 1, failure)
        }
    }

    private func draw(
        _ name: String, withText: Bool, _ diagram: () throws -> DiagramText
    ) throws(OutputError) -> DrawingFailure? {
        let drawn: (dot: String, svg: Data)
        do {
            let text = try diagram()
            drawn = (text.dot, try renderer.render(text, as: .svg))
        } catch {
            // What stands there from an earlier run would be taken for this one's.
            if withText { folder.remove("\(name).dot") }
            folder.remove("\(name).svg")
            let isTooLarge =
                (error as? DiagramError)?.code == .tooLarge
                || (error as? DrawingError)?.code == .tooLarge
            return DrawingFailure(
                file: "\(folder.path)/\(name).svg", reason: "\(error)", isTooLarge: isTooLarge)
        }
        if withText { try folder.write(drawn.dot.utf8, to: "\(name).dot") }
        try folder.write(drawn.svg, to: "\(name).svg")
        return nil
    }
}

/// A picture that couldn't be drawn.
public struct DrawingFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// The picture's file.
    public var file: String
    /// What is wrong and what to do.
    public var reason: String
    /// Whether it has more in it than anyone could see; then a part of it can be drawn.
    public var isTooLarge: Bool

    /// Where, what, and what to do.
    public var description: String { "\(file): \(reason)" }
}

extension OutputFolder {
    /// Writes the facts of a document as JSON, laid out for reading.
    ///
    /// - Throws: ``OutputError`` where they can't be written.
    public func write(_ facts: DocumentFacts, to fileName: String) throws(OutputError) {
        var bytes: [UInt8] = []
        FactsJSONWriter(layout: .file).write(facts, to: &bytes)
        try write(bytes, to: fileName)
    }
}
