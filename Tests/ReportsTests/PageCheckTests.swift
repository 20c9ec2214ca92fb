import Foundation
import Reports
import Testing

/// The page as a browser shows it, looked at by tools/check-page.
@Suite(.serialized) struct PageCheckTests {
  private struct Outcome {
    let code: Int32
    let output: String
  }

  private func sample() throws -> String {
    let template = try Template(
      page: Files.read(Files.root + "/templates/report.html"),
      style: Files.read(Files.root + "/templates/report.css"))
    return String(decoding: Report(try Sample.input(), in: template).html, as: UTF8.self)
  }

  private func check(_ html: String) throws -> Outcome {
    let path = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString).html"
    try Files.write(html, to: path)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Files.root + "/tools/check-page")
    process.arguments = [path]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(
      code: process.terminationStatus, output: String(decoding: output, as: UTF8.self))
  }

  @Test func nothingIsWrongWithTheSample() throws {
    let outcome = try check(sample())
    #expect(outcome.code == 0, "\(outcome.output)")
  }

  /// Each thing that is looked for is found where it is planted.
  @Test func whatIsWrongIsFound() throws {
    var page = try sample()
    func plant(_ old: String, _ new: String) {
      #expect(page.contains(old), "the page holds no \(old)")
      page = page.replacing(old, with: new, maxReplacements: 1)
    }
    plant(" alt=\"The curve lies above the diagonal; its area is 0.873.\"", "")
    plant("--soft: #5c6168", "--soft: #b0b4b8")
    plant(
      "</main>",
      "<p style=\"width:1500px\">wide</p><img src=\"http://127.0.0.1:9/x.png\" alt=\"x\"></main>")
    plant("figure{break-inside: avoid;", "figure{")
    plant("figure,tr,caption,.remark", "tr,caption,.remark")
    plant(":focus-visible{outline: 2px", ":focus-visible{outline: 0px")
    plant(
      "details::details-content{content-visibility: visible;display: block;}.commands", ".commands")
    plant("<h2", "<h4>Too deep</h4><h2")
    plant("scroll-target-group: auto", "scroll-target-group: none")
    plant("content-visibility: hidden;display: none", "content-visibility: visible")
    plant("@bottom-center", "@bottom-nowhere")
    let outcome = try check(page)
    #expect(outcome.code == 1)
    for fault in [
      "image-alt", "color-contrast", "scrolls sideways", "asks for http://127.0.0.1:9/x.png",
      "the console says", "may cut FIGURE", "cannot be seen", "is not printed", "heading-order",
      "does not bear its number", "is shrunk", "the contents mark", "the contents are not folded",
    ] {
      #expect(outcome.output.contains(fault), "\(fault) is not told: \(outcome.output)")
    }
  }
}
