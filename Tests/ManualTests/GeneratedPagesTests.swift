import Foundation
import Manual
import Testing

/// The pages that lie in docs/manual are those that the program makes.
@Suite struct GeneratedPagesTests {
  private static let advice = "“make docs” writes the manual anew"

  /// Pages from the declarations and from the outputs that lie beside them.
  @Test func pagesAreThoseOfTheDeclarations() throws {
    let folder = try Program.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.copyItem(
      at: Program.manual.appending(path: ExampleRecord.fileName),
      to: folder.appending(path: ExampleRecord.fileName))
    let made = try Program.call(["manual", "--into", "."], in: folder)
    #expect(made.code == 0, "\(made.text)")
    var count = 0
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    where path.hasSuffix(".md") {
      count += 1
      let page = try Program.text(folder.appending(path: path))
      let kept = try? Program.text(Program.manual.appending(path: path))
      #expect(page == kept, "docs/manual/\(path) is not up to date: \(Self.advice)")
    }
    #expect(count > 15)
  }

  /// Every example is carried out on the simulated area, and gives what the manual prints.
  @Test func outputsAreThoseOfTheExamples() throws {
    let folder = try Program.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let area = try Program.area(in: folder)
    let made = try Program.call(["manual", "--into", "manual", "--data", area], in: folder)
    try #require(made.code == 0, "\(made.text)")
    let kept = try Program.record()
    let found = try ExampleRecord(
      parsing: Program.text(folder.appending(path: "manual/\(ExampleRecord.fileName)")))
    #expect(found.outputs.count > 100)
    #expect(Set(found.outputs.keys) == Set(kept.outputs.keys), "\(Self.advice)")
    for (phrase, output) in found.outputs {
      #expect(output == kept.outputs[phrase], "the output of “\(phrase)”: \(Self.advice)")
      guard let figure = output.figure else { continue }
      let file = Program.manual.appending(path: figure.file)
      #expect(FileManager.default.fileExists(atPath: file.path), "\(figure.file)")
    }
    #expect(found.messages == kept.messages, "\(Self.advice)")
    #expect(found.facts == kept.facts, "\(Self.advice)")
  }

  /// A bar in a cell would end it.
  @Test func rowsOfTablesAreAsLongAsTheirHeads() throws {
    var count = 0
    for page in try GuidePage.all() where page.path.hasPrefix("docs/manual/") {
      var columns: Int?
      for line in page.prose {
        guard line.hasPrefix("|") else {
          columns = nil
          continue
        }
        let bars = line.replacing("\\|", with: "").count { $0 == "|" }
        #expect(bars == columns ?? bars, "\(page.path): \(line)")
        columns = bars
        count += 1
      }
    }
    #expect(count > 500)
  }

  @Test func theManualIsSmall() throws {
    let names = try FileManager.default.subpathsOfDirectory(atPath: Program.manual.path)
    let sizes = try names.map { name in
      try FileManager.default.attributesOfItem(
        atPath: Program.manual.appending(path: name).path)[.size] as? Int ?? 0
    }
    #expect(sizes.reduce(0, +) < 4_000_000)
  }
}
