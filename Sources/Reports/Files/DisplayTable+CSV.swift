public import Vocabulary

extension DisplayTable {
  /// The table as CSV after RFC 4180: UTF-8, one row of heads, lines that end with CR LF.
  ///
  /// Numbers are exact: the fewest digits that read back to the same bits, with a dot and without
  /// groups of thousands; what has no value is empty, and numbers that have no digits are `nan`,
  /// `inf` and `-inf`. Heads over several columns stand before each of them, “Predicted: landslide”,
  /// units behind, “Area (km2)”. What rows share is in each of them.
  ///
  /// A text that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, a tab or a
  /// carriage return, and is no number) gets an apostrophe before it.
  public var csv: String {
    var text = CSVText()
    text.add(
      CSVText.distinct(columns.map { $0.unit.isEmpty ? $0.name : "\($0.name) (\($0.unit))" }))
    for row in rows { text.add(row.map(CSVText.field)) }
    return text.text
  }
}

/// Lines of comma-separated fields.
private struct CSVText {
  private(set) var text = ""

  mutating func add(_ fields: [String]) {
    // A single empty field is quoted: the line would be none.
    text += fields == [""] ? "\"\"" : fields.map(Self.quoted).joined(separator: ",")
    text += "\r\n"
  }

  static func field(_ cell: DisplayTable.Cell) -> String {
    switch cell {
    case .empty: ""
    case .text(let text): inert(text)
    case .number(let value, _): number(value)
    }
  }

  /// Heads that occur once: the second “x” becomes “x (2)”.
  static func distinct(_ heads: [String]) -> [String] {
    var known: Set<String> = []
    return heads.map { head in
      var name = inert(head)
      var count = 1
      while !known.insert(name).inserted {
        count += 1
        name = "\(inert(head)) (\(count))"
      }
      return name
    }
  }

  private static func number(_ value: Double) -> String {
    guard value.isFinite else { return value.isNaN ? "nan" : (value < 0 ? "-inf" : "inf") }
    return value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
  }

  private static func inert(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first),
      Double(text) == nil
    else { return text }
    return "'" + text
  }

  private static func quoted(_ field: String) -> String {
    // By bytes: Swift takes a carriage return and a line feed for one character.
    guard field.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else {
      return field
    }
    return "\"" + field.replacing("\"", with: "\"\"") + "\""
  }
}
