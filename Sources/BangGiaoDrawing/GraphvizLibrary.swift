import CGraphviz
import Synchronization

/// libgvc as one thing in the process: one context for ever, one lock round all of it.
///
/// libgvc is not safe for threads, and a context that is freed leaves a static pointer of the Pango
/// plug-in behind that the next one reads. So there is one, made at the first use, never freed.
enum GraphvizLibrary {
    /// Runs a body with the context; nobody else is in libgvc meanwhile.
    static func withContext<Result>(
        _ body: (OpaquePointer) throws(DrawingError) -> sending Result
    ) throws(DrawingError) -> sending Result {
        try context.withLock { (held) throws(DrawingError) -> sending Result in
            if held == nil {
                bg_capture(receive)
                held = gvContext()
            }
            guard let pointer = held else {
                throw DrawingError(
                    .missingPlugins, "libgvc gives no context; is the package libgvc6 whole?")
            }
            messages.withLock { $0 = "" }
            return try body(pointer)
        }
    }

    /// Returns what libgvc said since the last call, a message an element.
    static func takeMessages() -> [String] {
        let text = messages.withLock { held in
            defer { held = "" }
            return held
        }
        var result: [String] = []
        for line in text.split(separator: "\n") {
            let line = line.drop { $0 == " " }
            if line.isEmpty { continue }
            if result.isEmpty || line.hasPrefix("Error") || line.hasPrefix("Warning") {
                result.append(String(line))
            } else {
                result[result.count - 1] += " " + line
            }
        }
        // libgvc can recite a whole graph: the beginning says enough.
        return result.map { $0.count > 400 ? $0.prefix(400) + "…" : $0 }
    }

    private static let context = Mutex<OpaquePointer?>(nil)
    /// Filled by libgvc's callback, which knows no state of its caller; used under the lock only.
    fileprivate static let messages = Mutex("")
}

/// Takes one piece of a message: libgvc gives "Error", ": " and the text one after the other.
private func receive(_ piece: UnsafeMutablePointer<CChar>?) -> Int32 {
    if let piece {
        let text = String(cString: piece)
        GraphvizLibrary.messages.withLock { $0 += text }
    }
    return 0
}
