import Diagnostics
import Foundation
import Language
import Notebooks
import Testing

/// The five studies that the language was written for have no fault of their own, but that two of
/// them compare maps by natural breaks, of which W250 tells.
@Suite struct StudyTests {
  @Test(arguments: Studies.names)
  func onlyWordsAndFilesAreMissing(name: String) throws {
    let (source, diagnostics) = Studies.diagnostics(try Studies.text(of: name), name: name)
    let compares = ["ludian-hybrid", "veneto-sacnn"].contains(name)
    #expect(diagnostics.contains { $0.code == .ownBreaks } == compares)
    let known: [Code] = [.notHere, .missingFile, .ownBreaks]
    for diagnostic in diagnostics where !known.contains(diagnostic.code) {
      Issue.record("\(diagnostic.rendered(in: source))")
    }
  }

  @Test(arguments: ["ecuador", "quickstart"])
  func aNotebookOfTheProjectHasNoFault(name: String) throws {
    let (source, diagnostics) = Studies.diagnostics(
      try Studies.text(of: name), name: name, facts: Studies.facts(of: name))
    for diagnostic in diagnostics { Issue.record("\(diagnostic.rendered(in: source))") }
  }
}
