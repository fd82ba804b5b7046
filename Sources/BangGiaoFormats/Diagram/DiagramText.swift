public import BangGiaoKnowledge
public import BangGiaoModel

/// A diagram as text, ready for a renderer that knows nothing of diplomacy.
public struct DiagramText: Hashable, Sendable {
    /// The graph in the DOT language.
    public var dot: String
    /// The engine of Graphviz that it is written for: `dot`, `twopi` or `sfdp`.
    public var engine: String
    /// The manner of drawing.
    public var style: DrawingStyle
    /// The colours.
    public var theme: DrawingTheme
    /// The headline.
    public var title: String
    /// The picture in sentences.
    public var summary: String
    /// The language of the texts as a code of BCP 47.
    public var language: String
    /// What each object stands for, by its `id` in the DOT.
    public var notes: [String: DiagramNote]

    /// The ids of the objects in reading order: entities and frames, then events and lines by number.
    public var order: [String] {
        func key(_ id: String) -> (Int, Int, Int, String) {
            let note = notes[id]
            let digits = id.drop { !$0.isNumber }.prefix { $0.isNumber }
            let role = note.flatMap { DiagramNote.Role.allCases.firstIndex(of: $0.role) } ?? 0
            return (role, note?.number ?? .max, Int(digits) ?? 0, id)
        }
        return notes.keys.map { (id: $0, key: key($0)) }.sorted { $0.key < $1.key }.map(\.id)
    }
}

/// The manners of drawing one graph.
public enum DrawingStyle: String, Hashable, Sendable, CaseIterable, Codable {
    /// Three bands: the home country, what happened, the others. For up to 60 events.
    case diagram
    /// Countries and international bodies, or agencies; all that two have to do with each other is
    /// one line with a number and years.
    case overview
    /// The events from top to bottom in the order of time, each with those who took part. For up to
    /// 60 events.
    case timeline
    /// Every entity a node and every relation an edge with its label: for other tools.
    case plain
    /// Every entity a point, the well connected ones with names: for hundreds of them.
    case map
}

/// The colours of a drawing.
public enum DrawingTheme: String, Hashable, Sendable, CaseIterable, Codable {
    /// Dark on white.
    case light
    /// Light on dark.
    case dark
    /// Black on white, told apart by shape and line only.
    case print
    /// Light, and dark where the reader's browser asks for it; programs without CSS see it light.
    case auto
}

/// The languages that types, legends and dates can be written in; names stay as they are.
public enum DrawingLanguage: String, Hashable, Sendable, CaseIterable, Codable {
    /// Vietnamese.
    case vietnamese = "vi"
    /// English.
    case english = "en"

    /// The words.
    public var labels: DiagramLabels {
        switch self {
        case .vietnamese: .vietnamese
        case .english: .english
        }
    }
}

/// What a caller may choose about a diagram.
public struct DiagramOptions: Hashable, Sendable {
    /// The country on the left; nil takes Viet Nam, or else the most frequent.
    public var home: CountryCode?
    /// The headline; nil takes the document's, or the countries' names.
    public var title: String?
    /// Whether teasers of other articles are drawn too. Without anything else they are.
    public var includesRelated: Bool
    /// The words.
    public var labels: DiagramLabels
    /// The colours.
    public var theme: DrawingTheme
    /// Whether events and lines show the numbers of their footnotes.
    public var showsNumbers: Bool
    /// Names for countries that no document names.
    public var countryNames: [CountryCode: String]
    /// Whom to show even where they took part in nothing that is drawn: the stations of a path.
    public var shown: Set<EntityKey>

    /// Makes options.
    public init(
        home: CountryCode? = nil, title: String? = nil, includesRelated: Bool = false,
        labels: DiagramLabels = .vietnamese, theme: DrawingTheme = .light,
        showsNumbers: Bool = false, countryNames: [CountryCode: String] = [:],
        shown: Set<EntityKey> = []
    ) {
        self.home = home
        self.title = title
        self.includesRelated = includesRelated
        self.labels = labels
        self.theme = theme
        self.showsNumbers = showsNumbers
        self.countryNames = countryNames
        self.shown = shown
    }
}
