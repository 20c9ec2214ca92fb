/// A text that a report carries with it.
public struct Attachment: Sendable, Equatable {
  /// Its file name.
  public var name: String
  /// The text, byte for byte.
  public var text: String

  /// Creates an attachment.
  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }

  /// What the identifier of an attachment's element starts with.
  static let idPrefix = "attachment."

  /// The texts that a report carries, in order; none where the file is no report.
  ///
  /// - Parameter html: the report's file.
  /// - Returns: each text as it was when the report was written.
  public static func carried(in html: [UInt8]) -> [Attachment] {
    let start = Array("<pre id=\"\(idPrefix)".utf8)
    let middle = Array("\" class=\"code\">\n".utf8)
    let end = Array("</pre>".utf8)
    var attachments: [Attachment] = []
    var rest = html[...]
    // No text of a report holds “<”, so these can only be the elements themselves.
    while let opening = rest.firstRange(of: start) {
      rest = rest[opening.upperBound...]
      guard let between = rest.firstRange(of: middle), let closing = rest.firstRange(of: end),
        between.upperBound <= closing.lowerBound
      else { return attachments }
      attachments.append(
        Attachment(
          name: HTMLText.plain(rest[..<between.lowerBound]),
          text: HTMLText.plain(rest[between.upperBound..<closing.lowerBound])))
      rest = rest[closing.upperBound...]
    }
    return attachments
  }
}
