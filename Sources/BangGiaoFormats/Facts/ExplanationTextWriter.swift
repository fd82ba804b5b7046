public import BangGiaoModel

/// Writes for people how facts were read: the rule and the words of each, then the words without.
///
/// Headings and labels are Vietnamese, as those of ``FactsTextWriter``.
public struct ExplanationTextWriter: Sendable {
    /// Makes a writer.
    public init() {}

    /// Returns the explanation as text of several lines, ended by a line break.
    ///
    /// - Parameters:
    ///   - explanation: How the facts were read.
    ///   - facts: The facts.
    ///   - text: The text of the document.
    /// - Complexity: O(length of the result).
    public func write(
        _ explanation: Explanation, of facts: DocumentFacts, text: String
    ) -> String {
        var lines = ["", "ĐỌC THEO QUY TẮC NÀO (\(explanation.readings.count))"]
        let names = Dictionary(
            facts.entities.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        for reading in explanation.readings {
            lines.append("  " + heading(of: reading, in: facts, names: names))
            lines += reading.entries.map { "    " + line($0) }
        }
        lines += ["", "KHÔNG THÀNH SỰ KIỆN (\(explanation.omissions.count))"]
        for omission in explanation.omissions {
            let word = text[omission.trigger]
            let reason =
                "\(Self.kinds[omission.kind] ?? ""): \(Self.reasons[omission.reason] ?? "")"
            lines.append("  “\(word)” · \(reason)")
            lines.append("    " + line(omission.entry))
            let sentence = text[omission.sentence].split(whereSeparator: \.isWhitespace)
            lines.append("      “\(sentence.joined(separator: " "))”")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func line(_ entry: LexiconEntry) -> String {
        entry.meaning.isEmpty || entry.meaning == entry.form
            ? "\(entry.table): \(entry.form)" : "\(entry.table): \(entry.form) = \(entry.meaning)"
    }

    private func heading(
        of reading: FactReading, in facts: DocumentFacts, names: [EntityID: String]
    ) -> String {
        func name(_ id: EntityID) -> String { names[id] ?? id.rawValue }
        let what: String
        let evidence: Evidence
        switch reading.fact {
        case .position(let index):
            let position = facts.positions[index]
            what = "\(name(position.person)), \(position.title), \(name(position.of))"
            evidence = position.evidence
        case .meeting(let index):
            let meeting = facts.meetings[index]
            let sides = meeting.sides.map { $0.map(name).joined(separator: ", ") }
            what = "\(Wording.name(of: meeting.kind)): \(sides.joined(separator: " ↔ "))"
            evidence = meeting.evidence
        case .agreement(let index):
            let agreement = facts.agreements[index]
            let parties = agreement.parties.map(name).joined(separator: " = ")
            what = "\(Wording.name(of: agreement.kind)): \(parties)"
            evidence = agreement.evidence
        }
        let percent = Int((evidence.confidence * 100).rounded())
        return "\(what) · \(reading.rule) · \(percent) %"
    }

    private static let kinds: [Omission.Kind: String] = [
        .meeting: "cuộc gặp", .agreement: "thỏa thuận",
    ]

    private static let reasons: [Omission.Reason: String] = [
        .noSubject: "không rõ ai", .noObject: "không rõ với ai", .noGoal: "không rõ thăm đâu",
        .noAntecedent: "không rõ là cuộc nào", .noOtherSide: "không chia được thành hai bên",
        .noParties: "không rõ giữa những bên nào", .unreal: "bị phủ định, hủy hoặc chỉ mong muốn",
        .general: "nói chung, không phải một lần cụ thể",
    ]
}
