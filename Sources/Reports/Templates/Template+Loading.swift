import Glibc

extension Template {
  /// Reads the template that the environment names, or the one that came with the program.
  ///
  /// Looked for in the folder that SCARP_TEMPLATES names; else in `../share/scarp/templates` beside
  /// the program; else in `templates` of each folder above the program. The files are read at each
  /// run, so that a change needs no rebuilding.
  ///
  /// - Returns: the template.
  /// - Throws: a ``TemplateFault``.
  public static func load() throws(TemplateFault) -> Template {
    try load(given: getenv("SCARP_TEMPLATES").map { String(cString: $0) }, program: program())
  }

  /// Reads the template of a given folder, or else the one that came with a program.
  ///
  /// - Parameters:
  ///   - given: the folder that the user named.
  ///   - program: the path of the program's file.
  /// - Returns: the template.
  /// - Throws: a ``TemplateFault``.
  static func load(given: String?, program: String) throws(TemplateFault) -> Template {
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
    return try Template(
      page: text(at: folder + "/report.html"), style: text(at: folder + "/report.css"))
  }

  private static func reason(_ code: Int32) -> String {
    strerror(code).map { String(cString: $0) } ?? "error \(code)"
  }

  private static func program() -> String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    return String(
      decoding: buffer.prefix(max(0, count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private static func text(at path: String) throws(TemplateFault) -> String {
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
