public import ArgumentParser
public import BangGiao
import Foundation

/// What is drawn and how, wherever a command or a report draws.
struct DrawingOptions: ParsableArguments, Sendable {
    /// Where a picture goes to.
    enum Purpose: String, CaseIterable, ExpressibleByArgument, Sendable {
        /// Browsers: each text is told how wide it is.
        case web
        /// Word, LibreOffice, Inkscape: they stretch such texts badly.
        case office
    }

    @Option(help: ArgumentHelp("Whom to draw with all around: a name or a key.", valueName: "name"))
    var around: String?

    @Option(help: ArgumentHelp("How far around. (default: 1)", valueName: "n"))
    var hops: Int?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("What two had to do with each other.", valueName: "names"))
    var between: [String] = []

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("How two are connected.", valueName: "names"))
    var path: [String] = []

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("What connects several.", valueName: "names"))
    var connect: [String] = []

    @Option(help: ArgumentHelp("What one article tells: its id.", valueName: "id"))
    var document: String?

    @Flag(help: "Everything: as without any of the above.")
    var all = false

    @OptionGroup var filter: FilterOptions

    @Option(
        help: ArgumentHelp(
            "Of one country what it took part in, of several what two of them took part in: codes "
                + "or names, by commas.", valueName: "list"))
    var countries: String?

    @Option(help: "How to draw. (default: as the size allows)")
    var style: DrawingStyle?

    @Option(help: "The language of types, legend and dates; names stay as they are.")
    var language = DrawingLanguage.vietnamese

    @Option(help: "The colours; auto follows the reader's browser.")
    var theme = DrawingTheme.light

    @Option(help: ArgumentHelp("The headline.", valueName: "text"))
    var title: String?

    @Option(help: "Draws several figures: one a year, or one a country.")
    var split: DrawingRequest.Split?

    @Option(help: "Graphviz's engine. (default: the one that the style is made for)")
    var engine: LayoutEngine?

    @Option(name: .customLong("for"), help: "What an SVG is for.")
    var purpose = Purpose.web

    func validate() throws {
        if let hops {
            if around == nil { throw ValidationError("--hops needs --around NAME.") }
            if hops < 0 { throw ValidationError("--hops needs a number from 0 up.") }
        }
        for (name, ends) in [("between", between), ("path", path)]
        where ![0, 2].contains(ends.count) {
            throw ValidationError("--\(name) needs two names.")
        }
        if countries != nil, countryWords.isEmpty {
            throw ValidationError("--countries needs codes or names, by commas.")
        }
        if connect.count == 1 { throw ValidationError("--connect needs two names or more.") }
        let chosen = [
            around != nil, !between.isEmpty, !path.isEmpty, !connect.isEmpty, document != nil,
            all,
        ]
        if chosen.count(where: \.self) > 1 {
            throw ValidationError(
                "--around, --between, --path, --connect, --document and --all exclude each other.")
        }
    }

    /// Returns what is asked for, with keys in place of names.
    ///
    /// - Throws: `NameError` where a name leads to no single entity.
    func request(of knowledge: KnowledgeBase, showsNumbers: Bool) throws -> DrawingRequest {
        DrawingRequest(
            try selection(in: knowledge), facts: try filter.filter(),
            countries: try countryCodes(in: knowledge), style: style, language: language,
            theme: theme, title: title, engine: engine, split: split, showsNumbers: showsNumbers)
    }

    /// Returns the figures, and tells of those that hold more than fits on a page.
    func figures(
        of knowledge: KnowledgeBase, showsNumbers: Bool, on console: Console
    ) throws -> [Figure] {
        let request = try request(of: knowledge, showsNumbers: showsNumbers)
        let figures = try FigureMaker(knowledge).figures(for: request)
        for advice in figures.compactMap(\.advice) { console.complain("warning: \(advice)") }
        return figures
    }

    /// Returns a figure as a file.
    func picture(of figure: Figure, as format: PictureFormat) throws -> Data {
        guard let drawing = format.drawing else {
            return Data(try PageWriter().write(figure.diagram).utf8)
        }
        let renderer = DiagramRenderer(fitsText: purpose == .web)
        return try renderer.render(figure.diagram, as: drawing)
    }

    private func selection(in knowledge: KnowledgeBase) throws -> DrawingRequest.Selection {
        let finder = EntityFinder(knowledge)
        if let around { return .around(try finder.entity(around).key, hops: hops ?? 1) }
        if between.count == 2 {
            return .between(try finder.entity(between[0]).key, try finder.entity(between[1]).key)
        }
        if path.count == 2 {
            return .path(
                from: try finder.entity(path[0]).key, to: try finder.entity(path[1]).key)
        }
        if !connect.isEmpty { return .connection(try connect.map { try finder.entity($0).key }) }
        if let document { return .document(DocumentID(document)) }
        return .all
    }
}

extension DrawingOptions {
    /// The words of `--countries`.
    private var countryWords: [String] {
        (countries ?? "").split(separator: ",")
            .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    /// Codes of ISO 3166-1 as they are, names as the store knows them.
    private func countryCodes(in knowledge: KnowledgeBase) throws -> Set<CountryCode> {
        let finder = EntityFinder(knowledge)
        let known = Set(knowledge.entities.compactMap(\.country))
        return Set(
            try countryWords.map { word in
                if word.utf8.count == 2, word.allSatisfy(\.isLetter) {
                    let code = CountryCode(word.uppercased())
                    guard known.contains(code) else {
                        throw QuestionError(
                            "--countries: nobody in the store is of \(word); give other countries.")
                    }
                    return code
                }
                guard let code = try finder.entity(word).country else {
                    throw QuestionError("--countries: \"\(word)\" is of no country.")
                }
                return code
            })
    }
}

extension DrawingStyle: ExpressibleByArgument {}
extension DrawingTheme: ExpressibleByArgument {}
extension DrawingLanguage: ExpressibleByArgument {}
extension DrawingRequest.Split: ExpressibleByArgument {}
extension LayoutEngine: ExpressibleByArgument {}
extension Footnotes.Format: ExpressibleByArgument {}
