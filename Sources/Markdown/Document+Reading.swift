public import Diagnostics

extension Document {
  /// How deep quotations, lists and emphasis may stand in one another.
  public static let deepestNesting = 64

  /// Reads a text from an offset on; everything wrong with it is told, never only the first.
  ///
  /// - Parameters:
  ///   - bytes: the file, in UTF-8 without NUL; all spans count in these.
  ///   - offset: where the Markdown starts, past a byte order mark and front matter.
  /// - Returns: the document, whose content deeper than ``deepestNesting`` is left out with a
  ///   diagnostic, and what is wrong.
  public static func read(
    _ bytes: [UInt8], from offset: Int = 0
  ) -> (document: Document, diagnostics: [Diagnostic]) {
    let nothing = Document(blocks: [], footnotes: [])
    if let excess = Limits.excess(ofSize: bytes.count) { return (nothing, [excess]) }
    let lines = LineMap(bytes, from: offset)
    if let excess = Limits.excess(of: bytes, lines: lines) { return (nothing, [excess]) }
    // The first parse tells which lines are code: what looks like a formula there is none.
    guard let outline = CommonMark(bytes, from: offset) else {
      return (nothing, [Limits.outOfMemory])
    }
    var isExcluded = Array(repeating: false, count: lines.count + 1)
    withExtendedLifetime(outline) { excludeCode(under: $0.root, in: &isExcluded) }
    let scanner = MarkScanner(bytes, lines: lines, isExcluded: isExcluded)
    let masked = mask(scanner.marks, in: bytes)
    guard let tree = scanner.marks.isEmpty ? outline : CommonMark(masked, from: offset) else {
      return (nothing, [Limits.outOfMemory])
    }
    var reader = TreeReader(bytes: bytes, lines: lines, scanner: scanner)
    let document = withExtendedLifetime(tree) { reader.document($0.root) }
    let diagnostics = reader.diagnostics + footnoteDiagnostics(scanner)
    return (document, diagnostics.sorted { ($0.span?.lower ?? 0) < ($1.span?.lower ?? 0) })
  }

  private static func excludeCode(under node: CommonMark.Node, in isExcluded: inout [Bool]) {
    var open = Array(node.children)
    while let node = open.popLast() {
      switch node.kind {
      case .codeBlock, .htmlBlock:
        let last = min(node.end.line, isExcluded.count - 1)
        for line in stride(from: max(node.start.line, 1), through: last, by: 1) {
          isExcluded[line] = true
        }
      case .quotation, .list, .item, .footnoteDefinition: open += node.children
      default: break
      }
    }
  }

  private static func mask(_ marks: [Mark], in bytes: [UInt8]) -> [UInt8] {
    var masked = bytes
    for (index, mark) in marks.enumerated() {
      Mark.visitMasked(mark.span, in: bytes) { masked[$0] = Mark.fill }
      let scalar = Mark.placeholder(index)
      masked[mark.span.lower] = UInt8(0xC0 | scalar >> 6)
      masked[mark.span.lower + 1] = UInt8(0x80 | scalar & 0x3F)
    }
    return masked
  }

  private static func footnoteDiagnostics(_ scanner: MarkScanner) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var defined: Set<String> = []
    for definition in scanner.definitions
    where !defined.insert(definition.label.lowercased()).inserted {
      diagnostics.append(
        Diagnostic(
          .footnoteGivenTwice, "the footnote “\(definition.label)” is given twice",
          at: definition.span, help: ["Give the second one another name."]))
    }
    for reference in scanner.references where !defined.contains(reference.label.lowercased()) {
      diagnostics.append(
        Diagnostic(
          .footnoteUnknown, "no footnote is named “\(reference.label)”", at: reference.span,
          help: ["Add a line “[^\(reference.label)]: its text”."]))
    }
    let used = Set(scanner.references.map { $0.label.lowercased() })
    for definition in scanner.definitions where !used.contains(definition.label.lowercased()) {
      diagnostics.append(
        Diagnostic(
          .footnoteUnused, "the footnote “\(definition.label)” is referred to nowhere",
          at: definition.span,
          help: ["Write [^\(definition.label)] where it belongs, or delete it."]))
    }
    return diagnostics
  }
}
