extension String {
  /// The text with lines of at most so many columns, broken at spaces.
  ///
  /// What goes on is indented as the line it belongs to, and by two more.
  ///
  /// - Parameters:
  ///   - width: the most columns; a word that is longer has a line of its own.
  ///   - margin: spaces before every line, which count.
  /// - Returns: the lines, joined.
  public func folded(at width: Int, margin: Int = 0) -> String {
    let space = String(repeating: " ", count: margin)
    return split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      let indent = line.prefix { $0 == " " }
      guard margin + line.count > width else { return line.isEmpty ? "" : space + line }
      var lines: [String] = []
      var current = String(indent)
      var isEmpty = true
      for word in line.dropFirst(indent.count).split(
        separator: " ", omittingEmptySubsequences: false)
      {
        if !isEmpty, margin + current.count + 1 + word.count > width {
          lines.append(space + current)
          current = indent + "  "
          isEmpty = true
        }
        current += (isEmpty ? "" : " ") + word
        isEmpty = false
      }
      return (lines + [space + current]).joined(separator: "\n")
    }.joined(separator: "\n")
  }

  /// The paragraphs wrapped to so many columns, each line indented.
  public func wrapped(at width: Int, margin: Int = 0) -> String {
    let space = String(repeating: " ", count: margin)
    return split(separator: "\n", omittingEmptySubsequences: false).map { paragraph in
      var lines: [String] = []
      var line = ""
      for word in paragraph.split(separator: " ") {
        if !line.isEmpty, margin + line.count + 1 + word.count > width {
          lines.append(space + line)
          line = ""
        }
        line += (line.isEmpty ? "" : " ") + word
      }
      return (lines + [line.isEmpty ? "" : space + line]).joined(separator: "\n")
    }.joined(separator: "\n")
  }
}
