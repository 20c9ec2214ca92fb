public import Rasters
public import Vocabulary

/// A value that a map shows as cells: its layers, one map for each.
public protocol LayeredOnMap: Value {
  /// The layers.
  ///
  /// - Throws: ``FigureError/notOnMap(name:kind:)`` where one has no cells.
  func mapRaster() throws -> RasterValue
  /// Whether classes rank from least to most, as those of susceptibility do.
  var ranksClasses: Bool { get }
  /// The limits of the classes, one more than there are, where they cut values.
  var classLimits: [Double]? { get }
  /// The unit of those limits.
  var limitUnit: Unit? { get }
}

/// A value that a map shows as points, lines or outlines.
public protocol ShapedOnMap: Value {
  /// The system of its coordinates; none where the notebook does not say.
  var mapSystem: CoordinateSystem? { get }

  /// The shapes in another system.
  ///
  /// - Parameters:
  ///   - label: what the notebook calls the value.
  ///   - crs: the map's system.
  ///   - environment: the run.
  /// - Returns: the shapes, in groups that the legend tells apart.
  /// - Throws: a fault where the coordinates cannot be brought to the system.
  func mapShapes(
    label: String, in crs: CoordinateSystem, _ environment: any RunEnvironment
  ) throws -> [MapShapes]
}

/// Shapes of one kind with their name in the legend.
public struct MapShapes: Sendable, Equatable {
  /// What the shapes are.
  public enum Kind: Sendable, Equatable {
    /// Where something is.
    case present
    /// Where it is not.
    case absent
    /// Lines.
    case lines
    /// Closed outlines.
    case outlines
  }

  /// The name in the legend.
  public let label: String
  /// What they are.
  public let kind: Kind
  /// The points of each.
  public let shapes: [[SIMD2<Double>]]

  /// Creates shapes.
  public init(label: String, kind: Kind, shapes: [[SIMD2<Double>]]) {
    self.label = label
    self.kind = kind
    self.shapes = shapes
  }
}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension LayeredOnMap {
  public var ranksClasses: Bool { false }
  public var classLimits: [Double]? { nil }
  public var limitUnit: Unit? { nil }
}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension RasterValue: LayeredOnMap {
  public func mapRaster() -> RasterValue { self }
}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension FeaturesValue: ShapedOnMap {
  public var mapSystem: CoordinateSystem? { collection.crs }

  public func mapShapes(
    label: String, in crs: CoordinateSystem, _ environment: any RunEnvironment
  ) throws -> [MapShapes] {
    let geometries = try collection(in: crs, environment).features.map(\.geometry)
    switch collection.kind {
    case .points:
      let points = geometries.flatMap { $0.points.map { [$0] } }
      return [MapShapes(label: label, kind: .present, shapes: points)]
    case .lines:
      return [MapShapes(label: label, kind: .lines, shapes: geometries.flatMap(\.lines))]
    case .areas:
      let rings = geometries.flatMap { $0.polygons.flatMap { $0 } }.map { ring in
        ring + ring.prefix(1)
      }
      return [MapShapes(label: label, kind: .outlines, shapes: rings)]
    }
  }
}
