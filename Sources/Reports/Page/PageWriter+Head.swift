import Bibliography
import Diagnostics
import Markdown
import Notebooks

extension PageWriter {
  /// The policy under which a browser shows the report: no script and no request to anywhere.
  static let policy =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"

  /// The title, or the file's name where there is none.
  var titleText: String {
    input.notebook.frontMatter.title?.value
      ?? String(
        input.notebook.source.name.split(separator: "/").last ?? "Report")
  }

  /// Writes the policy.
  mutating func writePolicy() {
    html.open(.meta, [.metaEquivalent("Content-Security-Policy"), .metaContent(Self.policy)])
    html.open(.meta, [.metaName("referrer"), .metaContent("no-referrer")])
  }

  /// Writes what the reader must know first.
  mutating func writeBanner() {
    let simulated = input.dataSets.filter(\.isSimulated).map(\.title)
    if !simulated.isEmpty {
      element(.p, [.classes("banner simulated")]) { page in
        page.element(.strong, text: "Simulated data. ")
        page.html.text(
          "Made up by the program, not measured: \(simulated.joined(separator: "; ")).")
      }
    }
    let verdict = input.verdict
    guard verdict.failed + verdict.skipped > 0 else { return }
    element(.p, [.classes("banner partial")]) { page in
      page.element(.strong, text: "Partial report. ")
      let failed = Self.count(verdict.failed, "statement failed", "statements failed")
      if page.remarkCounts[.error] == nil {
        page.html.text(failed)
      } else {
        page.element(.a, [.href(Link(to: "error.1"))], text: failed)
      }
      page.html.text(", " + Self.count(verdict.skipped, "did not run", "did not run") + ".")
    }
  }

  /// Writes title, subtitle, authors, date, data and abstract.
  mutating func writeHeader() {
    let front = input.notebook.frontMatter
    element(.h1, text: titleText)
    if let subtitle = front.subtitle {
      element(.p, [.classes("subtitle")], text: subtitle.value)
    }
    if !front.authors.isEmpty {
      element(.p, [.classes("authors")], text: front.authors.map(\.value).joined(separator: ", "))
    }
    if let date = front.date { element(.p, [.classes("date")], text: date.value) }
    if !input.dataSets.isEmpty {
      element(.p, [.classes("data")]) { page in
        page.html.text("Data: ")
        for (index, dataSet) in page.input.dataSets.enumerated() {
          if index > 0 { page.html.text("; ") }
          page.html.text(dataSet.title)
          if !dataSet.description.isEmpty { page.html.text(" (\(dataSet.description))") }
        }
      }
    }
    if let abstract = front.abstract {
      element(.div, [.classes("abstract")]) { page in
        page.element(.h2, text: "Abstract")
        // Quantities and footnotes of the page cannot stand in it: they are shown as written.
        let source = Source(name: "abstract", text: abstract.value)
        page.apart = source
        for block in Document.read(source.bytes).document.blocks { page.writeBlock(block) }
        page.apart = nil
      }
    }
  }

  /// Writes the line of verdict.
  mutating func writeVerdict() {
    let verdict = input.verdict
    var items: [(text: String, tone: String, target: String?)] = []
    if verdict.claims > 0 {
      items.append(
        (
          "\(verdict.reproduced) of \(Self.count(verdict.claims, "claim", "claims")) reproduced",
          verdict.reproduced == verdict.claims ? "good" : "open", nil
        ))
    }
    func add(_ count: Int, _ one: String, _ many: String, _ tone: String, to target: String?) {
      if count > 0 { items.append((Self.count(count, one, many), tone, target)) }
    }
    add(verdict.differing, "claim differs", "claims differ", "bad", to: nil)
    add(verdict.impossible, "claim impossible", "claims impossible", "bad", to: nil)
    add(verdict.notComparable, "claim not comparable", "claims not comparable", "open", to: nil)
    add(verdict.checksFailed, "check failed", "checks failed", "bad", to: nil)
    add(verdict.checksHeld, "check holds", "checks hold", "good", to: nil)
    let hasWarnings = remarkCounts[.warning] != nil
    add(verdict.warnings, "warning", "warnings", "open", to: hasWarnings ? "warning.1" : nil)
    if verdict.warnings == 0, !input.provenance.isEmpty {
      items.append(("no warnings", "good", nil))
    }
    let hasAssumptions = !input.provenance.assumptions.isEmpty
    add(
      verdict.assumptions, "assumption", "assumptions", "plain",
      to: hasAssumptions ? "made.assumptions" : nil)
    guard !items.isEmpty else { return }
    element(.ul, [.classes("verdict"), .label("Verdict")]) { page in
      for item in items {
        page.element(.li, [.classes(item.tone)]) { page in
          if let target = item.target {
            page.element(.a, [.href(Link(to: target))], text: item.text)
          } else {
            page.html.text(item.text)
          }
        }
      }
    }
  }

