import BangGiaoModel
import TestSupport

@testable import BangGiaoExtraction

/// Reads the persons, bodies and offices of made-up texts with the whole lexicon.
struct NamesText {
    private static let loaded = Result { try Lexicon(directory: Repository.lexicon) }

    private let extractor: Extractor

    init() throws { extractor = Extractor(lexicon: try Self.loaded.get()) }

    /// Returns the names of a kind with the state of each, sorted: "Bộ Ngoại giao LA".
    func names(of kind: Entity.Kind, in text: String) -> [String] {
        facts(text).entities.filter { $0.kind == kind }.map(label).sorted()
    }

    /// Returns the positions, sorted: "Lê Văn An, Bộ trưởng, Bộ Y tế VN".
    func positions(in text: String) -> [String] {
        let facts = facts(text)
        let labels = Dictionary(
            facts.entities.map { ($0.id, label($0)) }, uniquingKeysWith: { first, _ in first })
        let names = Dictionary(
            facts.entities.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        return facts.positions.map { position in
            "\(names[position.person] ?? "?"), \(position.title), \(labels[position.of] ?? "?")"
        }.sorted()
    }

    /// Returns the forms under which a text names an entity, as it gives them.
    func aliases(of name: String, in text: String) -> [String] {
        facts(text).entities.first { $0.name == name }?.aliases ?? []
    }

    private func facts(_ text: String) -> DocumentFacts {
        let zone = Zone(.body, TextSpan(0, text.utf8.count))
        return extractor.extract(Document(id: DocumentID("tin"), text: text, zones: [zone]))
    }

    private func label(_ entity: Entity) -> String {
        let state = entity.kind == .country ? nil : entity.country?.rawValue
        return [entity.name, state].compactMap { $0 }.joined(separator: " ")
    }
}
