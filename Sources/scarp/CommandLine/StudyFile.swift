/// A study's file, as named on the command line.
struct StudyFile {
  /// The path, as given.
  let path: String
  /// The bytes.
  let bytes: [UInt8]

  /// Reads the file.
  ///
  /// - Throws: ``StorageFault``.
  init(_ path: String) throws {
    self.path = path
    bytes = try FilePath.bytes(of: path)
  }

  /// The folder that the front matter's data folder is relative to; empty for the current one.
  var folder: String { FilePath.folder(of: path) ?? "" }

  /// The name by which its outputs are called: without folder and ending.
  var name: String { Self.name(of: path) }

  /// The name by which the outputs of a study are called.
  static func name(of path: String) -> String {
    FilePath.without(".markdown", FilePath.without(".md", FilePath.name(of: path)))
  }
}
