/// Everything the checker keeps of a value before anything runs.
public struct ValueType: Sendable {
  /// What it is.
  public var kind: Kind
  /// The unit of its numbers; `nil` where the notebook does not say.
  public var unit: Unit?
  /// The grid it lies on.
  public var grid: GridFact?
  /// The layers of a stack or of bands, in order.
  public var layers: [LayerFact] = []
  /// How many columns, places, features or members it has, where that can be known.
  public var count: Count = .unknown
  /// The named parts that `value.part` reaches, in order.
  public var members: [Member] = []
  /// The class labels of zones, in order.
  public var classes: [String] = []
  /// The rule by which zones were cut, where it takes the limits from the map itself.
  public var ownBreaks: String?
  /// Whether its rows lie at known coordinates, of a table or a column; `nil` where that is not known.
  public var isLocated: Bool?
  /// Which places it is, for places.
  public var places: PlaceSet?
  /// How many places hold 1 and how many 0, in this order, where that is known.
  public var labelCounts: [Int]?
  /// The inventories that places were labelled from: 0 for landslides, 1 for the others, as in
  /// ``labelCounts``.
  public var inventories: [String: Int] = [:]
  /// Of points, places and other features, the values read or drawn that they were made of.
  public var sources: [String] = []
  /// The places that its making has seen.
  public var seen: [Seen] = []
  /// The axes of a family; empty for one value.
  public var axes: [Axis] = []
  /// Its value, where it can be known without running.
  public var known: Quantity?
  /// Whether every member is learned for each fold, with the folded places.
  public var foldedPlaces: PlaceSet?
  /// The work of making it, or one member of a family, in elementary operations; the checker
  /// reckons it from sizes where the word does not say it, and knows none where a size is missing.
  public var cost: Double?

  /// A named part of a value.
  public struct Member: Sendable {
    /// The name after the dot.
    public let name: String
    /// What it is.
    public let type: ValueType

    /// Creates a named part.
    public init(_ name: String, _ type: ValueType) {
      self.name = name
      self.type = type
    }
  }

  /// A number of things, as far as it is known before the run.
  public enum Count: Sendable, Hashable {
    /// Not known.
    case unknown
    /// Known exactly.
    case known(Int)

    /// The number, if known.
    public var value: Int? {
      guard case .known(let n) = self else { return nil }
      return n
    }
  }

  /// Creates a type of a kind, with a unit and a grid where they are known.
  public init(_ kind: Kind, unit: Unit? = nil, grid: GridFact? = nil) {
    self.kind = kind
    self.unit = unit
    self.grid = grid
  }

  /// What a statement makes that gives no value.
  public static let nothing = ValueType(.nothing)

  /// A number that is known already.
  public static func number(_ quantity: Quantity) -> ValueType {
    var type = ValueType(.number, unit: quantity.unit)
    type.known = quantity
    return type
  }

  /// The type of a named part.
  public func member(_ name: String) -> ValueType? {
    members.first { $0.name == name }?.type
  }
}

/// What the checker keeps of one layer of a stack.
public struct LayerFact: Sendable, Hashable {
  /// The layer's name.
  public var name: String
  /// Its unit, where known.
  public var unit: Unit?
  /// Whether its numbers are codes of classes, in no order.
  public var isNominal: Bool
  /// Whether it becomes one yes-or-no column for each class.
  public var isDummies: Bool
  /// How many columns it gives: 1, or the number of its classes as dummies.
  public var columns: ValueType.Count

  /// Creates the fact.
  public init(
    _ name: String, unit: Unit?, isNominal: Bool = false, isDummies: Bool = false,
    columns: ValueType.Count = .known(1)
  ) {
    self.name = name
    self.unit = unit
    self.isNominal = isNominal
    self.isDummies = isDummies
    self.columns = columns
  }
}
