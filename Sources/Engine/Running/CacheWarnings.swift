import Storage
import Synchronization

/// What the cache had to say during a run, on whichever thread.
final class CacheWarnings: Sendable {
  private let messages = Mutex<[String]>([])

  /// All messages so far, each once, sorted: threads decide in which order they come.
  var all: [String] { messages.withLock { $0 }.sorted() }

  /// Takes a warning.
  func add(_ warning: ArtifactStore.Warning) {
    messages.withLock { if !$0.contains(warning.message) { $0.append(warning.message) } }
  }
}
