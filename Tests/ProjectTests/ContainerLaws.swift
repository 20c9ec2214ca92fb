import Foundation
import Testing

/// The Containerfile: what it copies is there, and what it installs is what the programs load.
///
/// No container engine is needed; none has built it in these tests.
@Suite struct ContainerLaws {
  /// One instruction with its words.
  private struct Instruction {
    let name: String
    let words: [String]
    let stage: Int
  }

  private let instructions: [Instruction]

  init() throws {
    let text = try Repository.text("Containerfile").replacing("\\\n", with: " ")
    var stage = -1
    instructions = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let words = line.split(separator: " ").map(String.init)
      if words[0] == "FROM" { stage += 1 }
      return Instruction(name: words[0], words: Array(words.dropFirst()), stage: stage)
    }
  }

  @Test func everyInstructionIsOneAndEverySourceIsThere() {
    let known: Set<String> = [
      "FROM", "RUN", "WORKDIR", "COPY", "USER", "ENV", "ENTRYPOINT", "CMD",
    ]
    for instruction in instructions { #expect(known.contains(instruction.name)) }
    let copies = instructions.filter { $0.name == "COPY" }
    for copy in copies where copy.words.first != "--from=builder" {
      for source in copy.words.dropLast() {
        #expect(
          FileManager.default.fileExists(atPath: "\(Repository.root)/\(source)"), "\(source)")
      }
    }
    // All that building and installing read is copied.
    let copied = Set(copies.flatMap { $0.words.dropLast() })
    for path in [
      "Makefile", "Package.swift", "Sources", "Tests", "tools", "templates", "notebooks",
    ] {
      #expect(copied.contains(path), "\(path)")
    }
  }

  @Test func itEndsAsAnotherUserThanRoot() {
    let last = instructions.filter { $0.stage == 1 }
    #expect(last.last { $0.name == "USER" }?.words == ["scarp"])
    #expect(last.contains { $0.name == "ENTRYPOINT" })
    #expect(instructions.first?.words.first?.hasPrefix("docker.io/library/swift:") ?? false)
  }

  /// The packages of the last stage, sorted.
  private var installed: [String] {
    let run = instructions.first { $0.stage == 1 && $0.name == "RUN" }
    let words = run?.words.drop { $0 != "--no-install-recommends" }.dropFirst() ?? []
    return words.prefix { $0 != "&&" }.sorted()
  }

  private static let isBookworm =
    (try? String(contentsOfFile: "/etc/debian_version", encoding: .utf8))?.hasPrefix("12") ?? false

  @Test(.enabled(if: isBookworm, "the packages are those of Debian 12"))
  func whatIsInstalledIsWhatTheProgramsLoad() throws {
    let folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    var needed: Set<String> = []
    var loaded: Set<String> = []
    for program in ["scarp", "scarp-worker"] {
      let path = folder.appendingPathComponent(program).path
      try #require(FileManager.default.isExecutableFile(atPath: path), "\(path) is not built")
      let places = Dictionary(
        try call("/usr/bin/ldd", [path]).split(separator: "\n").compactMap { line in
          let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
          return words.count > 2 && words[1] == "=>" ? (words[0], words[2]) : nil
        }, uniquingKeysWith: { first, _ in first })
      let direct = try call("/usr/bin/objdump", ["-p", path]).split(separator: "\n")
        .compactMap { $0.firstMatch(of: /NEEDED +(\S+)/).map { String($0.1) } }
      for (library, place) in places {
        // The compiler's own libraries are in the programs that are installed.
        guard let package = try package(of: place) else { continue }
        loaded.insert(package)
        if direct.contains(library) { needed.insert(package) }
      }
    }
    // Programs that are installed hold Swift's library, which loads this one where it is linked apart.
    needed.formUnion(loaded.intersection(["libstdc++6"]))
    // Of every Debian system, however small.
    needed.subtract(["libc6", "libgcc-s1"])
    #expect(needed.union(["fonts-dejavu-core"]).sorted() == installed)
    let closure = try closure(of: installed + ["libc6", "libgcc-s1"])
    #expect(loaded.subtracting(closure).isEmpty, "\(loaded.subtracting(closure))")
  }

  /// The package that a library belongs to; none for one that no package brought.
  private func package(of path: String) throws -> String? {
    let real = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    // Some packages name /lib, which leads to /usr/lib.
    for name in [real, real.hasPrefix("/usr/") ? String(real.dropFirst(4)) : "/usr" + real] {
      let found = try call("/usr/bin/dpkg-query", ["--search", name])
      if let package = found.split(whereSeparator: { ":\n".contains($0) }).first {
        return String(package)
      }
    }
    return nil
  }

  /// Packages with all that they bring.
  private func closure(of packages: [String]) throws -> Set<String> {
    let rows = try call(
      "/usr/bin/dpkg-query", ["--show", "--showformat=${Package}|${Depends}|${Provides}\n"])
    var depends: [String: [String]] = [:]
    var providers: [String: [String]] = [:]
    func names(_ list: Substring) -> [String] {
      list.split(whereSeparator: { ",&".contains($0) }).compactMap {
        $0.split(whereSeparator: { " (:".contains($0) }).first.map(String.init)
      }
    }
    for row in rows.split(separator: "\n") {
      // Alternatives are written with a bar of their own, between spaces.
      let parts = row.replacing(" | ", with: ",")
        .split(separator: "|", omittingEmptySubsequences: false)
      guard parts.count == 3 else { continue }
      depends[String(parts[0])] = names(parts[1])
      for name in names(parts[2]) { providers[name, default: []].append(String(parts[0])) }
    }
    var found: Set<String> = []
    var open = packages
    while let name = open.popLast() {
      for package in [name] + (providers[name] ?? []) where depends[package] != nil {
        if found.insert(package).inserted { open += depends[package] ?? [] }
      }
    }
    return found
  }

  private func call(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }
}
