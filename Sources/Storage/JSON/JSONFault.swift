/// Why a text is not JSON.
public struct JSONFault: Error, Sendable, Equatable {
  /// What was met, in words.
  public enum Reason: Sendable, Equatable {
    /// Something else was expected.
    case expected(String)
    /// The bytes are not UTF-8, or an escape stands for half a character.
    case badText
    /// A number that no 64-bit floating-point number can hold.
    case numberOutOfRange
    /// A name that its object has already.
    case repeatedName(String)
    /// Arrays and objects within each other, deeper than the limit.
    case tooDeep(limit: Int)
  }

  /// What was met.
  public let reason: Reason
  /// Where: the offset, in bytes from 0.
  public let offset: Int

  /// What was met and where, one sentence without a full stop.
  public var message: String {
    switch reason {
    case .expected(let what): "expected \(what) at byte \(offset)"
    case .badText: "the text at byte \(offset) is not valid UTF-8"
    case .numberOutOfRange: "the number at byte \(offset) is out of range"
    case .repeatedName(let name): "the name “\(name)” at byte \(offset) stands twice in its object"
    case .tooDeep(let limit): "the value at byte \(offset) lies deeper than \(limit) levels"
    }
  }
}
