/// What reads and writes the formats of the field, handed in by the program that links the library.
///
/// The sciences ask by this protocol, so that they neither link nor name a library.
public protocol FormatReader: Sendable {
  /// What a raster file says of itself.
  ///
  /// - Throws: ``RasterError`` where the file is not a raster of an allowed format, has no place, or
  ///   goes over a limit; nothing is allocated by the file's own sizes before they are checked.
  func header(of file: InputFile) throws -> RasterHeader

  /// Opens a raster file; declared no data, and cells that a mask of the file hides, become NaN.
  ///
  /// - Throws: ``RasterError``, as ``header(of:)``.
  func open(_ file: InputFile) throws -> any RasterReader

  /// The names of a vector file's layers, in its order.
  func layers(of file: InputFile) throws -> [String]

  /// What a layer of a vector file says of itself.
  ///
  /// - Parameters:
  ///   - file: the file.
  ///   - layer: the layer; none where the file has one only.
  /// - Returns: the facts.
  /// - Throws: ``RasterError``.
  func vectorHeader(of file: InputFile, layer: String?) throws -> VectorHeader

  /// Reads the features of a vector file.
  ///
  /// - Parameters:
  ///   - file: the file.
  ///   - layer: the layer; none where the file has one only.
  ///   - crs: the system to bring the features to; none to leave them.
  /// - Returns: the features, in the layer's order.
  /// - Throws: ``RasterError``.
  func features(
    of file: InputFile, layer: String?, to crs: CoordinateSystem?
  ) throws -> FeatureCollection

  /// The coordinate system of a code, “EPSG:32717”.
  ///
  /// - Throws: ``RasterError/unknownCoordinateSystem(name:)``.
  func coordinateSystem(_ code: String) throws -> CoordinateSystem

  /// What brings coordinates from one system to another, in the order x (or longitude), y (or
  /// latitude).
  ///
  /// - Throws: ``RasterError/untransformable(from:to:)`` where there is no way.
  func transformation(
    from: CoordinateSystem, to: CoordinateSystem
  ) throws -> any CoordinateTransformation

  /// The areas inside rings on the ellipsoid of a geographic coordinate system, edges being
  /// geodesics, m².
  ///
  /// - Throws: ``RasterError/unknownCoordinateSystem(name:)``.
  /// - Source: Karney (2013), doi:10.1007/s00190-012-0578-z.
  func geodesicAreas(of rings: [Ring], in crs: CoordinateSystem) throws -> [Double]

  /// Writes a raster as GeoTIFF: `Float32`, tiled, deflated, NaN for no data.
  ///
  /// - Throws: ``RasterError`` where it cannot be read or written.
  func writeGeoTIFF(_ reader: any RasterReader, names: [String], to path: String) throws

  /// Writes a raster as Cloud Optimised GeoTIFF: tiled, deflated, with overviews and with what each
  /// band says of itself. The same cells give the same bytes; the memory taken does not grow with
  /// the raster.
  ///
  /// - Parameters:
  ///   - reader: the raster.
  ///   - bands: what each of its bands is.
  ///   - path: the file to create; one beside it holds the cells meanwhile.
  /// - Throws: ``RasterError`` where it cannot be read or written.
  func writeCloudOptimized(
    _ reader: any RasterReader, bands: [RasterFileBand], to path: String) throws
}

/// What brings coordinates from one system to another; it may be used from any thread.
public protocol CoordinateTransformation: Sendable {
  /// Moves points in place; a point that cannot be moved becomes NaN.
  func transform(_ points: UnsafeMutableBufferPointer<SIMD2<Double>>)
}

extension FeatureCollection {
  /// The features in another system.
  ///
  /// - Throws: ``RasterError/badFeature(file:number:reason:)`` where a point cannot be moved.
  public func transformed(
    by transformation: any CoordinateTransformation, to crs: CoordinateSystem
  ) throws -> FeatureCollection {
    var moved: [Feature] = []
    for (index, feature) in features.enumerated() {
      var points = feature.geometry.vertices
      points.withUnsafeMutableBufferPointer { transformation.transform($0) }
      guard points.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) else {
        throw RasterError.badFeature(
          file: source, number: index + 1, reason: "has a point that \(crs.label) cannot show")
      }
      var next = 0
      let geometry = feature.geometry.mapped { _ in
        defer { next += 1 }
        return points[next]
      }
      moved.append(Feature(geometry, values: feature.values))
    }
    return FeatureCollection(
      crs: crs, kind: kind, fields: fields, features: moved, source: source)
  }
}
