import Glibc

extension ArtifactStore {
  /// One entry as a list of the store shows it.
  public struct Listing: Sendable {
    /// The key it is found by.
    public let key: Digest
    /// What its writer noted.
    public let metadata: JSONValue
    /// The length of its payloads and its manifest together.
    public let bytes: Int
    /// When it was last written or handed out, in seconds since 1970.
    public let lastUse: Int

    init?(key: Digest, folder: String) {
      guard let manifest = try? Manifest(readFrom: folder, key: key),
        let status = FileStatus(of: "\(folder)/\(Manifest.fileName)")
      else { return nil }
      self.key = key
      self.metadata = manifest.metadata
      self.bytes = manifest.payloads.reduce(status.size) { $0 + $1.bytes }
      self.lastUse = status.modifiedSeconds
    }
  }
}
