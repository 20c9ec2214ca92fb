import CSystem
import Glibc

/// A folder of data: files are opened beneath it and nowhere else.
///
/// The kernel resolves names with `openat2(2)` and `RESOLVE_BENEATH`, so neither `..`, an absolute
/// path nor a symbolic link can lead out, whatever changes meanwhile.
public final class DataFolder: Sendable {
  /// The folder's path, as given.
  public let path: String
  private let root: OpenFile

  /// Opens the folder.
  ///
  /// - Throws: ``RasterError/missing(file:)`` where there is no such folder.
  public init(path: String) throws {
    let descriptor = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { throw RasterError.missing(file: path) }
      throw RasterError.system(file: path, action: "open", errno: errno)
    }
    self.path = path
    self.root = OpenFile(descriptor, name: path)
  }

  /// Opens a regular file by its name relative to the folder.
  ///
  /// - Throws: ``RasterError`` `missing`, `outside`, `notRegular`, or `system`.
  public func open(_ name: String) throws -> InputFile {
    guard !name.isEmpty else { throw RasterError.missing(file: name) }
    guard !name.utf8.contains(0) else { throw RasterError.outside(file: name) }
    let descriptor = scarp_open_beneath(root.descriptor, name)
    guard descriptor >= 0 else {
      switch errno {
      case ENOENT, ENOTDIR: throw RasterError.missing(file: name)
      case EXDEV, ELOOP: throw RasterError.outside(file: name)
      case ENXIO, EISDIR: throw RasterError.notRegular(file: name)
      default: throw RasterError.system(file: name, action: "open", errno: errno)
      }
    }
    return try InputFile(OpenFile(descriptor, name: name))
  }
}
