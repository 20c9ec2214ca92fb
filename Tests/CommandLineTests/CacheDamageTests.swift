import Foundation
import Testing

/// The cache is verified on read, and inputs are known by their bytes.
@Suite struct CacheDamageTests {
  /// Flips a byte in the middle of every file of the cache's entries, sizes and times kept.
  private func damage(_ folder: URL) throws -> Int {
    let files = FileManager.default.enumerator(
      at: folder, includingPropertiesForKeys: [.isRegularFileKey])
    var count = 0
    while let file = files?.nextObject() as? URL {
      let values = try file.resourceValues(forKeys: [.isRegularFileKey])
      guard values.isRegularFile ?? false, file.path.contains("/entries/") else { continue }
      let time = try FileManager.default.attributesOfItem(atPath: file.path)[.modificationDate]
      var bytes = try Data(contentsOf: file)
      guard !bytes.isEmpty else { continue }
      bytes[bytes.count / 2] ^= 0x10
      try bytes.write(to: file)
      if let time {
        try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: file.path)
      }
      count += 1
    }
    return count
  }

  @Test func aDamagedCacheIsComputedAnew() throws {
    let workplace = try SmallStudy.workplace()
    #expect(try workplace.scarp("run", "study.md").code == 0)
    let record = try workplace.text("output/study.record.json")
    let report = try workplace.text("output/study.html")
    #expect(try damage(workplace.folder.appendingPathComponent("cache")) > 4)
    let again = try workplace.scarp("run", "study.md")
    #expect(again.code == 0, "\(again.messages)")
    #expect(again.messages.contains("damaged"))
    #expect(try workplace.text("output/study.record.json") == record)
    #expect(try workplace.text("output/study.html") == report)
  }

  @Test func anInputChangedWithTheSameSizeAndTimeIsNoticed() throws {
    let workplace = try SmallStudy.workplace()
    _ = try workplace.scarp("run", "study.md")
    let file = workplace.folder.appendingPathComponent("data/places.csv")
    let before = try FileManager.default.attributesOfItem(atPath: file.path)
    var bytes = try Data(contentsOf: file)
    let digit = try #require(bytes.lastIndex(of: 0x2E)) + 1
    bytes[digit] = bytes[digit] == 0x31 ? 0x32 : 0x31
    let handle = try FileHandle(forWritingTo: file)
    try handle.write(contentsOf: bytes)
    try handle.close()
    if let time = before[.modificationDate] {
      try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: file.path)
    }
    let after = try FileManager.default.attributesOfItem(atPath: file.path)
    #expect(before[.size] as? Int == after[.size] as? Int)
    _ = try workplace.scarp("run", "study.md")
    #expect(try workplace.states()["places"] == "carried out")
  }

  /// The worker is killed while it computes: the statement is marked, the rest of the page is there.
  @Test func aWorkerThatDiesLeavesAPartialReport() throws {
    let workplace = try SmallStudy.workplace()
    let worker = workplace.folder.appendingPathComponent("dying-worker")
    try workplace.write(
      """
      #!/bin/sh
      # Passes on what the real worker is told, until a statement is to be carried out.
      while IFS= read -r line; do
        case $line in *'"step"'*) kill -9 0 ;; esac
        printf '%s\\n' "$line"
      done | \(Workplace.program("scarp-worker").path)

      """, to: "dying-worker")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: worker.path)
    let run = try workplace.scarp(
      "run", "study.md", environment: ["SCARP_WORKER": worker.path])
    #expect(run.code == 70, "\(run.messages)")
    #expect(run.messages.contains("E901"))
    let partial = try workplace.text("output/study.partial.html")
    #expect(partial.contains("Forty places"))
    #expect(try workplace.scarp("run", "study.md").code == 0)
  }
}
