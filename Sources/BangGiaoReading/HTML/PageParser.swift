import BangGiaoModel
import CLibXML2

/// Reads a page of HTML by libxml2's HTML parser, which closes and nests tags as browsers do.
struct PageParser {
    /// Pages up to this size may be nested to any depth. The parser's time is the product of depth
    /// and closing tags, so that larger ones are read to a depth of 256 only.
    private static let deepLimit = 256 * 1024

    private let cues: PageCues
    private var page = Page()
    private var buffer: [UInt8] = []
    private var linkBytes = 0
    private var links = 0
    /// Where the last link in the buffer ends.
    private var linkEnd = 0
    /// The elements that begin blocks, from the outermost to the one at hand.
    private var open: [Int] = []
    private var frames: [Frame] = []

    /// An element that was gone into.
    private struct Frame {
        var isInline: Bool
        var isLink: Bool
    }

    private init(cues: PageCues) { self.cues = cues }

    /// Returns the blocks of a page; nil where the parser finds none.
    ///
    /// - Parameter encoding: The name of the encoding; nil where the page itself tells it.
    static func parse(_ bytes: [UInt8], encoding: String?, cues: PageCues) -> Page? {
        xmlInitParser()
        guard let context = htmlNewParserCtxt() else { return nil }
        defer { htmlFreeParserCtxt(context) }
        var options = Int32(HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue)
        options |= Int32(HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue)
        if bytes.count <= deepLimit { options |= Int32(XML_PARSE_HUGE.rawValue) }
        let document = bytes.withUnsafeBytes { raw in
            htmlCtxtReadMemory(
                context, raw.bindMemory(to: CChar.self).baseAddress, Int32(raw.count), nil,
                encoding, options)
        }
        guard let document else { return nil }
        defer { xmlFreeDoc(document) }
        guard let root = xmlDocGetRootElement(document) else { return nil }
        var parser = PageParser(cues: cues)
        parser.walk(root)
        parser.page.isCut = context.pointee.disableSAX != 0
        return parser.page
    }

    /// Goes through all nodes without recursion, however deep they are nested.
    private mutating func walk(_ root: xmlNodePtr) {
        var node = root
        while true {
            if enter(node), let child = node.pointee.children {
                node = child
                continue
            }
            while node.pointee.next == nil || node == root {
                guard node != root, let parent = node.pointee.parent else {
                    flush()
                    return
                }
                leave(parent)
                node = parent
                if node == root {
                    flush()
                    return
                }
            }
            if let next = node.pointee.next { node = next }
        }
    }

    /// Takes a node in; returns whether to go into it.
    private mutating func enter(_ node: xmlNodePtr) -> Bool {
        switch node.pointee.type {
        case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
            append(node.pointee.content)
            return false
        case XML_ELEMENT_NODE:
            break
        default:
            return false
        }
        let tag = Self.string(node.pointee.name) ?? ""
        if tag == "br" {
            if !buffer.isEmpty { buffer.append(0x0A) }
            return false
        }
        let part = cues.part(ofTag: tag)
        if part == .dropped {
            takeHead(node, tag)
            return false
        }
        if let time = attribute("datetime", of: node), tag == "time", let element = open.last {
            page.times.append((element, time))
        }
        let own = marks(node, part, tag)
        let isInline = Self.inlineTags.contains(tag) && !isOwnBlock(own, tag)
        if node.pointee.children == nil {
            if !isInline { flush() }
            return false
        }
        frames.append(Frame(isInline: isInline, isLink: tag == "a"))
        if tag == "a" {
            // Links side by side are words of their own.
            if links == 0, linkBytes > 0, buffer.count == linkEnd { buffer.append(0x20) }
            links += 1
        }
        if isInline { return true }
        flush()
        open.append(page.elements.count)
        page.elements.append(
            Page.Element(
                parent: open.count > 1 ? open[open.count - 2] : -1, tag: tag, part: own,
                blocks: page.blocks.count..<page.blocks.count))
        return true
    }

    /// Whether an inline element stands for itself: the day or the writer in a line of notes, but
    /// not a word within a paragraph.
    private func isOwnBlock(_ part: PageCues.Part?, _ tag: String) -> Bool {
        guard part != nil, let parent = open.last else { return false }
        return page.elements[parent].tag != "p"
    }

