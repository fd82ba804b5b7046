public import BangGiaoFormats

/// The numbered quotations that belong to a figure.
public struct Footnotes: Hashable, Sendable {
    /// What stands behind one number of the figure.
    public struct Note: Hashable, Sendable {
        /// The number in the figure.
        public var number: Int
        /// What it stands beside in the figure, in words.
        public var words: String
        /// The ids of the facts.
        public var facts: [String]
        /// The passages that prove it, the most telling first; each once.
        public var citations: [Citation]
    }

    /// How a list is written.
    public enum Format: String, Hashable, Sendable, CaseIterable {
        /// Markdown, as Pandoc and GitHub read it.
        case markdown = "md"
        /// A page that stands alone.
        case html
        /// JSON with a list `footnotes`.
        case json
    }

    /// By ascending number.
    public let notes: [Note]
    /// The language of the words as a code of BCP 47.
    public let language: String

    /// Collects what stands behind the numbers of a figure: the same for every form it's drawn in.
    public init(_ diagram: DiagramText) {
        language = diagram.language
        var notes: [Int: Note] = [:]
        for id in diagram.order {
            guard let note = diagram.notes[id], let number = note.number else { continue }
            guard notes[number] == nil else {
                let known = notes[number]?.citations ?? []
                notes[number]?.citations += note.citations.filter { !known.contains($0) }
                continue
            }
            notes[number] = Note(
                number: number, words: note.sentence, facts: note.facts,
                citations: note.citations)
        }
        self.notes = notes.values.sorted { $0.number < $1.number }
    }
}
