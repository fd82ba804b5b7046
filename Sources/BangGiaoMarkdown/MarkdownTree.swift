import CMarkGFM

/// The tree that libcmark-gfm makes of a text; the only place that sees the library.
final class MarkdownTree {
    /// A code block as the library tells of it.
    struct CodeBlock {
        var info: String
        var content: String
        /// From 1.
        var firstLine: Int
        var lastLine: Int
        /// The byte at which the fence begins, from 1.
        var column: Int
    }

    private let parser: OpaquePointer
    private let root: OpaquePointer

    /// The library's table of extensions is filled once, by whoever comes first.
    private static let extensions: [String] = {
        cmark_gfm_core_extensions_ensure_registered()
        return ["table", "strikethrough", "autolink"]
    }()

    private static let options = CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_FOOTNOTES

    init(_ text: String) {
        let parser: OpaquePointer = cmark_parser_new(Self.options)
        for name in Self.extensions {
            cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
        }
        var text = text
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                cmark_parser_feed(parser, $0.baseAddress, $0.count)
            }
        }
        root = cmark_parser_finish(parser)
        self.parser = parser
    }

    deinit {
        cmark_node_free(root)
        cmark_parser_free(parser)
    }

    /// The fenced blocks whose info string begins with a word, from top to bottom.
    func codeBlocks(named name: String) -> [CodeBlock] {
        nodes(named: name).map { node in
            CodeBlock(
                info: Self.text(cmark_node_get_fence_info(node)),
                content: Self.text(cmark_node_get_literal(node)),
                firstLine: Int(cmark_node_get_start_line(node)),
                lastLine: Int(cmark_node_get_end_line(node)),
                column: Int(cmark_node_get_start_column(node)))
        }
    }

    /// The words of the first heading.
    var firstHeading: String? {
        var heading: String?
        walk { node, isEntering in
            let type = cmark_node_get_type(node)
            if type == CMARK_NODE_HEADING {
                if isEntering, heading == nil { heading = "" } else if !isEntering { return false }
            } else if heading != nil, isEntering,
                type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE
            {
                heading? += Self.text(cmark_node_get_literal(node))
            } else if heading != nil, type == CMARK_NODE_SOFTBREAK {
                heading? += " "
            }
            return true
        }
        return heading.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Returns the tree as HTML, with other HTML in place of the blocks of a name; once.
    func html(replacing name: String, by replacements: [String]) -> String {
        for (node, replacement) in zip(nodes(named: name), replacements) {
            let block = cmark_node_new(CMARK_NODE_CUSTOM_BLOCK)
            cmark_node_set_on_enter(block, replacement)
            cmark_node_replace(node, block)
            cmark_node_free(node)
        }
        // Without CMARK_OPT_UNSAFE: neither HTML of the text nor links that run something.
        guard
            let html = cmark_render_html(
                root, Self.options, cmark_parser_get_syntax_extensions(parser))
        else { return "" }
        defer { cmark_get_default_mem_allocator().pointee.free(html) }
        return String(cString: html)
    }

    private func nodes(named name: String) -> [OpaquePointer] {
        var result: [OpaquePointer] = []
        walk { node, isEntering in
            if isEntering, cmark_node_get_type(node) == CMARK_NODE_CODE_BLOCK {
                let info = Self.text(cmark_node_get_fence_info(node))
                if info.split(whereSeparator: \.isWhitespace).first.map(String.init) == name {
                    result.append(node)
                }
            }
            return true
        }
        return result
    }

    /// Visits the tree until the body says false.
    private func walk(_ body: (OpaquePointer, _ isEntering: Bool) -> Bool) {
        let iterator = cmark_iter_new(root)
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator),
                body(node, event == CMARK_EVENT_ENTER)
            else { return }
        }
    }

    private static func text(_ pointer: UnsafePointer<CChar>?) -> String {
        pointer.map { String(cString: $0) } ?? ""
    }
}
