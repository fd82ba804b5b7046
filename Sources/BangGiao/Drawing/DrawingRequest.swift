public import BangGiaoDrawing
public import BangGiaoFormats
public import BangGiaoKnowledge
public import BangGiaoModel
public import Foundation

/// What to draw of a knowledge base, and how: all that `banggiao draw` can be asked.
public struct DrawingRequest: Hashable, Sendable {
    /// The part of the knowledge base that is drawn.
    public enum Selection: Hashable, Sendable {
        /// Everything.
        case all
        /// An entity and what lies within some hops of it.
        case around(EntityKey, hops: Int)
        /// What two had to do with each other; a country stands for its people and agencies, an
        /// agency for its office-holders and the agencies below it.
        case between(EntityKey, EntityKey)
        /// How two are connected.
        case path(from: EntityKey, to: EntityKey)
        /// What connects several: the fewest others through whom all are related.
        case connection([EntityKey])
        /// What one document tells.
        case document(DocumentID)
    }

    /// How a drawing that is too large is parted into several figures.
    public enum Split: String, Hashable, Sendable, CaseIterable {
        /// A figure a year.
        case year
        /// A figure for each country that the home country had to do with.
        case country
    }

    /// What is drawn.
    public var selection: Selection
    /// Which facts are taken account of: their relations, dates, confidence.
    public var facts: FactFilter
    /// Of one country what it took part in, of several what two of them at least took part in; none
    /// for all countries.
    public var countries: Set<CountryCode>
    /// The manner; nil takes the one that the size allows.
    public var style: DrawingStyle?
    /// The language of types, legend and dates.
    public var language: DrawingLanguage
    /// The colours.
    public var theme: DrawingTheme
    /// The headline; nil takes the document's, or the names of what is drawn.
    public var title: String?
    /// The engine of Graphviz; nil takes the one that the manner is made for.
    public var engine: LayoutEngine?
    /// Whether it is drawn as several figures.
    public var split: Split?
    /// Whether events and lines show the numbers of their footnotes.
    public var showsNumbers: Bool

    /// Makes a request.
    public init(
        _ selection: Selection = .all, facts: FactFilter = FactFilter(),
        countries: Set<CountryCode> = [], style: DrawingStyle? = nil,
        language: DrawingLanguage = .vietnamese, theme: DrawingTheme = .light,
        title: String? = nil, engine: LayoutEngine? = nil, split: Split? = nil,
        showsNumbers: Bool = false
    ) {
        self.selection = selection
        self.facts = facts
        self.countries = countries
        self.style = style
        self.language = language
        self.theme = theme
        self.title = title
        self.engine = engine
        self.split = split
        self.showsNumbers = showsNumbers
    }
}

/// A figure before it is rendered.
public struct Figure: Hashable, Sendable {
    /// What sets it apart from the other figures of its request, for file names: `2021`, `VN-LA`;
    /// empty where there is one figure only.
    public var name: String
    /// The text for the renderer, with what each object stands for.
    public var diagram: DiagramText
    /// How many meetings and agreements it shows.
    public var eventCount: Int

    /// What to do where a figure holds more than fits on a page of A4, in sentences; nil where it
    /// fits.
    public var advice: String?

    /// Makes a figure.
    public init(
        name: String = "", diagram: DiagramText, eventCount: Int, advice: String? = nil
    ) {
        self.name = name
        self.diagram = diagram
        self.eventCount = eventCount
        self.advice = advice
    }
}

/// A figure as a file, with what each object in it stands for.
public struct DrawnFigure: Hashable, Sendable {
    /// An object of the drawing.
    public struct Element: Hashable, Sendable {
        /// The `id` in the SVG, prefix and all.
        public var id: String
        /// For a line the ids of the objects that it joins.
        public var ends: [String]
        /// What it stands for: entities, facts, passages.
        public var note: DiagramNote
    }

    /// What sets it apart from the other figures of its request; empty where there is one only.
    public var name: String
    /// The headline.
    public var title: String
    /// The picture in sentences, for those who don't see it.
    public var summary: String
    /// The language of the texts as a code of BCP 47.
    public var language: String
    /// The bytes of the picture.
    public var data: Data
    /// What the bytes are.
    public var format: DrawingFormat
    /// The objects in reading order: entities, then events and lines by their numbers.
    public var elements: [Element]

    /// The objects that have a number, by number: what footnotes are written from.
    public var numbered: [Element] {
        elements.filter { $0.note.number != nil }
            .sorted { ($0.note.number ?? 0, $0.id) < ($1.note.number ?? 0, $1.id) }
    }
}
