import BangGiaoLexicon
import BangGiaoModel
import Foundation
import TestSupport
import Testing

/// A table of words with what the loader asks of it.
struct WordTable: Sendable, CustomTestStringConvertible {
    var name: String
    var columns: [String]
    /// Columns that may be empty.
    var optional: Set<String> = []
    /// Columns that together differ from row to row.
    var key: [String]
    /// The values a column knows.
    var values: [String: Set<String>] = [:]
    /// Fewer entries than this mean that a part was lost.
    var least: Int

    var testDescription: String { name }

    func load() throws -> LexiconTable {
        try LexiconTable(
            name, in: Repository.lexicon, columns: columns,
            required: columns.filter { !optional.contains($0) }, key: key)
    }

    static func named(_ name: String) throws -> LexiconTable {
        try #require(all.first { $0.name == name }).load()
    }

    static let agencyKinds: Set = [
        "association", "company", "court", "department", "embassy", "government",
        "international", "military", "ministry", "other", "parliament", "party", "press",
        "research", "university",
    ]

    static let all = [
        WordTable(
            name: "countries", columns: ["code", "name", "long", "english"], key: ["code"],
            least: 249),
        WordTable(
            name: "country-forms", columns: ["form", "code", "kind", "licence", "source"],
            key: ["form"],
            values: [
                "kind": ["capital", "epithet", "long", "name", "short", "spelling"],
                "licence": ["dyad", "free", "licensed"],
            ], least: 2000),
        WordTable(
            name: "agencies", columns: ["form", "name", "country", "parent", "kind", "source"],
            optional: ["parent"], key: ["form", "country"], values: ["kind": agencyKinds],
            least: 3000),
        WordTable(
            name: "agency-heads",
            columns: ["head", "level", "kind", "bare", "example", "source"],
            optional: ["example"], key: ["head"],
            values: [
                "level": ["1", "2", "3", "4", "5", "6", "7"], "kind": agencyKinds,
                "bare": ["no", "yes"],
            ], least: 300),
        WordTable(
            name: "portfolios", columns: ["portfolio", "ministry", "source"],
            key: ["portfolio"], least: 500),
        WordTable(
            name: "titles", columns: ["form", "title", "of", "agency", "head", "source"],
            optional: ["agency", "head"], key: ["form"],
            values: ["of": ["agency", "envoy", "implied", "ministry", "role", "state"]],
            least: 500),
        WordTable(
            name: "honorifics", columns: ["form", "kind", "source"], key: ["form"],
            values: [
                "kind": ["academic", "acting", "designate", "former", "honorific", "rank"]
            ], least: 150),
        WordTable(
            name: "surnames", columns: ["surname", "kind", "source"], key: ["surname"],
            values: ["kind": ["chinese", "korean", "rarely-vietnamese", "vietnamese"]],
            least: 300),
        WordTable(name: "given-names", columns: ["name", "source"], key: ["name"], least: 1000),
        WordTable(
            name: "persons", columns: ["name", "country", "short", "source"], key: ["name"],
            values: ["short": ["no", "yes"]], least: 1000),
        WordTable(
            name: "sino-readings", columns: ["syllable", "system", "readings", "source"],
            key: ["syllable", "system"], values: ["system": ["korean", "other", "pinyin"]],
            least: 600),
        WordTable(
            name: "romanisations", columns: ["spelling", "where", "folded", "example", "source"],
            key: ["spelling", "where"], values: ["where": ["any", "end", "start", "whole"]],
            least: 150),
        WordTable(
            name: "transliterations",
            columns: ["latin", "press", "where", "cost", "example", "source"],
            key: ["latin", "press", "where"],
            values: ["where": ["any", "end", "start"], "cost": ["0", "1", "2", "3"]], least: 300),
        WordTable(
            name: "name-shares", columns: ["name", "place", "share", "source"],
            key: ["name", "place"],
            values: ["place": ["foreign", "given", "middle", "surname"]], least: 600),
        WordTable(
            name: "name-particles", columns: ["particle", "kind", "source"], key: ["particle"],
            values: ["kind": ["article", "generation", "link", "number", "style"]], least: 40),
        WordTable(
            name: "title-ranks", columns: ["title", "rank", "holders", "example", "source"],
            key: ["title"],
            values: [
                "rank": ["1", "2", "3", "4", "5", "6", "7", "8", "9"], "holders": ["many", "one"],
            ], least: 100),
        WordTable(
            name: "renamed-bodies", columns: ["name", "later", "country", "source"],
            key: ["name", "later", "country"], least: 15),
        WordTable(
            name: "body-words", columns: ["word", "role", "example", "source"],
            key: ["word", "role"],
            values: ["role": ["above", "envoy", "honour", "joining", "mission", "place"]],
            least: 20),
        WordTable(name: "common-bodies", columns: ["name", "source"], key: ["name"], least: 50),
        WordTable(
            name: "sexes", columns: ["form", "sex", "source"], key: ["form"],
            values: ["sex": ["female", "male"]], least: 15),
        WordTable(
            name: "places", columns: ["form", "country", "kind", "source"], key: ["form"],
            values: ["kind": ["city", "province", "region", "venue"]], least: 1500),
        WordTable(
            name: "confidence", columns: ["trait", "weight", "right", "of", "source"],
            key: ["trait"], least: 50),
    ]
}

