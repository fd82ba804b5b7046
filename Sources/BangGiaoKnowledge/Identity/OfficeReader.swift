public import BangGiaoLexicon
public import BangGiaoModel
public import Foundation

/// Reads offices as a person writes them: "Bộ trưởng Bộ Ngoại giao", "Đại sứ Việt Nam tại Lào",
/// "Phó Thủ tướng, Bộ trưởng Ngoại giao".
public struct OfficeReader: Sendable {
    private struct Title: Sendable {
        var title: String
        var of: String
        var agency: String
    }

    private var titles = PhraseTable<Title>()
    private var portfolios = PhraseTable<String>()
    private let countries: CountryNames
    private let honorifics: Honorifics

    /// Loads the tables of a folder of the lexicon.
    ///
    /// - Throws: `LexiconError` where a table isn't what it must be.
    public init(directory: URL) throws(LexiconError) {
        let titles = try LexiconTable(
            "titles", in: directory, columns: ["form", "title", "of", "agency"])
        for row in titles.rows {
            self.titles.add(
                row["form"], Title(title: row["title"], of: row["of"], agency: row["agency"]))
        }
        let portfolios = try LexiconTable(
            "portfolios", in: directory, columns: ["portfolio", "ministry"])
        for row in portfolios.rows { self.portfolios.add(row["portfolio"], row["ministry"]) }
        countries = try CountryNames(
            LexiconTable(
                "country-forms", in: directory, columns: ["form", "code", "kind", "licence"]))
        honorifics = try Honorifics(
            LexiconTable("honorifics", in: directory, columns: ["form", "kind"]),
            sexes: LexiconTable("sexes", in: directory, columns: ["form", "sex"]))
    }

    /// Returns the state of a code such as `VN`, or of a name; nil where there is none.
    public func state(_ text: String) -> CountryCode? { countries.state(text) }

    /// Reads the offices of a text.
    ///
    /// - Parameter country: The state that is served, where the text names none.
    /// - Returns: At least one office, unless the text is empty; words that aren't understood make
    ///   a title of their own.
    public func offices(_ text: String, country: CountryCode?) -> Set<IdentityProfile.Office> {
        var parts: [String] = []
        let pieces = text.replacingOccurrences(of: " kiêm ", with: ", ")
            .split { $0 == "," || $0 == ";" }.map { $0.trimmingCharacters(in: .whitespaces) }
        for piece in pieces where !piece.isEmpty {
            if parts.isEmpty || opensOffice(piece) {
                parts.append(piece)
            } else {
                parts[parts.count - 1] += ", " + piece
            }
        }
        return Set(parts.map { office($0, country: country) })
    }

    private func opensOffice(_ text: String) -> Bool {
        let words = PhraseTable<Int>.words(text)
        return titles.prefix(of: Array(words.dropFirst(honorifics.status(words)?.count ?? 0)))
            != nil
    }

    private func office(_ text: String, country: CountryCode?) -> IdentityProfile.Office {
        var parts = text.split(whereSeparator: \.isWhitespace).map(String.init)[...]
        let words = PhraseTable<Int>.words(text)
        let status = honorifics.status(words)
        parts = parts.dropFirst(status?.count ?? 0)
        var office = IdentityProfile.Office(
            title: parts.joined(separator: " "), country: country,
            status: status.flatMap { Position.Status(rawValue: $0.kind) })
        let keys = parts.map { PhraseTable<Int>.words($0).joined(separator: " ") }
        guard let found = titles.prefix(of: keys) else { return office }
        office.title = found.value.title
        let rest = Array(parts.dropFirst(found.count))
        switch found.value.of {
        case "state", "envoy": place(rest, &office, isEnvoy: found.value.of == "envoy")
        case "ministry": office.body = ministry(rest, &office)
        case "implied", "agency":
            office.body = rest.isEmpty ? nil : rest.joined(separator: " ")
            if !found.value.agency.isEmpty,
                rest.isEmpty || countries.state(rest.joined(separator: " ")) != nil
            {
                office.country = countries.state(rest.joined(separator: " ")) ?? country
                office.body = found.value.agency
            }
        default: office.body = rest.isEmpty ? nil : rest.joined(separator: " ")
        }
        return office
    }

    /// Reads "Việt Nam tại Lào", "Chính phủ Lào", "tại Việt Nam".
    private func place(
        _ rest: [String], _ office: inout IdentityProfile.Office, isEnvoy: Bool
    ) {
        let words = PhraseTable<Int>.words(rest.joined(separator: " "))
        let at = words.firstIndex(of: TextFolding.key("tại"))
        let sender = Array(words[..<(at ?? words.count)])
        if let state = countries.suffix(of: sender)?.state { office.country = state }
        guard isEnvoy, let at else { return }
        let host = Array(words[(at + 1)...])
        if let state = countries.prefix(of: host)?.state {
            office.accreditedTo = state
        } else if !host.isEmpty {
            office.body = rest.suffix(host.count).joined(separator: " ")
        }
    }

    /// Reads what follows "Bộ trưởng": a ministry or its field, and perhaps a state.
    private func ministry(
        _ rest: [String], _ office: inout IdentityProfile.Office
    ) -> String? {
        let text = rest.joined(separator: " ")
        let words = PhraseTable<Int>.words(text)
        if words.isEmpty { return nil }
        if let state = countries.state(text) {
            office.country = state
            return nil
        }
        guard words.first != TextFolding.key("Bộ"), let field = portfolios.prefix(of: words) else {
            return text
        }
        if let end = countries.suffix(of: Array(words.dropFirst(field.count))) {
            office.country = end.state
            return field.value
        }
        return field.count == words.count ? field.value : text
    }
}
