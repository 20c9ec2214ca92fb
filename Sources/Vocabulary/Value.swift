/// A value that a statement made in the run.
///
/// It is `Codable`: the engine keeps it in the cache. What is large (cells of a raster) lies in payload
/// files that ``Call/payload(_:)`` gives, and the value holds a ``PayloadReference``.
public protocol Value: Sendable, Codable {
  /// What it is, in the words of the language.
  static var kind: Kind { get }

  /// One line that says what was made: a raster's size, range and no data; a split's counts.
  var summary: String { get }

  /// What `show NAME` puts into the report.
  func display() -> DisplayTable
}

extension Value {
  /// The name by which the cache knows the type.
  public static var tag: String { "\(Self.self)" }
}

/// A value whose named parts `value.part` reaches.
public protocol ValueWithMembers: Value {
  /// The part of this name.
  func member(_ name: String) -> (any Value)?
}

/// A value that a statement with several names takes apart: `train, test = split …`.
public protocol ValueWithParts: Value {
  /// The parts, in the order of the names.
  var parts: [any Value] { get }
}

/// A value of more rows than the report shows of it: places, features, tables.
public protocol ValueWithRows: Value {
  /// All rows, for other programs.
  func rows() -> DisplayTable
}

/// Several named numbers, of which `highest` and `lowest` take one.
public struct NumbersValue: Value {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static var kind: Kind { .numbers }
  /// The names, in order.
  public let names: [String]
  /// The numbers, one for each name.
  public let values: [Double]
  /// Their unit.
  public let unit: Unit

  /// Creates named numbers.
  public init(names: [String], values: [Double], unit: Unit = .one) {
    precondition(names.count == values.count, "\(names.count) names, \(values.count) numbers")
    self.names = names
    self.values = values
    self.unit = unit
  }

  /// How many there are.
  public var summary: String { "\(values.count) numbers" }

  /// One row for each.
  public func display() -> DisplayTable {
    DisplayTable(
      columns: [.text("Name"), .number("Value", unit: unit.symbol)],
      rows: zip(names, DisplayTable.Cell.numbers(values)).map { [.text($0), $1] })
  }
}

/// A file that a statement left in the cache beside its value.
public struct PayloadReference: Sendable, Hashable, Codable {
  /// The key of the statement that made it, in hexadecimal.
  public let key: String
  /// The file's name within that entry.
  public let name: String

  /// Creates a reference.
  public init(key: String, name: String) {
    self.key = key
    self.name = name
  }
}

/// A number with its unit, as a value of the run.
public struct NumberValue: Value {
  /// The number.
  public let quantity: Quantity
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static var kind: Kind { .number }

  /// Creates a value.
  public init(_ quantity: Quantity) { self.quantity = quantity }

  /// The number with its unit.
  public var summary: String { quantity.text }

  /// One row with the number.
  public func display() -> DisplayTable {
    DisplayTable(
      columns: [.number("Value", unit: quantity.unit.symbol)],
      rows: [[.number(quantity.value, decimals: nil)]])
  }
}

/// A value of the run that holds nothing: what `assume` and `allow` make.
public struct NothingValue: Value {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static var kind: Kind { .nothing }

  /// Creates it.
  public init() {}

  /// An empty line.
  public var summary: String { "" }

  /// An empty table.
  public func display() -> DisplayTable { DisplayTable(columns: [], rows: []) }
}
