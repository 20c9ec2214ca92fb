import Glibc
import Storage

/// A folder for one run, removed with all that is in it when its owner goes away.
final class TemporaryFolder {
  /// The folder.
  let path: String

  /// Makes a new folder.
  ///
  /// - Throws: ``StorageFault/cannotWrite(path:doing:errno:)``.
  init() throws {
    let above = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(above)/scarp-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw StorageFault.cannotWrite(path: above, doing: "create", errno: errno)
    }
    path = String(
      decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit { Self.removeAll(at: path) }

  /// Removes a file, or a folder with all that is in it; links are removed, not followed.
  private static func removeAll(at path: String) {
    guard remove(path) != 0, let stream = opendir(path) else { return }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    closedir(stream)
    for name in names { removeAll(at: "\(path)/\(name)") }
    rmdir(path)
  }
}
