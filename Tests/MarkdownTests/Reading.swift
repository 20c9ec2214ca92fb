import Diagnostics
import Markdown

/// A text read for a test, with what is needed to look into it.
struct Reading {
  let source: Source
  let document: Document
  let diagnostics: [Diagnostic]

  init(_ text: String) {
    source = Source(name: "test.md", text: text)
    (document, diagnostics) = Document.read(source.bytes)
  }

  /// Every inline in page order, parents before children.
  var inlines: [Inline] {
    var inlines: [Inline] = []
    document.visitInlines { inlines.append($0) }
    return inlines
  }

  /// The codes of what is wrong.
  var codes: [String] { diagnostics.map(\.code.id) }

  /// The text of the first block.
  var plainText: String {
    switch document.blocks.first?.kind {
    case .paragraph(let content): content.map(\.plainText).joined()
    case .heading(let heading): heading.content.map(\.plainText).joined()
    default: ""
    }
  }
}
