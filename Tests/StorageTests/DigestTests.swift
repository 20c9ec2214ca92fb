import Glibc
import Testing

@testable import Storage

@Suite struct DigestTests {
  /// FIPS 180-4 examples, as `printf … | sha256sum` prints them.
  @Test func knownDigests() {
    #expect(
      Digest(of: "").hex == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      Digest(of: "abc").hex == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    // head -c 1000000 /dev/zero | tr '\0' a | sha256sum
    #expect(
      Digest(of: [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)).hex
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test func hexadecimalRoundTrip() throws {
    let digest = Digest(of: "scarp")
    #expect(Digest(hex: digest.hex) == digest)
    #expect(Digest(hex: digest.hex.uppercased()) == digest)
    #expect(Digest(bytes: digest.bytes) == digest)
    #expect(Digest(hex: digest.hex.dropLast()) == nil)
    #expect(Digest(hex: digest.hex.dropLast(2)) == nil)
    #expect(Digest(hex: digest.hex.dropLast() + "g") == nil)
    #expect(digest.short == String(digest.hex.prefix(12)))
  }

  @Test func orderIsThatOfTheText() {
    let digests = (0..<200).map { Digest(of: "\($0)") }
    #expect(digests.sorted().map(\.hex) == digests.map(\.hex).sorted())
  }

  @Test(arguments: [0, 1, 55, 56, 64, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 3_000_000])
  func aFileHasTheDigestOfItsBytes(size: Int) throws {
    let scratch = try Scratch()
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try overwrite(scratch.file("a"), bytes)
    #expect(try Digest(ofFile: scratch.file("a")) == Digest(of: bytes))
    let descriptor = open(scratch.file("a"), O_RDONLY)
    defer { close(descriptor) }
    lseek(descriptor, 3, SEEK_SET)
    #expect(try Digest(ofDescriptor: descriptor, name: "a") == Digest(of: bytes))
  }

  @Test func onlyRegularFilesAreRead() throws {
    let scratch = try Scratch()
    mkfifo(scratch.file("pipe"), 0o600)
    #expect(throws: StorageFault.notARegularFile(path: scratch.file("pipe"))) {
      try Digest(ofFile: scratch.file("pipe"))
    }
    #expect(throws: StorageFault.notARegularFile(path: "/dev/zero")) {
      try Digest(ofFile: "/dev/zero")
    }
    #expect(throws: StorageFault.notARegularFile(path: scratch.path)) {
      try Digest(ofFile: scratch.path)
    }
    #expect(throws: StorageFault.cannotRead(path: scratch.file("none"), errno: ENOENT)) {
      try Digest(ofFile: scratch.file("none"))
    }
  }

  @Test func keysOfDifferentFieldsDiffer() {
    func key(_ fill: (inout KeyHasher) -> Void) -> Digest {
      var key = KeyHasher(for: "test")
      fill(&key)
      return key.finish()
    }
    var other = KeyHasher(for: "other")
    other.add("a")
    let keys: [Digest] = [
      key { _ in },
      key { $0.add("") },
      key {
        $0.add("")
        $0.add("")
      },
      key { $0.add("a") },
      other.finish(),
      key {
        $0.add("ab")
        $0.add("c")
      },
      key {
        $0.add("a")
        $0.add("bc")
      },
      key { $0.add(["a", "b"]) },
      key { $0.add(["ab"]) },
      key {
        $0.add(["a"])
        $0.add("b")
      },
      key { $0.add(1) },
      key { $0.add(UInt64(1)) },
      key { $0.add(1.0) },
      key { $0.add(true) },
      key { $0.add("1") },
      key { $0.add(0.0) },
      key { $0.add(-0.0) },
      key { $0.add(Digest(of: "a")) },
      key { $0.add(Digest(of: "a").bytes) },
      key { $0.add([Digest(of: "a")]) },
      key { $0.add(["x": 1] as JSONValue) },
      key { $0.add(["x": 1.0] as JSONValue) },
    ]
    #expect(Set(keys).count == keys.count)
    #expect(
      key { $0.add(["x": 1, "y": 2] as JSONValue) }
        == key {
          $0.add(["y": 2, "x": 1] as JSONValue)
        })
    #expect(key { $0.add(Double.nan) } == key { $0.add(-Double.nan) })
  }
}
