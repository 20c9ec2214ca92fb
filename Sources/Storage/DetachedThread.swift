import Glibc

/// A thread that ends by itself.
public enum DetachedThread {
  /// Runs a body on a thread of its own, with a stack for deep recursion; on this one where no other
  /// can be had.
  public static func run(_ body: @escaping @Sendable () -> Void) {
    final class Work: Sendable {
      let body: @Sendable () -> Void
      init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setstacksize(&attributes, 16 << 20)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    var thread: pthread_t = 0
    let work = Unmanaged.passRetained(Work(body))
    let status = pthread_create(
      &thread, &attributes,
      { pointer in
        guard let pointer else { return nil }
        Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().body()
        return nil
      }, UnsafeMutableRawPointer(work.toOpaque()))
    pthread_attr_destroy(&attributes)
    if status != 0 {
      work.takeRetainedValue().body()
    }
  }
}
