public import Foundation

/// The folders of this repository, found from the place of this file.
public enum Repository {
    /// The folder that holds `Package.swift`.
    public static let root: URL = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The five source articles.
    public static let seeds: URL = root.appendingPathComponent("seeds")

    /// What the main job makes of them.
    public static let graphs: URL = root.appendingPathComponent("Graphs")

    /// The tables of the lexicon.
    public static let lexicon: URL =
        root.appendingPathComponent("Sources/BangGiaoLexicon/Resources/Lexicon")
}
