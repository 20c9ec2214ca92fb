public import Rasters
public import Vocabulary

/// Where, and with what label: places with their columns, or some of them.
///
/// A part of places keeps each place's number in the whole, by which folds and parts know it.
public struct PlacesValue: ValueWithMembers, ValueWithRows, Foldable, Countable, Inventory, Located
{
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static var kind: Kind { .places }

  /// What the places are labelled from: one name for each inventory, and which each place is from.
  public struct Origins: Sendable, Hashable, Codable {
    /// The names of the inventories.
    public let names: [String]
    /// The inventory of each place, by its position in `names`.
    public var ofPlace: Blob<Int32>

    /// Creates origins.
    public init(names: [String], ofPlace: [Int32]) {
      self.names = names
      self.ofPlace = Blob(ofPlace)
    }
  }

  /// The name under which the whole set was made.
  public let root: String
  /// Each place's number in the whole set, from 0.
  public let numbers: Blob<Int32>
  /// The eastings; none where the places have no coordinates.
  public let x: Blob<Double>?
  /// The northings; none where the places have no coordinates.
  public let y: Blob<Double>?
  /// The coordinate system; none where the notebook does not say.
  public let crs: CoordinateSystem?
  /// The labels, 0 or 1; none where the places have none.
  public let labels: Blob<Double>?
  /// The inventories the places came from; none for places of a table.
  public let origins: Origins?
  /// The columns, in order.
  public let columns: [ColumnValue]
  /// Which of the columns divide the places into folds.
  public let foldColumns: [String]
  /// The division that these places are one fold of; none for other places.
  public private(set) var foldOrigin: FoldOrigin?

  /// Creates a whole set of places, numbered from 0.
  ///
  /// - Precondition: as many coordinates, labels and rows of each column as there are places.
  public init(
    root: String, count: Int, points: [SIMD2<Double>]?, crs: CoordinateSystem?,
    labels: [Double]?, origins: Origins? = nil, columns: [ColumnValue] = [],
    foldColumns: [String] = []
  ) {
    self.init(
      root: root, numbers: (0..<count).map { Int32($0) }, points: points, crs: crs, labels: labels,
      origins: origins, columns: columns, foldColumns: foldColumns)
  }

  private init(
    root: String, numbers: [Int32], points: [SIMD2<Double>]?, crs: CoordinateSystem?,
    labels: [Double]?, origins: Origins?, columns: [ColumnValue], foldColumns: [String]
  ) {
    let counts = [points?.count, labels?.count].compactMap { $0 } + columns.map(\.rowCount)
    precondition(
      counts.allSatisfy { $0 == numbers.count }, "\(counts) rows for \(numbers.count) places")
    self.root = root
    self.numbers = Blob(numbers)
    x = points.map { Blob($0.map(\.x)) }
    y = points.map { Blob($0.map(\.y)) }
    self.crs = crs
    self.labels = labels.map { Blob($0) }
    self.origins = origins
    self.columns = columns
    self.foldColumns = foldColumns
  }

  /// The number of places.
  public var count: Int { numbers.numbers.count }
  /// The coordinates, or none.
  public var points: [SIMD2<Double>]? {
    guard let x, let y else { return nil }
    return zip(x.numbers, y.numbers).map { SIMD2($0, $1) }
  }
  /// Where the places lie, or none.
  public var sites: Sites? { points.map { Sites($0, crs: crs) } }
  /// How many places are labelled 1, and 0; none where they have no labels.
  public var labelCounts: (ones: Int, zeros: Int)? {
    labels.map { labels in
      let ones = labels.numbers.count { $0 == 1 }
      return (ones, labels.numbers.count - ones)
    }
  }

  /// Some of the places, by their position here, in the order given.
  public func selecting(_ positions: [Int]) -> PlacesValue {
    let points = points
    return PlacesValue(
      root: root, numbers: positions.map { numbers.numbers[$0] },
      points: points.map { points in positions.map { points[$0] } }, crs: crs,
      labels: labels.map { labels in positions.map { labels.numbers[$0] } },
      origins: origins.map { origins in
        Origins(names: origins.names, ofPlace: positions.map { origins.ofPlace.numbers[$0] })
      }, columns: columns.map { $0.selecting(positions) }, foldColumns: foldColumns)
  }

