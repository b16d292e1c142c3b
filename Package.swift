// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "actant",
  products: [
    .library(name: "ActantKit", targets: ["ActantKit"]),
    .executable(name: "actant", targets: ["actant"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // C libraries: a module map and a shim each, nothing more.
    .systemLibrary(name: "CGraphviz", pkgConfig: "libgvc", providers: [.apt(["libgraphviz-dev"])]),
    .systemLibrary(name: "COpenBLAS", pkgConfig: "openblas", providers: [.apt(["libopenblas-dev"])]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),

    .target(name: "Articles", dependencies: ["CLibXML2"], swiftSettings: strict),
    .target(
      name: "Linguistics",
      dependencies: ["COpenBLAS"],
      resources: [.copy("Resources/english.model")],
      swiftSettings: strict
    ),
    .target(
      name: "Extraction", dependencies: ["KnowledgeGraph", "Linguistics"],
      resources: [.copy("Resources")], swiftSettings: strict),
    .target(name: "KnowledgeGraph", swiftSettings: strict),
    .target(
      name: "GraphDrawing", dependencies: ["CGraphviz", "KnowledgeGraph"], swiftSettings: strict),
    .target(
      name: "ActantKit",
      dependencies: ["Articles", "Linguistics", "Extraction", "KnowledgeGraph"],
      resources: [.copy("Resources/gazetteer")],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "actant",
      dependencies: [
        "ActantKit", "Articles", "GraphDrawing", "KnowledgeGraph", "Linguistics",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict
    ),

    .testTarget(name: "ArticlesTests", dependencies: ["Articles"], swiftSettings: strict),
    .testTarget(name: "LinguisticsTests", dependencies: ["Linguistics"], swiftSettings: strict),
    .testTarget(
      name: "ExtractionTests", dependencies: ["Extraction", "KnowledgeGraph", "Linguistics"],
      swiftSettings: strict),
    .testTarget(name: "KnowledgeGraphTests", dependencies: ["KnowledgeGraph"], swiftSettings: strict),
    .testTarget(
      name: "GraphDrawingTests", dependencies: ["GraphDrawing", "KnowledgeGraph"], swiftSettings: strict),
    .testTarget(
      name: "ActantKitTests",
      dependencies: ["ActantKit", "Articles", "Extraction", "KnowledgeGraph", "Linguistics"],
      swiftSettings: strict),
    .testTarget(name: "EndToEndTests", dependencies: ["actant"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
