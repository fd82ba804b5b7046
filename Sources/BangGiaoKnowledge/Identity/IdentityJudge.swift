public import BangGiaoLexicon
import BangGiaoModel
public import Foundation

/// Judges whether two profiles are of one person or agency, and says why.
///
/// A sum of weights, each the logarithm of how much more often two values meet so in one person
/// than in two (Fellegi and Sunter, "A Theory for Record Linkage", JASA 64, 1969): a rare name tells
/// more than a common one, a common office more than none. Values that one person can't have both
/// rule out that two are one, whatever else speaks for it. Pure: what is thought of two profiles
/// depends on them and on the tables alone.
public struct IdentityJudge: Sendable {
    let tables: IdentityTables

    /// Loads the tables that come with the library.
    ///
    /// - Throws: `LexiconError` where the tables are missing or at fault.
    public static func bundled() throws(LexiconError) -> IdentityJudge {
        try IdentityJudge(directory: LexiconTable.bundledDirectory())
    }

    /// Loads the tables of a folder.
    ///
    /// - Throws: `LexiconError` at the first fault, with its file and line.
    public init(directory: URL) throws(LexiconError) {
        tables = try IdentityTables(directory: directory)
    }

    /// Takes a profile's names and offices apart; done once, it serves any number of comparisons.
    public func reading(of profile: IdentityProfile) -> ProfileReading {
        ProfileReading(profile, tables)
    }

    /// Compares two profiles.
    public func compare(_ first: IdentityProfile, _ second: IdentityProfile) -> IdentityComparison {
        compare(reading(of: first), reading(of: second))
    }

    /// Compares two profiles that were read already. Their order doesn't matter but for that of the
    /// values in the findings.
    ///
    /// - Complexity: O(names² × letters² + offices²).
    public func compare(_ first: ProfileReading, _ second: ProfileReading) -> IdentityComparison {
        let (one, other) = (first.profile, second.profile)
        guard one.kind == other.kind else {
            return IdentityComparison([
                .init(
                    .kind, "different", IdentityComparison.excluding,
                    values: [one.kind.rawValue, other.kind.rawValue])
            ])
        }
        var findings: [IdentityComparison.Finding] = []
        switch one.kind {
        case .person: findings = persons(first, second)
        case .agency:
            findings = BodyComparer(tables: tables).compare(first, second)
            findings.append(.init(.prior, "two bodies of the news", -Self.priorOfBodies))
        case .country:
            let isSame = one.country != nil && one.country == other.country
            findings = [
                .init(
                    .country, isSame ? "same" : "different",
                    isSame ? 200 : IdentityComparison.excluding,
                    values: [one.country?.rawValue ?? "", other.country?.rawValue ?? ""])
            ]
        }
        if one.kind != .country, !one.documents.isDisjoint(with: other.documents) {
            findings.append(.init(.document, "two in one", IdentityComparison.excluding))
        }
        return IdentityComparison(findings)
    }

    /// Two persons that the news name are one in a hundred times, as the news name few people often.
    static let priorOfPersons = 65
    /// There are fewer bodies than people.
    static let priorOfBodies = 50

    private func persons(
        _ first: ProfileReading, _ second: ProfileReading
    ) -> [IdentityComparison.Finding] {
        let (one, other) = (first.profile, second.profile)
        let (likeness, names) = bestNames(first, second)
        var findings = [
            IdentityComparison.Finding(
                .name, likeness.level.rawValue, likeness.weight, values: names)
        ]
        if likeness.weight <= IdentityComparison.excluding { return findings }
        findings.append(country(one.country, other.country))
        let offices = OfficeComparer().compare(
            first.offices, second.offices, home: (one.country, other.country))
        findings.append(offices.finding)
        if likeness.isLone, !offices.isShared {
            findings.append(.init(.name, "one word alone, in no common office", -120))
        }
        if likeness.isUndivided, one.country == nil || other.country == nil {
            findings.append(.init(.name, "divided otherwise, in no common state", -150))
        }
        if let x = first.sex, let y = second.sex, x != y {
            findings.append(
                .init(
                    .sex, "different", IdentityComparison.excluding,
                    values: [x.rawValue, y.rawValue]))
        }
        findings.append(.init(.prior, "two persons of the news", -Self.priorOfPersons))
        return findings
    }

    /// How the names meet best.
    private func bestNames(
        _ first: ProfileReading, _ second: ProfileReading
    ) -> (NameLikeness, [String]) {
        let comparer = PersonNameComparer(tables: tables)
        let isHome = [first, second].contains { $0.profile.country == .vietnam }
        var best: (NameLikeness, [String])?
        for (place, one) in first.names.enumerated() {
            for (number, other) in second.names.enumerated() {
                // Of what is only called so elsewhere, one must be somebody's own name.
                if place > 0, number > 0 { continue }
                let likeness = comparer.compare(one, other, isHome: isHome)
                if likeness.weight > best?.0.weight ?? .min {
                    best = (likeness, [one.text, other.text])
                }
            }
        }
        return best ?? (.none(.other), [])
    }

    private func country(
        _ first: CountryCode?, _ second: CountryCode?
    ) -> IdentityComparison.Finding {
        let values = [first?.rawValue ?? "", second?.rawValue ?? ""]
        guard let first, let second else { return .init(.country, "unknown", 0, values: values) }
        if first != second {
            return .init(.country, "different", IdentityComparison.excluding, values: values)
        }
        // Half of all whom Vietnamese papers name serve Vietnam; that two do tells little.
        return .init(.country, "same", first == .vietnam ? 10 : 25, values: values)
    }
}

extension CountryCode {
    /// The state whose papers are read.
    static let vietnam = CountryCode("VN")
}
