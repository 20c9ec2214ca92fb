import Diagnostics

/// Makes a text of a file's bytes and tells which of them no text may hold.
struct TextCheck {
  /// The text, with U+FFFD for what is no UTF-8.
  let text: String
  /// Its faults, in order, counted in the text's own bytes.
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether the text can be read on.
  var isReadable: Bool { !diagnostics.contains { $0.severity == .error } }

  /// How many places of one fault are told; a file that is no text has thousands.
  private static let mostTold = 20

  init(_ bytes: [UInt8]) {
    if let text = String(validating: bytes, as: UTF8.self) {
      self.text = text
    } else {
      var repaired: [UInt8] = []
      repaired.reserveCapacity(bytes.count)
      var offset = 0
      while offset < bytes.count {
        let (length, isWhole) = Self.character(in: bytes, at: offset)
        if isWhole {
          repaired += bytes[offset..<(offset + length)]
        } else {
          if diagnostics.count < Self.mostTold {
            diagnostics.append(
              Diagnostic(
                .notUTF8,
                "the byte 0x\(Self.hexadecimal(UInt32(bytes[offset]), digits: 2)) "
                  + "is not text in UTF-8", at: Span(repaired.count, repaired.count + 3),
                help: ["Save the file as UTF-8."]))
          }
          repaired += [0xEF, 0xBF, 0xBD]
        }
        offset += length
      }
      text = String(decoding: repaired, as: UTF8.self)
    }
    tellControlCharacters()
  }

  /// The length of the character at an offset, or of its longest beginning that is valid.
  private static func character(
    in bytes: [UInt8], at offset: Int
  ) -> (length: Int, isWhole: Bool) {
    let continuation: ClosedRange<UInt8> = 0x80...0xBF
    let width: Int
    var second = continuation
    switch bytes[offset] {
    case 0x00...0x7F: return (1, true)
    case 0xC2...0xDF: width = 2
    case 0xE0: (width, second) = (3, 0xA0...0xBF)
    case 0xED: (width, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: width = 3
    case 0xF0: (width, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: width = 4
    case 0xF4: (width, second) = (4, 0x80...0x8F)
    default: return (1, false)
    }
    for length in 1..<width {
      let allowed = length == 1 ? second : continuation
      guard offset + length < bytes.count, allowed.contains(bytes[offset + length]) else {
        return (length, false)
      }
    }
    return (width, true)
  }

  private mutating func tellControlCharacters() {
    var controls = 0
    var directions = 0
    let bytes = Array(text.utf8)
    for (offset, byte) in bytes.enumerated() {
      switch byte {
      case 0x09, 0x0A: continue
      case 0x0D where offset + 1 < bytes.count && bytes[offset + 1] == 0x0A: continue
      case 0x00..<0x20, 0x7F:
        controls += 1
        guard controls <= Self.mostTold else { continue }
        let name =
          byte == 0
          ? "NUL"
          : byte == 0x0D
            ? "a carriage return without a line feed"
            : "a control character"
        diagnostics.append(
          Diagnostic(
            .controlCharacter,
            "the text holds \(name) (0x\(Self.hexadecimal(UInt32(byte), digits: 2)))",
            at: Span(offset, offset + 1),
            help: [
              byte == 0x0D ? "Save the file with line feeds as line ends." : "Delete the character."
            ]))
      // U+202A…U+202E and U+2066…U+2069, as UTF-8.
      case 0xE2 where offset + 2 < bytes.count:
        let tail = (bytes[offset + 1], bytes[offset + 2])
        guard
          (tail.0 == 0x80 && (0xAA...0xAE).contains(tail.1))
            || (tail.0 == 0x81 && (0xA6...0xA9).contains(tail.1))
        else { continue }
        directions += 1
        guard directions <= Self.mostTold else { continue }
        let scalar = 0x2000 | UInt32(tail.0 & 0x3F) << 6 | UInt32(tail.1 & 0x3F)
        diagnostics.append(
          Diagnostic(
            .hiddenDirection,
            "the text holds U+\(Self.hexadecimal(scalar, digits: 4)), which turns the direction of writing",
            at: Span(offset, offset + 3), help: ["Delete the character."]))
      default: continue
      }
    }
    diagnostics.sort { ($0.span?.lower ?? 0) < ($1.span?.lower ?? 0) }
  }

  private static func hexadecimal(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
