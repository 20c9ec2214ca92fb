import Foundation
import HostileFiles
import Testing

/// Nothing of the machine and its user gets into a report, a record or the cache.
@Suite struct LeakTests {
  /// Words that occur nowhere else, in everything by which a machine could be known.
  private static let canaries = [
    "canaryhome", "canaryuser", "canaryhost", "canaryvariable", "canaryfolder", "canarytemporary",
  ]

  /// Runs a study in a folder, as a user and on a host that are canaries.
  private func run(_ workplace: Workplace, _ text: String) throws -> Int32 {
    try workplace.write(text, to: "canaryfolder/study.md")
    let process = Process()
    // A name of the machine for this run alone.
    process.executableURL = URL(filePath: "/usr/bin/unshare")
    process.arguments = [
      "--user", "--map-root-user", "--uts", "/bin/sh", "-c",
      "echo canaryhost > /proc/sys/kernel/hostname && cd canaryfolder && exec \"$0\" run study.md",
      Workplace.program("scarp").path,
    ]
    process.currentDirectoryURL = workplace.folder
    let home = workplace.folder.appendingPathComponent("canaryhome")
    let temporary = workplace.folder.appendingPathComponent("canarytemporary")
    for folder in [home, temporary] {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    process.environment = workplace.standardEnvironment.merging([
      "HOME": home.path, "USER": "canaryuser", "LOGNAME": "canaryuser", "HOSTNAME": "canaryhost",
      "TMPDIR": temporary.path, "CANARY": "canaryvariable", "GDAL_DATA": "/canaryvariable",
      "LC_ALL": "C.UTF-8", "LANG": "canaryvariable", "TZ": "canaryvariable",
    ]) { $1 }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// The files beneath a folder that hold one of the canaries, or are called by one.
  private func holders(beneath folder: URL) throws -> [String] {
    var found: [String] = []
    let walk = FileManager.default.enumerator(
      at: folder, includingPropertiesForKeys: [.isRegularFileKey])
    var count = 0
    while let file = walk?.nextObject() as? URL {
      guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile ?? false else {
        continue
      }
      count += 1
      let bytes = try Data(contentsOf: file)
      let name = file.path.dropFirst(folder.path.count)
      for canary in Self.canaries
      where bytes.firstRange(of: Data(canary.utf8)) != nil || name.contains(canary) {
        found.append("\(name) holds \(canary)")
      }
    }
    #expect(count > 0)
    return found
  }

  private static let study = """
    ---
    title: A study
    ---

    ```{scarp}
    dem   = read raster "dem.tif" in m
    steep = slope of dem in degrees
    draw map of steep as fig-slope "Slope."
    show summary of dem, steep as tbl-summary "Layers."
    FAULT
    ```

    """

  private func prepared() throws -> Workplace {
    let workplace = try Workplace()
    try workplace.write(Data(TIFFBytes().bytes), to: "canaryfolder/data/dem.tif")
    try workplace.write(Data(TIFFBytes().bytes.dropLast(100)), to: "canaryfolder/data/cut.tif")
    return workplace
  }

  @Test func aWholeReportTellsNothing() throws {
    let workplace = try prepared()
    #expect(try run(workplace, Self.study.replacing("FAULT", with: "side = setting 1 \"a\"")) == 0)
    let folder = workplace.folder.appendingPathComponent("canaryfolder/output")
    for name in ["study.html", "study.record.json"] {
      let text = try workplace.text("canaryfolder/output/\(name)")
      for canary in Self.canaries { #expect(!text.contains(canary), "\(name) holds \(canary)") }
    }
    #expect(FileManager.default.fileExists(atPath: folder.path))
    #expect(try holders(beneath: workplace.folder.appendingPathComponent("cache")) == [])
  }

  @Test func anErrorTellsNothing() throws {
    let workplace = try prepared()
    let fault = "other = read raster \"cut.tif\" in m\nshow summary of other as tbl-b \"B.\""
    #expect(try run(workplace, Self.study.replacing("FAULT", with: fault)) == 4)
    let text = try workplace.text("canaryfolder/output/study.partial.html")
    #expect(text.contains("cut.tif"))
    for canary in Self.canaries { #expect(!text.contains(canary), "the report holds \(canary)") }
    #expect(try holders(beneath: workplace.folder.appendingPathComponent("cache")) == [])
  }

  /// The same bytes whoever runs it and wherever.
  @Test func twoUsersGetTheSameBytes() throws {
    let (first, second) = (try prepared(), try SmallStudy.workplace())
    let text = Self.study.replacing("FAULT", with: "side = setting 1 \"a\"")
    #expect(try run(first, text) == 0)
    try second.write(Data(TIFFBytes().bytes), to: "data/dem.tif")
    try second.write(text, to: "study.md")
    #expect(try second.scarp("run", "study.md").code == 0)
    for name in ["study.html", "study.record.json"] {
      #expect(try first.data("canaryfolder/output/\(name)") == (try second.data("output/\(name)")))
    }
  }
}
