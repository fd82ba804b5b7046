import CGraphviz

/// A graph in libcgraph's memory, freed in the right order when it goes out of scope.
///
/// Lives only inside ``GraphvizLibrary/withContext(_:)``.
struct GraphvizGraph: ~Copyable {
    typealias Pointer = UnsafeMutablePointer<Agraph_t>

    let pointer: Pointer
    private let context: OpaquePointer
    private var isLaidOut = false

    /// Reads DOT text.
    init(_ dot: String, in context: OpaquePointer) throws(DrawingError) {
        let read = try DOTScanner.firstGraph(of: dot).withCString { bg_read($0) }
        let messages = GraphvizLibrary.takeMessages()
        if let error = messages.first(where: { $0.hasPrefix("Error") }) {
            if let read { agclose(read) }
            throw DrawingError(.unreadable, "Graphviz cannot read the DOT text. \(error)")
        }
        guard let read else {
            throw DrawingError(.unreadable, "The DOT text holds no graph.")
        }
        pointer = read
        self.context = context
    }

    deinit {
        // Under dot a labelled edge can make gvFreeLayout free memory twice (it does in most graphs
        // with clusters). Leaking that layout is the lesser evil.
        if isLaidOut, !hasEdgeLabels { gvFreeLayout(context, pointer) }
        agclose(pointer)
        // What libgvc says while it frees concerns nobody.
        _ = GraphvizLibrary.takeMessages()
    }

    /// Places nodes and edges; returns warnings.
    mutating func layOut(by engine: LayoutEngine) throws(DrawingError) -> [String] {
        bg_seed()
        let code = gvLayout(context, pointer, engine.rawValue)
        let messages = GraphvizLibrary.takeMessages()
        let error = messages.first { $0.hasPrefix("Error") }
        if let found = error ?? messages.first(where: { $0.contains("not recognized") }),
            found.contains("not recognized")
        {
            throw DrawingError(
                .missingPlugins,
                """
                Graphviz does not find its plug-ins. Run "libgvc6-config-update -c" as root, or \
                install the package libgvc6 again. (\(found))
                """)
        }
        isLaidOut = code == 0
        if let error {
            throw DrawingError(.layout, "Graphviz cannot lay out the graph. \(error)")
        }
        guard code == 0 else {
            throw DrawingError(
                .layout, "Graphviz cannot lay out the graph with \(engine.rawValue).")
        }
        return messages
    }

    /// Returns the picture, after a layout, with the warnings that came with it.
    borrowing func rendered(
        as format: String
    ) throws(DrawingError) -> (bytes: [UInt8], warnings: [String]) {
        var start: UnsafeMutablePointer<CChar>?
        var length: UInt32 = 0
        let code = gvRenderData(context, pointer, format, &start, &length)
        // libgvc allocates even where it fails.
        defer { if let start { gvFreeRenderData(start) } }
        let messages = GraphvizLibrary.takeMessages()
        let error = messages.first { $0.hasPrefix("Error") }
        guard code == 0, error == nil, let start else {
            throw DrawingError(
                .rendering,
                "Graphviz cannot write \(format). \(error ?? messages.first ?? "It says no more.")")
        }
        let bytes = UnsafeRawBufferPointer(start: start, count: Int(length))
        return (Array(bytes), messages)
    }

    /// Returns the graph as DOT text, as it was read where no layout came between.
    borrowing func written() throws(DrawingError) -> [UInt8] {
        var length = 0
        guard let text = bg_write(pointer, &length) else {
            throw DrawingError(.rendering, "Graphviz cannot write the graph as DOT.")
        }
        defer { free(text) }
        return Array(UnsafeRawBufferPointer(start: text, count: length))
    }

    /// Calls a body with each subgraph, node and edge, the root first.
    borrowing func forEachObject(_ body: (UnsafeMutableRawPointer, ObjectKind) -> Void) {
        func visit(_ graph: Pointer) {
            body(UnsafeMutableRawPointer(graph), .graph)
            var next = agfstsubg(graph)
            while let subgraph = next {
                visit(subgraph)
                next = agnxtsubg(subgraph)
            }
        }
        visit(pointer)
        var nextNode = agfstnode(pointer)
        while let node = nextNode {
            body(UnsafeMutableRawPointer(node), .node)
            var nextEdge = agfstout(pointer, node)
            while let edge = nextEdge {
                body(UnsafeMutableRawPointer(edge), .edge)
                nextEdge = agnxtout(pointer, edge)
            }
            nextNode = agnxtnode(pointer, node)
        }
    }

    private var hasEdgeLabels: Bool {
        guard bg_declares(pointer, bg_kind_edge(), "label") != 0 else { return false }
        var found = false
        forEachObject { object, kind in
            if kind == .edge, let label = bg_get(object, "label"), label.pointee != 0 {
                found = true
            }
        }
        return found
    }
}

/// What an object of a graph is.
enum ObjectKind: CaseIterable {
    case graph, node, edge

    var code: Int32 {
        switch self {
        case .graph: bg_kind_graph()
        case .node: bg_kind_node()
        case .edge: bg_kind_edge()
        }
    }
}
