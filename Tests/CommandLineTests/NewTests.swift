import Foundation
import Testing

/// `scarp new`: its studies run as they stand, names are only names, and nothing is overwritten.
@Suite struct NewTests {
  static let templates = ["susceptibility", "detection", "lesson"]

  @Test(arguments: templates)
  func aNewStudyRunsOnASimulatedArea(_ template: String) throws {
    let workplace = try Workplace()
    let made = try workplace.scarp("new", "my-valley", "--template", template)
    try #require(made.code == 0, "\(made.messages)")
    #expect(workplace.has("my-valley/my-valley.md"))
    // As it is advised, only smaller.
    #expect(made.messages.contains("scarp run my-valley/my-valley.md"))
    let images = template == "detection" ? ["--images"] : []
    let area = try workplace.call(
      ["simulate", "quickstart", "--into", "my-valley/simulated", "--columns", "260"]
        + ["--rows", "200"] + images)
    try #require(area.code == 0, "\(area.messages)")
    let study = ["my-valley/my-valley.md", "--data", "my-valley/simulated"]
    let check = try workplace.call(["check"] + study)
    #expect(check.code == 0 && check.messages.contains("nothing is wrong"), "\(check.messages)")
    let format = try workplace.scarp("format", "--check", "my-valley/my-valley.md")
    #expect(format.code == 0, "\(format.messages)")
    let run = try workplace.call(["run"] + study)
    try #require(run.code == 0, "\(run.messages)")
    // Near the edge of so small an area some places have no relief; nothing else is warned of.
    let warnings = run.messages.split(separator: "\n").filter { $0.hasPrefix("warning") }
    #expect(warnings.allSatisfy { $0.hasPrefix("warning W230") }, "\(warnings)")
    let report = try workplace.text("output/my-valley.html")
    #expect(report.contains("Simulated data.") && !report.contains("Partial report"))
    #expect(!report.contains("class=\"missing\""))
  }

  @Test func absentDataAreToldOneByOneWithWhatTheyShouldHold() throws {
    let workplace = try Workplace()
    #expect(try workplace.scarp("new", "valley", "-q").code == 0)
    let check = try workplace.scarp("check", "valley/valley.md", "--json")
    #expect(check.code == 4)
    let found = try JSONSerialization.jsonObject(with: Data(check.output.utf8)) as? [[String: Any]]
    let list = try #require(found)
    #expect(list.allSatisfy { $0["code"] as? String == "E501" }, "\(check.output)")
    #expect(list.count == 7)
    #expect(check.output.contains("a GeoTIFF with one layer of numbers"))
    #expect(check.output.contains("a GeoPackage or GeoJSON file of polygons"))
    // Each file is named by the README of the data folder.
    let readme = try workplace.text("valley/data/README.md")
    for item in list {
      let title = item["title"] as? String ?? ""
      let file = title.split(separator: "“").last?.prefix { $0 != "”" } ?? ""
      #expect(readme.contains("`\(file)`"), "\(title)")
    }
    #expect(readme.contains("scarp run valley.md --data simulated"))
  }

  @Test func theSimulatedAreaComesWithTheStudyWhereAsked() throws {
    let workplace = try Workplace()
    let made = try workplace.scarp(
      "new", "try", "--template", "detection", "--simulated", "--into", "deep/er/")
    #expect(made.code == 0, "\(made.messages)")
    for file in ["try.md", "data/README.md", "simulated/after.tif", "simulated/dataset.yaml"] {
      #expect(workplace.has("deep/er/" + file), "\(file)")
    }
    #expect(try workplace.text("deep/er/simulated/dataset.yaml").contains("after.tif: the same"))
    let check = try workplace.scarp("check", "deep/er/try.md", "--data", "deep/er/simulated")
    #expect(check.code == 0, "\(check.messages)")
  }

