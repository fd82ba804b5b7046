import BangGiaoModel

/// What is seen of how a fact was read, as far as it tells whether the fact is right.
///
/// Names such as `meeting frame with` or `position status former`; the table `confidence.tsv` gives
/// each its weight.
struct FactTraits: Sendable {
    /// The names, each once.
    private(set) var names: [String]

    private init(_ kind: String, _ traits: [(String, String)]) {
        names = ["\(kind) any"] + traits.map { "\(kind) \($0) \($1)" }
    }

    /// Returns the traits of an office.
    static func position(_ draft: PositionDraft, in document: ResolvedDocument) -> FactTraits {
        let person = document.entities[draft.person]
        return FactTraits(
            "position",
            [
                ("rule", draft.rule.dropping("position.".utf8.count)),
                ("held", draft.holding.rawValue),
                ("status", draft.status?.rawValue ?? "current"),
                ("of", document.entities[draft.of].kind.rawValue),
                ("state", agreement(person, document.entities[draft.of])),
                ("zone", zone(draft.sentence, in: document)),
                ("named", count(person.mentions.count)),
                ("body", document.entities[draft.of].agencyKind?.rawValue ?? "none"),
                ("words", count(person.name.utf8.count { $0 == UInt8(ascii: " ") } + 1)),
            ])
    }

    /// Returns the traits of a meeting.
    static func meeting(_ draft: MeetingDraft, in document: ResolvedDocument) -> FactTraits {
        let kinds = draft.sides.map { side in
            Set(side.map { document.entities[$0].kind })
        }
        let named =
            if kinds.allSatisfy({ $0.contains(.person) }) {
                "persons"
            } else if kinds.allSatisfy({ $0 == [.country] }) {
                "states"
            } else if kinds.contains(where: { $0.contains(.person) }) {
                "person"
            } else {
                "bodies"
            }
        let states = Set(draft.sides.joined().compactMap { document.entities[$0].country })
        return FactTraits(
            "meeting",
            [
                ("frame", draft.rule.dropping(draft.kind.rawValue.utf8.count + 1)),
                ("kind", draft.kind.rawValue),
                ("status", draft.status.rawValue),
                ("section", draft.section.rawValue),
                ("dated", draft.date == nil ? "no" : "yes"),
                ("named", named),
                ("sides", draft.sides.count > 2 ? "many" : "two"),
                ("states", states.count < 2 ? "one" : states.count > 2 ? "many" : "two"),
                ("told", count(Set(draft.triggers).count)),
                ("here", presence(of: draft.sides, in: draft.evidence, document)),
                ("word", word(draft.trigger, in: document)),
                ("zone", zone(draft.sentence, in: document)),
            ])
    }

    /// Returns the traits of an agreement.
    static func agreement(_ draft: AgreementDraft, in document: ResolvedDocument) -> FactTraits {
        let isOfStates = draft.parties.allSatisfy { document.entities[$0].kind == .country }
        return FactTraits(
            "agreement",
            [
                ("rule", draft.rule.dropping("agreement.".utf8.count)),
                ("kind", draft.kind.rawValue),
                ("status", draft.status.rawValue),
                ("section", draft.section.rawValue),
                ("named", draft.title == nil ? "no" : "yes"),
                ("meeting", draft.meeting == nil ? "no" : "yes"),
                ("parties", isOfStates ? "states" : "bodies"),
                ("number", draft.parties.count > 2 ? "many" : "two"),
                ("told", count(Set(draft.triggers).count)),
                ("here", presence(of: draft.parties.map { [$0] }, in: draft.evidence, document)),
                ("word", word(draft.trigger, in: document)),
                ("zone", zone(draft.sentence, in: document)),
            ])
    }

    /// Whether each side has a member whom the evidence names, only some, or none.
    private static func presence(
        of sides: [[Int]], in evidence: Range<Int>, _ document: ResolvedDocument
    ) -> String {
        let named = sides.count { side in
            side.contains { member in
                document.entities[member].mentions.contains {
                    evidence.contains(document.annotated.mentions[$0].range.lowerBound)
                }
            }
        }
        return named == sides.count ? "all" : named == 0 ? "none" : "some"
    }

    private static func word(_ trigger: Range<Int>, in document: ResolvedDocument) -> String {
        document.annotated.text(trigger).lowercased()
    }

    private static func zone(_ sentence: Int, in document: ResolvedDocument) -> String {
        document.annotated.sentences[sentence].zone.rawValue
    }

    private static func count(_ count: Int) -> String {
        count < 2 ? "once" : count == 2 ? "twice" : "often"
    }

    private static func agreement(_ one: EntityDraft, _ other: EntityDraft) -> String {
        guard let first = one.country, let second = other.country else { return "unknown" }
        return first == second ? "same" : "other"
    }
}

extension String {
    /// What stands behind a prefix of so many bytes of ASCII.
    fileprivate func dropping(_ count: Int) -> String {
        String(Substring(utf8.dropFirst(count)))
    }
}
