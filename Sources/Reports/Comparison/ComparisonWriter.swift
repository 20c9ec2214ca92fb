import Records

/// Writes the parts of a comparison.
struct ComparisonWriter: PartWriter {
  let comparison: StudyComparison
  let before: ComparedStudy
  let after: ComparedStudy
  /// What is written at present.
  var html = HTMLWriter()

  /// Writes what is compared.
  mutating func writeHeader() {
    element(.h1, text: "Two reports compared")
    element(.p, [.classes("subtitle")]) { page in
      page.element(.code, text: page.before.name)
      page.html.text(" before, ")
      page.element(.code, text: page.after.name)
      page.html.text(" after")
    }
    if !comparison.causes.isEmpty {
      element(.p, [.classes("date")]) { page in
        let causes = page.comparison.causes.map(\.rawValue).joined(separator: "; ")
        page.html.text("What may have made results differ: \(causes).")
      }
    }
  }

  /// Writes how much differs.
  mutating func writeVerdict() {
    var items: [(text: String, tone: String)] = []
    func add(_ count: Int, _ one: String, _ many: String, _ tone: String) {
      if count > 0 { items.append((PageWriter.count(count, one, many), tone)) }
    }
    let files = comparison.inputs.count { $0.name.hasPrefix("file ") }
    let verdicts = comparison.results.count { $0.verdicts != nil }
    add(verdicts, "verdict differs", "verdicts differ", "bad")
    add(comparison.results.count, "result differs", "results differ", "bad")
    add(comparison.agreeing, "result agrees", "results agree", "good")
    add(files, "input differs", "inputs differ", "open")
    add(comparison.settings.count, "setting differs", "settings differ", "open")
    add(
      comparison.text?.hunks.count ?? 0, "place of the text differs", "places of the text differ",
      "open")
    if comparison.agrees { items.insert(("nothing differs", "good"), at: 0) }
    element(.ul, [.classes("verdict"), .label("Verdict")]) { page in
      for item in items { page.element(.li, [.classes(item.tone)], text: item.text) }
    }
  }

  /// Writes all that differs: results first, then what they were made from.
  mutating func writePage() {
    writeNumbers()
    for result in comparison.results where result.table != nil { writeTable(result) }
    for result in comparison.results where result.either.kind == .figure { writeFigure(result) }
    writeChanges("Warnings, assumptions", comparison.remarks, "What")
    writeChanges("What statements made", comparison.statements, "Statement")
    writeChanges("Data", comparison.inputs, "What")
    writeChanges("Settings", comparison.settings, "Setting")
    writeText()
    writeChanges("Versions", comparison.versions, "What")
    if comparison.agrees { element(.p, text: "Both reports say the same.") }
  }

  // MARK: Parts

  /// Writes a table of changes.
  mutating func writeChanges(_ title: String, _ changes: [Change], _ head: String) {
    guard !changes.isEmpty else { return }
    element(.h2, text: title)
    let isCounted = changes.contains { $0.difference != nil }
    let heads = [head, "Before", "After"] + (isCounted ? ["Difference", "Relative"] : [])
    element(.div, [.classes("wide"), .focusable]) { page in
      page.element(.table, [.classes("changes")]) { page in
        page.writeHeads(heads, right: 3)
        page.element(.tbody) { page in
          for change in changes { page.writeRow(change, isCounted: isCounted) }
        }
      }
    }
  }

  /// Writes the heads of a table; those from a place on stand to the right.
  mutating func writeHeads(_ heads: [String], right: Int = .max) {
    element(.thead) { page in
      page.element(.tr) { page in
        for (index, head) in heads.enumerated() {
          let classes: [HTMLAttribute] = index >= right ? [.classes("right")] : []
          page.element(.th, [.scope("col")] + classes, text: head)
        }
      }
    }
  }

  private mutating func writeRow(_ change: Change, isCounted: Bool) {
    element(.tr) { page in
      page.element(.th, [.scope("row")], text: change.name)
      page.writeSide(change.before, "lost")
      page.writeSide(change.after, "gained")
      guard isCounted else { return }
      page.element(.td, [.classes("right")], text: change.differenceText)
      page.element(.td, [.classes("right")], text: change.relativeText)
    }
  }

  private mutating func writeSide(_ text: String?, _ tone: String) {
    guard let text else { return element(.td, [.classes("absent")], text: "not there") }
    element(.td, [.classes(tone + (text.isDigest ? " hash" : ""))], text: text)
  }

  private mutating func writeText() {
    let isOther = comparison.study.contains { $0.name == "text" }
    writeChanges("Study", comparison.study, "What")
    guard isOther else { return }
    guard let text = comparison.text else {
      return element(.p, text: "A record alone does not carry the text of its study.")
    }
    element(.pre, [.classes("code difference")]) { page in
      for hunk in text.hunks {
        page.element(.span, [.classes("hunk")], text: hunk.head)
        page.html.text("\n")
        for line in hunk.lines {
          switch line {
          case .same(let text): page.html.text("  \(text)\n")
          case .removed(let text): page.writeLine("− \(text)", "lost")
          case .added(let text): page.writeLine("+ \(text)", "gained")
          }
        }
      }
    }
  }

  private mutating func writeLine(_ text: String, _ tone: String) {
    element(.span, [.classes(tone)], text: text)
    html.text("\n")
  }
}
