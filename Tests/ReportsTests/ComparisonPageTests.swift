import InertHTML
import Records
import Storage
import Testing

@testable import Reports

/// The page of two reports compared: inert whatever the reports hold.
@Suite struct ComparisonPageTests {
  /// A record in which every text is the payload, with numbers of its own.
  private func record(_ payload: String, _ number: Double) throws -> StudyRecord {
    let text = JSONValue.string(payload)
    func result(_ id: String, _ kind: String) -> JSONValue {
      [
        "id": .string(id), "kind": .string(kind), "words": text, "line": 1,
        "values": [
          ["name": "row 1, \(payload)", "text": text, "value": .number(number)],
          ["name": text, "text": .string("\(payload)\(number)")],
          ["name": "content", "text": .string("\(payload)\(number)")],
        ],
      ]
    }
    let json: JSONValue = [
      "schema": 1, "seed": .string("\(number)"),
      "scarp": ["version": .string("\(payload)\(number)")],
      "notebook": ["name": .string("\(payload)\(number)"), "sha256": .string("\(number)")],
      "inputs": [["path": text, "sha256": .string("\(number)")]],
      "statements": [
        ["names": [text], "members": [["at": [:], "made": .string("\(payload)\(number)")]]]
      ],
      "results": [
        result(payload, "figure"), result("tbl-" + payload, "table"),
        result("quantity 1", "quantity"),
      ],
      "remarks": [["code": text, "title": .string("\(number)")]],
    ]
    return try StudyRecord(parsing: json.bytes(.line))
  }

  private func page(_ before: ComparedStudy, _ after: ComparedStudy) throws -> [UInt8] {
    let template = try Template.load(
      from: TemplateFolder(given: Files.root + "/templates", program: "/nowhere"),
      adding: ComparisonPage.rules)
    let comparison = StudyComparison(from: before, to: after)
    return ComparisonPage(comparison, from: before, to: after, in: template).html
  }

  @Test(arguments: PayloadTests.payloads)
  func whatAReportHoldsStaysText(_ payload: String) throws {
    let before = ComparedStudy(name: payload, record: try record(payload, 1))
    let after = ComparedStudy(name: payload, record: try record(payload, 2.5))
    let html = String(decoding: try page(before, after), as: UTF8.self)
    let parsed = InertHTML(html)
    #expect(parsed.faults.isEmpty, "\(parsed.faults.prefix(3))")
    #expect(html.contains(PageWriter.policy.replacing("'", with: "&#39;")))
  }

  /// A report with a record, a text and whatever markup.
  private func report(_ number: Double, _ text: String, _ more: String) throws -> [UInt8] {
    var writer = HTMLWriter()
    for (name, text) in [("a.md", text), ("record.json", try record("p", number).text)] {
      writer.open(.pre, [.id(Attachment.idPrefix + name), .classes("code")])
      writer.exactText(text)
      writer.close()
    }
    return Array(more.utf8) + writer.fragment.bytes
  }

  @Test func picturesAreThoseOfTheReportsAndNothingElse() throws {
    func figure(_ id: String, _ source: String) -> String {
      "<figure class=\"x\" id=\"\(id)\"><img alt=\"a\" src=\"\(source)\"></figure>"
    }
    let good = "data:image/png;base64,iVBORw0KGgo="
    let study = try #require(
      try ComparedStudy(name: "a.html", report: report(1, "x", figure("p", good))))
    #expect(study.picture(of: study.record.results.first)?.text == good)
    for bad in [
      "https://e.org/x.png", "data:text/html;base64,AAAA", "data:image/svg+xml,<svg>",
      "data:image/png;base64,AA&quot; onerror=&quot;x", "javascript:alert(1)", "//e.org",
    ] {
      let hostile = try #require(
        try ComparedStudy(name: "b.html", report: report(2, "y", figure("p", bad))))
      #expect(hostile.picture(of: hostile.record.results.first) == nil, "\(bad)")
      let html = String(decoding: try page(study, hostile), as: UTF8.self)
      #expect(InertHTML(html).faults.isEmpty)
      #expect(!html.contains("e.org/x.png") && !html.contains("onerror="))
    }
    // A figure that is not closed, and a tag that is not, show nothing.
    for broken in ["<figure id=\"p\"><img src=\"\(good)\">", "<figure id=\"p\"", "<figure"] {
      let study = try ComparedStudy(name: "c", report: report(3, "z", broken))
      #expect(study?.picture(of: study?.record.results.first) == nil)
    }
  }

  @Test func linesOfTheTextAreMarkedBySignsToo() throws {
    let before = try #require(
      try ComparedStudy(name: "a", report: report(1, "one\n<b>two</b>\n", "")))
    let after = try #require(try ComparedStudy(name: "b", report: report(2, "one\nthree\n", "")))
    let html = String(decoding: try page(before, after), as: UTF8.self)
    #expect(html.contains("<span class=\"lost\">− &lt;b&gt;two&lt;/b&gt;</span>"))
    #expect(html.contains("<span class=\"gained\">+ three</span>"))
    let same = String(decoding: try page(before, before), as: UTF8.self)
    #expect(same.contains("nothing differs") && !same.contains("class=\"lost\""))
  }

  @Test func sameReportsGiveSameBytes() throws {
    let (before, after) = (
      ComparedStudy(name: "a", record: try record("p", 1)),
      ComparedStudy(name: "b", record: try record("q", 2))
    )
    #expect(try page(before, after) == page(before, after))
  }
}
