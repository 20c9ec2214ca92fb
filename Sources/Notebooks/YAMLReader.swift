import CYAML
import Diagnostics

/// Reads one YAML document, by libyaml's events, into a ``YAMLNode``.
///
/// Anchors, aliases and tags are refused: what the page says must stand there.
struct YAMLReader {
  /// The first thing wrong with the text.
  struct Fault: Error {
    let title: String
    let span: Span
    let help: String
  }

  private static let deepestNesting = 16

  private var parser = yaml_parser_t()
  /// The offset of the text in its file.
  private let base: Int
  /// The byte offset of each character within the text, and of its end.
  private let offsets: [Int]

  /// The document in a range of a file's bytes; nil where it holds nothing.
  ///
  /// - Throws: a ``Fault``.
  static func read(_ bytes: [UInt8], in span: Span) throws(Fault) -> YAMLNode? {
    let text = Array(bytes[span.lower..<span.upper])
    var reader = YAMLReader(text, base: span.lower)
    guard yaml_parser_initialize(&reader.parser) == 1 else {
      throw Fault(
        title: "there is not enough memory to read the front matter", span: span,
        help: "Close other programs.")
    }
    defer { yaml_parser_delete(&reader.parser) }
    // The parser keeps the address of the bytes until it is deleted.
    let result = text.withUnsafeBufferPointer { buffer -> Result<YAMLNode?, Fault> in
      yaml_parser_set_input_string(&reader.parser, buffer.baseAddress, buffer.count)
      do throws(Fault) {
        return .success(try reader.document())
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private init(_ text: [UInt8], base: Int) {
    self.base = base
    offsets = text.indices.filter { text[$0] & 0xC0 != 0x80 } + [text.count]
  }

  private mutating func document() throws(Fault) -> YAMLNode? {
    while true {
      var event = try next()
      defer { yaml_event_delete(&event) }
      switch event.type {
      case YAML_STREAM_END_EVENT, YAML_DOCUMENT_END_EVENT: return nil
      case YAML_STREAM_START_EVENT, YAML_DOCUMENT_START_EVENT: continue
      default:
        return try node(event, depth: 0)
      }
    }
  }

  private mutating func next() throws(Fault) -> yaml_event_t {
    var event = yaml_event_t()
    guard yaml_parser_parse(&parser, &event) == 1 else {
      let problem = parser.problem.map { String(cString: $0) } ?? "it cannot be read"
      let offset = offset(parser.problem_mark)
      throw Fault(
        title: "this is not YAML: \(problem)", span: Span(offset, offset),
        help: "Write “key: value” on each line; put a value that holds “: ” or “#” in quotes.")
    }
    return event
  }

  /// The node that an event starts; the caller deletes the event.
  private mutating func node(_ event: yaml_event_t, depth: Int) throws(Fault) -> YAMLNode {
    let span = span(event)
    guard depth < Self.deepestNesting else {
      throw Fault(
        title: "the front matter nests more than \(Self.deepestNesting) deep", span: span,
        help: "Write it with fewer levels.")
    }
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      try refuse(anchor: scalar.anchor, tag: scalar.tag, at: span)
      let value = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      return YAMLNode(
        kind: .scalar(
          String(decoding: value, as: UTF8.self),
          isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE), span: span)
    case YAML_SEQUENCE_START_EVENT:
      try refuse(
        anchor: event.data.sequence_start.anchor, tag: event.data.sequence_start.tag, at: span)
      let (items, end) = try items(until: YAML_SEQUENCE_END_EVENT, depth: depth, from: span)
      return YAMLNode(kind: .sequence(items), span: end)
    case YAML_MAPPING_START_EVENT:
      try refuse(
        anchor: event.data.mapping_start.anchor, tag: event.data.mapping_start.tag, at: span)
      let (items, end) = try items(until: YAML_MAPPING_END_EVENT, depth: depth, from: span)
      let pairs = stride(from: 0, to: items.count - 1, by: 2).map {
        (key: items[$0], value: items[$0 + 1])
      }
      return YAMLNode(kind: .mapping(pairs), span: end)
    default:
      throw Fault(
        title: "an alias (*) cannot stand in front matter", span: span,
        help: "Write the value itself, in quotes if it starts with *.")
    }
  }

  private mutating func items(
    until end: yaml_event_type_t, depth: Int, from start: Span
  ) throws(Fault) -> ([YAMLNode], Span) {
    var items: [YAMLNode] = []
    while true {
      var event = try next()
      defer { yaml_event_delete(&event) }
      if event.type == end {
        let last = items.last?.span ?? start
        return (items, start.union(span(event).lower >= last.upper ? span(event) : last))
      }
      items.append(try node(event, depth: depth + 1))
    }
  }

  private func refuse(
    anchor: UnsafeMutablePointer<UInt8>?, tag: UnsafeMutablePointer<UInt8>?, at span: Span
  ) throws(Fault) {
    guard anchor != nil || tag != nil else { return }
    throw Fault(
      title: "an anchor (&) or a tag (!) cannot stand in front matter", span: span,
      help: "Write the value itself, in quotes if it starts with & or !.")
  }

  private func offset(_ mark: yaml_mark_t) -> Int {
    base + offsets[min(Int(mark.index), offsets.count - 1)]
  }

  private func span(_ event: yaml_event_t) -> Span {
    let lower = offset(event.start_mark)
    return Span(lower, max(lower, offset(event.end_mark)))
  }
}
