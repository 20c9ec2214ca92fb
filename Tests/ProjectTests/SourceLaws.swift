import Foundation
import Testing

/// What holds for every file of the project.
@Suite struct SourceLaws {
  @Test func noSourceFileIsLongerThan400Lines() {
    for file in Repository.sources where file.lines.count > 401 {
      Issue.record("\(file.path) has \(file.lines.count - 1) lines, expected at most 400")
    }
    #expect(Repository.sources.count > 50)
  }

  /// The words are put together here, so that this file keeps its own law.
  @Test(arguments: ["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"])
  func nothingIsLeftForLater(_ word: String) throws {
    let pattern = try Regex("\\b\(word)\\b")
    for file in Repository.files where file.text.contains(word) {
      report(pattern, in: file, "it says \(word)")
    }
  }

  @Test(arguments: [
    "/wo" + "rk/", "/ro" + "ot/", "/ho" + "me/", "/tmp/" + "build", "/tmp/" + "venv",
    "/tmp/" + "contract",
  ])
  func noPathOfOneMachineIsNamed(_ path: String) {
    for file in Repository.files where file.text.contains(path) {
      for (index, line) in file.lines.enumerated() where line.contains(path) {
        Issue.record("\(file.path):\(index + 1) names a path of one machine: \(line)")
      }
    }
  }

  @Test func badInputNeverEndsTheProgram() {
    let pattern = /\bfatalError\(|\btry!|\bas!/
    for file in Repository.sources where file.path.hasPrefix("Sources/") {
      report(Regex(pattern), in: file, "it gives up instead of saying what is wrong")
    }
  }

  /// Foundation loads ICU, which costs more than most verbs take.
  @Test func theProgramsDoWithoutAllOfFoundation() {
    let pattern = /^\s*(public |internal |private |@testable )*import Foundation\b(?!Essentials)/
    for file in Repository.sources
    where file.path.hasPrefix("Sources/") && file.text.contains("import Foundation") {
      report(Regex(pattern), in: file, "it imports Foundation: FoundationEssentials or Glibc do")
    }
  }

  private func report(_ pattern: Regex<some Any>, in file: Repository.TextFile, _ what: String) {
    for (index, line) in file.lines.enumerated() where line.firstMatch(of: pattern) != nil {
      Issue.record("\(file.path):\(index + 1): \(what): \(line)")
    }
  }
}
