import Foundation

/// A Markdown page of the project, with its fences, links and headings.
struct GuidePage {
  /// A fenced block.
  struct Fence {
    /// The words after the fence: `scarp W401`.
    let info: [String]
    /// The lines within.
    let text: String
    /// The line of the opening fence, from 1.
    let line: Int
  }

  let path: String
  let text: String
  let fences: [Fence]
  /// The lines outside fences, those of fences left empty.
  let prose: [String]

  init(_ path: String) throws {
    self.path = path
    text = try Program.text(Program.project.appending(path: path))
    var fences: [Fence] = []
    var prose: [String] = []
    var open: (mark: String, info: [String], lines: [String], line: Int)?
    for (index, line) in text.components(separatedBy: "\n").enumerated() {
      let mark = String(line.prefix { $0 == "`" })
      if let fence = open {
        prose.append("")
        if mark.count >= fence.mark.count, line == mark {
          fences.append(
            Fence(
              info: fence.info, text: fence.lines.joined(separator: "\n"), line: fence.line))
          open = nil
        } else {
          open?.lines.append(line)
        }
      } else if mark.count >= 3 {
        prose.append("")
        let info = line.dropFirst(mark.count).split(separator: " ").map(String.init)
        open = (mark, info, [], index + 1)
      } else {
        prose.append(line)
      }
    }
    self.fences = fences
    self.prose = prose
  }

  /// The anchors of the headings, as code hosts make them; of one that stands twice nobody knows which
  /// is meant, so that it is none.
  var anchors: Set<String> {
    var result: Set<String> = []
    var twice: Set<String> = []
    for line in prose {
      let level = line.prefix { $0 == "#" }.count
      guard (1...6).contains(level), line.dropFirst(level).hasPrefix(" ") else { continue }
      var title = String(line.dropFirst(level + 1))
      if let start = title.firstIndex(of: "{") { title = String(title[..<start]) }
      let slug = title.trimmingCharacters(in: .whitespaces).lowercased().compactMap { letter in
        letter == " "
          ? "-" : letter.isLetter || letter.isNumber || "-_".contains(letter) ? letter : nil
      }
      if !result.insert(String(slug)).inserted { twice.insert(String(slug)) }
    }
    return result.subtracting(twice)
  }

  /// The targets of links and pictures that lead into the project.
  var links: [(target: String, line: Int)] {
    let pattern = /\]\(([^)\s]+)\)/
    return prose.enumerated().flatMap { index, line in
      // Words in backticks are no links.
      line.replacing(/`[^`]*`/, with: "").matches(of: pattern).map { (String($0.1), index + 1) }
        .filter { !$0.0.contains("://") && !$0.0.hasPrefix("mailto:") }
    }
  }

  /// The command lines of the program that the page shows, indented or in a fence of a shell.
  var commands: [(words: [String], line: Int)] {
    var lines: [(text: String, line: Int)] = prose.enumerated()
      .filter { $0.element.hasPrefix("    ") }
      .map { ($0.element.trimmingCharacters(in: .whitespaces), $0.offset + 1) }
    for fence in fences where ["sh", "bash", "console"].contains(fence.info.first ?? "") {
      lines += fence.text.components(separatedBy: "\n").map { ($0, fence.line) }
    }
    // Also the commands named in prose: `scarp run study.md`.
    for (index, line) in prose.enumerated() {
      lines += line.matches(of: /`(scarp [a-z][^`]*)`/).map { (String($0.1), index + 1) }
    }
    return lines.compactMap { text, line in
      let bare = text.replacing(/\s#.*$/, with: "")
      let words = bare.split(separator: " ").map(String.init)
      guard let first = words.first, first == "scarp" || first.hasSuffix("/scarp"), words.count > 1
      else { return nil }
      return (Array(words.dropFirst()), line)
    }
  }

  /// All Markdown pages that are held to the laws of links.
  static func all() throws -> [GuidePage] {
    let docs = try FileManager.default.subpathsOfDirectory(
      atPath: Program.project.appending(path: "docs").path)
    let notebooks = try FileManager.default.contentsOfDirectory(
      atPath: Program.project.appending(path: "notebooks").path)
    let paths =
      ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"]
      + docs.filter { $0.hasSuffix(".md") }.map { "docs/\($0)" }
      + notebooks.filter { $0.hasSuffix(".md") }.map { "notebooks/\($0)" }
    return try paths.sorted().map { try GuidePage($0) }
  }
}
