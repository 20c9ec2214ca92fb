import CGDAL
public import Rasters

/// The formats of the field, by GDAL: GeoTIFF rasters, GeoPackage and GeoJSON features.
///
/// Only these drivers are registered. Files are opened by the path that their ``DataFolder``
/// verified; nothing beside them is read, and nothing is fetched.
public struct GDALFormats: FormatReader {
  /// How large a file may be.
  public let limits: FormatLimits

  /// Sets the library up.
  public init(limits: FormatLimits = FormatLimits()) {
    GDALLibrary.prepare()
    self.limits = limits
  }

  /// The version of GDAL, “3.6.2”.
  public static var version: String { String(cString: GDALVersionInfo("RELEASE_NAME")) }

  /// The version of PROJ, “9.1.1”.
  public static var projVersion: String {
    var (major, minor, patch): (Int32, Int32, Int32) = (0, 0, 0)
    OSRGetPROJVersion(&major, &minor, &patch)
    return "\(major).\(minor).\(patch)"
  }

  /// The folders that the library itself reads, such as that of PROJ's database: a sandbox must
  /// leave them readable.
  public static var supportFolders: [String] {
    let list = OSRGetPROJSearchPaths()
    defer { CSLDestroy(list) }
    var folders: [String] = []
    while let path = list?[folders.count] { folders.append(String(cString: path)) }
    return folders + ["/usr/share/gdal"]
  }

  /// The coordinate system of a code or definition; see ``FormatReader``.
  public func coordinateSystem(_ code: String) throws -> CoordinateSystem {
    guard let reference = SpatialReference(code) else {
      throw RasterError.unknownCoordinateSystem(name: code)
    }
    return try reference.facts()
  }

  /// The system that a file states, which must be one of the plane or of degrees.
  static func facts(
    of reference: SpatialReference, in file: InputFile
  ) throws -> CoordinateSystem {
    do {
      return try reference.facts()
    } catch RasterError.unknownCoordinateSystem(let name) {
      throw RasterError.unreadable(
        file: file.name, expected: "in a known coordinate system", found: "it says “\(name)”")
    }
  }

  /// What brings coordinates from one system to another; see ``FormatReader``.
  public func transformation(
    from: CoordinateSystem, to: CoordinateSystem
  ) throws -> any CoordinateTransformation {
    try GDALTransformation(from: from, to: to)
  }
}
