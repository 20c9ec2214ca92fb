import Glibc
import Testing

@testable import Storage

/// The program of Tests/StorageProbe, which is built beside the tests.
enum Probe {
  static var path: String {
    get throws {
      let path = "\(Storage.folder(of: CommandLine.arguments[0]))/StorageProbe"
      try #require(FileStatus(of: path) != nil, "expected StorageProbe at \(path)")
      return path
    }
  }

  /// What the probe and the libraries it loads need from our own environment.
  static var environment: [(name: String, value: String)] {
    ["LD_LIBRARY_PATH", "PATH"].compactMap { name in
      getenv(name).map { (name, String(cString: $0)) }
    }
  }

  /// Starts the probe to talk to.
  static func start(_ arguments: String..., keepsErrors: Bool = true) throws -> ChildProcess {
    try ChildProcess(
      path, arguments: arguments, environment: environment, keepsErrors: keepsErrors)
  }

  /// Runs the probe under strace, which does something to one kind of system call; how it ended.
  static func run(_ arguments: [String], injecting injection: String) throws -> (
    ending: ChildProcess.Ending, errors: String
  ) {
    let strace = "/usr/bin/strace"
    try #require(FileStatus(of: strace) != nil, "expected strace, as “make test” installs it")
    let call = injection.prefix { $0 != ":" }
    let child = try ChildProcess(
      strace,
      arguments: ["-f", "-qq", "-o", "/dev/null", "-e", "trace=\(call)", "-e"]
        + ["inject=\(injection)", try path] + arguments,
      environment: environment, keepsErrors: true)
    while true {
      do {
        if case .ended(let ending) = try child.next(within: 10_000) {
          return (ending, String(decoding: child.errorText, as: UTF8.self))
        }
      } catch StorageFault.notAMessage {}
    }
  }
}
