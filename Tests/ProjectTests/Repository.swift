import Foundation
import Testing

/// The files of the project, as its laws see them.
struct Repository {
  /// A text file.
  struct TextFile {
    /// Relative to the project's folder.
    let path: String
    let text: String
    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
  }

  /// The project's folder: the one above Tests/.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// The text of one file.
  static func text(_ path: String) throws -> String {
    try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)
  }

  /// Every text file that belongs to the project: not what is built, made or kept by version control.
  static let files: [TextFile] = {
    var files: [TextFile] = []
    let walk = FileManager.default.enumerator(atPath: root)
    while let path = walk?.nextObject() as? String {
      if [".build", ".git", "output", ".swiftpm"].contains(path) { walk?.skipDescendants() }
      guard isText(path), let text = try? text(path) else { continue }
      files.append(TextFile(path: path, text: text))
    }
    return files.sorted { $0.path < $1.path }
  }()

  /// The sources in Swift and C.
  static var sources: [TextFile] {
    files.filter { file in
      (file.path.hasPrefix("Sources/") || file.path.hasPrefix("Tests/"))
        && [".swift", ".c", ".h"].contains { file.path.hasSuffix($0) }
    }
  }

  private static func isText(_ path: String) -> Bool {
    let plain = ["Makefile", "LICENSE", ".ci/run", ".gitignore", "tools/test"]
    let kinds = [
      ".swift", ".c", ".h", ".md", ".modulemap", ".html", ".css", ".svg", ".json", ".yaml", ".yml",
      ".csv", ".txt", ".sh",
    ]
    return plain.contains(path) || path.hasPrefix("tools/") || path.hasPrefix("benchmarks/")
      || kinds.contains { path.hasSuffix($0) }
  }
}
