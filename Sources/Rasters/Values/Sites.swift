public import Vocabulary

/// Where the rows of a table or column lie.
public struct Sites: Sendable, Hashable, Codable {
  /// The eastings.
  public let x: Blob<Double>
  /// The northings.
  public let y: Blob<Double>
  /// The coordinate system; none where the notebook does not say.
  public let crs: CoordinateSystem?

  /// Creates sites.
  public init(_ points: [SIMD2<Double>], crs: CoordinateSystem?) {
    x = Blob(points.map(\.x))
    y = Blob(points.map(\.y))
    self.crs = crs
  }

  /// How many there are.
  public var count: Int { x.numbers.count }

  /// The coordinates.
  public var points: [SIMD2<Double>] { zip(x.numbers, y.numbers).map { SIMD2($0, $1) } }

  /// The coordinates in the system of what they meet; a remark says so where they had another.
  ///
  /// Where the notebook names no system for either, they are taken to lie in one plane.
  ///
  /// - Parameters:
  ///   - crs: the system; none where the notebook does not say.
  ///   - name: what the notebook calls the sites.
  ///   - environment: the run.
  /// - Returns: the coordinates.
  /// - Throws: ``InterpolationError/noCoordinateSystem(name:)`` where only one of both is named;
  ///   what a transformation throws.
  func points(
    in crs: CoordinateSystem?, called name: String, _ environment: any RunEnvironment
  ) throws -> [SIMD2<Double>] {
    var points = points
    if self.crs == crs { return points }
    guard let own = self.crs, let crs else {
      throw InterpolationError.noCoordinateSystem(name: name)
    }
    environment.tellBrought(name, from: own, to: crs)
    let transformation = try environment.formats().transformation(from: own, to: crs)
    points.withUnsafeMutableBufferPointer { transformation.transform($0) }
    guard points.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) else {
      throw RasterError.untransformable(from: own.label, to: crs.label)
    }
    return points
  }
}

/// A value whose rows lie somewhere: points, places, and tables with coordinates.
public protocol Located: Value {
  /// Where each row lies; none where that is not known.
  var sites: Sites? { get }
}
