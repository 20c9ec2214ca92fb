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
    let (first, count) = try Self.choose(layer, of: dataset, file)
    let source = count > 1 ? "\(file.name), \(first.name)" : file.name
    let collection = try LayerReader(file: file, limits: limits, handle: first.handle)
      .collection(crs: Self.system(of: first.handle, file), source: source)
    guard let crs, crs != collection.crs else { return collection }
    return try collection.transformed(
      by: transformation(from: collection.crs, to: crs), to: crs)
  }

  /// What a layer of a vector file says of itself; see ``FormatReader``.
  public func vectorHeader(of file: InputFile, layer: String?) throws -> VectorHeader {
    try limit(file, "bytes", file.size, limits.vectorBytes)
    let dataset = try GDALFile.vector(file)
    let (first, _) = try Self.choose(layer, of: dataset, file)
    let definition = OGR_L_GetLayerDefn(first.handle)
    let fields = (0..<OGR_FD_GetFieldCount(definition)).map { index in
      String(cString: OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(definition, index)))
    }
    let kind: Geometry.Kind? =
      switch OGR_GT_Flatten(OGR_L_GetGeomType(first.handle)) {
      case wkbPoint, wkbMultiPoint: .points
      case wkbLineString, wkbMultiLineString: .lines
      case wkbPolygon, wkbMultiPolygon: .areas
      default: nil
      }
    return VectorHeader(
      layer: first.name, crs: try Self.system(of: first.handle, file), kind: kind, fields: fields,
      count: Int(OGR_L_GetFeatureCount(first.handle, 1)))
  }

  private static func system(of layer: OGRLayerH, _ file: InputFile) throws -> CoordinateSystem {
    guard let raw = OGR_L_GetSpatialRef(layer), let reference = SpatialReference(copying: raw)
    else {
      throw RasterError.noCoordinateSystem(file: file.name)
    }
    return try facts(of: reference, in: file)
  }

  /// The layer asked for, and how many there are.
  private static func choose(
    _ layer: String?, of dataset: GDALFile, _ file: InputFile
  ) throws -> ((name: String, handle: OGRLayerH), Int) {
    let layers = layers(of: dataset)
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
    return (first, layers.count)
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
