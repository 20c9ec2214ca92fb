import Glibc

/// A file that is written only where nothing stands yet.
public enum NewFile {
  /// Writes a small file whole, and makes the folders above it where they are missing.
  ///
  /// - Throws: ``StorageFault/cannotWrite(path:doing:errno:)``, with `EEXIST` where something is there
  ///   already, which stays as it is; of a file that cannot be written whole nothing is left.
  public static func write(_ bytes: some Collection<UInt8>, to path: String) throws {
    try makeFolders(folder(of: path))
    let file = try File(creating: path)
    do {
      try Array(bytes).withUnsafeBytes { try file.write($0) }
    } catch {
      unlink(path)
      throw error
    }
  }
}
