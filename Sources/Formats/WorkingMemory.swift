import COpenBLAS
import Glibc
import Synchronization

/// The buffer in which OpenBLAS works: one, made sure of before the library asks for it.
///
/// OpenBLAS 0.3.21 takes 128 MiB for each thread that calls it at a time, and where it cannot have
/// them it asks again for ever. So one thread calls it at a time, and before the first call the memory
/// is asked for once: where there is none the worker ends with a message, and the parent marks the
/// statement, which a hang would never do.
enum WorkingMemory {
  /// 128 MiB, and what the library and the allocator put round it.
  private static let bytes = 160 << 20
  private static let isThere = Mutex(false)

  /// Calls LAPACK.
  static func use(_ body: () -> Void) {
    isThere.withLock { isThere in
      if !isThere { require() }
      isThere = true
      body()
    }
  }

  private static func require() {
    let flags = Int32(MAP_PRIVATE | MAP_ANONYMOUS)
    let room = mmap(nil, bytes, PROT_READ | PROT_WRITE, flags, -1, 0)
    if let room, room != MAP_FAILED {
      munmap(room, bytes)
      return
    }
    let line = "There are not 160 MiB of memory for linear algebra; raise the limit of memory.\n"
    _ = line.utf8CString.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count - 1) }
    exit(8)
  }
}
