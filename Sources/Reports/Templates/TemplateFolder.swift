import Glibc

/// The folder of the files that shape what the program writes: the pages of reports, and the studies of
/// `scarp new`.
public struct TemplateFolder: Sendable {
  /// Its path.
  public let path: String

  /// Finds the folder that the environment names, or the one that came with the program.
  ///
  /// That is the folder that SCARP_TEMPLATES names; else `../share/scarp/templates` beside the
  /// program; else `templates` of the nearest folder above the program that has one. The files are
  /// read at each run, so that a change needs no rebuilding.
  ///
  /// - Throws: ``TemplateFault/notFound(searched:)``.
  public init() throws(TemplateFault) {
    try self.init(given: getenv("SCARP_TEMPLATES").map { String(cString: $0) }, program: program())
  }

  /// Finds the folder that the user named, or else the one that came with a program.
  ///
  /// - Throws: ``TemplateFault/notFound(searched:)``.
  init(given: String?, program: String) throws(TemplateFault) {
    let folders: [String]
    if let given, !given.isEmpty {
      folders = [given]
    } else {
      var parts = program.split(separator: "/").dropLast()
      var found = ["/" + parts.joined(separator: "/") + "/../share/scarp/templates"]
      while !parts.isEmpty {
        found.append("/" + parts.joined(separator: "/") + "/templates")
        parts.removeLast()
      }
      folders = found
    }
    guard let folder = folders.first(where: { access($0 + "/report.html", F_OK) == 0 }) else {
      throw .notFound(searched: folders)
    }
    path = folder
  }

  /// Whether it holds a file.
  public func has(_ name: String) -> Bool { access("\(path)/\(name)", F_OK) == 0 }

  /// The text of one of its files.
  ///
  /// - Throws: ``TemplateFault/unreadable(path:reason:)``, ``TemplateFault/notText(path:)``.
  public func text(_ name: String) throws(TemplateFault) -> String {
    let path = "\(path)/\(name)"
    guard let file = fopen(path, "rbe") else {
      throw .unreadable(path: path, reason: reason(errno))
    }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      bytes += buffer[..<count]
      if count < buffer.count { break }
    }
    guard ferror(file) == 0 else {
      throw .unreadable(path: path, reason: reason(errno))
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notText(path: path) }
    return text
  }
}

private func reason(_ code: Int32) -> String {
  strerror(code).map { String(cString: $0) } ?? "error \(code)"
}

private func program() -> String {
  var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
  let count = readlink("/proc/self/exe", &buffer, buffer.count)
  return String(
    decoding: buffer.prefix(max(0, count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
}
