import Testing

/// The targets of Package.swift and what each may import, read from its text.
struct Manifest {
  /// What kind a target is, by the name of the call that declares it.
  enum Kind: String {
    case system = "systemLibrary"
    case library = "target"
    case program = "executableTarget"
    case tests = "testTarget"
  }

  struct Target {
    let kind: Kind
    let name: String
    let dependencies: [String]
    /// The folder of its sources.
    let folder: String
    /// The Debian packages it asks for.
    let packages: [String]
  }

  let targets: [Target]

  init() throws {
    let text = try Repository.text("Package.swift")
    let declaration = /\.(systemLibrary|target|executableTarget|testTarget)\(\s*name: "([^"]+)"/
    let starts = text.matches(of: declaration)
    targets = starts.enumerated().compactMap { index, match in
      let end = index + 1 < starts.count ? starts[index + 1].range.lowerBound : text.endIndex
      let body = text[match.range.upperBound..<end]
      guard let kind = Kind(rawValue: String(match.1)) else { return nil }
      let name = String(match.2)
      let path = body.firstMatch(of: /path: "([^"]+)"/).map { String($0.1) }
      return Target(
        kind: kind, name: name, dependencies: Manifest.strings(after: "dependencies: [", in: body),
        folder: path ?? (kind == .tests ? "Tests/\(name)" : "Sources/\(name)"),
        packages: Manifest.strings(after: ".apt([", in: body))
    }
  }

  func target(_ name: String) -> Target? { targets.first { $0.name == name } }

  /// A target and all it depends on, directly or not.
  func closure(of name: String) -> Set<String> {
    var found: Set<String> = []
    var waiting = [name]
    while let next = waiting.popLast() {
      if found.insert(next).inserted { waiting += target(next)?.dependencies ?? [] }
    }
    return found
  }

  private static func strings(after opening: String, in text: Substring) -> [String] {
    guard let start = text.firstRange(of: opening)?.upperBound,
      let end = text[start...].firstIndex(of: "]")
    else { return [] }
    return text[start..<end].matches(of: /"([^"]+)"/).map { String($0.1) }
  }
}
