import CGDAL
public import Rasters

extension GDALFormats {
  /// The names of a vector file's layers with shapes; see ``FormatReader``.
  public func layers(of file: InputFile) throws -> [String] {
    try limit(file, "bytes", file.size, limits.vectorBytes)
    return Self.layers(of: try GDALFile.vector(file)).map(\.name)
  }

  /// Reads the features of a vector file; see ``FormatReader``.
  public func features(
    of file: InputFile, layer: String?, to crs: CoordinateSystem?
  ) throws -> FeatureCollection {
    try limit(file, "bytes", file.size, limits.vectorBytes)
    let dataset = try GDALFile.vector(file)
    let layers = Self.layers(of: dataset)
    let chosen = layer == nil ? layers : layers.filter { $0.name == layer }
    guard let first = chosen.first else {
      if let layer {
        throw RasterError.noLayer(file: file.name, layer: layer, layers: layers.map(\.name))
      }
      throw RasterError.unreadable(
        file: file.name, expected: "a file with features", found: "it has no layer of shapes")
    }
    guard chosen.count == 1 else {
      throw RasterError.severalLayers(file: file.name, layers: layers.map(\.name))
    }
    guard let raw = OGR_L_GetSpatialRef(first.handle),
      let reference = SpatialReference(copying: raw)
    else { throw RasterError.noCoordinateSystem(file: file.name) }
    let source = layers.count > 1 ? "\(file.name), \(first.name)" : file.name
    let collection = try LayerReader(file: file, limits: limits, handle: first.handle)
      .collection(crs: reference.facts(), source: source)
    guard let crs, crs != collection.crs else { return collection }
    return try collection.transformed(
      by: transformation(from: collection.crs, to: crs), to: crs)
  }

  private static func layers(of file: GDALFile) -> [(name: String, handle: OGRLayerH)] {
    (0..<GDALDatasetGetLayerCount(file.dataset)).compactMap { index in
      guard let layer = GDALDatasetGetLayer(file.dataset, index),
        OGR_L_GetGeomType(layer) != wkbNone
      else { return nil }
      return (String(cString: OGR_L_GetName(layer)), layer)
    }
  }
}
