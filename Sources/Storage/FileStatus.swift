import Glibc

/// What identifies a file and its state: a change of any of these means a change of the file.
struct FileStatus: Equatable {
  let device: UInt
  let inode: UInt
  let size: Int
  let mode: UInt32
  let modifiedSeconds: Int
  let modifiedNanoseconds: Int
  let changedSeconds: Int
  let changedNanoseconds: Int

  /// Reads the fields of a `stat`.
  init(_ raw: stat) {
    device = UInt(raw.st_dev)
    inode = UInt(raw.st_ino)
    size = Int(raw.st_size)
    mode = raw.st_mode
    modifiedSeconds = raw.st_mtim.tv_sec
    modifiedNanoseconds = raw.st_mtim.tv_nsec
    changedSeconds = raw.st_ctim.tv_sec
    changedNanoseconds = raw.st_ctim.tv_nsec
  }

  /// The status of what stands at a path, symbolic links not followed; nil where nothing does.
  init?(of path: String) {
    var raw = stat()
    guard lstat(path, &raw) == 0 else { return nil }
    self.init(raw)
  }

  /// Whether it is a regular file.
  var isRegular: Bool { mode & S_IFMT == S_IFREG }
  /// Whether it is a folder.
  var isFolder: Bool { mode & S_IFMT == S_IFDIR }
}
