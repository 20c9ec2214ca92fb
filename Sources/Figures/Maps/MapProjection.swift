import Glibc
public import Rasters

/// How a projected map lies on the earth: what brings its coordinates to degrees and back.
public struct MapProjection: Sendable {
  private let toDegrees: any CoordinateTransformation
  private let fromDegrees: any CoordinateTransformation

  /// Wraps the two ways between a map's coordinates and longitude and latitude in degrees.
  public init(
    toDegrees: any CoordinateTransformation, fromDegrees: any CoordinateTransformation
  ) {
    self.toDegrees = toDegrees
    self.fromDegrees = fromDegrees
  }

  /// Points of the map as longitude and latitude; not a number where there are none.
  func degrees(_ points: [SIMD2<Double>]) -> [SIMD2<Double>] {
    var moved = points
    moved.withUnsafeMutableBufferPointer { toDegrees.transform($0) }
    return moved
  }

  /// Longitudes and latitudes as points of the map; not a number where it shows none.
  func points(_ degrees: [SIMD2<Double>]) -> [SIMD2<Double>] {
    var moved = degrees
    moved.withUnsafeMutableBufferPointer { fromDegrees.transform($0) }
    return moved
  }

  /// The angle from the upright of the map to true north, radians, clockwise positive.
  ///
  /// At the middle of an extent, over a hundredth of its height; none where it cannot be told.
  func convergence(in extent: MapExtent) -> Double? {
    let middle = SIMD2((extent.west + extent.east) / 2, (extent.south + extent.north) / 2)
    let above = SIMD2(middle.x, middle.y + extent.height / 100)
    let on = degrees([middle, above])
    guard on.allSatisfy({ $0.x.isFinite && $0.y.isFinite }), abs(on[0].y) < 89 else { return nil }
    let north = points([SIMD2(on[0].x, on[0].y + max(abs(on[1].y - on[0].y), 1e-7))])[0]
    guard north.x.isFinite, north.y.isFinite, north != middle else { return nil }
    return atan2(north.x - middle.x, north.y - middle.y)
  }
}
