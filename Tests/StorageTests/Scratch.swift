import Glibc
import Testing

@testable import Storage

/// A folder for one test, removed with all that is in it when the test is over.
final class Scratch: Sendable {
  let path: String

  init() throws {
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(base)/scarp-storage-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else {
      throw StorageFault.cannotWrite(path: base, doing: "create", errno: errno)
    }
    path = String(cString: made)
  }

  deinit { removeTree(path) }

  /// The path of a name in the folder.
  func file(_ name: String) -> String { "\(path)/\(name)" }
}

/// Overwrites a file in place, without any of the care of the code under test.
func overwrite(_ path: String, _ bytes: [UInt8]) throws {
  unlink(path)
  let file = try File(creating: path)
  try bytes.withUnsafeBytes { try file.write($0) }
}

/// The bytes of a file.
func contents(_ path: String) throws -> [UInt8] {
  try File(reading: path).readAll(limit: 1 << 30)
}

/// Flips one bit of a file and puts its size and times back: only its bytes tell.
func flipBit(_ path: String, at offset: Int) throws {
  var before = stat()
  #expect(lstat(path, &before) == 0)
  let descriptor = open(path, O_RDWR)
  #expect(descriptor >= 0)
  defer { close(descriptor) }
  var byte: UInt8 = 0
  #expect(pread(descriptor, &byte, 1, offset) == 1)
  byte ^= 0x10
  #expect(pwrite(descriptor, &byte, 1, offset) == 1)
  #expect(futimens(descriptor, [before.st_atim, before.st_mtim]) == 0)
}
