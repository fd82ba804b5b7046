/// The name by which a document is known: its file's name without ending, or the id its source gives.
public struct DocumentID: RawRepresentable, Hashable, Comparable, Sendable, Codable {
    /// The name itself.
    public var rawValue: String

    /// Makes an id of a name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Makes an id of a name.
    public init(_ rawValue: String) { self.rawValue = rawValue }

    /// Orders by Unicode scalars, whatever the locale.
    public static func < (left: DocumentID, right: DocumentID) -> Bool {
        left.rawValue.unicodeScalars.lexicographicallyPrecedes(right.rawValue.unicodeScalars)
    }
}

/// A text as it was read: NFC, lines ended by `\n`, with the zones its layout tells apart.
///
/// The text is never altered afterwards; every later layer keeps byte offsets into it.
public struct Document: Hashable, Sendable {
    /// The name by which the document is known.
    public var id: DocumentID
    /// The language of the text as a code of BCP 47.
    public var language: String
    /// The headline; nil where the text has none.
    public var title: String?
    /// The day of publication, from the text or its metadata; nil where neither tells.
    public var published: PartialDate?
    /// The address that the text or its metadata gives.
    public var url: String?
    /// The writers and photographers of the bylines, in the order of the text.
    public var authors: [String]
    /// The text: NFC, line breaks `\n`.
    public var text: String
    /// The zones of the text in ascending order; they don't overlap, and together hold every line
    /// that isn't blank.
    public var zones: [Zone]

    /// Makes a document of its parts.
    public init(
        id: DocumentID, language: String = "vi", title: String? = nil,
        published: PartialDate? = nil, url: String? = nil, authors: [String] = [], text: String,
        zones: [Zone] = []
    ) {
        self.id = id
        self.language = language
        self.title = title
        self.published = published
        self.url = url
        self.authors = authors
        self.text = text
        self.zones = zones
    }
}

/// A run of lines with one role in the layout of an article.
public struct Zone: Hashable, Sendable, Codable {
    /// What a zone is for.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// The headline of the article.
        case title
        /// The line that says when the article appeared.
        case dateline
        /// Names of writers, photographers and sources.
        case byline
        /// The summary paragraph below the headline.
        case lead
        /// A paragraph of the story.
        case body
        /// The text below a picture of the story.
        case caption
        /// A headline or a teaser of another article.
        case related
        /// What belongs to the page, not to the story: menus, horoscopes, file names.
        case boilerplate
    }

    /// What the zone is for.
    public var kind: Kind
    /// Where the zone stands.
    public var span: TextSpan
    /// In a ``Kind/related`` zone: the number of the other article that it tells of, from 0; its
    /// headline and teaser share one number, so that facts of two articles never mix.
    public var story: Int?

    /// Makes a zone.
    public init(_ kind: Kind, _ span: TextSpan, story: Int? = nil) {
        self.kind = kind
        self.span = span
        self.story = story
    }
}
