public import Diagnostics
import Markdown

extension Notebook {
  /// What reading a file gives.
  public struct Reading: Sendable {
    /// The file's text, in which the diagnostics' spans count.
    public let source: Source
    /// The notebook; none where the bytes are no text.
    public let notebook: Notebook?
    /// Everything wrong with it, in page order.
    public let diagnostics: [Diagnostic]
  }

  /// Reads a notebook.
  ///
  /// A byte order mark and CRLF line ends change nothing but the positions. Everything wrong is
  /// told at once; the notebook holds what could be read in spite of it.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - name: the file's name as the user gave it.
  /// - Returns: the text, the notebook and all that is wrong.
  public static func read(bytes: [UInt8], name: String) -> Reading {
    let check = TextCheck(bytes)
    let source = Source(name: name, text: check.text)
    guard check.isReadable else {
      return Reading(source: source, notebook: nil, diagnostics: check.diagnostics)
    }
    let head = FrontMatterReader(source)
    let (document, remarks) = Document.read(source.bytes, from: head.end)
    var page = PageReader(source: source, document: document)
    page.read()
    let notebook = Notebook(
      source: source, frontMatter: head.frontMatter, parts: page.parts,
      footnotes: document.footnotes, cells: page.cells, quantities: page.quantities,
      crossReferences: page.crossReferences, sectionIDs: page.sectionIDs,
      equationIDs: page.equationIDs, citations: page.citations)
    let diagnostics = check.diagnostics + head.diagnostics + remarks + page.diagnostics
    return Reading(
      source: source, notebook: notebook,
      diagnostics: diagnostics.sorted { ($0.span?.lower ?? 0) < ($1.span?.lower ?? 0) })
  }
}
