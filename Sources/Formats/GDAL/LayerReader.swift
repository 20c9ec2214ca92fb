import CGDAL
import Rasters

/// Reads all features of one layer.
struct LayerReader {
  /// The file, for messages.
  let file: InputFile
  /// How much may be read.
  let limits: FormatLimits
  /// The layer.
  let handle: OGRLayerH

  /// The features, in the layer's order.
  func collection(crs: CoordinateSystem, source: String) throws -> FeatureCollection {
    let definition = OGR_L_GetLayerDefn(handle)
    let fields = (0..<OGR_FD_GetFieldCount(definition)).map { index in
      String(cString: OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(definition, index)))
    }
    var features: [Feature] = []
    var points = 0
    var kinds: Set<Geometry.Kind> = []
    OGR_L_ResetReading(handle)
    CPLErrorReset()
    while let raw = OGR_L_GetNextFeature(handle) {
      defer { OGR_F_Destroy(raw) }
      let number = features.count + 1
      let geometry = try ShapeReader(file: file.name, number: number)
        .geometry(OGR_F_GetGeometryRef(raw))
      points += geometry.vertices.count
      guard points <= limits.points else {
        throw RasterError.tooLarge(
          file: file.name, what: "points or more", found: points, limit: limits.points)
      }
      kinds.insert(geometry.kind)
      features.append(Feature(geometry, values: fields.indices.map { value(raw, Int32($0)) }))
    }
    guard CPLGetLastErrorType() != CE_Failure else {
      throw RasterError.unreadable(
        file: file.name, expected: "readable to its end",
        found: GDALFile.reason(GDALLibrary.lastError, for: file))
    }
    guard let first = features.first else {
      throw RasterError.unreadable(
        file: file.name, expected: "a layer with features", found: "it has none")
    }
    guard kinds.count == 1 else {
      let names = Geometry.Kind.allCases.filter(kinds.contains).map(\.rawValue)
      throw RasterError.mixedKinds(file: file.name, kinds: names)
    }
    return FeatureCollection(
      crs: crs, kind: first.geometry.kind, fields: fields, features: features, source: source)
  }

  private func value(_ feature: OGRFeatureH, _ index: Int32) -> Feature.Value {
    guard OGR_F_IsFieldSetAndNotNull(feature, index) != 0 else { return .missing }
    switch OGR_Fld_GetType(OGR_F_GetFieldDefnRef(feature, index)) {
    case OFTInteger, OFTInteger64:
      return .integer(Int(OGR_F_GetFieldAsInteger64(feature, index)))
    case OFTReal:
      return .number(OGR_F_GetFieldAsDouble(feature, index))
    default:
      return .text(String(cString: OGR_F_GetFieldAsString(feature, index)))
    }
  }
}
