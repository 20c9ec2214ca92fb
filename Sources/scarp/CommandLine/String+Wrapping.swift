extension String {
  /// The text in lines of at most 88 columns, each indented; a longer word has a line of its own.
  func wrapped(indentedBy indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    return split(separator: "\n", omittingEmptySubsequences: false).map { paragraph in
      var lines: [String] = []
      var line = ""
      for word in paragraph.split(separator: " ") {
        if !line.isEmpty, indent + line.count + 1 + word.count > 88 {
          lines.append(margin + line)
          line = ""
        }
        line += (line.isEmpty ? "" : " ") + word
      }
      return (lines + [line.isEmpty ? "" : margin + line]).joined(separator: "\n")
    }.joined(separator: "\n")
  }
}
