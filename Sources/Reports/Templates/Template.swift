/// The page around a report: `report.html` with places `{{name}}`, and `report.css`.
public struct Template: Sendable {
  /// The parts of a report that a template places.
  enum Slot: String, CaseIterable {
    /// The policy that forbids every request: a `meta` element for the head.
    case policy
    /// The language of the prose, for the attribute `lang`.
    case language
    /// The title, for the element `title`.
    case title
    /// The style sheet.
    case style
    /// What the reader must know first: simulated data, a run that failed.
    case banner
    /// Title, subtitle, authors, date, data, abstract.
    case header
    /// How many claims hold; warnings; assumptions.
    case verdict
    /// The list of contents.
    case contents
    /// Prose, commands, figures and tables.
    case page
    /// Footnotes.
    case notes
    /// Works cited.
    case references
    /// How this was made.
    case provenance

    /// Whether a template must place it.
    var isRequired: Bool { self == .policy || self == .style || self == .page }
  }

  private enum Piece {
    case text([UInt8])
    case slot(Slot)
  }

  private let pieces: [Piece]
  private let style: [UInt8]

  /// Creates a template from its two files' texts.
  ///
  /// - Throws: a ``TemplateFault`` where a place has an unknown name or a required one is missing.
  public init(page: String, style: String) throws(TemplateFault) {
    guard !style.contains("</") else { throw .endTagInStyle }
    self.style = Self.squeezed(Array(style.utf8))
    var pieces: [Piece] = []
    var rest = Substring(page)
    var placed: [Slot] = []
    while let start = rest.firstRange(of: "{{") {
      let after = rest[start.upperBound...]
      guard let end = after.firstRange(of: "}}") else { break }
      let name = after[..<end.lowerBound].filter { $0 != " " }
      guard let slot = Slot(rawValue: name) else {
        throw .unknownSlot(name, known: Slot.allCases.map(\.rawValue))
      }
      pieces.append(.text(Array(rest[..<start.lowerBound].utf8)))
      pieces.append(.slot(slot))
      placed.append(slot)
      rest = after[end.upperBound...]
    }
    pieces.append(.text(Array(rest.utf8)))
    if let missing = Slot.allCases.first(where: { $0.isRequired && !placed.contains($0) }) {
      throw .missingSlot(missing.rawValue)
    }
    self.pieces = pieces
  }

  /// The style sheet without comments and without white space that says nothing.
  ///
  /// Every report carries it. Quotes are kept as they are.
  static func squeezed(_ style: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var quote: UInt8?
    var isSpace = false
    var index = 0
    while index < style.count {
      let byte = style[index]
      index += 1
      if let open = quote {
        result.append(byte)
        if byte == UInt8(ascii: "\\"), index < style.count {
          result.append(style[index])
          index += 1
        } else if byte == open {
          quote = nil
        }
        continue
      }
      if byte == UInt8(ascii: "/"), index < style.count, style[index] == UInt8(ascii: "*") {
        index += 1
        while index < style.count,
          !(style[index - 1] == UInt8(ascii: "*") && style[index] == UInt8(ascii: "/"))
        {
          index += 1
        }
        index += 1
        isSpace = true
        continue
      }
      if byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
        isSpace = true
        continue
      }
      if isSpace, let last = result.last, !"{};,".utf8.contains(last), !"{};,".utf8.contains(byte) {
        result.append(0x20)
      }
      isSpace = false
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { quote = byte }
      result.append(byte)
    }
    return result
  }

  /// The page with its places filled.
  func filled(_ fragment: (Slot) -> HTMLFragment) -> [UInt8] {
    var page: [UInt8] = []
    for piece in pieces {
      switch piece {
      case .text(let text): page += text
      case .slot(.style): page += style
      case .slot(let slot): page += fragment(slot).bytes
      }
    }
    return page
  }
}
