/// All that one document says: its entities and the facts about them.
public struct DocumentFacts: Hashable, Sendable {
    /// What is known of the document itself.
    public struct Header: Hashable, Sendable {
        /// The name by which the document is known.
        public var id: DocumentID
        /// The language of the text as a code of BCP 47.
        public var language: String
        /// The headline.
        public var title: String?
        /// The day of publication.
        public var published: PartialDate?
        /// The address.
        public var url: String?
        /// Writers and photographers.
        public var authors: [String]

        /// Makes a header.
        public init(
            id: DocumentID, language: String = "vi", title: String? = nil,
            published: PartialDate? = nil, url: String? = nil, authors: [String] = []
        ) {
            self.id = id
            self.language = language
            self.title = title
            self.published = published
            self.url = url
            self.authors = authors
        }

        /// Takes the header of a document.
        public init(_ document: Document) {
            self.init(
                id: document.id, language: document.language, title: document.title,
                published: document.published, url: document.url, authors: document.authors)
        }
    }

    /// What is known of the document itself.
    public var document: Header
    /// Persons, agencies, countries, each with ids in the order of the text.
    public var entities: [Entity]
    /// Offices, in the order of the text.
    public var positions: [Position]
    /// Occasions, in the order of the text.
    public var meetings: [Meeting]
    /// Agreements, in the order of the text.
    public var agreements: [Agreement]

    /// Makes the facts of a document.
    public init(
        document: Header, entities: [Entity] = [], positions: [Position] = [],
        meetings: [Meeting] = [], agreements: [Agreement] = []
    ) {
        self.document = document
        self.entities = entities
        self.positions = positions
        self.meetings = meetings
        self.agreements = agreements
    }
}
