import CCrypto

/// SHA-256 of bytes that come piece by piece.
struct StreamingDigest: ~Copyable {
  private let context: OpaquePointer

  /// The algorithm, fetched once; OpenSSL's configuration file is not read, so that the digest of
  /// the same bytes cannot depend on the machine, and no file is opened behind the sandbox's back.
  nonisolated(unsafe) private static let algorithm: OpaquePointer = {
    OPENSSL_init_crypto(UInt64(OPENSSL_INIT_NO_LOAD_CONFIG), nil)
    guard let algorithm = EVP_MD_fetch(nil, "SHA256", nil) else {
      preconditionFailure("libcrypto offers no SHA-256")
    }
    return algorithm
  }()

  /// Starts with no bytes.
  init() {
    guard let context = EVP_MD_CTX_new(),
      EVP_DigestInit_ex2(context, StreamingDigest.algorithm, nil) == 1
    else { preconditionFailure("libcrypto cannot start a SHA-256") }
    self.context = context
  }

  deinit { EVP_MD_CTX_free(context) }

  /// Adds bytes.
  mutating func update(_ bytes: UnsafeRawBufferPointer) {
    guard EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1 else {
      preconditionFailure("libcrypto cannot add \(bytes.count) bytes to a SHA-256")
    }
  }

  /// The digest of all bytes added.
  consuming func finish() -> Digest {
    var bytes = [UInt8](repeating: 0, count: 32)
    guard EVP_DigestFinal_ex(context, &bytes, nil) == 1, let digest = Digest(bytes: bytes) else {
      preconditionFailure("libcrypto cannot finish a SHA-256")
    }
    return digest
  }
}
