/// Features of one kind in one coordinate system, in the order of their file.
public struct FeatureCollection: Sendable, Hashable {
  /// The coordinate system.
  public let crs: CoordinateSystem
  /// What the shapes are.
  public let kind: Geometry.Kind
  /// The names of the features' values, in the file's order.
  public let fields: [String]
  /// The features.
  public let features: [Feature]
  /// The file and layer they came from, for messages.
  public let source: String

  /// Creates a collection.
  ///
  /// - Precondition: every feature is of the kind and has one value for each field.
  public init(
    crs: CoordinateSystem, kind: Geometry.Kind, fields: [String], features: [Feature],
    source: String
  ) {
    for feature in features {
      precondition(feature.geometry.kind == kind, "\(feature.geometry.kind) among \(kind)")
      precondition(
        feature.values.count == fields.count,
        "\(feature.values.count) values of \(fields.count) fields")
    }
    self.crs = crs
    self.kind = kind
    self.fields = fields
    self.features = features
    self.source = source
  }

  /// The rectangle round all features; none of no features.
  public var box: BoundingBox? { BoundingBox(features.lazy.flatMap(\.geometry.vertices)) }

  /// The sum of the features' planar areas, squared coordinate units; overlaps count twice.
  public var area: Double { features.reduce(0) { $0 + $1.geometry.area } }

  /// The values of a field, one for each feature; none where there is no such field.
  public func values(of field: String) -> [Feature.Value]? {
    guard let index = fields.firstIndex(of: field) else { return nil }
    return features.map { $0.values[index] }
  }
}
