public import Rasters

/// Measures how far each feature is from the nearest feature of another collection.
///
///     distance(a, B) = min over p in a, q in B of ‖p − q‖;  0 where they share a point
///
/// - Input: two collections in one projected coordinate system.
/// - Output: one length for each feature, metres.
/// - Parameters:
///   - features: the features to measure from.
///   - others: the features to measure to.
/// - Returns: the distances, in the order of the features.
/// - Throws: ``ProximityError``, and ``RasterError/degrees(what:)``.
public func distances(
  from features: FeatureCollection, to others: FeatureCollection
) throws -> [Double] {
  precondition(features.crs == others.crs, "\(features.crs.label) and \(others.crs.label)")
  guard let metres = features.crs.metresPerUnit else {
    throw RasterError.degrees(what: "a distance")
  }
  guard !features.features.isEmpty else {
    throw ProximityError.nothingToMeasureFrom(source: features.source)
  }
  let segments = others.segments
  guard !segments.isEmpty else { throw ProximityError.noFeatures(source: others.source) }
  let index = SegmentIndex(segments)
  let areas = others.kind == .areas ? others.features.map(\.geometry) : []
  let boxes = areas.map(\.box)
  var near: [Int32] = []
  return features.features.map { feature in
    var best = Double.infinity
    for segment in feature.geometry.segments where best > 0 {
      best = index.squaredDistance(to: segment, below: best)
    }
    // What crosses no edge lies outside altogether, or within.
    if best > 0, liesWithin(feature.geometry, areas, boxes) { best = 0 }
    if best > 0, feature.geometry.kind == .areas, let box = feature.geometry.box {
      let low = SIMD2(box.west, box.south)
      let half = (SIMD2(box.east, box.north) - low) / 2
      index.collect(within: (half * half).sum().squareRoot(), of: low + half, into: &near)
      if near.contains(where: { feature.geometry.contains(segments[Int($0)].start) }) { best = 0 }
    }
    return best.squareRoot() * metres
  }
}

/// Whether a point of a shape, which crosses no area's edge, lies in one of the areas.
private func liesWithin(
  _ shape: Geometry, _ areas: [Geometry], _ boxes: [BoundingBox?]
) -> Bool {
  guard !areas.isEmpty else { return false }
  // Each piece of a shape of several may lie elsewhere.
  let points: [SIMD2<Double>] =
    switch shape.kind {
    case .points: shape.points
    case .lines: shape.lines.compactMap(\.first)
    case .areas: shape.polygons.compactMap { $0.first?.first }
    }
  return points.contains { point in
    zip(areas, boxes).contains { area, box in
      (box?.holds(point) ?? false) && area.contains(point)
    }
  }
}

extension BoundingBox {
  /// Whether a point lies in the box or on its edge.
  fileprivate func holds(_ point: SIMD2<Double>) -> Bool {
    west <= point.x && point.x <= east && south <= point.y && point.y <= north
  }
}
