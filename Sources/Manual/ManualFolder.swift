import Glibc

/// Where the manual lies: what examples gave, and the pages written by hand.
public struct ManualFolder: Sendable {
  /// The folder.
  public let path: String

  /// The folder that the environment names, or the one that came with the program; none where neither
  /// holds a manual.
  ///
  /// Looked for in the folder that SCARP_MANUAL names; else in `../share/doc/scarp/manual` beside the
  /// program; else in `docs/manual` of each folder above the program.
  public static func find() -> ManualFolder? {
    find(given: getenv("SCARP_MANUAL").map { String(cString: $0) }, program: program())
  }

  static func find(given: String?, program: String) -> ManualFolder? {
    if let given, !given.isEmpty {
      return holdsManual(given) ? ManualFolder(path: given) : nil
    }
    var parts = program.split(separator: "/").dropLast()
    var candidates = ["/" + parts.joined(separator: "/") + "/../share/doc/scarp/manual"]
    while !parts.isEmpty {
      candidates.append("/" + parts.joined(separator: "/") + "/docs/manual")
      parts.removeLast()
    }
    return candidates.first(where: holdsManual).map { ManualFolder(path: $0) }
  }

  /// A folder, whether it holds a manual or not.
  public init(path: String) { self.path = path }

  private static func holdsManual(_ folder: String) -> Bool {
    access("\(folder)/\(ExampleRecord.fileName)", R_OK) == 0
  }

  private static func program() -> String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    return String(
      decoding: buffer.prefix(max(0, count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// The text of one of its files; none where it cannot be read.
  public func text(of file: String) -> String? {
    guard let stream = fopen("\(path)/\(file)", "rbe") else { return nil }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, stream)
      bytes += buffer[..<count]
      if count < buffer.count { break }
    }
    guard ferror(stream) == 0 else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }
}

extension ManualFolder {
  /// What the examples gave; none where the file is not there.
  ///
  /// - Throws: ``JSONFault`` where it is damaged.
  public func record() throws -> ExampleRecord? {
    try text(of: ExampleRecord.fileName).map { try ExampleRecord(parsing: $0) }
  }
}
