import Glibc
import Synchronization

/// The last component of a path.
func fileName(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return path }
  return String(path[path.index(after: slash)...])
}

/// The path without its last component; `.` where it has one only.
func folder(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// The names in a folder, sorted, without `.` and `..`; none where it cannot be read.
func names(in folder: String) -> [String] {
  guard let stream = opendir(folder) else { return [] }
  defer { closedir(stream) }
  var names: [String] = []
  while let entry = readdir(stream) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name != "." && name != ".." { names.append(name) }
  }
  return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}

/// Makes a folder and the folders above it, where they are missing.
func makeFolders(_ path: String) throws {
  if mkdir(path, 0o777) == 0 || errno == EEXIST {
    var raw = stat()
    guard stat(path, &raw) == 0, raw.st_mode & S_IFMT == S_IFDIR else {
      throw StorageFault.cannotWrite(path: path, doing: "create", errno: ENOTDIR)
    }
    return
  }
  let above = folder(of: path)
  guard errno == ENOENT, above != path, above != "." else {
    throw StorageFault.cannotWrite(path: path, doing: "create", errno: errno)
  }
  try makeFolders(above)
  guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
    throw StorageFault.cannotWrite(path: path, doing: "create", errno: errno)
  }
}

/// Removes a file, or a folder with all that is in it; symbolic links are removed, not followed.
func removeTree(_ path: String) {
  guard let status = FileStatus(of: path) else { return }
  guard status.isFolder else {
    unlink(path)
    return
  }
  for name in names(in: path) { removeTree("\(path)/\(name)") }
  rmdir(path)
}

/// A number that no other call in this process gets.
func nextSerial() -> Int { serial.wrappingAdd(1, ordering: .relaxed).newValue }
private let serial = Atomic<Int>(0)

/// Makes a file of a new name and locks it, so that others can see that its writer lives.
func uniqueLockedFile(in folder: String, prefix: String) throws -> File {
  while true {
    let path = "\(folder)/\(prefix)\(getpid())-\(nextSerial())"
    do {
      let file = try File(creating: path)
      // Whoever clears abandoned files may have been quicker than the lock.
      if try file.tryLock(), try file.isStillAtItsPath() { return file }
    } catch StorageFault.cannotWrite(_, _, EEXIST) {
      continue
    }
  }
}

/// Removes the files and folders of a prefix whose writers no longer live: those nobody locks.
func removeAbandoned(in folder: String, prefix: String = "") {
  for name in names(in: folder) where name.hasPrefix(prefix) {
    let path = "\(folder)/\(name)"
    let descriptor = retrying { open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK) }
    guard descriptor >= 0 else { continue }
    let file = File(owning: descriptor, path: path)
    if (try? file.tryLock()) == true { removeTree(path) }
  }
}
