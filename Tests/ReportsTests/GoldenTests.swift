import Diagnostics
import Glibc
import InertHTML
import Reports
import Testing

@Suite struct GoldenTests {
  /// The golden page is written anew, and the test fails, where SCARP_RECORD is set.
  @Test func theSampleIsWrittenAsBefore() throws {
    let page = """
      {{policy}}<title>{{title}}</title>
      <style>{{style}}</style>
      {{banner}}{{header}}{{verdict}}{{contents}}{{page}}{{notes}}{{references}}{{provenance}}
      """
    let template = try Template(page: page, style: "p { margin: 0 }")
    let report = Report(try Sample.input(), in: template)
    let html = String(decoding: report.html, as: UTF8.self)
    let path = Files.root + "/Tests/ReportsTests/Golden/sample.html"
    if getenv("SCARP_RECORD") != nil {
      try Files.write(html, to: path)
      Issue.record("the golden page was written anew; look at it, then run without SCARP_RECORD")
    }
    #expect(try html == Files.read(path))
    #expect(report.diagnostics.map(\.code.id) == ["E022"])
  }

  @Test func theSampleIsInertInTheRealTemplate() throws {
    let template = try Template(
      page: Files.read(Files.root + "/templates/report.html"),
      style: Files.read(Files.root + "/templates/report.css"))
    let report = Report(try Sample.input(), in: template)
    let html = InertHTML(String(decoding: report.html, as: UTF8.self))
    #expect(html.faults == [])
    #expect(Set(html.ids).count == html.ids.count)
    #expect(Set(html.targets).subtracting(html.ids) == [])
    if let path = getenv("SCARP_SAMPLE_REPORT") {
      try Files.write(String(decoding: report.html, as: UTF8.self), to: String(cString: path))
    }
  }
}
