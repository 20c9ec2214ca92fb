import Glibc
import Storage

/// A program for the tests of Storage to start, to talk to and to kill.
@main struct StorageProbe {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      switch arguments.first {
      case "store": try fillStore(at: arguments[1], entries: Int(arguments[2]) ?? 0)
      case "file": try writeFile(at: arguments[1], bytes: Int(arguments[2]) ?? 0)
      case "limit": try writeBeyondLimit(at: arguments[1])
      case "lock": try holdLock(of: arguments[1])
      case "talk": try Conversation().run()
      default: exit(2)
      }
    } catch let fault as StorageFault {
      print(fault.message)
      exit(fault.exitCode)
    } catch {
      print(error)
      exit(70)
    }
  }

  /// Writes entries whose content follows from their number.
  private static func fillStore(at root: String, entries: Int) throws {
    let store = try ArtifactStore(at: root, durable: true) { warning in
      print(warning.message)
      exit(1)
    }
    for number in 0..<entries {
      let key = Digest(of: "\(number)")
      if store.entry(key) != nil { continue }
      let writer = try store.begin(key)
      try writer.write([UInt8](repeating: UInt8(number % 251), count: 3000), as: "data")
      try writer.write([], as: "empty")
      _ = try writer.commit(["number": .int(number)])
    }
  }

  /// Writes a file of one byte repeated: the letter tells how long it should be.
  private static func writeFile(at path: String, bytes: Int) throws {
    let letter = UInt8(ascii: "a") + UInt8(bytes % 26)
    try AtomicFile.write([UInt8](repeating: letter, count: bytes), to: path)
  }

  private static func writeBeyondLimit(at path: String) throws {
    var limit = rlimit(rlim_cur: 100_000, rlim_max: 100_000)
    setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
    signal(SIGXFSZ, SIG_IGN)
    try writeFile(at: path, bytes: 3_000_000)
  }

  private static func holdLock(of path: String) throws {
    try ParentWatch.begin()
    let channel = try MessageChannel()
    let lock = try FileLock(for: path)
    try channel.send(["locked": true])
    _ = try channel.next()
    withExtendedLifetime(lock) {}
  }
}

/// Does what each message asks.
private struct Conversation {
  let channel: MessageChannel

  init() throws {
    try ParentWatch.begin()
    channel = try MessageChannel()
  }

  func run() throws {
    while let message = try channel.next() {
      switch message["do"]?.string {
      case "echo": try channel.send(message)
      case "crash": abort()
      case "exit":
        try channel.send(["last": "words"])
        exit(Int32(message["code"]?.int ?? 0))
      case "flood":
        let text = String(repeating: "x", count: 1000)
        for number in 0..<(message["count"]?.int ?? 0) {
          try channel.send(["number": .int(number), "text": .string(text)])
        }
      case "print":
        print("a library prints this")
        fflush(nil)
        try channel.send(["printed": true])
      case "garble": _ = write(3, "no json\n", 8)
      case "long": _ = write(3, String(repeating: "x", count: 5000), 5000)
      case "sleep": sleep(1000)
      case "work": while true { getpid() }
      case "surroundings": try channel.send(surroundings())
      default: try channel.send(["unknown": message])
      }
    }
  }

  /// The environment and the open descriptors.
  private func surroundings() -> JSONValue {
    var variables: [JSONValue] = []
    var cursor = environ
    while let variable = cursor.pointee {
      variables.append(.string(String(cString: variable)))
      cursor += 1
    }
    let descriptors = (0..<1000).filter { fcntl(Int32($0), F_GETFD) >= 0 }
    return [
      "environment": .array(variables), "descriptors": .array(descriptors.map { .int($0) }),
      "group": .int(Int(getpgrp())), "process": .int(Int(getpid())),
    ]
  }
}
