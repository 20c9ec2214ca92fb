import Foundation
import Testing

/// The layers of ARCHITECTURE.md: what may import what, and what is linked where.
@Suite struct LayerLaws {
  let manifest: Manifest

  init() throws { manifest = try Manifest() }

  /// Modules that come with the compiler or the system.
  static let systemModules: Set<String> = [
    "Swift", "Glibc", "Foundation", "FoundationEssentials", "Synchronization", "Testing",
    "Dispatch",
  ]

  @Test func everySourceBelongsToATarget() {
    let folders = manifest.targets.map { "\($0.folder)/" }
    for file in Repository.sources {
      #expect(
        folders.contains { file.path.hasPrefix($0) }, "\(file.path) belongs to no target")
    }
  }

  /// The compiler lets a target import whatever another target has built: this does not.
  @Test func targetsImportOnlyWhatTheyList() {
    let pattern =
      /^\s*(?:@\w+ )?(?:public |package |internal |private |fileprivate )?import (?:(?:struct|enum|class|protocol|func|var|let|typealias) )?(\w+)/
    for target in manifest.targets {
      let allowed = Set(target.dependencies).union(LayerLaws.systemModules)
      for file in Repository.sources where file.path.hasPrefix("\(target.folder)/") {
        for line in file.lines where line.contains("import ") {
          guard let module = line.firstMatch(of: pattern).map({ String($0.1) }) else { continue }
          #expect(
            allowed.contains(module) || file.path.hasSuffix(".h"),
            "\(file.path) imports \(module), which Package.swift does not list for \(target.name)")
        }
      }
    }
  }

  @Test func targetsDependOnTargetsOnly() {
    for target in manifest.targets {
      for name in target.dependencies {
        #expect(manifest.target(name) != nil, "\(target.name) depends on \(name)")
      }
    }
  }

  /// A file that breaks GDAL, or a crash in OpenBLAS, must never reach the program that writes the
  /// report; and loading them takes longer than a check of a whole study.
  @Test func onlyTheWorkerLinksGDALAndOpenBLAS() {
    let program = manifest.closure(of: "scarp")
    #expect(program.isDisjoint(with: ["CGDAL", "COpenBLAS", "Formats"]))
    #expect(manifest.closure(of: "scarp-worker").contains("CGDAL"))
  }

  /// The same of the program itself, where it has been built beside the tests.
  @Test func theProgramDoesNotLoadThem() throws {
    let folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    let program = folder.appendingPathComponent("scarp").path
    guard FileManager.default.isExecutableFile(atPath: program) else { return }
    let lister = Process()
    lister.executableURL = URL(fileURLWithPath: "/usr/bin/ldd")
    lister.arguments = [program]
    let pipe = Pipe()
    lister.standardOutput = pipe
    try lister.run()
    let libraries = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    lister.waitUntilExit()
    #expect(libraries.contains("libc.so"))
    for name in ["libgdal", "libopenblas", "libproj", "libcairo"] {
      #expect(!libraries.contains(name), "scarp loads \(name)")
    }
  }
}
