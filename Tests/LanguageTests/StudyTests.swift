import Diagnostics
import Foundation
import Language
import Notebooks
import Testing

/// The five studies that the language was written for have no fault of their own.
@Suite struct StudyTests {
  @Test(arguments: Studies.names)
  func onlyWordsAndFilesAreMissing(name: String) throws {
    let (source, diagnostics) = Studies.diagnostics(try Studies.text(of: name), name: name)
    for diagnostic in diagnostics
    where diagnostic.code != .notHere && diagnostic.code != .missingFile {
      Issue.record("\(diagnostic.rendered(in: source))")
    }
  }

  @Test func ecuadorHasNoFault() throws {
    let (source, diagnostics) = Studies.diagnostics(
      try Studies.text(of: "ecuador"), name: "ecuador", facts: Studies.ecuadorFacts)
    for diagnostic in diagnostics { Issue.record("\(diagnostic.rendered(in: source))") }
  }
}
