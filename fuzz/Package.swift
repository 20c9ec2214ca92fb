// swift-tools-version:6.2
import PackageDescription

/// What reads a stranger's bytes, each fed with made-up ones by libFuzzer: see README.md. Apart from
/// the project's own package, since all of it is built with the fuzzer's counters.
let package = Package(
  name: "scarp-fuzz",
  dependencies: [.package(name: "scarp", path: "..")],
  targets: [
    .executableTarget(
      name: "scarp-fuzz",
      dependencies: [.product(name: "ScarpReaders", package: "scarp")],
      // The fuzzer brings the program's start.
      swiftSettings: [.unsafeFlags(["-parse-as-library"])])
  ]
)
