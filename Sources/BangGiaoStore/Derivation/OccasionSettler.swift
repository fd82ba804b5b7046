import BangGiaoKnowledge
import BangGiaoModel
import Foundation
import GRDB

/// Finds which reports of different documents tell of one occasion, and how many of them are
/// independent.
///
/// Looks at nothing but what shares kind, date and a member with what changed.
final class OccasionSettler {
    /// A meeting or an agreement with the labels of those who take part, written as keys.
    private enum Report {
        case meeting(KnownMeeting)
        case agreement(KnownAgreement)
    }

    private struct Loaded {
        var report: Report
        var block: Int64?
        var members: [Int64]
        var occasion: String?
    }

    private let derivation: Derivation
    private var database: Database { derivation.database }
    private var loaded: [FactKey: Loaded?] = [:]
    private var serves: [EntityKey: EntityKey] = [:]
    private var looked: Set<Int64> = []
    private var countries: [String: EntityKey?] = [:]

    init(derivation: Derivation) { self.derivation = derivation }

    /// Groups what may be one occasion with any of some facts.
    func settle(_ facts: Set<FactKey>) throws {
        var dirty = facts
        for fact in facts {
            guard let occasion = try load(fact)?.occasion else { continue }
            for row in try derivation.rows(
                "SELECT document, id FROM \(fact.table) WHERE occasion = ?", [occasion])
            {
                dirty.insert(FactKey(row["document"], fact.kind, row["id"]))
            }
        }
        var seen: Set<FactKey> = []
        for fact in dirty.sorted() where seen.insert(fact).inserted {
            var component: [FactKey] = []
            var queue = [fact]
            while let next = queue.popLast() {
                guard let report = try load(next) else { continue }
                component.append(next)
                queue += try neighbours(of: next, report).filter { seen.insert($0).inserted }
            }
            try write(component.sorted())
        }
    }

    /// The facts that may be one with a fact.
    private func neighbours(of fact: FactKey, _ own: Loaded) throws -> [FactKey] {
        guard let block = own.block else { return [] }
        var candidates: Set<FactKey> = []
        for member in Set(own.members) {
            for row in try derivation.rows(
                """
                SELECT DISTINCT document, fact FROM toldRole
                WHERE block = ? AND cluster = ? AND document <> ?
                """, [block, member, fact.document])
            {
                candidates.insert(FactKey(row["document"], fact.kind, row["fact"]))
            }
        }
        return try candidates.sorted().filter { candidate in
            guard let other = try load(candidate) else { return false }
            switch (own.report, other.report) {
            case (.meeting(let one), .meeting(let two)):
                return OccasionGrouping.links(one, two, serves: serves)
            case (.agreement(let one), .agreement(let two)):
                return OccasionGrouping.links(one, two)
            default: return false
            }
        }
    }

    private func write(_ component: [FactKey]) throws {
        guard let kind = component.first?.kind else { return }
        var groups = [[0]]
        if component.count > 1 {
            let reports = try component.compactMap { try load($0)?.report }
            let documents = component.map { DocumentID($0.document) }
            if kind == "meeting" {
                groups = OccasionGrouping.groups(
                    of: reports.compactMap { report in
                        if case .meeting(let meeting) = report { meeting } else { nil }
                    }, documents: documents, serves: serves)
            } else {
                groups = OccasionGrouping.groups(
                    of: reports.compactMap { report in
                        if case .agreement(let agreement) = report { agreement } else { nil }
                    }, documents: documents)
            }
        }
        for occasion in Set(try component.compactMap { try load($0)?.occasion }) {
            try derivation.execute("DELETE FROM occasion WHERE id = ?", [occasion])
        }
        for group in groups {
            let members = group.map { component[$0] }
            let occasion = members.count > 1 ? members[0].key : nil
            for member in members where try load(member)?.occasion != occasion {
                try derivation.execute(
                    "UPDATE \(member.table) SET occasion = ? WHERE document = ? AND id = ?",
                    [occasion, member.document, member.id])
                loaded[member]??.occasion = occasion
            }
            guard let occasion else { continue }
            let documents = Set(members.map(\.document)).sorted()
            try derivation.execute(
                "INSERT INTO occasion VALUES (?, ?, ?, ?)",
                [occasion, kind, documents.count, try independent(documents)])
        }
    }
}