  /// A column under its name, or the folds that a fold column makes.
  public func member(_ name: String) -> (any Value)? {
    if foldColumns.contains(name) { return try? FoldsValue(of: self, byColumn: name) }
    return columns.first { $0.name == name }?.located(at: sites)
  }

  /// How many of these places came from an inventory, by the name the notebook gives it.
  public func count(of part: any Value, called name: String) throws -> Int {
    guard let origins, let origin = origins.names.firstIndex(of: name) else {
      throw LearningError.notLabelledFrom(name: name, known: origins?.names ?? [])
    }
    return origins.ofPlace.numbers.count { $0 == Int32(origin) }
  }

  /// How many there are, and how they are labelled.
  public var summary: String {
    guard let labelCounts else { return "\(count) places" }
    return "\(count) places, \(labelCounts.ones) labelled 1 and \(labelCounts.zeros) labelled 0"
  }

  /// One row for each of the first places.
  public func display() -> DisplayTable { table.display() }

  /// One row for each place: its coordinates, label, inventory and columns.
  public func rows() -> DisplayTable { table.rows() }

  private var table: TableValue {
    var shown: [ColumnValue] = []
    shown.append(
      ColumnValue(name: "Place", unit: .one, numbers: numbers.numbers.map { Double($0) + 1 }))
    if let x { shown.append(ColumnValue(name: "x", unit: nil, numbers: x.numbers)) }
    if let y { shown.append(ColumnValue(name: "y", unit: nil, numbers: y.numbers)) }
    if let labels { shown.append(ColumnValue(name: "Label", unit: .one, numbers: labels.numbers)) }
    if let origins {
      shown.append(
        ColumnValue(
          name: "From",
          texts: origins.ofPlace.numbers.map { origin in
            origins.names.indices.contains(Int(origin)) ? origins.names[Int(origin)] : nil
          }))
    }
    return TableValue(columns: shown + columns, source: root)
  }
}

extension PlacesValue {
  /// These places without those of one fold, counted from 0.
  ///
  /// - Throws: ``LearningError/otherPlaces(expected:found:)`` where the folds divide other places.
  public func without(fold: Int, of folds: any Value) throws -> PlacesValue {
    let folds = try FoldsValue.known(folds)
    let parts = try folds.parts(of: self, asOf: fold)
    return selecting(parts.indices.filter { parts[$0] != fold })
  }

  /// Those of these places that are in one fold, counted from 0.
  ///
  /// - Throws: ``LearningError/otherPlaces(expected:found:)`` where the folds divide other places.
  public func only(fold: Int, of folds: any Value) throws -> PlacesValue {
    let folds = try FoldsValue.known(folds)
    let parts = try folds.parts(of: self, asOf: fold)
    var held = selecting(parts.indices.filter { parts[$0] == fold })
    held.foldOrigin = folds.origin
    return held
  }

  /// The coordinates in a coordinate system.
  ///
  /// - Throws: ``LearningError/noCoordinates(places:)`` or
  ///   ``LearningError/noCoordinateSystem(places:)``, and what a transformation throws.
  public func points(
    in crs: CoordinateSystem, _ environment: any RunEnvironment
  ) throws -> [SIMD2<Double>] {
    guard var points else { throw LearningError.noCoordinates(places: root) }
    guard let own = self.crs else { throw LearningError.noCoordinateSystem(places: root) }
    if own == crs { return points }
    let transformation = try environment.formats().transformation(from: own, to: crs)
    points.withUnsafeMutableBufferPointer { transformation.transform($0) }
    return points
  }
}

extension ColumnValue {
  /// Some of the rows, by their position, in the order given.
  func selecting(_ positions: [Int]) -> ColumnValue {
    switch cells {
    case .numbers(let blob):
      ColumnValue(name: name, unit: unit, numbers: positions.map { blob.numbers[$0] })
    case .texts(let texts): ColumnValue(name: name, texts: positions.map { texts[$0] })
    }
  }
}
