import Foundation
import Storage
import Testing

@Suite struct GZipTests {
  @Test(arguments: [0, 1, 1000, 300_000])
  func whatIsPackedIsUnpacked(_ count: Int) {
    var state: UInt64 = 7
    let bytes = (0..<count).map { _ -> UInt8 in
      state = state &* 6_364_136_223_846_793_005 &+ 1
      return UInt8(state >> 40 & 63)
    }
    let packed = GZip.packed(bytes)
    #expect(GZip.packed(bytes) == packed)
    #expect(GZip.unpacked(packed, limit: count) == bytes)
    if count > 0 { #expect(GZip.unpacked(packed, limit: count - 1) == nil) }
  }

  @Test func whatIsDamagedIsNothing() {
    let packed = GZip.packed(Array("the record of a run".utf8))
    for index in packed.indices where !(4...9).contains(index) {
      var damaged = packed
      damaged[index] ^= 0x55
      #expect(GZip.unpacked(damaged, limit: 1000) == nil, "byte \(index)")
    }
    #expect(GZip.unpacked(Array(packed.dropLast()), limit: 1000) == nil)
    #expect(GZip.unpacked(packed + [0], limit: 1000) == nil)
    #expect(GZip.unpacked([], limit: 1000) == nil)
  }

  /// gunzip (gzip 1.12) unpacks it as well.
  @Test func anotherProgramUnpacksIt() throws {
    let folder = FileManager.default.temporaryDirectory
    let file = folder.appendingPathComponent("\(UUID().uuidString).gz")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(GZip.packed(Array("Hill shading\n".utf8))).write(to: file)
    let program = Process()
    program.executableURL = URL(fileURLWithPath: "/usr/bin/gunzip")
    program.arguments = ["--stdout", file.path]
    let pipe = Pipe()
    program.standardOutput = pipe
    try program.run()
    let text = pipe.fileHandleForReading.readDataToEndOfFile()
    program.waitUntilExit()
    #expect(String(decoding: text, as: UTF8.self) == "Hill shading\n")
  }
}
