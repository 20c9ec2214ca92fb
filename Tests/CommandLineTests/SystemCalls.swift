import Foundation
import Testing

/// What a run asked of the system, as strace tells it.
struct SystemCalls {
  /// One call that came back.
  struct Call {
    let process: Int
    let name: Substring
    let arguments: Substring
    let result: Substring
    var hasFailed: Bool { result.hasPrefix("-") }

    /// The first text among the arguments.
    var path: String? { arguments.firstMatch(of: /"([^"]*)"/).map { String($0.1) } }
  }

  let calls: [Call]

  /// Runs the program under strace.
  init(
    _ arguments: [String], in workplace: Workplace, tracing names: String, ending code: Int32 = 0
  ) throws {
    let log = workplace.folder.appendingPathComponent(".calls")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/strace")
    process.arguments =
      [
        "-f", "-qq", "-s", "4096", "-e", "trace=clone,clone3,\(names)", "-e", "signal=none", "-o",
        log.path,
      ]
      + [Workplace.program("scarp").path] + arguments
    process.currentDirectoryURL = workplace.folder
    process.environment = workplace.standardEnvironment
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == code)
    // A call that another one came between is told in two lines.
    var begun: [Int: Substring] = [:]
    calls = try String(contentsOf: log, encoding: .utf8).split(separator: "\n").compactMap { line in
      guard let match = line.firstMatch(of: /^([0-9]+) +(.*)$/), let process = Int(match.1)
      else { return nil }
      var text = match.2
      if let unfinished = text.firstMatch(of: /^(.*) <unfinished \.\.\.>$/) {
        begun[process] = unfinished.1
        return nil
      }
      if let rest = text.firstMatch(of: /^<\.\.\. \w+ resumed>(.*)$/) {
        text = (begun.removeValue(forKey: process) ?? "") + rest.1
      }
      guard let call = text.firstMatch(of: /^(\w+)\((.*)\) += (-?[0-9]+)/) else { return nil }
      return Call(
        process: process, name: call.1, arguments: call.2, result: call.3)
    }
  }

  /// The calls of the process that became the worker, and of its threads.
  var ofWorker: [Call] {
    var processes: Set<Int> = []
    var found: [Call] = []
    for call in calls {
      if call.name == "execve", !call.hasFailed, call.path?.hasSuffix("/scarp-worker") ?? false {
        processes.insert(call.process)
      }
      guard processes.contains(call.process) else { continue }
      if call.name.hasPrefix("clone"), let thread = Int(call.result) { processes.insert(thread) }
      found.append(call)
    }
    return found
  }
}
