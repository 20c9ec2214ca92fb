import Bibliography
import Diagnostics
import InertHTML
import Notebooks
import Reports
import Testing

/// Text that tries to become markup, at every place where text enters a report.
@Suite struct PayloadTests {
  static let payloads = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)",
    "</style><script>alert(1)</script>", "</title><script>alert(1)</script>", "javascript:alert(1)",
    "&lt;script&gt;", "&#60;script&#62;", "<!--", "-->", "]]>", "<svg onload=alert(1)>",
    "</pre></code><iframe src=//e.org>", "\u{0}\u{8}<\u{202E}b>", "{{page}}{{policy}}",
    "data:text/html,<script>alert(1)</script>", "<a href=\"jaVasCript:alert(1)\">", "`\"'<>&",
    "https://e.org/\" onclick=\"alert(1)", "%3Cscript%3E", "<base href=//e.org>",
    "<meta http-equiv=refresh content=0;url=//e.org>", "\u{FEFF}<\u{2028}script>", "<br/onload=x>",
  ]

  private func bytes(_ input: ReportInput) throws -> [UInt8] {
    let template = try Template(
      page: Files.read(Files.root + "/templates/report.html"),
      style: Files.read(Files.root + "/templates/report.css"))
    return Report(input, in: template).html
  }

  private func html(_ input: ReportInput) throws -> InertHTML {
    InertHTML(String(decoding: try bytes(input), as: UTF8.self))
  }

  /// A text as JSON has it.
  private func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar in
      scalar.value < 0x20 || "\"\\".unicodeScalars.contains(scalar)
        ? "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
        : String(scalar)
    }
    return "\"\(escaped.joined())\""
  }

  @Test(arguments: payloads)
  func inPlainValuesStaysText(_ payload: String) throws {
    let sample = try Sample.input()
    var input = ReportInput(notebook: sample.notebook)
    let diagnostic = Diagnostic(.labelUnknown, payload, at: Span(40, 60), help: [payload])
    input.remarks = [diagnostic]
    input.quantities = [.value(payload), .missing(payload)]
    input.dataSets = [DataSet(title: payload, description: payload, isSimulated: true)]
    let work = """
      [{"id": "horn", "type": "chapter", "title": \(quoted(payload)), "DOI": \(quoted(payload)),
        "author": [{"literal": \(quoted(payload))}], "editor": [{"family": \(quoted(payload))}],
        "container-title": \(quoted(payload)), "publisher": \(quoted(payload)),
        "page": \(quoted(payload))}]
      """
    let works = Bibliography(Source(name: "a.json", text: work)).works
    #expect(works.count == 1)
    input.works = CitedWorks(works)
    input.attachments = [
      Attachment(name: "a<b>\"&'.md", text: payload),
      Attachment(name: "b", text: "\n\r\n&amp;#39;"),
    ]
    input.provenance.inputs = [
      .init(path: payload, size: 1, hash: payload, description: payload)
    ]
    input.provenance.settings = [.init(payload, payload, note: payload)]
    input.provenance.seeds = input.provenance.settings
    input.provenance.versions = input.provenance.settings
    input.provenance.assumptions = [.init(payload, because: payload)]
    input.provenance.allowances = input.provenance.assumptions
    let table = ReportTable(
      caption: payload, label: payload, columns: [.init(payload, unit: payload)],
      rows: [.init([.init(payload)])], notes: [payload])
    let figure = ReportFigure(
      caption: payload, label: payload, alternative: payload, picture: .svg(payload), width: .nan,
      notes: [payload])
    input.cells = [
      CellReport(statements: [
        StatementReport(
          tokens: TokenRun.Role.allCases.map { TokenRun(payload, $0) }, state: .skipped(payload),
          outputs: [
            .table(table), .figure(figure), .summary(payload), .sentence(payload),
            .diagnostic(diagnostic),
          ])
      ])
    ]
    let html = try html(input)
    #expect(html.faults == [])
    #expect(Set(html.ids).count == html.ids.count)
    #expect(Attachment.carried(in: try bytes(input)) == input.attachments)
    let hidden = payload.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E }
    if !hidden { #expect(html.text.components(payload) > 15) }
  }

  @Test(arguments: payloads)
  func inTheNotebookStaysText(_ payload: String) throws {
    let quoted = payload.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    let line = payload.unicodeScalars.filter { $0.value >= 0x20 }.map(String.init).joined()
    let front = quoted.unicodeScalars.filter { $0.value >= 0x20 }.map(String.init).joined()
    let text = """
      ---
      title: "\(front)"
      subtitle: "\(front)"
      author: ["\(front)", "\(front)"]
      date: "\(front)"
      abstract: "\(front)"
      lang: "\(front)"
      toc: true
      ---

      # \(line)

      \(line) `\(line)` $\(line)$ **\(line)** [\(line)](\(line)) [x](<\(line)> "\(line)")

      ![\(line)](\(line)) [@a\(line)] <\(line)> `{scarp} \(line)` [^n]

      $$
      \(line)
      $$

      | \(line) | b |
      |---------|---|
      | \(line) | c |

      > \(line)

      - \(line)

      <div>
      \(line)
      </div>

      ```\(line)
      \(line)
      ```

      ```{scarp}
      #| label: \(line)
      \(line)
      ```

      ## \(line) {#sec-\(line)}

      [^n]: \(line)
      """
    let reading = Notebook.read(bytes: Array(text.utf8), name: payload)
    let notebook = try #require(reading.notebook)
    var input = ReportInput(notebook: notebook)
    input.remarks = reading.diagnostics
    let html = try html(input)
    #expect(html.faults == [])
    #expect(Set(html.ids).count == html.ids.count)
    #expect(Set(html.targets).subtracting(html.ids) == [])
  }

  @Test(arguments: [
    "https://e.org", "HTTP://e.org", "mailto:a@b.c", "#sec-a",
  ])
  func linksToTheWebAreLinks(_ address: String) { #expect(LinkPolicy.allows(address)) }

  @Test(arguments: [
    "javascript:alert(1)", "JAVASCRIPT:x", " https://e.org", "java\nscript:x", "data:text/html,x",
    "file:///etc/passwd", "//e.org", "/etc/passwd", "a.html", "", "vbscript:x", "https:\u{0}//x",
    "\u{1}javascript:x", "ftp://e.org",
  ])
  func otherAddressesAreNot(_ address: String) { #expect(!LinkPolicy.allows(address)) }
}

extension String {
  /// How many times a text occurs.
  fileprivate func components(_ text: String) -> Int { split(separator: text).count - 1 }
}

@Suite struct InertHTMLTests {
  @Test(arguments: [
    "<script>x</script>", "<p onclick=\"x\">a</p>", "<p", "<a href=\"javascript:x\">a</a>", "<p>a",
    "<p><em>a</p></em>", "a & b", "a < b", "<img src=\"https://e.org/a.png\" alt=\"\">",
    "<p style=\"color:red\">a</p>", "<p title='a'>b</p>", "<P>a</P>", "<!-- a -->",
  ])
  func otherMarkupIsToldByTheParser(_ html: String) { #expect(InertHTML(html).faults != []) }
}
