/// What a layer of a vector file says of itself, read without its features.
public struct VectorHeader: Sendable, Hashable, Codable {
  /// The layer's name.
  public let layer: String
  /// The coordinate system.
  public let crs: CoordinateSystem
  /// What the shapes are; none where the file does not say.
  public let kind: Geometry.Kind?
  /// The names of the features' values.
  public let fields: [String]
  /// The number of features.
  public let count: Int

  /// Creates a header.
  public init(
    layer: String, crs: CoordinateSystem, kind: Geometry.Kind?, fields: [String], count: Int
  ) {
    self.layer = layer
    self.crs = crs
    self.kind = kind
    self.fields = fields
    self.count = count
  }
}
