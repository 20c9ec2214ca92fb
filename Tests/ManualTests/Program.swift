import Foundation
import Manual

/// The program, called in a folder of its own, and the project's files.
enum Program {
  /// The project's folder.
  static let project = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  /// The folder of the manual.
  static let manual = project.appending(path: "docs/manual")

  private static let products = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent()

  /// What the examples gave when they were last carried out.
  static func record() throws -> ExampleRecord {
    try ExampleRecord(parsing: text(manual.appending(path: ExampleRecord.fileName)))
  }

  /// The text of a file.
  static func text(_ file: URL) throws -> String { try String(contentsOf: file, encoding: .utf8) }

  /// Calls the program, or another one by its path; the exit code and all that it wrote.
  static func call(
    _ arguments: [String], program: URL? = nil, in folder: URL, environment: [String: String] = [:]
  ) throws -> (code: Int32, text: String) {
    let process = Process()
    process.executableURL = program ?? products.appending(path: "scarp")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = [
      "SCARP_CACHE": folder.appending(path: "cache").path,
      "SCARP_TEMPLATES": project.appending(path: "templates").path,
      "SCARP_MANUAL": manual.path, "PATH": "/usr/bin:/bin",
    ].merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    let output = folder.appending(path: ".output")
    try Data().write(to: output)
    let handle = try FileHandle(forWritingTo: output)
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, try text(output))
  }

  /// A new folder, which the caller removes.
  static func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "scarp-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  /// The area of the examples, made in a folder.
  static func area(in folder: URL) throws -> String {
    let area = folder.appending(path: "area").path
    let made = try call(
      [products.appending(path: "scarp").path, area],
      program: project.appending(path: "tools/example-area"), in: folder)
    guard made.code == 0 else { throw Failure(text: made.text) }
    return area
  }

  struct Failure: Error { let text: String }
}
