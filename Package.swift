// swift-tools-version: 6.2

import PackageDescription

// One section a target, each with its tests, from the ground floor up. The order is the data flow:
// read -> extract -> save -> merge -> project -> query -> write -> draw.

let package = Package(
    name: "BangGiao",
    products: [
        // Everything at once, for engineers who want the whole way from article to diagram.
        .library(name: "BangGiao", targets: ["BangGiao"]),
        // The graph algorithms alone: they know nothing of diplomacy.
        .library(name: "BangGiaoGraph", targets: ["BangGiaoGraph"]),
        // The renderer alone: DOT text in, SVG, PNG or PDF out.
        .library(name: "BangGiaoDrawing", targets: ["BangGiaoDrawing"]),
        .executable(name: "banggiao", targets: ["BangGiaoCommand"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ]
)

// MARK: - Model: plain values that everybody speaks

package.targets += [
    .target(name: "BangGiaoModel"),
    .testTarget(name: "BangGiaoModelTests", dependencies: ["BangGiaoModel", "TestSupport"]),
    // Seeded randomness, golden files, made-up articles, the repository's own folders. For tests
    // only.
    .target(name: "TestSupport", dependencies: ["BangGiaoModel"], path: "Tests/TestSupport"),
]

// MARK: - Lexicon: the tables of words, and the strict loader that reads them

package.targets += [
    .target(
        name: "BangGiaoLexicon",
        dependencies: ["BangGiaoModel"],
        // Copied, not embedded: 170 KB embedded cost 71 s of compile time against 6 s.
        resources: [.copy("Resources/Lexicon")]
    ),
    .testTarget(
        name: "BangGiaoLexiconTests",
        dependencies: ["BangGiaoLexicon", "BangGiaoModel", "TestSupport"]
    ),
]

// MARK: - Reading: bytes in, documents out

package.targets += [
    .systemLibrary(
        name: "CLibXML2",
        pkgConfig: "libxml-2.0",
        providers: [.apt(["libxml2-dev"])]
    ),
    .target(
        name: "BangGiaoReading",
        dependencies: ["BangGiaoModel", "BangGiaoLexicon", "CLibXML2"]
    ),
    .testTarget(
        name: "BangGiaoReadingTests",
        dependencies: ["BangGiaoReading", "BangGiaoLexicon", "BangGiaoModel", "TestSupport"]
    ),
]

// MARK: - Extraction: documents in, facts out

package.targets += [
    .target(
        name: "BangGiaoExtraction",
        dependencies: ["BangGiaoModel", "BangGiaoLexicon"]
    ),
    .testTarget(
        name: "BangGiaoExtractionTests",
        dependencies: [
            "BangGiaoExtraction", "BangGiaoLexicon", "BangGiaoModel", "TestSupport",
        ]
    ),
]

// MARK: - Graph: nodes, edges, paths; knows nothing of diplomacy

package.targets += [
    .target(name: "BangGiaoGraph"),
    .testTarget(name: "BangGiaoGraphTests", dependencies: ["BangGiaoGraph", "TestSupport"]),
]

// MARK: - Knowledge: who is who across documents, and the graph of it

package.targets += [
    .target(
        name: "BangGiaoKnowledge",
        dependencies: ["BangGiaoModel", "BangGiaoLexicon", "BangGiaoGraph"]
    ),
    .testTarget(
        name: "BangGiaoKnowledgeTests",
        dependencies: [
            "BangGiaoKnowledge", "BangGiaoLexicon", "BangGiaoGraph", "BangGiaoModel",
            "TestSupport",
        ],
        // Read from the repository, not from a bundle.
        exclude: ["Identity/Bench"]
    ),
]

// MARK: - Store: facts, and what follows from them, in SQLite

package.targets += [
    .target(
        name: "BangGiaoStore",
        dependencies: [
            "BangGiaoModel", "BangGiaoLexicon", "BangGiaoGraph", "BangGiaoKnowledge",
            .product(name: "GRDB", package: "GRDB.swift"),
        ]
    ),
    .testTarget(
        name: "BangGiaoStoreTests",
        dependencies: [
            "BangGiaoStore", "BangGiaoKnowledge", "BangGiaoGraph", "BangGiaoModel", "TestSupport",
            // To make databases that are no stores, and to try what the tables refuse.
            .product(name: "GRDB", package: "GRDB.swift"),
        ]
    ),
]

// MARK: - Formats: facts, graphs and diagrams as text

package.targets += [
    .target(
        name: "BangGiaoFormats",
        dependencies: ["BangGiaoModel", "BangGiaoGraph", "BangGiaoKnowledge"]
    ),
    .testTarget(
        name: "BangGiaoFormatsTests",
        dependencies: [
            "BangGiaoFormats", "BangGiaoKnowledge", "BangGiaoGraph", "BangGiaoModel",
            "BangGiaoDrawing", "TestSupport",
        ]
    ),
]

// MARK: - Drawing: DOT text in, pictures out

package.targets += [
    .systemLibrary(
        name: "CGraphviz",
        pkgConfig: "libgvc",
        providers: [.apt(["libgraphviz-dev"])]
    ),
    .target(name: "BangGiaoDrawing", dependencies: ["CGraphviz"]),
    .testTarget(name: "BangGiaoDrawingTests", dependencies: ["BangGiaoDrawing", "TestSupport"]),
]

// MARK: - Markdown: texts around figures in, Markdown and HTML out

package.targets += [
    .systemLibrary(
        name: "CMarkGFM",
        pkgConfig: "libcmark-gfm",
        providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]
    ),
    .target(name: "BangGiaoMarkdown", dependencies: ["CMarkGFM"]),
    .testTarget(
        name: "BangGiaoMarkdownTests", dependencies: ["BangGiaoMarkdown", "TestSupport"]),
]

// MARK: - BangGiao: the pipeline, and the public surface re-exported

package.targets += [
    .target(
        name: "BangGiao",
        dependencies: [
            "BangGiaoModel", "BangGiaoLexicon", "BangGiaoReading", "BangGiaoExtraction",
            "BangGiaoGraph", "BangGiaoKnowledge", "BangGiaoStore", "BangGiaoFormats",
            "BangGiaoDrawing", "BangGiaoMarkdown",
        ],
        // The markup, style and script of pages and reports.
        resources: [.copy("Resources/Page")]
    ),
    .testTarget(
        name: "BangGiaoTests",
        dependencies: ["BangGiao", "BangGiaoMarkdown", "Fuzz", "TestSupport"]),
]

// MARK: - Command: the executable

package.targets += [
    // Not named "banggiao": on a disk blind to case it would collide with BangGiao.
    .executableTarget(
        name: "BangGiaoCommand",
        dependencies: [
            "BangGiao",
            .product(name: "ArgumentParser", package: "swift-argument-parser"),
        ]
    ),
    .testTarget(
        name: "BangGiaoCommandTests",
        dependencies: [
            "BangGiaoCommand", "BangGiao", "TestSupport",
            .product(name: "ArgumentParser", package: "swift-argument-parser"),
        ],
        // Read from the repository, not from a bundle.
        exclude: ["Golden"]
    ),
]

// MARK: - Fuzz: mutated inputs without end, for those who change the reader or the extractor

package.targets += [
    .executableTarget(
        name: "Fuzz", dependencies: ["BangGiao", "TestSupport"], path: "Tests/Fuzz")
]

// MARK: - One set of rules for every target

for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .swiftLanguageMode(.v6),
        // A public declaration must say what it shows of what it imports.
        .enableUpcomingFeature("InternalImportsByDefault"),
        // A member is seen only where its module is imported.
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("ExistentialAny"),
        .treatAllWarnings(as: .error),
    ]
}
