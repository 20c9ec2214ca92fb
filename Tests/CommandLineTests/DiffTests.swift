import Foundation
import Testing

/// `scarp diff`: what differs between two reports, told without running anything.
@Suite struct DiffTests {
  /// A folder with the reports of two studies: another window, another set of factors.
  private func twoReports() throws -> Workplace {
    let workplace = try SmallStudy.workplace()
    let first = try workplace.scarp("run", "study.md", "-q", "-o", "a.html")
    try #require(first.code == 0, "\(first.messages)")
    try workplace.write(
      SmallStudy.text.replacing("stack of places.slope, places.wet", with: "stack of places.slope"),
      to: "study.md")
    let second = try workplace.scarp("run", "study.md", "-q", "-P", "side=11", "-o", "b.html")
    try #require(second.code == 0, "\(second.messages)")
    return workplace
  }

  @Test func aReportIsTheSameAsItselfAndAsItsRecord() throws {
    let workplace = try twoReports()
    for other in ["a.html", "a.record.json"] {
      let same = try workplace.scarp("diff", "a.html", other)
      #expect(same.code == 0 && same.output.hasPrefix("nothing differs"), "\(same.output)")
    }
    // Nothing is needed but the files, and nothing is left.
    let reader = try Workplace()
    for file in ["a.html", "b.html"] { try reader.write(workplace.text(file), to: file) }
    #expect(try reader.scarp("diff", "a.html", "b.html").code == 7)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: reader.folder.path).sorted()
        == [".stderr", ".stdout", "a.html", "b.html"])
  }

  @Test func numbersSettingsAndTextAreTold() throws {
    let workplace = try twoReports()
    let diff = try workplace.scarp("diff", "a.html", "b.html")
    #expect(diff.code == 7)
    let text = diff.output
    #expect(text.contains("-factors = stack of places.slope, places.wet\n"))
    #expect(text.contains("+factors = stack of places.slope\n"))
    #expect(text.contains("@@ -"))
    #expect(text.contains(#/side +9 +11/#), "\(text)")
    #expect(
      text.contains(
        #/tbl-coefficients, slope, Estimate +0\.\d+ +0\.\d+ +[+−]0\.\d+ +[+−][\d.]+ %/#), "\(text)")
    #expect(text.contains("tbl-coefficients: rows before only: “wet”"), "\(text)")
    #expect(text.contains("likeliest cause: the study's text is another; a setting"))
    // A record has no text: what differs is told all the same.
    let records = try workplace.scarp("diff", "a.record.json", "b.record.json")
    #expect(records.code == 7 && records.output.contains("does not carry the text"))
  }

  @Test func whatDiffersIsDataToo() throws {
    let workplace = try twoReports()
    let diff = try workplace.scarp("diff", "a.html", "b.html", "--json", "-o", "page.html")
    #expect(diff.code == 7)
    let json = try JSONSerialization.jsonObject(with: Data(diff.output.utf8)) as? [String: Any]
    #expect(json?["same"] as? Bool == false)
    let results = json?["results"] as? [[String: Any]] ?? []
    let changes = results.flatMap { $0["changes"] as? [[String: Any]] ?? [] }
    #expect(changes.contains { $0["difference"] is Double })
    #expect(workplace.has("page.html"))
    let wrong = try workplace.scarp("diff", "a.html", "b.html", "--json", "-o", "-")
    #expect(wrong.code == 2)
  }

  @Test func thePageShowsBothPicturesAndMarksCells() throws {
    let workplace = try Workplace()
    for (name, columns) in [("a", "120"), ("b", "140")] {
      _ = try workplace.scarp(
        "simulate", "quickstart", "-q", "--into", name, "--columns", columns, "--rows", "100")
      try workplace.write(
        """
        ```{scarp}
        dem = read raster "dem.tif" in m
        draw map of dem as fig-dem "Elevation."
        draw map of dem
        show summary of dem as tbl-dem "Elevation."
        ```

        """, to: "study.md")
      let run = try workplace.scarp("run", "study.md", "-q", "--data", name, "-o", "\(name).html")
      try #require(run.code == 0, "\(run.messages)")
    }
    let page = try workplace.scarp("diff", "a.html", "b.html", "-o", "-")
    #expect(page.code == 7)
    let text = page.output
    #expect(text.hasPrefix("<!DOCTYPE html>") && text.contains("Content-Security-Policy"))
    #expect(!text.contains("<script"))
    #expect(text.components(separatedBy: "<img src=\"data:image/").count == 5)
    #expect(text.contains("<td class=\"changed\">"))
    // Each picture is that of its report.
    for name in ["a.html", "b.html"] {
      let report = try workplace.text(name)
      let picture = try #require(report.firstMatch(of: #/src="(data:image/[^"]{200})/#))
      #expect(text.contains(picture.1), "\(name)")
    }
    #expect(text.contains("1 input differs"))
  }

  @Test func whatIsNoReportIsToldClearly() throws {
    let workplace = try twoReports()
    let report = try workplace.text("a.html")
    try workplace.write("<!DOCTYPE html><html><body>Hello</body></html>", to: "page.html")
    try workplace.write("{\"schema\": 99}", to: "future.json")
    let record = #/(<pre id="attachment\.record\.json" class="[^"]*">\n)[^<]{60}/#
    try workplace.write(
      report.replacing(record) { "\($0.1)\(String(repeating: "A", count: 60))" }, to: "hurt.html")
    try workplace.write(String(report.prefix(report.count / 2)), to: "half.html")
    try workplace.write(String(repeating: "[", count: 100_000), to: "deep.json")
    for (file, message) in [
      ("page.html", "without the record"), ("future.json", "has form 99"),
      ("hurt.html", "with a damaged one"), ("half.html", "without the record"),
      ("deep.json", "neither a report nor"), ("study.md", "neither a report nor"),
      ("data", "not a regular file"), ("absent.html", "cannot read"),
    ] {
      let diff = try workplace.scarp("diff", "a.html", file)
      #expect(diff.code == 4 && diff.messages.contains(message), "\(file): \(diff.messages)")
      #expect(diff.output.isEmpty)
    }
    // Larger than is read; the hole in the file takes no disk.
    let huge = workplace.folder.appendingPathComponent("huge.html")
    #expect(FileManager.default.createFile(atPath: huge.path, contents: nil))
    let handle = try FileHandle(forWritingTo: huge)
    try handle.truncate(atOffset: 300 << 20)
    let diff = try workplace.scarp("diff", "huge.html", "a.html")
    #expect(diff.code == 8 && diff.messages.contains("larger than 256 MiB"), "\(diff.messages)")
  }

  @Test func aHostileReportReachesNoFurtherThanItsWords() throws {
    let workplace = try twoReports()
    // Terminal commands and markup in text and record, as a report that is not packed carries them.
    let text = SmallStudy.text.replacing(
      "Forty places", with: "\u{1B}]0;pwned\u{7}<script>alert(1)</script>")
    let record = try workplace.text("a.record.json").replacing(
      "auc of glm on places, 3 decimals", with: "<img src=x onerror=alert(1)>")
    let report = [("study.md", text), ("record.json", record)].map { name, text in
      let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      return "<pre id=\"attachment.\(name)\" class=\"code\">\n\(escaped)</pre>\n"
    }.joined()
    let name = "<script>alert(1)<|script>.html"
    try workplace.write(report, to: name)
    let diff = try workplace.scarp("diff", name, "b.html", "-o", "page.html")
    #expect(diff.code == 7)
    #expect(!diff.output.contains("\u{1B}") && !diff.output.contains("\u{7}"))
    let page = try workplace.text("page.html")
    #expect(
      page.contains("&lt;img src=x") && page.contains("&lt;script&gt;alert(1)&lt;|script&gt;"))
    #expect(!page.contains("<script") && !page.contains("<img src=x"))
  }
}
