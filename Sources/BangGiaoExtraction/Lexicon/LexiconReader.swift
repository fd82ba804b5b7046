import BangGiaoLexicon
import BangGiaoModel
import Foundation

/// Reads the typed entries of the tables in a folder.
struct LexiconReader {
    let directory: URL

    func countryNames() throws(LexiconError) -> [CountryCode: String] {
        let table = try LexiconTable(
            "countries", in: directory, columns: ["code", "name"], required: ["code", "name"],
            key: ["code"])
        return Dictionary(
            table.rows.map { (CountryCode($0["code"]), $0["name"]) },
            uniquingKeysWith: { first, _ in first })
    }

    func countryForms() throws(LexiconError) -> [CountryForm] {
        try read("country-forms", ["form", "code", "kind", "licence"], key: ["form"]) {
            row throws(LexiconError) in
            guard let kind = CountryForm.Kind(rawValue: row["kind"]) else {
                throw row.unknownValue("kind")
            }
            guard let licence = CountryForm.Licence(rawValue: row["licence"]) else {
                throw row.unknownValue("licence")
            }
            return CountryForm(
                form: row["form"], code: CountryCode(row["code"]), kind: kind, licence: licence)
        }
    }

    func agencies() throws(LexiconError) -> [KnownAgency] {
        try read(
            "agencies", ["form", "name", "country", "kind"], optional: ["parent"],
            key: ["form", "country"]
        ) { row throws(LexiconError) in
            guard let kind = AgencyKind(rawValue: row["kind"]) else {
                throw row.unknownValue("kind")
            }
            let state: KnownAgency.State =
                switch row["country"] {
                case "-": .international
                case "*": .context
                default: .country(CountryCode(row["country"]))
                }
            return KnownAgency(
                form: row["form"], name: row["name"], state: state, parent: row["parent"],
                kind: kind)
        }
    }

    func heads() throws(LexiconError) -> [AgencyHead] {
        try read("agency-heads", ["head", "level", "kind", "bare"], key: ["head"]) {
            row throws(LexiconError) in
            guard let kind = AgencyKind(rawValue: row["kind"]) else {
                throw row.unknownValue("kind")
            }
            guard let level = Int(row["level"]) else { throw row.unknownValue("level") }
            return AgencyHead(
                head: row["head"], level: level, kind: kind, isBare: row["bare"] == "yes")
        }
    }

    func portfolios() throws(LexiconError) -> [Portfolio] {
        try read("portfolios", ["portfolio", "ministry"], key: ["portfolio"]) {
            row throws(LexiconError) in
            Portfolio(form: row["portfolio"], ministry: row["ministry"])
        }
    }

    func titles() throws(LexiconError) -> [TitleForm] {
        try read("titles", ["form", "title", "of"], optional: ["agency", "head"], key: ["form"]) {
            row throws(LexiconError) in
            guard let holding = TitleForm.Holding(rawValue: row["of"]) else {
                throw row.unknownValue("of")
            }
            return TitleForm(
                form: row["form"], title: row["title"], holding: holding, agency: row["agency"],
                head: row["head"])
        }
    }

    func honorifics() throws(LexiconError) -> [Honorific] {
        try read("honorifics", ["form", "kind"], key: ["form"]) { row throws(LexiconError) in
            guard let kind = Honorific.Kind(rawValue: row["kind"]) else {
                throw row.unknownValue("kind")
            }
            return Honorific(form: row["form"], kind: kind)
        }
    }

    func places() throws(LexiconError) -> [KnownPlace] {
        try read("places", ["form", "kind"], optional: ["country"], key: ["form"]) {
            row throws(LexiconError) in
            guard let kind = KnownPlace.Kind(rawValue: row["kind"]) else {
                throw row.unknownValue("kind")
            }
            let code = row["country"]
            let known = !code.isEmpty && code != "-"
            return KnownPlace(
                form: row["form"], country: known ? CountryCode(code) : nil, kind: kind)
        }
    }

    /// The surnames by kind.
    func surnames() throws(LexiconError) -> Surnames {
        let table = try LexiconTable(
            "surnames", in: directory, columns: ["surname", "kind"], required: ["surname"],
            key: ["surname"])
        var result = Surnames()
        for row in table.rows {
            guard let first = Tokenizer().tokens(of: row["surname"]).first else { continue }
            let kinds = row.values("kind")
            result.eastern.insert(first.key)
            if kinds.contains("vietnamese") || kinds.contains("rarely-vietnamese") {
                result.vietnamese.insert(first.key)
            } else if !first.isAccented {
                if kinds.contains("korean") { result.korean.insert(first.key) }
                if kinds.contains("chinese") { result.chinese.insert(first.key) }
            }
            if kinds.contains("rarely-vietnamese") { result.rare.insert(first.key) }
        }
        return result
    }

    /// The known persons, each followed by the short form that names him alone.
    func persons() throws(LexiconError) -> [KnownPerson] {
        let table = try LexiconTable(
            "persons", in: directory, columns: ["name", "country", "short"],
            required: ["name", "country", "short"], key: ["name"])
        var result: [KnownPerson] = []
        var states: [String: CountryCode?] = [:]
        for row in table.rows {
            let country = row["country"] == "-" ? nil : CountryCode(row["country"])
            let words = row["name"].split(separator: " ")
            result.append(
                KnownPerson(form: row["name"], country: country, isShort: words.count == 1))
            guard row["short"] == "yes", let last = words.last else { continue }
            let short = String(last)
            // Of two persons with one short form neither is meant for sure.
            if let other = states[short], other != country { throw row.unknownValue("short") }
            if states.updateValue(country, forKey: short) == nil {
                result.append(KnownPerson(form: short, country: country, isShort: true))
            }
        }
        return result
    }

    func givenNames() throws(LexiconError) -> Set<WordKey> {
        let table = try LexiconTable(
            "given-names", in: directory, columns: ["name"], required: ["name"], key: ["name"])
        return Set(table.rows.map { WordKey($0["name"]) })
    }

    /// The tables of cues: all have the same columns.
    func cues() throws(LexiconError) -> [Cue] {
        var result: [Cue] = []
        for name in ["grammar-words", "date-words", "meeting-cues", "agreement-cues"] {
            result += try read(
                name, ["form", "class"], optional: ["value"], key: ["form", "class"]
            ) { row throws(LexiconError) in
                guard let kind = CueKind(rawValue: row["class"]) else {
                    throw row.unknownValue("class")
                }
                return Cue(table: name, form: row["form"], kind: kind, value: row["value"])
            }
        }
        return result
    }

    private func read<Entry>(
        _ name: String, _ required: [String], optional: [String] = [], key: [String],
        _ make: (LexiconTable.Row) throws(LexiconError) -> Entry
    ) throws(LexiconError) -> [Entry] {
        let table = try LexiconTable(
            name, in: directory, columns: required + optional, required: required, key: key)
        var result: [Entry] = []
        for row in table.rows { result.append(try make(row)) }
        return result
    }
}
