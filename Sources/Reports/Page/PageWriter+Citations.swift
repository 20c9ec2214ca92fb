import Bibliography
import Markdown

extension PageWriter {
  /// Writes a citation: links to the list of references, by author and year.
  mutating func writeCitations(_ citations: [Markdown.Citation]) {
    if let citation = citations.first, citation.form == .textual {
      return element(.span, [.classes("citation")]) { $0.writeTextual(citation) }
    }
    element(.span, [.classes("citation")]) { page in
      page.html.text("(")
      for (index, citation) in citations.enumerated() {
        if index > 0 { page.html.text("; ") }
        if !citation.prefix.isEmpty { page.html.text(citation.prefix + " ") }
        page.writeLink(to: citation) { work in
          citation.form == .authorless ? work.year : "\(work.names) \(work.year)"
        }
        if !citation.suffix.isEmpty { page.html.text(", " + citation.suffix) }
      }
      page.html.text(")")
    }
  }

  private mutating func writeTextual(_ citation: Markdown.Citation) {
    let suffix = citation.suffix.isEmpty ? "" : ", " + citation.suffix
    guard input.works[citation.key] != nil else {
      let written = citation.suffix.isEmpty ? "" : " [\(citation.suffix)]"
      return html.text("@\(citation.key)\(written)")
    }
    writeLink(to: citation) { "\($0.names) (\($0.year)\(suffix))" }
  }

  /// Writes the link of a citation; a work that is not known is shown by its key.
  private mutating func writeLink(
    to citation: Markdown.Citation, _ text: (CitedWorks.Citation) -> String
  ) {
    guard let work = input.works[citation.key] else {
      return element(.span, [.classes("missing")], text: "@" + citation.key)
    }
    if isInLink { return html.text(text(work)) }
    citationCount += 1
    let id = "citation.\(citationCount)"
    citationPlaces[work.number, default: []].append(id)
    element(
      .a,
      [
        .id(id), .href(Link(to: "reference.\(work.number)")), .classes("cross"),
        .title(ReferenceText(work).plainText),
      ], text: text(work))
  }

  /// Writes the list of references, in the order of their authors, with links back to the text.
  mutating func writeReferences() {
    let works = input.works.list
    guard !works.isEmpty else { return }
    element(.section, [.classes("references"), .id("references.list")]) { page in
      page.element(.h2, text: "References")
      page.element(.ul) { page in
        for work in works {
          page.element(.li, [.id("reference.\(work.number)")]) { page in
            page.writeReference(ReferenceText(work))
            page.writeWaysBack(to: work)
          }
        }
      }
    }
  }

  private mutating func writeReference(_ reference: ReferenceText) {
    for piece in reference.pieces {
      switch piece {
      case .plain(let text): html.text(text)
      case .title(let text): element(.cite, text: text)
      case .address(let address):
        if let link = Link(address) {
          element(.a, [.href(link)], text: address)
        } else {
          html.text(address)
        }
      }
    }
  }

  private mutating func writeWaysBack(to work: CitedWorks.Citation) {
    let places = citationPlaces[work.number] ?? []
    for (index, place) in places.enumerated() {
      html.text(" ")
      let number = places.count > 1 ? " \(index + 1)" : ""
      element(
        .a,
        [
          .href(Link(to: place)), .classes("back"),
          .label("Back to citation\(number) of \(work.names) \(work.year)"),
        ], text: "↩\u{FE0E}" + (places.count > 1 ? String(index + 1) : ""))
    }
  }
}
