import Glibc
import Rasters
import Testing

@Suite struct DataFolderTests {
  let scratch = ScratchFolder()
  let folder: DataFolder

  init() throws {
    mkdir(scratch.file("data"), 0o755)
    mkdir(scratch.file("data/sub"), 0o755)
    mkdir(scratch.file("data-evil"), 0o755)
    scratch.write("data/a.csv", Array("x\n1\n".utf8))
    scratch.write("data/sub/b.csv", Array("x\n2\n".utf8))
    scratch.write("data-evil/secret.csv", Array("x\n3\n".utf8))
    symlink("../data-evil/secret.csv", scratch.file("data/out.csv"))
    symlink(scratch.file("data/a.csv"), scratch.file("data/absolute.csv"))
    symlink("/proc/self", scratch.file("data/process"))
    symlink("/dev/zero", scratch.file("data/zero"))
    symlink("sub/b.csv", scratch.file("data/in.csv"))
    symlink("loop", scratch.file("data/loop"))
    mkfifo(scratch.file("data/pipe"), 0o644)
    folder = try DataFolder(path: scratch.file("data"))
  }

  @Test func filesBeneath() throws {
    #expect(try folder.open("a.csv").bytes(limit: 100) == Array("x\n1\n".utf8))
    #expect(try folder.open("sub/b.csv").size == 4)
    #expect(try folder.open("sub/../a.csv").path.hasSuffix("/data/a.csv"))
    #expect(try folder.open("in.csv").path.hasSuffix("/data/sub/b.csv"))
  }

  @Test(arguments: [
    "../data-evil/secret.csv", "sub/../../data-evil/secret.csv", "/etc/passwd", "out.csv",
    "absolute.csv", "process/environ", "zero", "loop", "/dev/zero", "/proc/self/environ",
  ])
  func outside(_ name: String) {
    #expect(throws: RasterError.outside(file: name)) { try folder.open(name) }
    #expect(RasterError.outside(file: name).exitCode == 6)
  }

  @Test(arguments: ["sub", ".", "pipe"])
  func notRegular(_ name: String) {
    #expect(throws: RasterError.notRegular(file: name)) { try folder.open(name) }
  }

  @Test(arguments: ["", "none.csv", "a.csv/b"])
  func missing(_ name: String) {
    #expect(throws: RasterError.missing(file: name)) { try folder.open(name) }
    #expect(throws: RasterError.self) { try DataFolder(path: scratch.file("nowhere")) }
  }

  @Test func aFileThatWasReplacedIsNoticed() throws {
    let file = try folder.open("a.csv")
    try file.verify()
    scratch.write("data/other.csv", Array("x\n9\n".utf8))
    rename(scratch.file("data/other.csv"), scratch.file("data/a.csv"))
    #expect(throws: RasterError.self) { try file.verify() }
  }

  @Test func tooLargeToHold() throws {
    #expect(throws: RasterError.tooLarge(file: "a.csv", what: "bytes", found: 4, limit: 3)) {
      try folder.open("a.csv").bytes(limit: 3)
    }
  }
}
