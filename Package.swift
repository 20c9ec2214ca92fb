// swift-tools-version:6.2
import PackageDescription

/// A target may import only those listed for it: the layers of ARCHITECTURE.md, kept by the
/// compiler.
let package = Package(
  name: "scarp",
  products: [
    .executable(name: "scarp", targets: ["scarp"]),
    .executable(name: "scarp-worker", targets: ["scarp-worker"]),
    // For fuzz/, which feeds them with made-up bytes.
    .library(
      name: "ScarpReaders",
      targets: [
        "Bibliography", "Commands", "Diagnostics", "Engine", "Formats", "Language", "Notebooks",
        "Rasters",
        "Records", "Reports", "Storage", "Vocabulary",
      ]),
  ],
  targets: [
    // C libraries: module maps, nothing else.
    .systemLibrary(name: "CGDAL", pkgConfig: "gdal", providers: [.apt(["libgdal-dev"])]),
    .systemLibrary(
      name: "COpenBLAS", pkgConfig: "openblas", providers: [.apt(["libopenblas-dev"])]),
    .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
    .systemLibrary(name: "CCairo", pkgConfig: "cairo-ft", providers: [.apt(["libcairo2-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(
      name: "CMarkdown", providers: [.apt(["libcmark-gfm-dev"])]),
    .target(name: "CSystem"),
    // Loops over cells. Optimised in tests too; nothing contracted, so that every level of processor
    // gives the same bytes.
    .target(
      name: "CKernels",
      cSettings: [.unsafeFlags(["-O3", "-ffp-contract=off", "-fno-math-errno"])]),
    // Optimised in unoptimised builds too: forests of hundreds of trees are grown in the tests.
    .target(
      name: "CForest",
      cSettings: [.unsafeFlags(["-O2", "-ffp-contract=off", "-Wall", "-Wextra", "-Werror"])]),

    // 0: foundations, which import nothing of ours but Diagnostics.
    .target(name: "Diagnostics"),
    .target(name: "Vocabulary", dependencies: ["Diagnostics"]),
    .target(name: "Drawing"),
    .target(name: "CairoCanvas", dependencies: ["CCairo", "CPNG", "Drawing", "Vocabulary"]),
    .target(name: "Storage", dependencies: ["CCrypto", "CSystem", "CZlib"]),

    // 1: the materials.
    .target(
      name: "Markdown", dependencies: ["CMarkdown", "Diagnostics"],
      linkerSettings: [.unsafeFlags(["-Xlinker", "-l:libcmark-gfm-extensions.so.0.29.0.gfm.6"])]),
    .target(name: "Bibliography", dependencies: ["Diagnostics", "Storage"]),
    .target(name: "Numerics", dependencies: ["Vocabulary"]),
    .target(
      name: "Rasters",
      dependencies: ["CKernels", "CSystem", "Diagnostics", "Numerics", "Vocabulary"]),

    // 2: notebooks and language on one side, sciences on the other.
    .target(name: "Notebooks", dependencies: ["CYAML", "Diagnostics", "Markdown"]),
    .target(name: "Language", dependencies: ["Diagnostics", "Notebooks", "Vocabulary"]),
    .target(
      name: "Terrain",
      dependencies: ["CKernels", "Diagnostics", "Numerics", "Rasters", "Vocabulary"]),
    .target(
      name: "Learning",
      dependencies: ["CForest", "Diagnostics", "Numerics", "Rasters", "Vocabulary"]),
    .target(name: "Simulation", dependencies: ["Numerics", "Rasters", "Storage", "Vocabulary"]),
    .target(
      name: "Networks", dependencies: ["Diagnostics", "Learning", "Numerics", "Vocabulary"]),
    .target(
      name: "Evaluation",
      dependencies: ["Diagnostics", "Learning", "Numerics", "Rasters", "Vocabulary"]),

    // 3: pictures of results.
    .target(
      name: "Figures",
      dependencies: [
        "Diagnostics", "Drawing", "Evaluation", "Learning", "Numerics", "Rasters", "Vocabulary",
      ]),

    // 4: composition.
    .target(
      name: "Commands",
      dependencies: [
        "Diagnostics", "Evaluation", "Figures", "Learning", "Networks", "Numerics", "Rasters",
        "Terrain", "Vocabulary",
      ]),
    .target(
      name: "Engine",
      dependencies: [
        "Bibliography", "Commands", "Diagnostics", "Language", "Markdown", "Notebooks", "Rasters",
        "Simulation", "Storage", "Vocabulary",
      ]),
    .target(
      name: "Records",
      dependencies: [
        "Commands", "Diagnostics", "Engine", "Language", "Notebooks", "Storage", "Vocabulary",
      ]),

    // 5: what the reader gets.
    .target(
      name: "Reports",
      dependencies: [
        "Bibliography", "Commands", "Diagnostics", "Engine", "Language", "Markdown", "Notebooks",
        "Records", "Storage", "Vocabulary",
      ]),

    // The manual: pages from the declarations, and what the examples give.
    .target(
      name: "Manual",
      dependencies: [
        "Commands", "Diagnostics", "Engine", "Language", "Notebooks", "Records", "Storage",
        "Vocabulary",
      ]),

    // 6: the two programs. Only the worker links GDAL, OpenBLAS and cairo (which alone would add
    // 3 ms to the start of `scarp`).
    .target(
      name: "Formats",
      dependencies: [
        "CGDAL", "COpenBLAS", "CSystem", "Diagnostics", "Numerics", "Rasters", "Vocabulary",
      ]),
    .executableTarget(
      name: "scarp",
      dependencies: [
        "Commands", "Diagnostics", "Engine", "Language", "Manual", "Notebooks", "Records",
        "Reports", "Simulation", "Storage", "Vocabulary",
      ]),
    .executableTarget(
      name: "scarp-worker",
      dependencies: [
        "CairoCanvas", "Commands", "Drawing", "Engine", "Figures", "Formats", "Numerics", "Rasters",
        "Simulation", "Storage", "Vocabulary",
      ],
      // The cache knows results by the build that made them.
      linkerSettings: [.unsafeFlags(["-Xlinker", "--build-id=sha1"])]),

    // Single algorithms for the benchmarks, without notebook and worker.
    .executableTarget(
      name: "scarp-bench",
      dependencies: [
        "Evaluation", "Formats", "Learning", "Networks", "Numerics", "Rasters", "Terrain",
        "Vocabulary",
      ]),

    .executableTarget(
      name: "StorageProbe", dependencies: ["Storage"], path: "Tests/StorageProbe"),
    .testTarget(name: "StorageTests", dependencies: ["Storage", "StorageProbe"]),
    .testTarget(
      name: "CommandLineTests",
      dependencies: [
        "Commands", "HostileFiles", "InertHTML", "Vocabulary", "scarp", "scarp-worker",
      ]),
    .testTarget(
      name: "ManualTests",
      dependencies: [
        "Commands", "Diagnostics", "Engine", "Language", "Manual", "Notebooks", "Vocabulary",
        "scarp", "scarp-worker",
      ]),
    .testTarget(name: "RecordsTests", dependencies: ["Records", "Storage"]),
    .testTarget(name: "ProjectTests", dependencies: ["scarp", "scarp-worker"]),
    .testTarget(name: "NumericsTests", dependencies: ["Numerics"]),
    .testTarget(
      name: "SimulationTests",
      dependencies: ["Evaluation", "Learning", "Numerics", "ReferenceData", "Simulation"]),
    .target(name: "ReferenceData", dependencies: ["Numerics"], path: "Tests/ReferenceData"),
    .target(name: "HostileFiles", path: "Tests/HostileFiles"),
    .target(name: "InertHTML", path: "Tests/InertHTML"),
    .testTarget(
      name: "LearningTests",
      dependencies: [
        "Diagnostics", "Learning", "Numerics", "Rasters", "ReferenceData", "StudyHarness",
        "Vocabulary",
      ]),
    .target(
      name: "StudyHarness",
      dependencies: [
        "Diagnostics", "Evaluation", "Formats", "Language", "Learning", "Numerics", "Rasters",
        "ReferenceData", "Terrain", "Vocabulary",
      ], path: "Tests/StudyHarness"),
    .testTarget(
      name: "EvaluationTests",
      dependencies: [
        "Diagnostics", "Evaluation", "Learning", "Numerics", "Rasters", "ReferenceData",
        "StudyHarness", "Vocabulary",
      ]),
    .testTarget(name: "BibliographyTests", dependencies: ["Bibliography", "Diagnostics"]),
    .testTarget(name: "MarkdownTests", dependencies: ["Diagnostics", "Markdown"]),
    .testTarget(
      name: "NotebooksTests", dependencies: ["Diagnostics", "Markdown", "Notebooks"]),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "Bibliography", "Diagnostics", "InertHTML", "Notebooks", "Records", "Reports", "Storage",
        "Vocabulary",
      ],
      exclude: ["Golden"]),
    .testTarget(
      name: "FormatsTests",
      dependencies: [
        "CSystem", "Diagnostics", "Formats", "HostileFiles", "Numerics", "Rasters", "Terrain",
        "Vocabulary",
      ]),
    .testTarget(
      name: "VocabularyTests",
      dependencies: ["Commands", "Diagnostics", "Language", "Vocabulary"]),
    .testTarget(
      name: "LanguageTests",
      dependencies: ["Commands", "Diagnostics", "Engine", "Language", "Notebooks", "Vocabulary"],
      exclude: ["Cases"]),
    .testTarget(name: "EngineTests", dependencies: ["Engine"]),
    .testTarget(name: "RastersTests", dependencies: ["Diagnostics", "Rasters", "Vocabulary"]),
    .testTarget(
      name: "TerrainTests",
      dependencies: [
        "CKernels", "Diagnostics", "Formats", "Numerics", "Rasters", "StudyHarness", "Terrain",
        "Vocabulary",
      ]),
    .testTarget(name: "DrawingTests", dependencies: ["CCairo", "CPNG", "CairoCanvas", "Drawing"]),
    .testTarget(
      name: "FiguresTests",
      dependencies: [
        "CPNG", "CairoCanvas", "Commands", "Diagnostics", "Drawing", "Evaluation", "Figures",
        "Formats", "Language", "Learning", "Numerics", "Rasters", "Vocabulary",
      ]),
  ]
)

for target in package.targets
where target.type != .system && !["CForest", "CKernels", "CSystem"].contains(target.name) {
  target.swiftSettings = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
}

// An area is simulated in a second or two, and in a minute where the compiler does not optimise: its
// tests would take too long.
for target in package.targets where target.name == "Simulation" {
  target.swiftSettings?.append(.unsafeFlags(["-O"], .when(configuration: .debug)))
}