    private mutating func leave(_ node: xmlNodePtr) {
        guard let frame = frames.popLast() else { return }
        if !frame.isInline { flush() }
        if frame.isLink {
            links -= 1
            linkEnd = buffer.count
        }
        if frame.isInline { return }
        guard let element = open.popLast() else { return }
        let start = page.elements[element].blocks.lowerBound
        page.elements[element].blocks = start..<page.blocks.count
    }

    /// Ends the block at hand.
    private mutating func flush() {
        while let last = buffer.last, last <= 0x20 { buffer.removeLast() }
        if !buffer.isEmpty, let element = open.last {
            page.blocks.append(
                Page.Block(element: element, bytes: buffer, linkBytes: linkBytes))
        }
        buffer = []
        linkBytes = 0
    }

    /// Adds text, its runs of spaces made one.
    private mutating func append(_ content: UnsafeMutablePointer<xmlChar>?) {
        guard var place = content else { return }
        let before = buffer.count
        while place.pointee != 0 {
            let byte = place.pointee
            let isNoBreak = byte == 0xC2 && place[1] == 0xA0
            if byte <= 0x20 || isNoBreak {
                if let last = buffer.last, last > 0x20 { buffer.append(0x20) }
                place += isNoBreak ? 2 : 1
            } else {
                buffer.append(byte)
                place += 1
            }
        }
        if links > 0 { linkBytes += buffer.count - before }
    }

    /// Tags that begin no block.
    private static let inlineTags: Set<String> = [
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn",
        "em", "font", "i", "img", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span",
        "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    ]
}

extension PageParser {
    private func marks(_ node: xmlNodePtr, _ tagPart: PageCues.Part?, _ tag: String) -> PageCues
        .Part?
    {
        // The frame of the page is named after everything on it.
        if tag == "html" || tag == "body" { return nil }
        let told = cues.part(
            role: attribute("role", of: node), itemprop: attribute("itemprop", of: node),
            names: [attribute("class", of: node), attribute("id", of: node)].compactMap(\.self))
        return tagPart == nil || tagPart == .story ? told ?? tagPart : tagPart
    }

    /// Takes what the head of a page says, and what scripts and times say in their attributes.
    private mutating func takeHead(_ node: xmlNodePtr, _ tag: String) {
        if tag == "script" {
            takeScript(node)
            return
        }
        guard tag == "head" else { return }
        var child = node.pointee.children
        while let element = child {
            defer { child = element.pointee.next }
            guard element.pointee.type == XML_ELEMENT_NODE else { continue }
            switch Self.string(element.pointee.name) {
            case "meta":
                let name =
                    attribute("property", of: element) ?? attribute("name", of: element)
                    ?? attribute("itemprop", of: element)
                if let name, let part = cues.part(ofMeta: name),
                    let value = attribute("content", of: element)
                {
                    page.values.append((part, value))
                }
            case "link" where attribute("rel", of: element)?.lowercased() == "canonical":
                if let value = attribute("href", of: element) {
                    page.values.insert((.url, value), at: 0)
                }
            case "title": page.headTitle = content(of: element)
            case "script": takeScript(element)
            default: break
            }
        }
    }

    private mutating func takeScript(_ node: xmlNodePtr) {
        if attribute("type", of: node)?.lowercased() == "application/ld+json",
            let text = content(of: node)
        {
            page.linkedData.append(text)
        }
    }

    private func attribute(_ name: String, of node: xmlNodePtr) -> String? {
        guard node.pointee.properties != nil, let value = xmlGetProp(node, name) else { return nil }
        defer { cLibXML2Free(value) }
        return Self.string(UnsafePointer(value))
    }

    private func content(of node: xmlNodePtr) -> String? {
        guard let value = xmlNodeGetContent(node) else { return nil }
        defer { cLibXML2Free(value) }
        return Self.string(UnsafePointer(value))
    }

    private static func string(_ bytes: UnsafePointer<xmlChar>?) -> String? {
        bytes.map { String(cString: $0) }
    }
}
