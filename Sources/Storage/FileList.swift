import Glibc

/// The list of a ``KeptFolder``: which files are the program's, and what they hold.
struct FileList: Equatable {
  /// A file.
  struct Entry: Equatable {
    let path: String
    let digest: Digest
    let bytes: Int
  }

  /// The files, by path.
  let entries: [Entry]
  /// When the list was written, where it was read.
  private var status: FileStatus?

  static func == (a: FileList, b: FileList) -> Bool { a.entries == b.entries }

  init(entries: [Entry]) { self.entries = entries.sorted { $0.path < $1.path } }

  /// Reads the list of a folder; one that is absent or cannot be read as a list knows no file.
  init(in folder: String) {
    let path = "\(folder)/\(KeptFolder.listName)"
    guard let file = try? File(reading: path), let bytes = try? file.readAll(limit: 16 << 20),
      let json = try? JSONValue(parsing: bytes)
    else {
      self.init(entries: [])
      return
    }
    self.init(
      entries: (json["files"]?.array ?? []).compactMap { entry in
        guard let path = entry["path"]?.string, Self.isBeneath(path),
          let digest = entry["sha256"]?.string.flatMap({ Digest(hex: $0) }),
          let size = entry["bytes"]?.int
        else { return nil }
        return Entry(path: path, digest: digest, bytes: size)
      })
    status = FileStatus(of: path)
  }

  /// Whether a path leads to a place beneath the folder: whoever wrote the list.
  private static func isBeneath(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." } && !path.contains("\0")
  }

  /// Whether a file was touched after the list was written.
  func isOlder(than file: FileStatus) -> Bool {
    guard let status else { return true }
    return (status.modifiedSeconds, status.modifiedNanoseconds)
      < (file.changedSeconds, file.changedNanoseconds)
  }

  /// The files of both, those of the other where both have one.
  func merged(with other: FileList) -> FileList {
    let mine = entries.filter { own in !other.entries.contains { $0.path == own.path } }
    return FileList(entries: mine + other.entries)
  }

  func write(to folder: String) throws {
    let json: JSONValue = [
      "schema": 1,
      "files": .array(
        entries.map {
          ["path": .string($0.path), "sha256": .string($0.digest.hex), "bytes": .int($0.bytes)]
        }),
    ]
    try AtomicFile.write(
      json.bytes(.indented) + [0x0A], to: "\(folder)/\(KeptFolder.listName)", durable: false)
  }
}
