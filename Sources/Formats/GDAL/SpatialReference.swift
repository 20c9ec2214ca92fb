import CGDAL
import Rasters

/// A spatial reference of the library, x before y (longitude before latitude).
final class SpatialReference {
  /// The library's object.
  let handle: OGRSpatialReferenceH

  /// Takes over an object.
  private init(_ handle: OGRSpatialReferenceH) {
    self.handle = handle
    OSRSetAxisMappingStrategy(handle, OAMS_TRADITIONAL_GIS_ORDER)
  }

  deinit { OSRDestroySpatialReference(handle) }

  /// Reads a code or a definition; none where it says nothing known.
  convenience init?(_ definition: String) {
    GDALLibrary.prepare()
    guard let handle = OSRNewSpatialReference(nil) else { return nil }
    // Codes and definitions only: the library's general call would also try files and addresses.
    var failed = OGRERR_UNSUPPORTED_SRS
    if definition.hasPrefix("EPSG:") {
      if let code = Int32(definition.dropFirst(5)) { failed = OSRImportFromEPSG(handle, code) }
    } else if definition.hasPrefix("ESRI:"), Int32(definition.dropFirst(5)) != nil {
      failed = OSRSetFromUserInput(handle, definition)
    } else if definition.contains("[") {
      failed = definition.withCString { text in
        var rest: UnsafeMutablePointer<CChar>? = UnsafeMutablePointer(mutating: text)
        return OSRImportFromWkt(handle, &rest)
      }
    }
    guard failed == OGRERR_NONE else {
      OSRDestroySpatialReference(handle)
      return nil
    }
    self.init(handle)
  }

  /// Copies an object that belongs to a dataset, without its vertical part.
  convenience init?(copying other: OGRSpatialReferenceH) {
    guard let handle = OSRClone(other) else { return nil }
    OSRStripVertical(handle)
    self.init(handle)
  }

  /// The facts of it, in the canonical definition of its code where it is the same system.
  ///
  /// - Throws: ``RasterError/unknownCoordinateSystem(name:)`` where it is neither projected nor
  ///   geographic.
  func facts() throws -> CoordinateSystem {
    let name = OSRGetName(handle).map { String(cString: $0) } ?? ""
    if OSRGetAuthorityCode(handle, nil) == nil { OSRAutoIdentifyEPSG(handle) }
    if let authority = OSRGetAuthorityName(handle, nil),
      let code = OSRGetAuthorityCode(handle, nil)
    {
      let label = "\(String(cString: authority)):\(String(cString: code))"
      if let listed = SpatialReference(label), isSame(as: listed) {
        return try listed.facts(authority: label)
      }
    }
    let projected = OSRIsProjected(handle) != 0 || OSRIsGeographic(handle) != 0
    guard projected else { throw RasterError.unknownCoordinateSystem(name: name) }
    return try facts(authority: nil)
  }

  private func facts(authority: String?) throws -> CoordinateSystem {
    let name = OSRGetName(handle).map { String(cString: $0) } ?? ""
    let geographic = OSRIsGeographic(handle) != 0
    guard geographic || OSRIsProjected(handle) != 0 else {
      throw RasterError.unknownCoordinateSystem(name: name)
    }
    var text: UnsafeMutablePointer<CChar>?
    let failed = GDALLibrary.withConstants(["FORMAT=WKT2_2019", "MULTILINE=NO"]) {
      OSRExportToWktEx(handle, &text, $0)
    }
    defer { VSIFree(text) }
    guard failed == OGRERR_NONE, let text else {
      throw RasterError.unknownCoordinateSystem(name: name)
    }
    return CoordinateSystem(
      wkt: String(cString: text), name: name, authority: authority, isGeographic: geographic,
      metresPerUnit: geographic ? nil : OSRGetLinearUnits(handle, nil))
  }

  private func isSame(as other: SpatialReference) -> Bool {
    GDALLibrary.withConstants([
      "IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES", "CRITERION=EQUIVALENT",
    ]) { OSRIsSameEx(handle, other.handle, $0) != 0 }
  }
}
