import Storage
import Vocabulary

/// A text that a report carries with it.
public struct Attachment: Sendable, Equatable {
  /// Its file name.
  public var name: String
  /// The text, byte for byte.
  public var text: String
  /// Whether the report carries it packed (gzip, in base64): a text for programs.
  public var isPacked: Bool

  /// Creates an attachment.
  public init(name: String, text: String, isPacked: Bool = false) {
    self.name = name
    self.text = text
    self.isPacked = isPacked
  }

  /// What the identifier of an attachment's element starts with.
  static let idPrefix = "attachment."
  /// The class of an attachment's element.
  static let plainClass = "code"
  /// The class of a packed attachment's element.
  static let packedClass = "packed"
  /// The most bytes that a packed attachment may hold.
  private static let largest = 256 << 20

  /// The text as a report carries it, packed.
  var packed: String { Base64.encode(GZip.packed(Array(text.utf8))) }

  /// The texts that a report carries, in order; none where the file is no report.
  ///
  /// - Parameter html: the report's file.
  /// - Returns: each text as it was when the report was written.
  public static func carried(in html: [UInt8]) -> [Attachment] {
    let start = Array("<pre id=\"\(idPrefix)".utf8)
    let middle = Array("\" class=\"".utf8)
    let opened = Array("\">\n".utf8)
    let end = Array("</pre>".utf8)
    var attachments: [Attachment] = []
    var rest = html[...]
    // No text of a report holds “<”, so these can only be the elements themselves.
    while let opening = rest.firstRange(of: start) {
      rest = rest[opening.upperBound...]
      guard let between = rest.firstRange(of: middle),
        let head = rest[between.upperBound...].firstRange(of: opened),
        let closing = rest[head.upperBound...].firstRange(of: end)
      else { return attachments }
      let name = HTMLText.plain(rest[..<between.lowerBound])
      let content = rest[head.upperBound..<closing.lowerBound]
      if rest[between.upperBound..<head.lowerBound].elementsEqual(packedClass.utf8) {
        let letters = String(decoding: content.filter { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
        guard let file = Base64.decode(letters), let bytes = GZip.unpacked(file, limit: largest),
          let text = String(validating: bytes, as: UTF8.self)
        else { return attachments }
        attachments.append(Attachment(name: name, text: text, isPacked: true))
      } else {
        attachments.append(Attachment(name: name, text: HTMLText.plain(content)))
      }
      rest = rest[closing.upperBound...]
    }
    return attachments
  }
}
