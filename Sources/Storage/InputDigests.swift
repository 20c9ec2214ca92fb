import Synchronization

/// The digests of the files a study reads, each read once in a run.
///
/// Every run reads the bytes again: size and times are no witness, since a file can be changed and
/// keep them. Within a run a digest is remembered by name.
public final class InputDigests: Sendable {
  private let threads: Int
  private let known = Mutex<[String: Digest]>([:])

  /// Begins a run.
  ///
  /// - Parameter threads: how many files are read at a time.
  public init(threads: Int) {
    precondition(threads > 0, "expected at least one thread, found \(threads)")
    self.threads = threads
  }

  /// The digests of some files, in their order; the failure of one does not stop the others.
  public func digests(of paths: [String]) -> [Result<Digest, any Error>] {
    digests(of: paths) { try Digest(ofFile: $0) }
  }

  /// The digests of some files that the caller opens, as a sandbox demands, in their order.
  ///
  /// A name stands for one file throughout the run; `reading`, which opens and digests one file, is
  /// called on any thread.
  public func digests(
    of names: [String], reading: @escaping @Sendable (String) throws -> Digest
  ) -> [Result<Digest, any Error>] {
    let remembered = known.withLock { $0 }
    var results: [String: Result<Digest, any Error>] = [:]
    var missing: [String] = []
    for name in names where results[name] == nil {
      if let digest = remembered[name] {
        results[name] = .success(digest)
      } else {
        results[name] = .failure(StorageFault.cannotRead(path: name, errno: 0))
        missing.append(name)
      }
    }
    let wanted = missing
    let read = inParallel(wanted.count, threads: threads) { index in
      Result { try reading(wanted[index]) }
    }
    known.withLock { known in
      for (name, result) in zip(wanted, read) {
        results[name] = result
        if case .success(let digest) = result { known[name] = digest }
      }
    }
    return names.compactMap { results[$0] }
  }

  /// Forgets all, as a new run begins.
  public func forget() { known.withLock { $0 = [:] } }
}
