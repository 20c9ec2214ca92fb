/// Small pieces of Markdown.
enum Markdown {
  /// A text inside a cell of a table.
  static func cell(_ text: String) -> String {
    prose(text).replacing("|", with: "\\|").replacing("\n", with: " ")
  }

  /// A plain text as prose, with what Markdown would take for marks made harmless; words between
  /// backticks stay code.
  static func prose(_ text: String) -> String {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    let isBalanced = parts.count % 2 == 1
    return parts.enumerated().map { index, part in
      isBalanced && index % 2 == 1 ? String(part) : escaped(part)
    }.joined(separator: isBalanced ? "`" : "\\`")
  }

  private static func escaped(_ text: Substring) -> String {
    var result = ""
    for character in text {
      if "*_<[".contains(character) { result += "\\" }
      result.append(character)
    }
    return result
  }

  /// The words of a code.
  static func code(_ text: String) -> String {
    text.contains("`") ? "`` \(text) ``" : "`\(text)`"
  }

  /// A block of lines shown as they are.
  static func block(_ text: String, language: String = "text") -> String {
    let fence = text.contains("```") ? "````" : "```"
    return "\(fence)\(language)\n\(text)\n\(fence)"
  }

  /// The anchor by which code hosts know a heading.
  static func anchor(_ heading: String) -> String {
    String(
      heading.lowercased().compactMap { character -> Character? in
        if character == " " { return "-" }
        return character.isLetter || character.isNumber || character == "-" || character == "_"
          ? character : nil
      })
  }

  /// A source with its DOI or preprint as a link.
  static func source(_ text: String) -> String {
    for (mark, address) in [("doi:", "https://doi.org/"), ("arXiv:", "https://arxiv.org/abs/")] {
      guard let start = text.firstRange(of: mark) else { continue }
      let rest = text[start.upperBound...]
      var id = String(rest.prefix { $0 != " " })
      while let last = id.last, ",;.".contains(last) { id.removeLast() }
      let before = prose(String(text[..<start.lowerBound]))
      let after = source(String(rest.dropFirst(id.count)))
      let target = id.replacing("<", with: "%3C").replacing(">", with: "%3E")
        .replacing("(", with: "%28").replacing(")", with: "%29")
      return "\(before)[\(mark)\(prose(id))](\(address)\(target))\(after)"
    }
    return prose(text)
  }

  /// Prose whose DOIs lead to the papers.
  static func linked(_ text: String) -> String {
    text.split(separator: " ", omittingEmptySubsequences: false).map { word in
      word.contains("doi:") ? source(String(word)) : String(word)
    }.joined(separator: " ")
  }
}
