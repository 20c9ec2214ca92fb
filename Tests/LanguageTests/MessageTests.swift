import Diagnostics
import Foundation
import Language
import Testing

/// What the author of a mistake is told: `Cases/messages.txt` holds pieces of notebooks, each with
/// the messages it gives, whole.
///
/// `SCARP_RECORD=1` writes the messages anew and fails the run, so that they are read before they
/// are kept.
@Suite struct MessageTests {
  static let file = Studies.root.appending(path: "Tests/LanguageTests/Cases/messages.txt")
  static let rule = String(repeating: "=", count: 60)
  static let dash = String(repeating: "-", count: 60)

  static func messages(of lines: String) -> String {
    let text = "```{scarp}\n\(lines)\n```\n"
    let (source, diagnostics) = Studies.diagnostics(
      text, name: "study", facts: { Studies.ecuadorFacts($0, $1) })
    return diagnostics.map { $0.rendered(in: source) }.joined(separator: "\n\n")
  }

  @Test func areAsRecorded() throws {
    let text = try String(contentsOf: Self.file, encoding: .utf8)
    let cases = text.components(separatedBy: Self.rule + "\n").filter { !$0.isEmpty }.map { part in
      let halves = part.components(separatedBy: Self.dash + "\n")
      return (
        lines: halves[0].trimmingCharacters(in: .newlines),
        expected: (halves.count > 1 ? halves[1] : "").trimmingCharacters(in: .newlines)
      )
    }
    #expect(cases.count >= 30)
    if ProcessInfo.processInfo.environment["SCARP_RECORD"] != nil {
      let recorded = cases.map { "\($0.lines)\n\(Self.dash)\n\(Self.messages(of: $0.lines))\n" }
      try recorded.joined(separator: Self.rule + "\n").write(
        to: Self.file, atomically: true, encoding: .utf8)
      Issue.record("messages were recorded; read them and run again without SCARP_RECORD")
      return
    }
    for (lines, expected) in cases { #expect(Self.messages(of: lines) == expected) }
  }

  /// All mistakes of a notebook are told at once, in page order, each once.
  @Test func allAtOnce() {
    let lines = """
      dem = read raster "dem.tif" in m
      a   = slop of dem in degrees
      b   = slope of dme in degrees
      c   = slope of dem in m
      d   = slope of b in degrees
      """
    let text = "```{scarp}\n\(lines)\n```\n"
    let found = Studies.diagnostics(
      text, name: "study", facts: { Studies.ecuadorFacts($0, $1) }
    ).diagnostics
    #expect(found.map(\.code.id) == ["E114", "E110", "E211"])
  }
}
