/// Areas with their bounding boxes, to be asked which points they hold.
public struct BoxedAreas: Sendable {
  private let areas: [(box: BoundingBox, shape: Geometry)]

  /// Prepares areas.
  public init(_ collection: FeatureCollection) {
    areas = collection.features.compactMap { feature in
      feature.geometry.box.map { ($0, feature.geometry) }
    }
  }

  /// Whether an area holds a point, by the rule of ``Geometry/contains(_:)``.
  public func contains(_ point: SIMD2<Double>) -> Bool {
    areas.contains { box, shape in
      box.west <= point.x && point.x <= box.east && box.south <= point.y && point.y <= box.north
        && shape.contains(point)
    }
  }
}
