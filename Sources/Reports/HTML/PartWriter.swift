/// What writes the parts of a page one after the other, all through one ``HTMLWriter``.
protocol PartWriter {
  /// What is written at present.
  var html: HTMLWriter { get set }
}

extension PartWriter {
  /// What a run of the writer gives.
  mutating func fragment(_ write: (inout Self) -> Void) -> HTMLFragment {
    html = HTMLWriter()
    write(&self)
    return html.fragment
  }

  /// Writes an element with what stands in it.
  mutating func element(
    _ element: HTMLElement, _ attributes: [HTMLAttribute] = [],
    _ content: (inout Self) -> Void
  ) {
    html.open(element, attributes)
    content(&self)
    html.close()
  }

  /// Writes an element that holds one text.
  mutating func element(
    _ element: HTMLElement, _ attributes: [HTMLAttribute] = [], text: String
  ) {
    html.open(element, attributes)
    html.text(text)
    html.close()
  }
}
