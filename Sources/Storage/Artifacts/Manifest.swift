/// The file `.entry` of an entry: its key, metadata, and the length and digest of each payload.
///
/// The first line names the format and the SHA-256 of the rest, which is one JSON object.
struct Manifest: Sendable, Equatable {
  /// One payload: what `payloads` lists.
  struct Payload: Sendable, Equatable {
    let name: String
    let bytes: Int
    let digest: Digest
  }

  let key: Digest
  let metadata: JSONValue
  /// Sorted by name.
  let payloads: [Payload]

  static let fileName = ".entry"
  private static let format = "scarp-entry-1"

  init(key: Digest, metadata: JSONValue, payloads: [Payload]) {
    self.key = key
    self.metadata = metadata
    self.payloads = payloads.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// Reads the manifest of the entry in a folder.
  ///
  /// - Throws: ``EntryDamage``, ``StorageFault``.
  init(readFrom folder: String, key: Digest) throws {
    let bytes = try File(reading: "\(folder)/\(Manifest.fileName)").readAll(limit: 1 << 30)
    let body = bytes.drop { $0 != UInt8(ascii: "\n") }.dropFirst()
    let expected = "\(Manifest.format) \(Digest(of: Array(body)).hex)\n"
    guard bytes.starts(with: expected.utf8),
      let value = try? JSONValue(parsing: Array(body), depth: 1024),
      let metadata = value["metadata"], let list = value["payloads"]?.array
    else { throw EntryDamage(reason: "its metadata has changed") }
    guard value["key"]?.string == key.hex else {
      throw EntryDamage(reason: "it belongs to another key")
    }
    let payloads = try list.map { item in
      guard let name = item["name"]?.string, isPayloadName(name), let bytes = item["bytes"]?.int,
        let digest = item["sha256"]?.string.flatMap({ Digest(hex: $0) })
      else { throw EntryDamage(reason: "its list of payloads cannot be read") }
      return Payload(name: name, bytes: bytes, digest: digest)
    }
    self.init(key: key, metadata: metadata, payloads: payloads)
  }

  /// The file's bytes.
  var bytes: [UInt8] {
    let value: JSONValue = [
      "key": .string(key.hex),
      "metadata": metadata,
      "payloads": .array(
        payloads.map { payload in
          [
            "name": .string(payload.name), "bytes": .int(payload.bytes),
            "sha256": .string(payload.digest.hex),
          ]
        }),
    ]
    let body = value.bytes(.line)
    return Array("\(Manifest.format) \(Digest(of: body).hex)\n".utf8) + body
  }
}

/// Why an entry cannot be trusted.
struct EntryDamage: Error {
  let reason: String
}

/// Whether a name can be a payload's: letters, digits, `-`, `_` and `.`, not first; 1 to 100 bytes.
func isPayloadName(_ name: String) -> Bool {
  (1...100).contains(name.utf8.count) && !name.hasPrefix(".")
    && name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."):
        true
      default: false
      }
    }
}
