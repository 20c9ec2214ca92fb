import Records
import Reports

/// A comparison of two reports as a terminal shows it.
struct ComparisonText {
  private let comparison: StudyComparison
  private let before: ComparedStudy
  private let after: ComparedStudy
  private let usesColor: Bool

  init(
    _ comparison: StudyComparison, from before: ComparedStudy, to after: ComparedStudy,
    color: Bool
  ) {
    self.comparison = comparison
    (self.before, self.after) = (before, after)
    usesColor = color
  }

  /// What went in, what came out, and what may have made the difference.
  var text: String {
    guard !comparison.agrees else {
      return "nothing differs: \(comparison.agreeing) results agree\n"
    }
    var parts = [
      section("STUDY", comparison.study), lines, section("INPUT", comparison.inputs),
      section("SETTING", comparison.settings), section("VERSION", comparison.versions),
      section("STATEMENT", statements), results,
    ]
    parts += comparison.results.compactMap { $0.table.map(structure($0)) }
    parts += [remarks, summary]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var summary: String {
    let verdicts = comparison.results.count { $0.verdicts != nil }
    var text = Self.count(comparison.results.count, "result differs", "results differ")
    text += ", \(comparison.agreeing) agree"
    if verdicts > 0 { text += "; " + Self.count(verdicts, "verdict differs", "verdicts differ") }
    text += "\n"
    guard !comparison.causes.isEmpty else { return text }
    let causes = comparison.causes.map(\.rawValue).joined(separator: "; ")
    return text + "likeliest cause: \(causes)\n"
  }

  /// A table of changes; nothing where there are none.
  private func section(_ head: String, _ changes: [Change]) -> String {
    guard !changes.isEmpty else { return "" }
    var table = TextTable(head, "BEFORE", "AFTER")
    for change in changes {
      table.add(Self.short(change.name), Self.shown(change.before), Self.shown(change.after))
    }
    return table.text
  }

  /// What statements made, of the members of a family the first with the number of the others.
  private var statements: [Change] {
    var counts: [String: Int] = [:]
    func name(_ change: Change) -> String { String(change.name.prefix { $0 != "," }) }
    for change in comparison.statements { counts[name(change), default: 0] += 1 }
    return comparison.statements.compactMap { change in
      guard let count = counts.removeValue(forKey: name(change)) else { return nil }
      return count == 1 ? change : change.renamed("\(change.name) and \(count - 1) more")
    }
  }

  private var results: String {
    guard !comparison.results.isEmpty else { return "" }
    var table = TextTable("RESULT", "BEFORE", "AFTER", "DIFFERENCE", "RELATIVE")
    func add(_ change: Change) {
      table.add(
        Self.short(change.name), Self.shown(change.before), Self.shown(change.after),
        change.differenceText, change.relativeText)
    }
    for result in comparison.results {
      guard result.before != nil, result.after != nil else {
        add(result.presence)
        continue
      }
      for change in result.changes { add(change.named(within: result)) }
    }
    return table.text
  }

  /// Rows and columns that only one of two tables has.
  private func structure(_ result: StudyComparison.Result) -> (TableComparison) -> String {
    { table in
      var text = ""
      func add(_ what: String, _ list: [String]) {
        if !list.isEmpty {
          text += "\(result.name): \(what) \(list.joined(separator: ", "))\n".inert
        }
      }
      add("columns before only:", table.lostHeads)
      add("columns after only:", table.newHeads)
      func title(_ row: TableComparison.Row) -> String {
        let cell = row.cells.first.flatMap { $0.after ?? $0.before } ?? ""
        return cell.isEmpty ? "row \(row.after ?? row.before ?? 0)" : "“\(cell)”"
      }
      add("rows before only:", table.rows.filter { $0.after == nil }.map(title))
      add("rows after only:", table.rows.filter { $0.before == nil }.map(title))
      return text
    }
  }

  private var remarks: String {
    comparison.remarks.map { change in
      let text = change.after.map { "gained: \($0)" } ?? "lost: \(change.before ?? "")"
      return text.inert + "\n"
    }.joined()
  }

  /// The study's text as a unified difference.
  private var lines: String {
    guard comparison.study.contains(where: { $0.name == "text" }) else { return "" }
    guard let difference = comparison.text else {
      return "A record alone does not carry the text of its study.\n"
    }
    var text = "--- \(before.name.inert)\n+++ \(after.name.inert)\n"
    for hunk in difference.hunks {
      text += coloured(hunk.head, 36) + "\n"
      for line in hunk.lines {
        switch line {
        case .same(let line): text += " \(line.inert)\n"
        case .removed(let line): text += coloured("-\(line.inert)", 31) + "\n"
        case .added(let line): text += coloured("+\(line.inert)", 32) + "\n"
        }
      }
    }
    return text
  }

  private func coloured(_ text: String, _ color: Int) -> String {
    usesColor ? "\u{1B}[\(color)m\(text)\u{1B}[0m" : text
  }

  private static func shown(_ text: String?) -> String { text.map(short) ?? "not there" }

  /// A hash by its beginning, a long text by its start.
  private static func short(_ text: String) -> String {
    if text.utf8.count == 64, text.allSatisfy(\.isHexDigit) { return text.prefix(12) + "…" }
    return text.count > 60 ? text.prefix(59) + "…" : text
  }

  private static func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number) \(number == 1 ? one : many)"
  }
}
