/// Builds a key: the digest of a list of typed fields.
///
/// Every field is written with a tag of its type and its length, so that no two different lists of
/// fields have the same bytes: ("ab", "c") and ("a", "bc") differ, and so do 1, 1.0 and "1".
///
///     var key = KeyHasher(for: "step")
///     key.add("slope")
///     key.add(upstream)
///     let digest = key.finish()
public struct KeyHasher: Sendable {
  private var bytes: [UInt8] = []

  /// Starts a key of one purpose; keys of two purposes never agree.
  public init(for purpose: String) { add(purpose) }

  /// Adds a text, by its UTF-8 bytes.
  public mutating func add(_ text: String) { field("t", text.utf8) }

  /// Adds raw bytes.
  public mutating func add(_ raw: [UInt8]) { field("b", raw) }

  /// Adds a whole number.
  public mutating func add(_ number: Int) { field("i", word(UInt64(bitPattern: Int64(number)))) }

  /// Adds an unsigned whole number, as seeds are.
  public mutating func add(_ number: UInt64) { field("u", word(number)) }

  /// Adds a floating-point number by its bits; -0.0 and 0.0 differ, every NaN is the same.
  public mutating func add(_ number: Double) {
    field("d", word(number.isNaN ? Double.nan.bitPattern : number.bitPattern))
  }

  /// Adds yes or no.
  public mutating func add(_ flag: Bool) { field("f", [flag ? 1 : 0]) }

  /// Adds a digest.
  public mutating func add(_ digest: Digest) { field("h", digest.bytes) }

  /// Adds a list of texts, as one field.
  public mutating func add(_ texts: [String]) { list(texts) { $0.add($1) } }

  /// Adds a list of digests, as one field.
  public mutating func add(_ digests: [Digest]) { list(digests) { $0.add($1) } }

  /// Adds a JSON value, by its text with sorted members.
  public mutating func add(_ value: JSONValue) { field("j", value.bytes(.canonical)) }

  /// The digest of the fields added so far.
  public func finish() -> Digest { Digest(of: bytes) }

  private mutating func field(_ tag: Unicode.Scalar, _ content: some Collection<UInt8>) {
    bytes.append(UInt8(ascii: tag))
    bytes += word(UInt64(content.count))
    bytes += content
  }

  private mutating func list<Element>(
    _ elements: [Element], _ add: (inout KeyHasher, Element) -> Void
  ) {
    var inner = KeyHasher(for: "list")
    for element in elements { add(&inner, element) }
    field("l", inner.bytes)
  }

  private func word(_ number: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
}
