import Records

/// The result of a verification as a table for the terminal.
struct VerificationReport {
  private let verification: Verification

  init(_ verification: Verification) { self.verification = verification }

  /// A line for each thing that differs, one for those of each result that agree, and the cause.
  var text: String {
    var table = TextTable("RESULT", "RECORDED", "GOT", "DIFFERENCE", "TOLERANCE", "VERDICT")
    for line in verification.materials { add(line, to: &table) }
    var agreeing: [(id: String, count: Int)] = []
    for line in verification.results where line.agrees {
      let id = String(line.result.prefix { $0 != "," })
      if agreeing.last?.id == id {
        agreeing[agreeing.count - 1].count += 1
      } else {
        agreeing.append((id, 1))
      }
    }
    for (id, count) in agreeing {
      table.add(id, "\(count) values", "the same", "", "", "agrees")
    }
    for line in verification.results where !line.agrees { add(line, to: &table) }
    let all = verification.materials + verification.results
    let differing = all.count { !$0.agrees }
    let values = "\(verification.results.count) values"
    var text = table.text
    text += differing == 0 ? "all agrees: \(values)\n" : "\(differing) of \(all.count) differ\n"
    if let cause = verification.cause { text += "likeliest cause: \(cause.rawValue)\n" }
    return text
  }

  private func add(_ line: Verification.Line, to table: inout TextTable) {
    table.add(
      line.result, Self.short(line.recorded), Self.short(line.got), line.difference,
      line.tolerance, line.agrees ? "agrees" : "differs")
  }

  /// A hash by its beginning, a long text by its start.
  private static func short(_ text: String) -> String {
    if text.count == 64, text.allSatisfy(\.isHexDigit) { return String(text.prefix(12)) + "…" }
    return text.count > 40 ? String(text.prefix(39)) + "…" : text
  }
}