  /// Writes the list of contents, unless `toc: false` or the page has fewer than three sections.
  mutating func writeContents() {
    let sections = numbering.sections.filter { $0.level <= 3 }
    guard input.notebook.frontMatter.hasContents?.value ?? (sections.count > 2),
      !sections.isEmpty
    else { return }
    let entries =
      sections.map { section in
        ContentsEntry(id: section.id, level: section.level, number: section.numberText) {
          $0.writeTitle(section.title)
        }
      } + endMatter
    element(.nav, [.classes("contents"), .label("Contents")]) { page in
      page.element(.p, [.classes("contents-title")], text: "Contents")
      // Folded where there is little room; the style sheet shows it all elsewhere.
      page.element(.details) { page in
        page.element(.summary, text: "Contents")
        page.writeContents(entries[...], level: entries.map(\.level).min() ?? 1)
      }
    }
  }

  /// A line of the list of contents.
  private struct ContentsEntry {
    let id: String
    let level: Int
    let number: String
    let title: (inout PageWriter) -> Void
  }

  /// What follows the page.
  private var endMatter: [ContentsEntry] {
    func entry(_ id: String, _ title: String) -> ContentsEntry {
      ContentsEntry(id: id, level: 1, number: "") { $0.html.text(title) }
    }
    return (input.works.list.isEmpty ? [] : [entry("references.list", "References")])
      + (input.provenance.isEmpty ? [] : [entry("made.how", "How this was made")])
  }

  /// Writes lines of a level, each with the lines below it as a list of its own.
  private mutating func writeContents(_ entries: ArraySlice<ContentsEntry>, level: Int) {
    element(.ol) { page in
      var rest = entries
      while let entry = rest.popFirst() {
        let below = rest.prefix { $0.level > level }
        rest = rest[below.endIndex...]
        page.element(.li) { page in
          page.element(.a, [.href(Link(to: entry.id))]) { page in
            if !entry.number.isEmpty {
              page.element(.span, [.classes("number")], text: entry.number)
              page.html.text(" ")
            }
            entry.title(&page)
          }
          if let next = below.map(\.level).min() { page.writeContents(below, level: next) }
        }
      }
    }
  }

  /// Writes a heading's text without links and notes, which cannot stand in a link.
  private mutating func writeTitle(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline.kind {
      case .emphasis(let content): element(.em) { $0.writeTitle(content) }
      case .strong(let content): element(.strong) { $0.writeTitle(content) }
      case .link(_, _, let content), .strikethrough(let content): writeTitle(content)
      case .code, .math: element(.span, [.classes("math")], text: inline.plainText)
      case .quantity(let span):
        if case .value(let text) = quantity(at: span) { html.text(text) }
      case .footnote: continue
      case .crossReference(let reference):
        html.text(numbering.targets[reference.id]?.name ?? inline.plainText)
      case .text, .softBreak, .lineBreak, .image, .html, .citation: html.text(inline.plainText)
      }
    }
  }

  /// A number with its word.
  static func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number) \(number == 1 ? one : many)"
  }
}
