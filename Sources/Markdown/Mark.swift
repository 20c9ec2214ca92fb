import Diagnostics

/// An inline form of Scarp's own, hidden from the CommonMark parser behind a placeholder of the
/// same number of bytes, so that the positions of all that follows stay true.
struct Mark {
  /// What the placeholder stands for.
  enum Kind {
    /// A formula, a reference, a citation, a quantity.
    case inline(Inline.Kind)
    /// `{#id .unnumbered}` at the end of a line.
    case attributes(id: String?, isUnnumbered: Bool)
    /// A character of the text that looks like a placeholder and stands for itself.
    case literal
  }

  /// What it stands for.
  let kind: Kind
  /// Where the form stands in the file.
  let span: Span

  /// The letters that serve as placeholders.
  ///
  /// They have two bytes each and are letters to CommonMark's rules for emphasis; where a text
  /// itself holds them they become marks of kind `literal`.
  static let placeholders: ClosedRange<UInt32> = 0x74D...0x7A5
  /// The byte that fills the rest of a placeholder.
  static let fill = UInt8(ascii: "x")

  /// The placeholder of the mark that has a given index.
  static func placeholder(_ index: Int) -> UInt32 {
    placeholders.lowerBound + UInt32(index % placeholders.count)
  }

  /// The form's bytes that are not line ends or the marks of quotation at the start of a line.
  ///
  /// - Parameters:
  ///   - span: where the form stands.
  ///   - bytes: the file.
  ///   - visit: called with each offset in order.
  static func visitMasked(_ span: Span, in bytes: [UInt8], _ visit: (Int) -> Void) {
    var isPrefix = false
    for offset in span.lower..<span.upper {
      switch bytes[offset] {
      case 0x0A, 0x0D: isPrefix = true
      case 0x20 where isPrefix, 0x09 where isPrefix, 0x3E where isPrefix: continue
      default:
        isPrefix = false
        visit(offset)
      }
    }
  }

  /// The text of a span whose further lines may start with marks of quotation, without these.
  static func text(_ span: Span, in bytes: [UInt8]) -> String {
    var kept: [UInt8] = []
    kept.reserveCapacity(span.upper - span.lower)
    var isPrefix = false
    for offset in span.lower..<span.upper {
      switch bytes[offset] {
      case 0x0D: continue
      case 0x0A:
        isPrefix = true
        kept.append(0x0A)
      case 0x3E where isPrefix: continue
      case 0x20 where isPrefix, 0x09 where isPrefix: kept.append(bytes[offset])
      default:
        isPrefix = false
        kept.append(bytes[offset])
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }
}
