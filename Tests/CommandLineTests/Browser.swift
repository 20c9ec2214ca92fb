import Foundation
import Glibc
import Synchronization
import Testing

/// A headless Chromium that opens a page as a reader would, and an address that it must not ask.
enum Browser {
  /// What opening a page did.
  struct Opening {
    /// The page's elements once all of it has run that would.
    let document: String
    /// Whether the address of ``Canary`` was asked for anything.
    let hasAsked: Bool
  }

  /// How often somebody has called.
  final class Calls: Sendable {
    private let count = Mutex(0)
    var value: Int { count.withLock { $0 } }
    func add() { count.withLock { $0 += 1 } }
  }

  /// An address of this machine that notices when it is asked.
  final class Canary {
    private let socket: Int32
    private let calls = Calls()
    /// The port on 127.0.0.1.
    let port: UInt16

    init() throws {
      let listener = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
      var length = socklen_t(MemoryLayout<sockaddr_in>.size)
      let opened = withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          bind(listener, $0, length) == 0 && listen(listener, 8) == 0
            && getsockname(listener, $0, &length) == 0
        }
      }
      try #require(opened, "no port of 127.0.0.1 can be listened on")
      socket = listener
      port = UInt16(bigEndian: address.sin_port)
      let calls = calls
      Thread.detachNewThread { Self.answer(listener, calls) }
    }

    deinit { shutdown(socket, Int32(SHUT_RDWR)) }

    /// Whether somebody has called.
    var wasAsked: Bool { calls.value > 0 }

    /// Hangs up on every caller, so that a page does not wait for an answer.
    private static func answer(_ socket: Int32, _ calls: Calls) {
      while true {
        let caller = accept(socket, nil, nil)
        guard caller >= 0 else { break }
        calls.add()
        close(caller)
      }
      close(socket)
    }
  }

  /// Opens a page of a file, and waits until it has settled.
  static func open(_ page: URL, beside canary: Canary) throws -> Opening {
    let profile = page.deletingLastPathComponent().appendingPathComponent("chromium-profile")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/timeout")
    process.arguments = [
      "120", "/usr/bin/chromium",
      "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
      "--disable-background-networking", "--user-data-dir=\(profile.path)",
      "--virtual-time-budget=2000", "--dump-dom", page.absoluteString,
    ]
    process.environment = ["PATH": "/usr/bin:/bin", "HOME": profile.path]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return Opening(document: String(decoding: bytes, as: UTF8.self), hasAsked: canary.wasAsked)
  }
}
