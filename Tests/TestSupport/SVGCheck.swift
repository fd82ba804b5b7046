import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// An SVG as a strict parser of XML sees it.
public struct SVGCheck {
    /// One element.
    public struct Element {
        /// Its name, with its prefix.
        public var name: String
        /// Its attributes by name.
        public var attributes: [String: String]
        /// The text directly in it.
        public var text: String
    }

    /// The text is no well-formed XML.
    public struct NotWellFormed: Error, CustomStringConvertible {
        /// Where and why.
        public var description: String
    }

    /// Every element, in the order of the file.
    public private(set) var elements: [Element] = []

    /// Parses; throws where the text isn't well-formed.
    public init(_ text: String) throws {
        let parser = XMLParser(data: Data(text.utf8))
        let delegate = Delegate()
        parser.delegate = delegate
        guard parser.parse() else {
            throw NotWellFormed(
                description: "line \(parser.lineNumber): \(String(describing: parser.parserError))")
        }
        elements = delegate.elements
    }

    /// Every id, in the order of the file.
    public var ids: [String] { elements.compactMap { $0.attributes["id"] } }

    /// Every text shown, in the order of the file.
    public var texts: [String] { elements.filter { $0.name == "text" }.map(\.text) }

    /// The element of an id.
    public func element(id: String) -> Element? { elements.first { $0.attributes["id"] == id } }

    /// Whether nothing in the picture can run or load anything.
    public var isHarmless: Bool {
        let forbidden: Set = ["script", "foreignObject", "image", "iframe", "use", "object"]
        return elements.allSatisfy { element in
            !forbidden.contains(element.name)
                && element.attributes.allSatisfy { name, value in
                    let address = name.hasSuffix("href")
                    return !name.lowercased().hasPrefix("on")
                        && (!address || value.hasPrefix("https://") || value.hasPrefix("http://"))
                }
        }
    }

    private final class Delegate: NSObject, XMLParserDelegate {
        var elements: [Element] = []
        private var open: [Int] = []

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
            qualifiedName: String?, attributes: [String: String]
        ) {
            open.append(elements.count)
            elements.append(Element(name: name, attributes: attributes, text: ""))
        }

        func parser(
            _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
            qualifiedName: String?
        ) {
            open.removeLast()
        }

        func parser(_ parser: XMLParser, foundCharacters text: String) {
            if let last = open.last { elements[last].text += text }
        }
    }
}