struct LexiconTablesTests {
    @Test(arguments: WordTable.all)
    func tablesLoadAndKnowTheirValues(table: WordTable) throws {
        let rows = try table.load().rows
        #expect(rows.count >= table.least)
        for row in rows {
            for (column, known) in table.values {
                let values = row.values(column)
                let isKnown = !values.isEmpty && known.isSuperset(of: values)
                #expect(isKnown, "line \(row.line)")
            }
        }
    }

    @Test(arguments: WordTable.all)
    func rowsAreSortedByTheirKey(table: WordTable) throws {
        let keys = try table.load().rows.map { row in
            table.key.map { Array(row[$0].unicodeScalars) }
        }
        for (before, after) in zip(keys, keys.dropFirst()) {
            #expect(Self.precedes(before, after), "\(Self.text(before)) … \(Self.text(after))")
        }
    }

    @Test(arguments: WordTable.all)
    func noFormStandsTwiceInAnotherCaseOrTonePlacement(table: WordTable) throws {
        var seen: Set<[String]> = []
        for row in try table.load().rows {
            let key = table.key.map { TextFolding.key(row[$0]) }
            let isNew = seen.insert(key).inserted
            #expect(isNew, "line \(row.line): \(key)")
        }
    }

    @Test func everyFormNamesAKnownCountry() throws {
        let codes = Set(try WordTable.named("countries").rows.map { $0["code"] })
        for row in try WordTable.named("country-forms").rows {
            let isKnown = codes.contains(row["code"])
            #expect(isKnown, "line \(row.line)")
        }
        for row in try WordTable.named("agencies").rows {
            let isKnown = codes.union(["-", "*"]).contains(row["country"])
            #expect(isKnown, "line \(row.line)")
        }
        for name in ["places", "persons"] {
            for row in try WordTable.named(name).rows {
                let isKnown = codes.union(["-"]).contains(row["country"])
                #expect(isKnown, "\(name), line \(row.line)")
            }
        }
    }

    @Test func everyCountryIsFoundUnderItsNameAndOfficialForm() throws {
        var codes: [String: String] = [:]
        for row in try WordTable.named("country-forms").rows {
            codes[TextFolding.key(row["form"])] = row["code"]
        }
        for row in try WordTable.named("countries").rows {
            for column in ["name", "long", "english"] {
                let form = row[column]
                let code = codes[TextFolding.key(form)]
                #expect(code == row["code"], "\(form)")
            }
        }
    }

    @Test func everyAgencyStandsUnderItsOwnNameAndUnderAKnownParent() throws {
        let rows = try WordTable.named("agencies").rows
        let forms = Set(rows.map { [TextFolding.key($0["form"]), $0["country"]] })
        let names = Set(rows.map { [$0["name"], $0["country"]] })
        for row in rows {
            let own = [TextFolding.key(row["name"]), row["country"]]
            let isFound = forms.contains(own) || forms.contains([own[0], "*"])
            #expect(isFound, "line \(row.line)")
            let parent = row["parent"]
            if parent.isEmpty { continue }
            let known = names.contains([parent, row["country"]]) || names.contains([parent, "*"])
            #expect(known, "line \(row.line): \(parent)")
        }
    }

    @Test func noPlaceIsAlsoACountryUnlessItIsACapital() throws {
        var kinds: [String: String] = [:]
        for row in try WordTable.named("country-forms").rows {
            kinds[TextFolding.key(row["form"])] = row["kind"]
        }
        for row in try WordTable.named("places").rows {
            let kind = kinds[TextFolding.key(row["form"])]
            #expect(kind == nil || kind == "capital", "line \(row.line): \(row["form"])")
        }
    }

    @Test func titlesSayWhatTheyAreHeldOf() throws {
        let table = try WordTable.named("agency-heads")
        let heads = Set(table.rows.map { TextFolding.key($0["head"]) })
        for row in try WordTable.named("titles").rows {
            let namesBody = !row["agency"].isEmpty
            let mayNameBody = ["implied", "agency"].contains(row["of"])
            #expect(namesBody || row["of"] != "implied", "line \(row.line)")
            #expect(mayNameBody || !namesBody, "line \(row.line)")
            if row["head"].isEmpty { continue }
            let isKnown = heads.contains(TextFolding.key(row["head"]))
            #expect(isKnown, "line \(row.line): \(row["head"])")
        }
    }

    @Test func ministriesAreNamedInFull() throws {
        for row in try WordTable.named("portfolios").rows {
            let ministry = row["ministry"]
            #expect(ministry.hasPrefix("Bộ ") || ministry.hasPrefix("Văn phòng "), "\(ministry)")
            #expect(!ministry.contains("&"), "\(ministry)")
        }
    }

    @Test func formsThatMatchOnlyCapitalisedHaveACapital() throws {
        let tables = [("agencies", "form"), ("portfolios", "portfolio"), ("agency-heads", "head")]
        for (name, column) in tables {
            for row in try WordTable.named(name).rows {
                let form = row[column]
                let isAddress = form.contains(".")
                #expect(form.contains(where: \.isUppercase) || isAddress, "\(form)")
            }
        }
    }

    private static func precedes(
        _ before: [[Unicode.Scalar]], _ after: [[Unicode.Scalar]]
    ) -> Bool {
        for (left, right) in zip(before, after) where left != right {
            return left.lexicographicallyPrecedes(right)
        }
        return false
    }

    private static func text(_ key: [[Unicode.Scalar]]) -> String {
        key.map { String(String.UnicodeScalarView($0)) }.joined(separator: " | ")
    }
}
