/// What the language needs to know of one parameter, whatever the type of its values.
public protocol AnyParameter: Sendable {
  /// The parameter's name, by which a call finds its argument.
  var name: String { get }
  /// Where in the sentence it stands.
  var role: Role { get }
  /// What it takes.
  var shape: Shape { get }
  /// One sentence for the manual.
  var help: String { get }
  /// Whether a call may leave it out.
  var isOptional: Bool { get }
  /// What holds when it is left out, as the manual prints it.
  var defaultText: String? { get }
  /// Whether it takes a whole family at once, instead of being applied to each member.
  var takesFamily: Bool { get }
  /// Whether it takes the models of all folds at once, and other families member by member.
  var takesFolds: Bool { get }
  /// Whether the word learns from the places given here, and what of them; within folds these
  /// places are replaced by each fold's training part.
  var learns: Seen.Way? { get }
}

/// One parameter of a word: its name, role, shape, default and meaning, said once.
///
/// The stored properties of this type are a word's signature; `call[parameter]` gives the argument in
/// the run, as a `Value`.
public struct Parameter<Value: Sendable>: AnyParameter {
  /// The parameter's name.
  public let name: String
  /// Where in the sentence it stands.
  public let role: Role
  /// What it takes.
  public let shape: Shape
  /// One sentence for the manual.
  public let help: String
  /// The value used when a call leaves it out.
  public let defaultValue: Value?
  /// Whether a call may leave it out.
  public let isOptional: Bool
  /// Whether it takes a whole family at once.
  public let takesFamily: Bool
  /// Whether it takes the models of all folds at once.
  public let takesFolds: Bool
  /// What the word learns from the places given here.
  public let learns: Seen.Way?

  /// Declares a parameter that every call must give.
  public init(
    _ name: String, _ role: Role, _ shape: Shape, _ help: String, takesFamily: Bool = false,
    takesFolds: Bool = false, learns: Seen.Way? = nil
  ) {
    self.name = name
    self.role = role
    self.shape = shape
    self.help = help
    self.takesFolds = takesFolds
    self.defaultValue = nil
    self.isOptional = false
    self.takesFamily = takesFamily
    self.learns = learns
  }

  /// Declares a parameter with the value it has when left out.
  public init(
    _ name: String, _ role: Role, _ shape: Shape, _ help: String, default value: Value,
    takesFamily: Bool = false, learns: Seen.Way? = nil
  ) {
    self.name = name
    self.role = role
    self.shape = shape
    self.help = help
    self.takesFolds = false
    self.defaultValue = value
    self.isOptional = true
    self.takesFamily = takesFamily
    self.learns = learns
  }

  /// What holds when it is left out, as the manual prints it.
  public var defaultText: String? {
    guard isOptional else { return nil }
    guard let defaultValue else { return "" }
    switch defaultValue {
    case let value as Double: return Quantity.plain(value)
    case let value as Quantity: return value.text
    case let value as Unit: return value.symbol
    case let value as Bool: return value ? "yes" : "no"
    case let values as [Double]: return values.map(Quantity.plain).joined(separator: ", ")
    default:
      let text = "\(defaultValue)"
      return text == "nil" || text == "[]" ? "" : text
    }
  }
}
