import Glibc
import Storage

/// Paths as texts, and small files read whole.
enum FilePath {
  /// The path without its last component; nil where it has one only.
  static func folder(of path: String) -> String? {
    guard let slash = path.lastIndex(of: "/") else { return nil }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last component.
  static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  /// The path without an ending, if it has it.
  static func without(_ ending: String, _ path: String) -> String {
    path.hasSuffix(ending) && path.count > ending.count
      ? String(path.dropLast(ending.count)) : path
  }

  /// Whether something is there.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// The bytes of a regular file.
  ///
  /// - Throws: ``StorageFault/cannotRead(path:errno:)``, ``StorageFault/notARegularFile(path:)``.
  static func bytes(
    of path: String, limit: Int = 256 << 20, followsLinks: Bool = true
  ) throws -> [UInt8] {
    // Without waiting, so that a pipe is refused and not waited for.
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | (followsLinks ? 0 : O_NOFOLLOW)
    let descriptor = open(path, flags)
    guard descriptor >= 0 else { throw StorageFault.cannotRead(path: path, errno: errno) }
    defer { close(descriptor) }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0 else {
      throw StorageFault.cannotRead(path: path, errno: errno)
    }
    guard facts.st_mode & S_IFMT == S_IFREG else { throw StorageFault.notARegularFile(path: path) }
    guard facts.st_size <= limit else { throw StorageFault.cannotRead(path: path, errno: EFBIG) }
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: min(max(facts.st_size + 1, 4096), 1 << 20))
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw StorageFault.cannotRead(path: path, errno: errno) }
      if count == 0 { return result }
      result += buffer[..<count]
    }
  }
}
