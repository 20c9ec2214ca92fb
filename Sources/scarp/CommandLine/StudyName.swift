/// The name of a new study: that of its folder and of its notebook.
struct StudyName {
  /// As it was given.
  let text: String

  /// Takes a name.
  ///
  /// - Throws: ``UsageFault/badName(_:expected:)`` where it cannot name a file everywhere.
  init(_ text: String) throws(UsageFault) {
    if text.contains("/") {
      throw .badName(text, expected: "a name without “/”; --into DIR says where it goes")
    }
    if text.isEmpty || text.hasPrefix(".") || text.hasPrefix("-") {
      throw .badName(text, expected: "a name that begins with a letter or a digit")
    }
    guard text.utf8.count <= 200 else { throw .badName(text, expected: "at most 200 bytes") }
    let lineEnds: Set<Unicode.Scalar> = ["\n", "\u{85}", "\u{2028}", "\u{2029}", "\u{FEFF}"]
    guard text.inert == text, !text.unicodeScalars.contains(where: lineEnds.contains),
      text.first != " ", text.last != " "
    else {
      throw .badName(text, expected: "a name of printable characters, without spaces at its ends")
    }
    self.text = text
  }

  /// The study's title: the words of the name, the first with a capital.
  var title: String {
    let words = text.split(whereSeparator: { "-_ ".contains($0) }).joined(separator: " ")
    return words.isEmpty ? text : words.prefix(1).uppercased() + words.dropFirst()
  }

  /// The title as a scalar of YAML in double quotes.
  var yamlTitle: String {
    "\"" + title.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// The title as plain text of Markdown.
  var markdownTitle: String {
    title.reduce(into: "") { result, character in
      if character.isASCII, character.isPunctuation || character.isSymbol { result += "\\" }
      result.append(character)
    }
  }
}

extension String {
  /// The text as one word of a shell's command line.
  var shellWord: String {
    let plain =
      !isEmpty
      && allSatisfy {
        $0.isASCII && ($0.isLetter || $0.isNumber || "_-./,:+@%".contains($0))
      }
    return plain ? self : "'" + replacing("'", with: "'\\''") + "'"
  }
}
