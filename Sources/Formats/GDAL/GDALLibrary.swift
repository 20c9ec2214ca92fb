import CGDAL
import Glibc

/// The library, set up once: three drivers, no sidecar files, no network, no words on its own.
enum GDALLibrary {
  /// The drivers that may open rasters.
  static let rasterDrivers = ["GTiff"]
  /// The drivers that may open features.
  static let vectorDrivers = ["GPKG", "GeoJSON"]

  /// What is set on a thread on which the library has asked for an address.
  static let addressAsked = "SCARP_ADDRESS_ASKED"

  /// Sets the library up; later calls do nothing.
  static func prepare() { _ = ready }

  private static let ready: Void = {
    // The system's database of coordinate systems only: one in the user's home would change results.
    setenv("PROJ_SKIP_READ_USER_WRITABLE_DIRECTORY", "YES", 1)
    unsetenv("PROJ_LIB")
    unsetenv("PROJ_DATA")
    CPLSetErrorHandler(CPLQuietErrorHandler)
    for (option, value) in [
      // Instead of those of the system and of the user's home.
      ("GDAL_CONFIG_FILE", "/dev/null"),
      // Nothing beside the file named is read or written: no .aux.xml, .ovr, .msk or .tfw.
      ("GDAL_DISABLE_READDIR_ON_OPEN", "EMPTY_DIR"),
      ("GDAL_PAM_ENABLED", "NO"),
      ("CPL_VSIL_CURL_ALLOWED_EXTENSIONS", ".none"),
      ("CPL_VSIL_CURL_USE_HEAD", "NO"),
      ("GDAL_DRIVER_PATH", "disable"),
      // A block that cannot be read is an error, whatever the environment says.
      ("GTIFF_IGNORE_READ_ERRORS", "NO"),
      // The cache of decoded blocks, bytes.
      ("GDAL_CACHEMAX", "67108864"),
      ("GDAL_NUM_THREADS", "1"),
      ("OGR_ENABLE_PARTIAL_REPROJECTION", "NO"),
    ] {
      CPLSetConfigOption(option, value)
    }
    OSRSetPROJEnableNetwork(0)
    // Whatever asks for an address by itself, such as a coordinate system that is a link, gets nothing,
    // and the file that made it ask is refused.
    CPLHTTPSetFetchCallback(
      { _, _, _, _, _, _, _ in
        CPLSetThreadLocalConfigOption(GDALLibrary.addressAsked, "YES")
        // Where there is no answer at all the library would ask the address itself.
        let answer = CPLCalloc(1, MemoryLayout<CPLHTTPResult>.size)?
          .assumingMemoryBound(to: CPLHTTPResult.self)
        answer?.pointee.nStatus = 1
        answer?.pointee.pszErrBuf = CPLStrdup("addresses are not asked")
        return answer
      }, nil)
    GDALRegister_GTiff()
    // Only to write: what may be opened is listed above.
    GDALRegister_COG()
    RegisterOGRGeoJSON()
    RegisterOGRGeoPackage()
  }()

  /// The library's last error on this thread, as an exported text.
  static var lastError: String {
    let text = String(cString: CPLGetLastErrorMsg())
    return text.isEmpty ? "no reason is given" : text
  }

  /// Calls `body` with a NULL-ended list of C strings.
  static func withList<Result>(
    _ texts: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> Result
  ) -> Result {
    var list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    for text in texts { list = CSLAddString(list, text) }
    defer { CSLDestroy(list) }
    return body(list)
  }

  /// Calls `body` with a NULL-ended list of constant C strings.
  static func withConstants<Result>(
    _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result
  ) -> Result {
    withList(texts) { list in
      guard let list else { return body(nil) }
      return list.withMemoryRebound(
        to: UnsafePointer<CChar>?.self, capacity: texts.count + 1
      ) { body($0) }
    }
  }
}