  @Test func nothingIsOverwritten() throws {
    let workplace = try Workplace()
    try workplace.write("dear to me", to: "mine/data/README.md")
    let refused = try workplace.scarp("new", "mine")
    #expect(refused.code == 5)
    #expect(refused.messages.contains("there is already mine/data/README.md, and"))
    #expect(try workplace.text("mine/data/README.md") == "dear to me")
    #expect(!workplace.has("mine/mine.md") && !workplace.has("mine/data/dataset.yaml"))
    // Other files are no hindrance: the study comes beside them.
    try workplace.write("x", to: "other/data/dem.tif")
    #expect(try workplace.scarp("new", "other", "-q").code == 0)
    #expect(workplace.has("other/other.md") && workplace.has("other/data/dem.tif"))
    #expect(try workplace.scarp("new", "other").code == 5)
    // Not even through a link that leads nowhere.
    try FileManager.default.createDirectory(
      at: workplace.folder.appendingPathComponent("led"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: workplace.folder.appendingPathComponent("led/led.md").path,
      withDestinationPath: "../elsewhere.md")
    #expect(try workplace.scarp("new", "led").code == 5)
    #expect(!workplace.has("elsewhere.md"))
    try workplace.write("a file", to: "file")
    #expect(try workplace.scarp("new", "file").code == 5)
  }

  @Test(arguments: [
    "../x", "a/b", "", ".", "..", ".hidden", "a\nb", "x\u{202E}y", "a\u{2028}b", " a", "\u{1B}[2J",
    String(repeating: "n", count: 300),
  ])
  func whatIsNoNameIsRefused(_ name: String) throws {
    let workplace = try Workplace()
    let refused = try workplace.call(["new", "--into", "here", "--", name])
    #expect(refused.code == 2 && refused.messages.contains("expected a"), "\(refused.messages)")
    #expect(!workplace.has("here"))
  }

  @Test(arguments: [
    "O'Brien \"west\"", "Tal der Mürz", "a\\b\\\"c", "{{title}} {{heading}}", "x: y # z",
    "$(touch x)",
    "*bold* [l](javascript:x)", "`code`", "- item", "<script>alert(1)</script>", "滑坡", "&amp;", "1",
  ])
  func everyOtherNameIsATitleAndNothingElse(_ name: String) throws {
    let workplace = try Workplace()
    // The real template's places, in a study that needs no data.
    try workplace.write("---\ntitle: {{title}}\n---\n\n# Of {{heading}}\n", to: "t/report.md")
    for file in ["report.html", "report.css"] {
      let text = try String(contentsOfFile: Workplace.templates + "/" + file, encoding: .utf8)
      try workplace.write(text, to: "t/" + file)
    }
    try workplace.write(
      workplace.text("t/report.md"), to: "t/studies/susceptibility/study.md")
    let given = name.hasPrefix("<") ? name.replacing("/", with: "|") : name
    let templates = ["SCARP_TEMPLATES": workplace.folder.appendingPathComponent("t").path]
    let made = try workplace.call(
      ["new", "-q", "--into", "s", "--", given], environment: templates)
    // A name may not begin as an option does.
    if given.hasPrefix("-") { return #expect(made.code == 2) }
    try #require(made.code == 0, "\(made.messages)")
    let run = try workplace.call(
      ["run", "-q", "s/\(given).md", "-o", "out.html"], environment: templates)
    try #require(run.code == 0, "\(run.messages)")
    let report = try workplace.text("out.html")
    // The title as the page shows it, in the head and in the heading.
    let words = given.split(whereSeparator: { "-_ ".contains($0) }).joined(separator: " ")
    let title = words.prefix(1).uppercased() + words.dropFirst()
    let escaped = title.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
    #expect(report.contains("<title>\(escaped)</title>"), "\(escaped)")
    #expect(report.contains("Of \(escaped)<"), "\(escaped)")
    #expect(!report.contains("<script") && !workplace.has("x"))
  }

  @Test func whatIsNoTemplateIsToldWithASuggestion() throws {
    let refused = try Workplace().scarp("new", "x", "--template", "detektion")
    #expect(refused.code == 2 && refused.messages.contains("did you mean “detection”?"))
    let workplace = try Workplace()
    try workplace.write("x", to: "t/report.html")
    try workplace.write("{{nonsense}}", to: "t/studies/lesson/study.md")
    let broken = try workplace.call(
      ["new", "x", "--template", "lesson"],
      environment: ["SCARP_TEMPLATES": workplace.folder.appendingPathComponent("t").path])
    #expect(broken.code == 4 && broken.messages.contains("a place for “nonsense”"))
    #expect(!workplace.has("x"))
  }

  @Test func anInterruptLeavesNothing() throws {
    let workplace = try Workplace()
    let outcome = try workplace.call(
      ["new", "area", "--template", "lesson"], interruptAfter: 0.3)
    // On a fast machine it may be done by then.
    if outcome.code == 130 {
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: workplace.folder.path).sorted()
          == [".stderr", ".stdout"])
    } else {
      #expect(outcome.code == 0)
    }
  }
}
