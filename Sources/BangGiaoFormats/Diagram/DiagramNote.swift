public import BangGiaoKnowledge
public import BangGiaoModel

/// One object of a drawing: what is said of it where a pointer rests on it, and for programs which
/// facts and passages it stands for.
///
/// Footnotes, pages and reports are written from these; nothing in them depends on the layout.
public struct DiagramNote: Hashable, Sendable {
    /// What an object is in the drawing.
    public enum Role: String, Hashable, Sendable, CaseIterable {
        /// A person, an agency, a country or an international body.
        case entity
        /// A meeting, an agreement or a posting that is drawn as a thing of its own.
        case event
        /// A line: taking part in an event, or what two entities have to do with each other.
        case relation
        /// The frame round the actors of one country.
        case frame
    }

    /// What the object is.
    public var role: Role
    /// What the object shows in few words: a name, `Hội đàm · 15/12/2025`, `Lào – Việt Nam`.
    public var name: String
    /// The object in one sentence, without proof and without a full stop.
    public var sentence: String
    /// The sentence with the quotation that proves it and its document.
    public var title: String
    /// The address of the first passage's document.
    public var href: String?
    /// The number that footnotes give the object, from 1 in reading order; nil where it has none.
    public var number: Int?
    /// Whom the object stands for, or whom it joins.
    public var entities: [EntityKey]
    /// The ids of the meetings, agreements and positions that it shows.
    public var facts: [String]
    /// The passages that prove it, the most telling first; a passage once.
    public var citations: [Citation]
    /// For a line the ids of the objects that it joins.
    public var ends: [String]
    /// Values for programs: kinds, dates, ids; in SVG `data-NAME`.
    public var attributes: [String: String]

    /// Makes a note.
    public init(
        role: Role, name: String, sentence: String? = nil, title: String? = nil,
        href: String? = nil, number: Int? = nil, entities: [EntityKey] = [],
        facts: [String] = [], citations: [Citation] = [], ends: [String] = [],
        attributes: [String: String] = [:]
    ) {
        self.role = role
        self.name = name
        self.sentence = sentence ?? name
        self.title = title ?? self.sentence
        self.href = href
        self.number = number
        self.entities = entities
        self.facts = facts
        self.citations = citations
        self.ends = ends
        self.attributes = attributes
    }
}

/// A passage of a document, with what a reader needs to find it.
public struct Citation: Hashable, Sendable {
    /// The document.
    public var document: DocumentID
    /// The document's headline, where it is known.
    public var title: String?
    /// When the document appeared.
    public var published: PartialDate?
    /// The document's address.
    public var url: String?
    /// Where the passage stands, in UTF-8 bytes of the document's text.
    public var span: TextSpan
    /// The passage, as the document has it.
    public var quotation: String

    /// Makes a citation.
    public init(
        document: DocumentID, title: String? = nil, published: PartialDate? = nil,
        url: String? = nil, span: TextSpan, quotation: String
    ) {
        self.document = document
        self.title = title
        self.published = published
        self.url = url
        self.span = span
        self.quotation = quotation
    }
}