extension OccasionSettler {
    /// Counts documents so that reprints of one text count once.
    private func independent(_ documents: [String]) throws -> Int {
        let sketches = try documents.map { id in
            let statement = try database.cachedStatement(
                sql: "SELECT sketch FROM article WHERE id = ?")
            return TextSketch(bytes: try Data.fetchOne(statement, arguments: [id]) ?? Data())
        }
        var shingles: [Int: Shingles] = [:]
        func text(_ place: Int) throws -> Shingles? {
            if let known = shingles[place] { return known }
            let document = try FactsLoader(
                database: database, scope: .one(DocumentID(documents[place])),
                file: derivation.file
            ).documents().first
            shingles[place] = document.map { Shingles($0) }
            return shingles[place]
        }
        var roots = Array(documents.indices)
        func root(_ place: Int) -> Int {
            var place = place
            while roots[place] != place { place = roots[place] }
            return place
        }
        for one in documents.indices {
            for other in documents.indices.dropFirst(one + 1)
            where root(one) != root(other) && sketches[one].mayBeReprint(of: sketches[other]) {
                if let first = try text(one), let second = try text(other),
                    first.isReprint(of: second)
                {
                    roots[root(other)] = root(one)
                }
            }
        }
        return documents.indices.count { roots[$0] == $0 }
    }

    private func load(_ fact: FactKey) throws -> Loaded? {
        if let known = loaded[fact] { return known }
        let result = try read(fact)
        loaded[fact] = .some(result)
        return result
    }

    private func read(_ fact: FactKey) throws -> Loaded? {
        guard
            let row = try derivation.rows(
                "SELECT * FROM \(fact.table) WHERE document = ? AND id = ?",
                [fact.document, fact.id]
            ).first
        else { return nil }
        let roles = try derivation.rows(
            """
            SELECT role, side, block, cluster FROM toldRole
            WHERE document = ? AND kind = ? AND fact = ? AND role IN ('side', 'party')
            ORDER BY side, place
            """, [fact.document, fact.kind, fact.id])
        var sides: [[EntityKey]] = []
        var members: [Int64] = []
        for role in roles {
            guard let label = role["cluster"] as Int64? else { continue }
            try learn(label)
            members.append(label)
            let side: Int = role["side"]
            while sides.count <= side { sides.append([]) }
            let key = Self.key(label)
            if !sides[side].contains(key) { sides[side].append(key) }
        }
        let date = (row["date"] as String?).flatMap { PartialDate($0) }
        let report: Report
        if fact.kind == "meeting" {
            let kind = Meeting.Kind(rawValue: row["kind"]) ?? .other
            report = .meeting(
                KnownMeeting(id: fact.key, kind: kind, sides: sides, date: date, sources: []))
        } else {
            let kind = Agreement.Kind(rawValue: row["kind"]) ?? .other
            let status = Agreement.Status(rawValue: row["status"]) ?? .agreed
            report = .agreement(
                KnownAgreement(
                    id: fact.key, kind: kind, parties: sides.first ?? [], title: row["title"],
                    date: date, status: status, sources: []))
        }
        return Loaded(
            report: report, block: roles.lazy.compactMap { $0["block"] as Int64? }.first,
            members: members, occasion: row["occasion"])
    }

    private static func key(_ label: Int64) -> EntityKey { EntityKey(rawValue: String(label)) }

    /// Learns which country a cluster serves.
    private func learn(_ label: Int64) throws {
        guard looked.insert(label).inserted,
            let row = try derivation.rows(
                "SELECT kind, country FROM cluster WHERE label = ?", [label]
            ).first, row["kind"] as String != "country", let code = row["country"] as String?
        else { return }
        if countries[code] == nil {
            let state = try derivation.label(of: EntityCell.state(CountryCode(code)).id)
            countries[code] = .some(state.map { Self.key($0) })
        }
        serves[Self.key(label)] = countries[code] ?? nil
    }
}
