/// The names that examples use without defining them: `dem`, `train`, `glm`.
///
/// An example is one or a few statements. What stands before them is taken from here, only as far as
/// it is needed, so that every example is a whole small study on the simulated area.
public enum ExampleNames {
  /// One statement that defines names.
  struct Statement: Sendable {
    /// The names before `=`.
    let names: [String]
    /// The words that stand in it, names among them.
    let words: Set<String>
    /// The statement with its block.
    let text: String
  }

  /// The statements, in page order.
  static let statements = split(text)

  /// What has to stand before each statement of an example, and the statement itself.
  ///
  /// A name that the example defines is never taken from here, not even below its use: an example may
  /// show just that mistake.
  static func woven(into example: String) -> [(before: [Statement], own: Statement)] {
    let own = split(example)
    let defined = Set(own.flatMap(\.names))
    var given: Set<String> = []
    return own.map { statement in
      var before: [Statement] = []
      add(statement.words, to: &before, without: defined, given: &given)
      return (before, statement)
    }
  }

  /// The statements that an example needs before it, in page order.
  public static func needed(by example: String) -> [String] {
    woven(into: example).flatMap(\.before).map(\.text)
  }

  /// The statements that read files.
  static var reading: String {
    statements.filter { $0.text.contains(" = read ") }.map(\.text).joined(separator: "\n")
  }

  /// Adds the statements that define words, each after those that it needs itself.
  private static func add(
    _ words: Set<String>, to list: inout [Statement], without defined: Set<String>,
    given: inout Set<String>
  ) {
    for statement in statements where !words.isDisjoint(with: statement.names) {
      guard defined.isDisjoint(with: statement.names), !given.contains(statement.names[0]) else {
        continue
      }
      given.formUnion(statement.names)
      add(
        statement.words.subtracting(statement.names), to: &list, without: defined, given: &given)
      list.append(statement)
    }
  }

  /// The statements of a text; lines that are indented, or follow a line that ends in a comma, belong
  /// to the one above.
  static func split(_ text: String) -> [Statement] {
    var pieces: [[Substring]] = []
    for line in text.split(separator: "\n") {
      let goesOn = line.hasPrefix(" ") || pieces.last?.last?.hasSuffix(",") ?? false
      if goesOn, !pieces.isEmpty {
        pieces[pieces.count - 1].append(line)
      } else {
        pieces.append([line])
      }
    }
    return pieces.map { lines in
      let whole = lines.joined(separator: "\n")
      return Statement(names: names(of: lines[0]), words: words(of: whole), text: whole)
    }
  }

  /// The names before `=`; a network's and a block's stand after the word itself.
  private static func names(of line: Substring) -> [String] {
    let bare = unquoted(line)
    if let equals = bare.firstRange(of: " = ") {
      return bare[..<equals.lowerBound].split(separator: ",").map {
        String($0.filter { $0 != " " })
      }
    }
    let words = bare.split(separator: " ")
    guard words.count > 1, words[0] == "net" || words[0] == "block" else { return [] }
    return [String(words[1])]
  }

  /// All words of a statement but those in quotes.
  private static func words(of text: String) -> Set<String> {
    let parts = unquoted(Substring(text)).split { character in
      !(character.isLetter || character.isNumber || character == "_")
    }
    return Set(parts.map(String.init))
  }

  private static func unquoted(_ text: Substring) -> String {
    text.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 0 }.map { String($0.element) }.joined(separator: "\"\"")
  }
}
