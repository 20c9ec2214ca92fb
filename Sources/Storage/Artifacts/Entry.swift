/// A finished entry of an ``ArtifactStore``.
public struct Entry: Sendable {
  /// A payload of an entry.
  public struct Payload: Sendable, Equatable {
    /// The name it was written by.
    public let name: String
    /// Where its bytes are.
    public let path: String
    /// How many bytes it has.
    public let bytes: Int
    /// The digest of its bytes.
    public let digest: Digest
  }

  /// The key it is found by.
  public let key: Digest
  /// What its writer noted.
  public let metadata: JSONValue
  /// Its payloads, sorted by name.
  public let payloads: [Payload]

  init(key: Digest, folder: String, manifest: Manifest) {
    self.key = key
    self.metadata = manifest.metadata
    self.payloads = manifest.payloads.map {
      Payload(name: $0.name, path: "\(folder)/\($0.name)", bytes: $0.bytes, digest: $0.digest)
    }
  }

  /// The payload of a name, if there is one.
  public func payload(_ name: String) -> Payload? { payloads.first { $0.name == name } }
}

extension Entry.Payload {
  /// The bytes, read at once and checked against the digest.
  ///
  /// - Throws: ``StorageFault/cannotRead(path:errno:)``,
  ///   ``StorageFault/changedWhileRead(path:)`` where the bytes are not those written.
  public func read() throws -> [UInt8] {
    let content = try File(reading: path).readAll(limit: bytes)
    guard Digest(of: content) == digest else { throw StorageFault.changedWhileRead(path: path) }
    return content
  }
}
