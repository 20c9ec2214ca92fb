import Diagnostics
public import Vocabulary

/// Points, lines or areas, as a value of the run.
public struct FeaturesValue: ValueWithMembers, ValueWithRows, Countable, Located, Measurable,
  Hashable
{
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static var kind: Kind { Kind("features") }

  /// The features.
  public let collection: FeatureCollection
  /// The field whose values name the features; none where the notebook does not say.
  public let nameField: String?

  /// Creates a value.
  public init(_ collection: FeatureCollection, nameField: String? = nil) {
    self.collection = collection
    self.nameField = nameField
  }

  /// The number of features.
  public var count: Int { collection.features.count }

  /// How many points lie in areas; of several points in one feature, all must.
  ///
  /// - Throws: ``RasterError`` where the other value is not areas in the same coordinate system.
  public func count(in other: any Value) throws -> Int {
    guard let areas = other as? FeaturesValue, areas.collection.kind == .areas else {
      throw RasterError.outOfRange(
        what: "“in” of a count", found: type(of: other).kind.phrase, expected: "areas")
    }
    guard areas.collection.crs == collection.crs else {
      throw RasterError.untransformable(
        from: collection.crs.label, to: areas.collection.crs.label)
    }
    guard collection.kind == .points else {
      throw RasterError.outOfRange(
        what: "what is counted in areas", found: collection.kind.rawValue, expected: "points")
    }
    let ground = BoxedAreas(areas.collection)
    return collection.features.count { feature in
      feature.geometry.points.allSatisfy { ground.contains($0) }
    }
  }

  /// The area, m²: planar in a projected coordinate system, on the ellipsoid in degrees.
  public func area(of label: String?, in environment: any RunEnvironment) throws -> Double {
    guard let label else { return try area(of: collection.features, environment) }
    let chosen = zip(names, collection.features).filter { $0.0 == label }
    guard !chosen.isEmpty else {
      throw RasterError.outOfRange(
        what: "the area's name", found: "“\(label)”",
        expected: "one of \(names.prefix(20).joined(separator: ", "))")
    }
    return try area(of: chosen.map(\.1), environment)
  }

  private func area(
    of features: [Feature], _ environment: any RunEnvironment
  ) throws -> Double {
    if let metres = collection.crs.metresPerUnit {
      return features.reduce(0) { $0 + $1.geometry.area } * metres * metres
    }
    let polygons = features.flatMap(\.geometry.polygons)
    let areas = try environment.formats().geodesicAreas(
      of: polygons.flatMap { $0 }, in: collection.crs)
    var next = areas.makeIterator()
    return polygons.reduce(0) { sum, rings in
      // The outer ring less its holes.
      rings.indices.reduce(sum) { $0 + ($1 == 0 ? 1 : -1) * (next.next() ?? 0) }
    }
  }

  /// The features' names: the values of the name field, or their numbers.
  public var names: [String] {
    nameField.flatMap { collection.values(of: $0) }?.map(\.text)
      ?? (1...max(1, count)).prefix(count).map { "\($0)" }
  }

  /// Where the features lie, if each is one point.
  public var sites: Sites? {
    let points = collection.features.compactMap { feature in
      feature.geometry.points.count == 1 ? feature.geometry.points[0] : nil
    }
    return points.count == count ? Sites(points, crs: collection.crs) : nil
  }

  /// The values of a field as a column.
  public func member(_ name: String) -> (any Value)? {
    guard let values = collection.values(of: name) else { return nil }
    let numbers = values.map { $0 == .missing ? Double.nan : $0.number }
    guard numbers.contains(nil) else {
      return ColumnValue(name: name, unit: nil, numbers: numbers.compactMap { $0 }, sites: sites)
    }
    return ColumnValue(name: name, texts: values.map { $0 == .missing ? nil : $0.text })
  }

  /// The number, the kind and the coordinate system.
  public var summary: String {
    let kind = collection.kind.rawValue
    let noun = count == 1 ? String(kind.dropLast()) : kind
    return "\(count) \(noun), \(collection.crs.label)"
  }

  /// The values of the first features.
  public func display() -> DisplayTable { table(of: columns, count: count, most: 20) }

  /// The values of all features, with the coordinates of points.
  public func rows() -> DisplayTable {
    let points = sites?.points ?? []
    let place =
      points.isEmpty
      ? []
      : [
        ColumnValue(name: "x", unit: nil, numbers: points.map(\.x)),
        ColumnValue(name: "y", unit: nil, numbers: points.map(\.y)),
      ]
    return table(of: columns.prefix(1) + place + columns.dropFirst(), count: count)
  }

  private var columns: [ColumnValue] {
    let numbers = ColumnValue(
      name: "Feature", unit: nil, numbers: (0..<count).map { Double($0 + 1) })
    return [numbers] + collection.fields.compactMap { member($0) as? ColumnValue }
  }
}

extension FeaturesValue {
  private enum CodingKeys: String, CodingKey {
    case collection
    case nameField
  }

  /// Reads a value, its features from their exact bytes.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let bytes = try container.decode(Blob<UInt8>.self, forKey: .collection)
    guard let collection = FeatureCollection(encoded: bytes.numbers) else {
      throw DecodingError.dataCorruptedError(
        forKey: .collection, in: container, debugDescription: "not features")
    }
    self.init(
      collection, nameField: try container.decodeIfPresent(String.self, forKey: .nameField))
  }

  /// Writes the value, its features as their exact bytes.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(Blob(collection.encoded()), forKey: .collection)
    try container.encodeIfPresent(nameField, forKey: .nameField)
  }

  /// The features in the system of what they meet; a remark says so where they had another.
  public func brought(
    to crs: CoordinateSystem, in environment: any RunEnvironment
  ) throws -> FeatureCollection {
    environment.tellBrought(collection.source, from: collection.crs, to: crs)
    return try collection(in: crs, environment)
  }

  /// The features in another system.
  public func collection(
    in crs: CoordinateSystem, _ environment: any RunEnvironment
  ) throws -> FeatureCollection {
    if collection.crs == crs { return collection }
    return try collection.transformed(
      by: environment.formats().transformation(from: collection.crs, to: crs), to: crs)
  }
}

extension RunEnvironment {
  /// Adds a remark that something was brought to another coordinate system, where it was.
  func tellBrought(_ source: String, from: CoordinateSystem, to: CoordinateSystem) {
    if from == to { return }
    warn(
      .broughtToSystem, "“\(source)” was brought from \(from.label) to \(to.label).", help: [])
  }
}
