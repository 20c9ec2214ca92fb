import Diagnostics
import Formats
import Foundation
import Rasters
import Testing
import Vocabulary

/// The folder of real data: SCARP_DATA, or `../shared/data` beside the package.
let sharedData: String = {
  if let given = ProcessInfo.processInfo.environment["SCARP_DATA"] { return given }
  let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().resolvingSymlinksInPath()
  return package.deletingLastPathComponent().appending(path: "shared/data").path
}()

/// Opens a file of the real data.
func shared(_ name: String) throws -> InputFile {
  guard let folder = try? DataFolder(path: sharedData) else {
    throw MissingData(folder: sharedData)
  }
  return try folder.open(name)
}

/// The real data are not here.
struct MissingData: Error, CustomStringConvertible {
  let folder: String
  var description: String {
    "the test data are not in “\(folder)”; set SCARP_DATA to the folder that holds ecuador-lsl"
  }
}

/// A folder that is removed with the value.
final class ScratchFolder: Sendable {
  let path: String

  init() {
    let url = FileManager.default.temporaryDirectory
      .appending(path: "scarp-test-\(UUID().uuidString)").resolvingSymlinksInPath()
    try? FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { path + "/" + name }

  func write(_ name: String, _ bytes: [UInt8]) {
    _ = FileManager.default.createFile(atPath: file(name), contents: Data(bytes))
  }

  func open(_ name: String) throws -> InputFile { try DataFolder(path: path).open(name) }
}

/// Runs a tool of GDAL and returns what it prints.
@discardableResult
func tool(_ command: String, _ arguments: String...) throws -> String {
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = [command] + arguments
  let output = Pipe()
  process.standardOutput = output
  process.standardError = Pipe()
  try process.run()
  let data = output.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  try #require(process.terminationStatus == 0, "\(command) \(arguments) failed")
  return String(decoding: data, as: UTF8.self)
}

/// Whether two lists of cells have the same bits, NaN like NaN.
func same(_ a: [Float], _ b: [Float]) -> Bool {
  a.count == b.count && zip(a, b).allSatisfy { $0 == $1 || $0.isNaN && $1.isNaN }
}

/// A run with a data folder and payloads in a scratch folder.
struct TestEnvironment: RunEnvironment {
  let data: String
  /// The key of the statement that runs; payloads of different statements do not meet.
  var key = "first"
  let scratch = ScratchFolder()
  let remarks = Remarks()
  var threads = 2
  var seed: UInt64 { 1 }

  final class Remarks: @unchecked Sendable {
    private let lock = NSLock()
    private var stored: [String] = []
    var all: [String] { lock.withLock { stored } }
    func add(_ text: String) { lock.withLock { stored.append(text) } }
  }

  func payload(_ name: String) throws -> String { scratch.file("\(key)-\(name)") }
  func reference(_ name: String) -> PayloadReference { PayloadReference(key: key, name: name) }
  func path(of payload: PayloadReference) throws -> String {
    scratch.file("\(payload.key)-\(payload.name)")
  }
  func input(_ name: String) throws -> String { try DataFolder(path: data).open(name).path }
  func service<Service>(_ type: Service.Type) -> Service? {
    FormatService(GDALFormats()) as? Service
  }
  func progress(_ share: Double) {}
  func warn(_ code: Code, _ title: String, help: [String]) { remarks.add("\(code.id) \(title)") }

  /// Carries out a call of a word.
  func run(
    _ word: any RunnableWord, name: String = "it", values: [String: any Value] = [:],
    _ arguments: [String: Argument.Content]
  ) throws -> any Value {
    let span = Span(0, 0)
    let bound = BoundCall(
      word: word, arguments: arguments.mapValues { Argument($0, span) }, verbSpan: span, span: span)
    return try word.run(call(bound, name: name, values: values))
  }

  /// A call whose names are looked up in `values`.
  func call(_ bound: BoundCall, name: String, values: [String: any Value]) -> Call {
    Call(bound: bound, names: [name], coordinates: [], heldOut: nil, environment: self) {
      reference, _ in
      guard var value = values[reference.name] else {
        throw CallFault.missing(reference.name)
      }
      for part in reference.path {
        guard let member = (value as? any ValueWithMembers)?.member(part) else {
          throw CallFault.missing(reference.text)
        }
        value = member
      }
      return [FamilyMember([], value)]
    }
  }
}

/// The mention of a value.
func mention(_ name: String, _ type: ValueType = ValueType(.raster)) -> Reference {
  let parts = name.split(separator: ".").map(String.init)
  return Reference(parts[0], path: Array(parts.dropFirst()), span: Span(0, 0), type: type)
}
