/// One thing that two records say differently.
public struct Change: Sendable, Equatable {
  /// What it is: a file, a setting, a value of a result.
  public let name: String
  /// What the first record says; nil where it has no such thing.
  public let before: String?
  /// What the second record says; nil where it has no such thing.
  public let after: String?
  /// The second number less the first; nil where one is no number.
  public let difference: Double?
  /// The difference as a share of the first number; nil where that is 0 or no number.
  public let relative: Double?

  /// States a difference of texts.
  public init(_ name: String, before: String?, after: String?) {
    (self.name, self.before, self.after) = (name, before, after)
    (difference, relative) = (nil, nil)
  }

  /// States a difference of values.
  init(_ name: String, _ before: RecordedResult.Value?, _ after: RecordedResult.Value?) {
    self.name = name
    self.before = before.map(Self.shown)
    self.after = after.map(Self.shown)
    guard let old = before?.number, let new = after?.number, before?.unit == after?.unit,
      (new - old).isFinite
    else {
      (difference, relative) = (nil, nil)
      return
    }
    difference = new - old
    relative = old == 0 ? nil : (new - old) / abs(old)
  }

  private init(_ change: Change, name: String) {
    self.name = name
    (before, after) = (change.before, change.after)
    (difference, relative) = (change.difference, change.relative)
  }

  /// The change under another name.
  public func renamed(_ name: String) -> Change { Change(self, name: name) }

  /// The value as the report prints it; its unit follows where the text does not end with it.
  private static func shown(_ value: RecordedResult.Value) -> String {
    value.unit.isEmpty || value.text.hasSuffix(value.unit)
      ? value.text : "\(value.text) \(value.unit)"
  }
}

extension RecordedResult.Value {
  /// Whether a rerun that gave the other value would be told to agree.
  func agrees(with other: RecordedResult.Value) -> Bool {
    guard let old = number, let new = other.number else {
      return number == nil && other.number == nil && text == other.text
    }
    guard unit == other.unit else { return false }
    if old == new || old.isNaN && new.isNaN { return true }
    let distance = abs(old - new)
    return distance.isFinite && distance <= tolerance * max(abs(old), abs(new))
  }
}
