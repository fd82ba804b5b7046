import BangGiaoModel

/// The entities of all documents in one list, sorted by key, with what merging asks about them.
struct SourceEntities {
    /// An entity of one document.
    struct Item {
        let key: EntityKey
        /// The place of the document in ``SourceEntities/documents``.
        let document: Int
        let entity: Entity
        /// The number of the name's key in ``SourceEntities/names``.
        let name: Int
        /// The place of the parent in ``SourceEntities/items``.
        var parent: Int?
    }

    /// The documents by id, each once.
    let documents: [DocumentFacts]
    /// The entities by key: the smallest place of a cluster is that of its smallest key.
    private(set) var items: [Item] = []
    /// The keys of all names and aliases, each once.
    private(set) var names: [NameKey] = []
    private var nameNumbers: [String: Int] = [:]
    private let places: [EntityKey: Int]

    init(_ facts: [DocumentFacts]) {
        documents = Self.unique(facts)
        var sorted: [(key: EntityKey, document: Int, entity: Entity)] = []
        for (number, document) in documents.enumerated() {
            var seen: Set<EntityID> = []
            for entity in document.entities where seen.insert(entity.id).inserted {
                sorted.append((EntityKey(document.document.id, entity.id), number, entity))
            }
        }
        sorted.sort { $0.key < $1.key }
        places = Dictionary(
            sorted.enumerated().map { ($0.element.key, $0.offset) }, uniquingKeysWith: min)
        for item in sorted {
            let parent = item.entity.parent.flatMap {
                places[EntityKey(documents[item.document].document.id, $0)]
            }
            items.append(
                Item(
                    key: item.key, document: item.document, entity: item.entity,
                    name: number(of: item.entity.name), parent: parent))
        }
    }

    /// Returns the place of an entity of a document; nil where the document has no such entity.
    func place(_ id: EntityID, in document: Int) -> Int? {
        places[EntityKey(documents[document].document.id, id)]
    }

    /// Returns the place of an entity by its key.
    func place(_ key: EntityKey) -> Int? { places[key] }

    /// Returns the number of a name's key.
    mutating func number(of name: String) -> Int {
        if let number = nameNumbers[name] { return number }
        let key = NameKey(name)
        // Two spellings of one key share its number.
        let number = nameNumbers["\u{0}" + key.folded] ?? names.count
        if number == names.count {
            names.append(key)
            nameNumbers["\u{0}" + key.folded] = number
        }
        nameNumbers[name] = number
        return number
    }

    /// The agencies above an entity in its own document, nearest first.
    func ancestors(of place: Int) -> [Int] {
        var result: [Int] = []
        var next = items[place].parent
        while let parent = next, parent != place, !result.contains(parent) {
            result.append(parent)
            next = items[parent].parent
        }
        return result
    }

    /// Sorts by id; of several documents with one id keeps the same one whatever their order.
    private static func unique(_ facts: [DocumentFacts]) -> [DocumentFacts] {
        var result: [DocumentFacts] = []
        for document in facts.sorted(by: { $0.document.id < $1.document.id }) {
            guard let last = result.last, last.document.id == document.document.id else {
                result.append(document)
                continue
            }
            // Whatever order they come in, the same one is taken.
            if document != last, String(reflecting: document) < String(reflecting: last) {
                result[result.count - 1] = document
            }
        }
        return result
    }
}
