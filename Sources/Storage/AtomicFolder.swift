import CSystem
import Glibc

/// A folder of files that appears whole or not at all.
///
/// The files are written to a folder beside the target, which then takes the target's place in one
/// step; whatever happens before that leaves the target as it was. What stood there is removed after.
/// What a killed process left beside the target is removed by the next writer of it.
public final class AtomicFolder {
  /// The path that the folder will have.
  public let path: String
  /// Where the files are to be written.
  public let draft: String
  /// Locked for as long as the writer lives, so that no other takes the draft for abandoned.
  private let lock: File

  /// Begins a folder; the folders above it are made where they are missing.
  ///
  /// - Throws: ``StorageFault/cannotWrite(path:doing:errno:)``.
  public init(at path: String) throws {
    let path = AtomicFolder.resolved(path)
    let above = folder(of: path)
    try makeFolders(above)
    let prefix = ".\(String(decoding: fileName(of: path).utf8.prefix(100), as: UTF8.self)).partial-"
    removeAbandoned(in: above, prefix: prefix)
    let draft = "\(above)/\(prefix)\(getpid())-\(nextSerial())"
    guard mkdir(draft, 0o777) == 0 else {
      throw StorageFault.cannotWrite(path: path, doing: "create", errno: errno)
    }
    (self.path, self.draft) = (path, draft)
    lock = try File(folder: draft)
    _ = try lock.tryLock()
  }

  deinit { removeTree(draft) }

  /// Puts the files in their place.
  ///
  /// - Throws: ``StorageFault/cannotWrite(path:doing:errno:)``; the target stays as it was.
  public func commit() throws {
    if rename(draft, path) == 0 { return }
    guard errno == ENOTEMPTY || errno == EEXIST else {
      throw StorageFault.cannotWrite(path: path, doing: "write", errno: errno)
    }
    // Both folders change places, so that at no instant there is none.
    guard scarp_exchange(draft, path) == 0 else {
      throw StorageFault.cannotWrite(path: path, doing: "replace", errno: errno)
    }
    removeTree(draft)
  }

  /// The names in a folder, sorted; none where there is no folder.
  ///
  /// - Throws: ``StorageFault/cannotWrite(path:doing:errno:)`` where something else stands there.
  public static func contents(of path: String) throws -> [String] {
    let path = resolved(path)
    guard let status = FileStatus(of: path) else { return [] }
    guard status.isFolder else {
      throw StorageFault.cannotWrite(path: path, doing: "write", errno: ENOTDIR)
    }
    return names(in: path)
  }

  /// The path without links, dots and a slash at its end, as far as it is there.
  private static func resolved(_ path: String) -> String {
    if let real = realpath(path, nil) {
      defer { free(real) }
      return String(cString: real)
    }
    var bare = path
    while bare.count > 1, bare.hasSuffix("/") { bare.removeLast() }
    return bare
  }
}
