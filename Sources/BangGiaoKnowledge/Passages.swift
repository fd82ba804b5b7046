public import BangGiaoModel

/// The passages that a knowledge base quotes, by document.
struct Passages {
    private var passages: [DocumentID: [Evidence]] = [:]

    init(_ base: KnowledgeBase) {
        let sources =
            base.positions.flatMap(\.sources) + base.meetings.flatMap(\.sources)
            + base.agreements.flatMap(\.sources)
        for source in sources { passages[source.document, default: []].append(source.evidence) }
        for document in passages.keys {
            passages[document]?.sort { left, right in
                (left.span.count, left.span) < (right.span.count, right.span)
            }
        }
    }

    /// Returns the shortest passage that names both of two entities, of the first document that has
    /// one; none where no document does.
    ///
    /// What an entity belongs to stands in no fact of its own, so that it has no evidence; a
    /// passage with both names is the next best.
    func naming(_ first: KnownEntity, and second: KnownEntity) -> [Source] {
        for member in first.members {
            let document = member.document
            for passage in passages[document] ?? [] {
                let text = passage.quotation
                if let name = longest(first.aliases, in: text),
                    names(second.aliases, in: text, beside: name)
                {
                    return [Source(document: document, evidence: passage)]
                }
            }
        }
        return []
    }

    private func longest(_ names: [String], in text: String) -> String? {
        names.filter { contains($0, in: text) }.max { $0.utf8.count < $1.utf8.count }
    }

    /// Whether one of the names stands in the text, outside the other entity's own name.
    private func names(_ names: [String], in text: String, beside other: String) -> Bool {
        let rest = text.split(separator: other, omittingEmptySubsequences: false)
        return names.contains { name in rest.contains { contains(name, in: String($0)) } }
    }

    /// Whether a name stands in a text as whole words.
    private func contains(_ name: String, in text: String) -> Bool {
        guard !name.isEmpty else { return false }
        return text.ranges(of: name).contains { range in
            let before = text[..<range.lowerBound].last
            let after = text[range.upperBound...].first
            return before?.isLetter != true && after?.isLetter != true
        }
    }
}

extension EntityKey {
    /// The document of which this is an entity.
    public var document: DocumentID {
        let end = rawValue.lastIndex(of: "#") ?? rawValue.endIndex
        return DocumentID(String(rawValue[..<end]))
    }
}
