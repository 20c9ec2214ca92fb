public import Records
import Vocabulary

extension ComparisonWriter {
  /// Writes quantities, checks and claims, and results that only one report has.
  mutating func writeNumbers() {
    let numbers = comparison.results.filter { $0.table == nil && $0.either.kind != .figure }
    var changes: [Change] = []
    for result in numbers {
      guard result.before != nil, result.after != nil else {
        changes.append(result.presence)
        continue
      }
      changes += result.changes.map { $0.named(within: result) }
    }
    writeChanges("Results", changes, "Result")
  }

  /// Writes a table with the cells that differ marked.
  mutating func writeTable(_ result: StudyComparison.Result) {
    guard let table = result.table else { return }
    element(.h2, text: result.name)
    element(.p, [.classes("words")]) { $0.element(.code, text: result.either.words) }
    for (heads, words) in [(table.lostHeads, "before only"), (table.newHeads, "after only")]
    where !heads.isEmpty {
      element(.p, [.classes("note")], text: "Columns \(words): \(heads.joined(separator: ", ")).")
    }
    element(.div, [.classes("wide"), .focusable]) { page in
      page.element(.table) { page in
        page.writeHeads(table.heads)
        page.element(.tbody) { page in
          for row in table.rows { page.writeRow(row) }
        }
      }
    }
  }

  private mutating func writeRow(_ row: TableComparison.Row) {
    let tone = row.before == nil ? "gained" : row.after == nil ? "lost" : ""
    element(.tr, tone.isEmpty ? [] : [.classes(tone)]) { page in
      for cell in row.cells {
        guard cell.change != nil, tone.isEmpty else {
          page.element(.td, text: cell.after ?? cell.before ?? "")
          continue
        }
        page.element(.td, [.classes("changed")]) { page in
          page.element(.span, [.classes("lost")], text: cell.before ?? "nothing")
          page.html.text(" → ")
          page.element(.span, [.classes("gained")], text: cell.after ?? "nothing")
        }
      }
    }
  }

  /// Writes both pictures of a figure side by side.
  mutating func writeFigure(_ result: StudyComparison.Result) {
    element(.h2, text: result.name)
    element(.p, [.classes("words")]) { $0.element(.code, text: result.either.words) }
    element(.div, [.classes("sides")]) { page in
      page.writeSide("Before", result.before, in: page.before)
      page.writeSide("After", result.after, in: page.after)
    }
  }

  private mutating func writeSide(
    _ title: String, _ figure: RecordedResult?, in study: ComparedStudy
  ) {
    let shows = figure?.values.first { $0.name == "shows" }?.text ?? ""
    element(.figure) { page in
      if let picture = study.picture(of: figure) {
        page.html.open(.img, [.source(picture), .alternative(shows)])
      }
      page.element(.figcaption) { page in
        page.element(.strong, text: title + ".")
        page.html.text(" " + (figure == nil ? "The report has no such figure." : shows))
      }
    }
  }
}

extension StudyComparison.Result {
  /// That only one of the reports has it.
  public var presence: Change {
    Change(name, before: before.map(Self.gist), after: after.map(Self.gist))
  }

  private static func gist(_ result: RecordedResult) -> String {
    result.values.count == 1 ? result.values[0].text : "a \(result.kind.rawValue)"
  }
}

extension Change {
  /// The change with the name of the result before that of the value.
  public func named(within result: StudyComparison.Result) -> Change {
    renamed(name.isEmpty ? result.name : "\(result.name), \(name)")
  }

  /// The difference with its sign; empty where there is none.
  public var differenceText: String {
    difference.map { Self.signed(formatSignificant($0, digits: 4)) } ?? ""
  }

  /// The relative difference in percent with its sign; empty where there is none.
  public var relativeText: String {
    relative.map { Self.signed(formatSignificant($0 * 100, digits: 3)) + " %" } ?? ""
  }

  private static func signed(_ text: String) -> String {
    if text.hasPrefix("-") { return "−" + text.dropFirst() }
    return text == "0" ? text : "+" + text
  }
}

extension String {
  /// Whether it is a SHA-256 in hexadecimal digits.
  var isDigest: Bool { utf8.count == 64 && allSatisfy(\.isHexDigit) }
}
