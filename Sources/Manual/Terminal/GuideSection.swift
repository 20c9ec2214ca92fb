/// A section of a hand-written page of the manual, as `scarp explain leakage` shows it.
public struct GuideSection: Sendable {
  /// The heading.
  public let title: String
  /// The Markdown below it, up to the next heading of its level or above.
  public let text: String

  /// The pages that are looked through, in this order.
  public static let pages = [
    "language.md", "pitfalls.md", "guide-authors.md", "guide-reviewers.md", "guide-students.md",
  ]

  /// The sections whose heading holds a phrase, as whole words and in any case.
  public static func find(_ phrase: String, in page: String) -> [GuideSection] {
    let wanted = words(of: phrase)
    return all(in: page).filter { section in
      let title = words(of: section.title)
      return title.indices.contains { title[$0...].starts(with: wanted) }
    }
  }

  private static func words(of text: String) -> [String] {
    text.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
  }

  /// All sections below the page's title.
  static func all(in page: String) -> [GuideSection] {
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    var isInCode = false
    var heads: [(level: Int, line: Int)] = []
    for (index, line) in lines.enumerated() {
      if line.hasPrefix("```") { isInCode.toggle() }
      let level = line.prefix { $0 == "#" }.count
      if !isInCode, (2...4).contains(level), line.dropFirst(level).hasPrefix(" ") {
        heads.append((level, index))
      }
    }
    return heads.enumerated().map { index, head in
      let end = heads[(index + 1)...].first { $0.level <= head.level }?.line ?? lines.count
      var body = lines[(head.line + 1)..<end]
      while body.last?.isEmpty ?? false { body.removeLast() }
      while body.first?.isEmpty ?? false { body.removeFirst() }
      return GuideSection(
        title: String(lines[head.line].dropFirst(head.level + 1)),
        text: body.joined(separator: "\n"))
    }
  }
}
