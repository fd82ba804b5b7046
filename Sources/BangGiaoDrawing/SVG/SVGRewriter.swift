/// Walks libgvc's tree once and gives the tree that is written.
struct SVGRewriter {
    let options: SVGPostProcessor
    let widths: TextWidths
    private var usedIDs: Set<String> = []

    init(options: SVGPostProcessor, widths: TextWidths) {
        self.options = options
        self.widths = widths
        usedIDs = [options.prefix, "\(options.prefix)-title", "\(options.prefix)-desc"]
    }

    /// Where in the list of an object's texts the walk is.
    private struct Cursor {
        var lines: ArraySlice<TextWidths.Line>
    }

    mutating func rewritten(root: SVGElement) -> SVGElement {
        let prefix = options.prefix
        var svg = SVGElement(
            "svg",
            [
                ("xmlns", "http://www.w3.org/2000/svg"),
                ("xmlns:xlink", "http://www.w3.org/1999/xlink"), ("id", prefix),
            ])
        for name in ["viewBox", "width", "height"] {
            if let value = root[name] { svg[name] = value }
        }
        if options.sizing == .inline {
            let width = svg["width"]
            (svg["width"], svg["height"]) = (nil, nil)
            svg["style"] =
                "width:100%;height:auto" + (Self.length(width).map { ";max-width:\($0)" } ?? "")
        }
        if !options.darkColors.isEmpty { svg["class"] = SVGStyleSheet.automaticClass }
        svg["role"] = "img"
        let hasSummary = !options.summary.isEmpty
        svg["aria-labelledby"] = "\(prefix)-title" + (hasSummary ? " \(prefix)-desc" : "")
        svg["lang"] = options.language
        svg["xml:lang"] = options.language
        svg.children.append(
            .element(SVGElement("title", [("id", "\(prefix)-title")], [.text(options.title)])))
        if hasSummary {
            svg.children.append(
                .element(SVGElement("desc", [("id", "\(prefix)-desc")], [.text(options.summary)])))
        }
        svg.children.append(.element(SVGElement("style", [], [.text(SVGStyleSheet(options).text)])))
        var cursor = Cursor(lines: [])
        svg.children += rewritten(root.children, note: nil, &cursor)
        return svg
    }

    private mutating func rewritten(
        _ children: [SVGNode], note: SVGPostProcessor.Note?, _ cursor: inout Cursor
    ) -> [SVGNode] {
        var result: [SVGNode] = []
        result.reserveCapacity(children.count)
        for child in children {
            guard case .element(let element) = child else {
                result.append(child)
                continue
            }
            switch element.name {
            case "title", "desc", "svg": continue
            case "g": result.append(.element(rewritten(group: element, &cursor)))
            case "a":
                let inner = rewritten(element.children, note: note, &cursor)
                let address = element["xlink:href"] ?? element["href"]
                if note == nil, let link = address.flatMap({ SVGText.webAddress($0) }) {
                    result.append(.element(Self.link(to: link, inner)))
                } else {
                    result += inner
                }
            case "text": result.append(.element(rewritten(text: element, &cursor)))
            default:
                var shape = element
                clean(&shape)
                shape.children = rewritten(element.children, note: note, &cursor)
                result.append(.element(shape))
            }
        }
        return result
    }

    /// A node, an edge, a cluster, a cell of a table, or the whole.
    private mutating func rewritten(group: SVGElement, _ outer: inout Cursor) -> SVGElement {
        var group = group
        let id = group["id"] ?? ""
        // libgvc puts "a_" before the id of what it takes for a link.
        let token = options.notes[id] == nil && id.hasPrefix("a_") ? String(id.dropFirst(2)) : id
        let note = options.notes[token]
        clean(&group, token: token)
        let children = group.children
        if let lines = widths.lines[id] {
            var cursor = Cursor(lines: lines[...])
            group.children = rewritten(children, note: note, &cursor)
        } else {
            group.children = rewritten(children, note: note, &outer)
        }
        guard let note else { return group }
        for (name, value) in note.attributes.sorted(by: { $0.key < $1.key }) {
            let name = name.lowercased().filter { $0.isASCII && ($0.isLetter || $0 == "-") }
            if !name.isEmpty { group["data-" + name] = value }
        }
        let titleID = unique("\(token)-title")
        if let address = note.href.flatMap({ SVGText.webAddress($0) }) {
            var link = Self.link(to: address, group.children)
            link["aria-labelledby"] = titleID
            group.children = [.element(link)]
        }
        group.children.insert(
            .element(SVGElement("title", [("id", titleID)], [.text(note.title)])), at: 0)
        return group
    }

    private mutating func rewritten(
        text original: SVGElement, _ cursor: inout Cursor
    ) -> SVGElement {
        var element = original
        clean(&element)
        guard options.fitsText, let line = cursor.lines.popFirst() else { return element }
        let text = element.text
        // Blanks at the ends are drawn by none and counted by libgvc.
        guard line.text == text, line.width > 0, text.count > 1, text.first != " ",
            text.last != " "
        else { return element }
        element["textLength"] = Self.number(line.width)
        element["lengthAdjust"] = "spacingAndGlyphs"
        return element
    }

    /// Gives the element a name of its own in any page, and only values that SVG 1.1 knows.
    private mutating func clean(_ element: inout SVGElement, token: String? = nil) {
        for name in ["fill", "stroke"] where element[name] == "transparent" {
            element[name] = "none"
        }
        for name in ["fill", "stroke", "clip-path"] {
            guard let value = element[name], value.hasPrefix("url(#") else { continue }
            element[name] = "url(#\(options.prefix)-" + value.dropFirst("url(#".count)
        }
        if let id = element["id"] { element["id"] = unique(token ?? id) }
    }

    private mutating func unique(_ id: String) -> String {
        let wanted = options.prefix + "-" + id
        var result = wanted
        var number = 2
        while !usedIDs.insert(result).inserted {
            result = "\(wanted)-\(number)"
            number += 1
        }
        return result
    }

    private static func link(to address: String, _ children: [SVGNode]) -> SVGElement {
        SVGElement(
            "a", [("xlink:href", address), ("target", "_blank"), ("rel", "noopener")], children)
    }

    /// A length in points, where it is one.
    private static func length(_ text: String?) -> String? {
        guard let text, text.hasSuffix("pt"), Double(text.dropLast(2)) != nil else { return nil }
        return text
    }

    /// At most two digits after the point.
    private static func number(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        if rest == 0 { return String(whole) }
        if rest % 10 == 0 { return "\(whole).\(rest / 10)" }
        return rest < 10 ? "\(whole).0\(rest)" : "\(whole).\(rest)"
    }
}
