import Glibc
import Storage

/// The parent's side of a worker: starts it, asks it, and notices when it ends.
final class WorkerConnection {
  private let child: ChildProcess
  /// What the kernel did not enforce of the sandbox.
  private(set) var sandboxRemarks: [String] = []

  /// Starts a worker with pinned numerical settings and no other environment.
  ///
  /// - Throws: ``StorageFault`` where the program cannot be started.
  init(program: String, coreType: String = MachineIdentity.coreType()) throws {
    var environment = [
      ("OPENBLAS_NUM_THREADS", "1"), ("OPENBLAS_CORETYPE", coreType), ("LC_ALL", "C.UTF-8"),
      ("TZ", "UTC"), ("MALLOC_ARENA_MAX", "4"),
      // A backtrace of a worker that ran out of memory would need memory, and hang.
      ("SWIFT_BACKTRACE", "enable=no"),
    ]
    for name in ["SCARP_FONT"] {
      if let value = getenv(name) { environment.append((name, String(cString: value))) }
    }
    child = try ChildProcess(
      program, environment: environment.map { (name: $0.0, value: $0.1) }, keepsErrors: true)
  }

  /// Starts a worker for a study: it enters its sandbox.
  ///
  /// - Throws: ``StorageFault`` where the program cannot be started or ends at once.
  convenience init(program: String, data: String, cache: String, threads: Int, coreType: String)
    throws
  {
    try self.init(program: program, coreType: coreType)
    try child.send([
      "do": "open", "data": .string(data), "cache": .string(cache), "threads": .int(threads),
    ])
    let reply = try answer("open")
    sandboxRemarks = reply["remarks"]?.array?.compactMap(\.string) ?? []
  }

  func send(_ message: JSONValue) throws { try child.send(message) }

  /// The next event within a time.
  func next(within milliseconds: Int) throws -> ChildProcess.Event {
    try child.next(within: milliseconds)
  }

  /// Waits for the answer to what was asked.
  func answer(_ kind: String) throws -> JSONValue {
    while true {
      switch try child.next(within: 60_000) {
      case .message(let message) where message["did"]?.string == kind: return message
      case .message: continue
      case .silence, .ended: throw StorageFault.gone(process: child.process)
      }
    }
  }

  /// The last that the worker wrote to its standard error.
  var lastWords: String {
    let text = String(decoding: child.errorText, as: UTF8.self)
    return text.split(separator: "\n").prefix(3).joined(separator: " ")
  }

  func interrupt() { child.signal(SIGKILL) }

  func stop() { child.stop(within: 500) }
}
