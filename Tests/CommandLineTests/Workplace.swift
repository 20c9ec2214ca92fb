import Foundation

/// A folder of its own for one test, with a cache of its own, in which the program is called.
final class Workplace {
  /// What a call gave.
  struct Outcome {
    let code: Int32
    let output: String
    let messages: String
  }

  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("scarp-cli-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The folder in which the tests and the programs lie.
  private static let products = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent()

  /// The project's folder.
  private static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The folder of an open data set: `../shared/data`, or where `SCARP_DATA` says.
  static func data(_ name: String) -> String {
    let stated = ProcessInfo.processInfo.environment["SCARP_DATA"]
    let root =
      stated.map { URL(fileURLWithPath: $0) } ?? project.appendingPathComponent("../shared/data")
    return root.appendingPathComponent(name).standardizedFileURL.path
  }

  /// The folder of the templates.
  static var templates: String { project.appendingPathComponent("templates").path }

  /// A file of the project.
  static func file(_ path: String) -> String { project.appendingPathComponent(path).path }

  /// Calls any program in the folder: what it wrote to both streams, and its exit code.
  func command(
    _ program: String, _ arguments: [String], environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["PATH": "/usr/bin:/bin", "HOME": folder.path, "LANG": "C.UTF-8"]
      .merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    let (output, messages) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = messages
    try process.run()
    // What these programs say fits into a pipe.
    let (out, err) = (
      output.fileHandleForReading.readDataToEndOfFile(),
      messages.fileHandleForReading.readDataToEndOfFile()
    )
    process.waitUntilExit()
    return Outcome(
      code: process.terminationStatus, output: String(decoding: out, as: UTF8.self),
      messages: String(decoding: err, as: UTF8.self))
  }

  /// Calls the program.
  func scarp(_ arguments: String..., environment: [String: String] = [:]) throws -> Outcome {
    try call(arguments, environment: environment)
  }

  /// One of the project's programs.
  static func program(_ name: String) -> URL { products.appendingPathComponent(name) }

  /// The variables that the program is called with, and no others.
  var standardEnvironment: [String: String] {
    [
      "SCARP_CACHE": folder.appendingPathComponent("cache").path,
      "SCARP_TEMPLATES": Self.templates,
      "PATH": "/usr/bin:/bin",
    ]
  }

  /// Calls the program, or another, with a list of words, and interrupts it after some seconds if asked to.
  func call(
    _ arguments: [String], of program: URL = program("scarp"), environment: [String: String] = [:],
    interruptAfter: Double? = nil
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = standardEnvironment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    // Through files, so that a full pipe cannot stop the program.
    let output = folder.appendingPathComponent(".stdout")
    let messages = folder.appendingPathComponent(".stderr")
    for file in [output, messages] {
      try Data().write(to: file)
    }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: messages)
    try process.run()
    if let interruptAfter {
      Thread.sleep(forTimeInterval: interruptAfter)
      process.interrupt()
    }
    process.waitUntilExit()
    return Outcome(
      code: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
      messages: try String(contentsOf: messages, encoding: .utf8))
  }

  /// What a program of others prints, called in the folder.
  func tool(_ name: String, _ arguments: String...) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [name] + arguments
    process.currentDirectoryURL = folder
    process.environment = ["PATH": "/usr/bin:/bin"]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let text = String(decoding: data, as: UTF8.self)
    guard process.terminationStatus == 0 else { throw ToolFault(words: "\(name): \(text)") }
    return text
  }

  /// A program of others that failed.
  struct ToolFault: Error {
    let words: String
  }

  /// Writes a file.
  func write(_ text: String, to name: String) throws { try write(Data(text.utf8), to: name) }

  /// Writes a file of any bytes.
  func write(_ bytes: Data, to name: String) throws {
    let file = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: file, options: .atomic)
  }

  /// The bytes of a file.
  func data(_ name: String) throws -> Data {
    try Data(contentsOf: folder.appendingPathComponent(name))
  }

  /// The text of a file.
  func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  /// Whether a file is there.
  func has(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent(name).path)
  }

  /// The states of the steps that the last run's log tells, by the step.
  func states(_ log: String = "output/study.run.json") throws -> [String: String] {
    let json = try JSONSerialization.jsonObject(with: Data(text(log).utf8)) as? [String: Any]
    let steps = json?["steps"] as? [[String: Any]] ?? []
    return Dictionary(
      steps.compactMap { step in
        guard let name = step["step"] as? String, let state = step["state"] as? String else {
          return nil
        }
        return (name, state)
      }, uniquingKeysWith: { first, _ in first })
  }
}
