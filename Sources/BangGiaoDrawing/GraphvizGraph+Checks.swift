import CGraphviz

/// What is looked at before libgvc starts to draw.
extension GraphvizGraph {
    /// Throws where the graph is larger than the engine can take.
    borrowing func checkSize(
        for engine: LayoutEngine, limits: DrawingLimits
    ) throws(DrawingError) {
        let (nodes, edges) = (Int(agnnodes(pointer)), Int(agnedges(pointer)))
        let hint =
            engine == .sfdp
            ? "Draw a part of the graph." : "Draw a part of the graph, or take the engine sfdp."
        if let most = limits.nodes[engine], nodes > most {
            throw DrawingError(
                .tooLarge,
                "\(nodes) nodes are more than \(engine.rawValue) draws (\(most)). \(hint)")
        }
        if let most = limits.edges[engine], edges > most {
            throw DrawingError(
                .tooLarge,
                "\(edges) edges are more than \(engine.rawValue) draws (\(most)). \(hint)")
        }
    }

    /// Throws where the graph would make libgvc open files or load images.
    borrowing func checkOpensNoFiles() throws(DrawingError) {
        for kind in ObjectKind.allCases {
            for name in Self.attributesThatOpenFiles
            where bg_declares(pointer, kind.code, name) != 0 {
                throw DrawingError(
                    .forbidden,
                    "The DOT text sets the attribute \"\(name)\", which opens files; take it out.")
            }
        }
        if anyHTMLLabel(contains: ["<img"]) {
            throw DrawingError(
                .forbidden, "The DOT text has a label with <IMG>, which opens files; take it out.")
        }
    }

    /// Whether libgvc may write the graph as xdot or JSON.
    ///
    /// For a dashed or dotted border in an HTML-like label it keeps a pointer into a stack frame that
    /// is gone; only these two formats follow it, and read whatever lies there.
    borrowing func canBeWrittenAsXDot() -> Bool {
        !anyHTMLLabel(contains: ["dashed", "dotted"])
    }

    private borrowing func anyHTMLLabel(contains words: [String]) -> Bool {
        var found = false
        forEachObject { object, _ in
            for name in Self.attributesOfLabels where !found {
                guard let value = bg_get(object, name), bg_is_html(value) != 0 else { continue }
                let text = String(cString: value).lowercased()
                found = words.contains { text.contains($0) }
            }
        }
        return found
    }

    /// Throws where the picture would have more pixels than the limit.
    borrowing func checkPixels(dpi: Int, limits: DrawingLimits) throws(DrawingError) {
        let scale = Double(dpi) / 72
        let width = bg_width(pointer) * scale
        let height = bg_height(pointer) * scale
        guard width * height > Double(limits.pixels) else { return }
        throw DrawingError(
            .tooLarge,
            """
            The PNG would have \(Int(width)) x \(Int(height)) pixels, more than \
            \(limits.pixels / 1_000_000) million. Take SVG or PDF, or fewer dots per inch.
            """)
    }

    private static let attributesThatOpenFiles = [
        "_background", "fontpath", "image", "imagepath", "shapefile", "stylesheet",
    ]

    private static let attributesOfLabels = ["label", "xlabel", "headlabel", "taillabel"]
}
