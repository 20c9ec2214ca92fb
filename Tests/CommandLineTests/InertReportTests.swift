import Foundation
import HostileFiles
import InertHTML
import Testing

/// Markup and script from every source that a report shows: the notebook, and all kinds of data.
///
/// Each text tries to change the title, to leave a mark in the page and to ask an address.
@Suite struct InertReportTests {
  /// Texts that try to become markup; each one names the source it came from.
  private static func payload(_ source: String, _ port: UInt16) -> String {
    let script =
      "document.title='taken-\(source)';document.documentElement.setAttribute('data-taken','1');"
      + "new Image().src='http://127.0.0.1:\(port)/\(source)'"
    return "</title></style></script><script>\(script)</script>"
      + "<img src=x onerror=\"\(script)\"><svg onload=\"\(script)\"></svg>"
      + "<img src='http://127.0.0.1:\(port)/\(source)'>" + "<b id=taken>\(source)</b>'\">"
  }

  /// A study of which every text is a payload, with its data.
  private func workplace(_ port: UInt16) throws -> Workplace {
    func text(_ source: String) -> String { Self.payload(source, port) }
    // Quotes of the language and of YAML cannot stand in their texts.
    func quoted(_ source: String) -> String { text(source).replacing("\"", with: "`") }
    let workplace = try Workplace()
    let attribute = text("band").replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    var dem = TIFFBytes()
    dem.tags[270] = .text(text("description"))
    dem.tags[305] = .text(text("software"))
    dem.tags[42_112] = .text(
      "<GDALMetadata><Item name=\"DESCRIPTION\" sample=\"0\" role=\"description\">\(attribute)"
        + "</Item><Item name=\"AREA\">\(attribute)</Item></GDALMetadata>")
    try workplace.write(Data(dem.bytes), to: "data/dem.tif")
    let name = try #require(
      String(data: JSONSerialization.data(withJSONObject: [text("name")]), encoding: .utf8))
    try workplace.write(
      """
      {"type": "FeatureCollection", "name": \(name.dropFirst().dropLast()), "features": [
      {"type": "Feature", "properties": {"n": \(name.dropFirst().dropLast())}, "geometry":
      {"type": "Polygon", "coordinates": [[[-81.1, -4.6], [-80.9, -4.6], [-80.9, -4.4], [-81.1, -4.4],
      [-81.1, -4.6]]]}}]}
      """, to: "data/r.geojson")
    var rows = SmallStudy.table.split(separator: "\n").map(String.init)
    rows[0] += ",part"
    for index in 1..<rows.count {
      rows[index] +=
        ",\"" + text("cell\(index % 2)").replacing("\"", with: "\"\"") + "\""
    }
    try workplace.write(rows.joined(separator: "\n") + "\n", to: "data/a<b id=taken>places.csv")
    let yaml = quoted("yaml").replacing("\\", with: "\\\\")
    try workplace.write(
      "title: \"\(yaml)\"\nlicence: \"\(yaml)\"\nsource: \"\(yaml)\"\n", to: "data/dataset.yaml")
    try workplace.write(
      """
      ---
      title: "\(quoted("title"))"
      author: ["\(quoted("author"))"]
      abstract: "\(quoted("abstract"))"
      seed: 5
      ---

      # \(text("heading"))

      \(text("prose")) `\(text("code"))` $\(text("formula"))$

      ```{scarp}
      assume "\(quoted("assumption"))" because "\(quoted("reason"))"
      dem     = read raster "dem.tif" in m
      regions = read areas "r.geojson" named by "n"
      zones   = classify dem into "\(quoted("class"))", high by quantiles
      show areas of zones in km2, by regions as tbl-areas "\(quoted("caption"))"
      draw map of zones with regions, titled "\(quoted("maptitle"))" as fig-zones "\(quoted("figure"))"
      places  = read places "a<b id=taken>places.csv" with slope in degrees, wet, label slide, folds part
      factors = stack of places.slope, places.wet
      glm     = fit logistic regression on places, reading factors
        ridge 1
        folds places.part
      show scores of glm: auc as tbl-scores "Scores."
      claims from "\(quoted("paper"))", within 0.5
        auc of glm on places is 0.8
      show claims as tbl-claims "\(quoted("claims"))"
      FAULT
      ```

      """, to: "study.md")
    return workplace
  }

  private func hold(_ page: URL, _ canary: Browser.Canary, title: String) throws {
    let html = try String(contentsOf: page, encoding: .utf8)
    #expect(InertHTML(html).faults == [])
    let opening = try Browser.open(page, beside: canary)
    #expect(!opening.hasAsked, "the report has asked an address")
    #expect(!opening.document.contains("data-taken=\"1\""))
    #expect(!opening.document.contains("id=\"taken\""))
    let found = opening.document.firstMatch(of: /(?s)<title>(.*?)<\/title>/).map { String($0.1) }
    #expect(found?.hasPrefix(title) ?? false, "\(found ?? "no title")")
  }

  @Test func nothingInAWholeReportRuns() throws {
    let canary = try Browser.Canary()
    let workplace = try workplace(canary.port)
    try workplace.write(
      workplace.text("study.md").replacing("FAULT", with: "count = setting 1 \"a\""),
      to: "study.md")
    let run = try workplace.scarp("run", "study.md")
    try #require(run.code == 0, "\(run.messages)")
    let html = try workplace.text("output/study.html")
    // The sources are all in it, as text.
    for source in [
      "title", "author", "abstract", "caption", "figure", "name", "class", "yaml",
      "assumption", "reason", "paper", "claims", "heading", "prose", "code",
    ] {
      #expect(html.contains("taken-\(source)"), "\(source) is not shown")
    }
    try hold(
      workplace.folder.appendingPathComponent("output/study.html"), canary,
      title: "&lt;/title&gt;")
  }

  @Test func nothingInAPartialReportRuns() throws {
    let canary = try Browser.Canary()
    let workplace = try workplace(canary.port)
    // The texts of errors quote what was found.
    let cell = Self.payload("cell", canary.port).replacing("\"", with: "\"\"")
    try workplace.write("part\n\"\(cell)\"\n", to: "data/cells.csv")
    try workplace.write(
      workplace.text("study.md").replacing(
        "FAULT", with: "t = read table \"cells.csv\" with part in m\ncheck count of t is 1"),
      to: "study.md")
    let run = try workplace.scarp("run", "study.md")
    #expect(run.code == 4, "\(run.messages)")
    let html = try workplace.text("output/study.partial.html")
    #expect(html.contains("taken-cell"))
    try hold(
      workplace.folder.appendingPathComponent("output/study.partial.html"), canary,
      title: "&lt;/title&gt;")
  }

  /// The browser runs what it meets, and the address notices: else nothing would be shown above.
  @Test func aPageWithScriptIsNoticed() throws {
    let canary = try Browser.Canary()
    let workplace = try Workplace()
    let html =
      "<!DOCTYPE html><html><head><title>a\(Self.payload("page", canary.port))</body></html>"
    try workplace.write(html, to: "page.html")
    let opening = try Browser.open(
      workplace.folder.appendingPathComponent("page.html"), beside: canary)
    #expect(opening.hasAsked)
    #expect(opening.document.contains("data-taken=\"1\""))
    #expect(opening.document.contains("<title>taken-page"))
    #expect(InertHTML(html).faults != [])
  }
}
