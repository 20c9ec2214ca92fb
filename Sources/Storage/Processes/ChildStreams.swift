import Glibc

/// The streams of a child before it is started, and its start.
///
/// They are sockets, not pipes: writing to a socket whose reader is gone can be told to return an
/// error instead of raising SIGPIPE, reading from one can be told not to wait, and a pair of them is
/// kept from other children in the call that makes it.
final class ChildStreams {
  private var input: (ours: Int32, its: Int32) = (-1, -1)
  private var output: (ours: Int32, its: Int32) = (-1, -1)
  private var errors: (ours: Int32, its: Int32) = (-1, -1)

  init(program: String, keepsErrors: Bool) throws {
    input = try ChildStreams.pair(program)
    output = try ChildStreams.pair(program)
    if keepsErrors { errors = try ChildStreams.pair(program) }
  }

  deinit {
    for (ours, its) in [input, output, errors] {
      if ours >= 0 { close(ours) }
      if its >= 0 { close(its) }
    }
  }

  /// Hands over our end of the child's standard input.
  func takeInput() -> Int32 { take(&input.ours) }
  /// Hands over our end of the child's standard output.
  func takeOutput() -> Int32 { take(&output.ours) }
  /// Hands over our end of the child's standard error; -1 where it is passed on.
  func takeErrors() -> Int32 { take(&errors.ours) }

  private func take(_ descriptor: inout Int32) -> Int32 {
    defer { descriptor = -1 }
    return descriptor
  }

  /// Starts the program on these streams; its number.
  func spawn(
    _ program: String, _ arguments: [String], _ environment: [(name: String, value: String)]
  ) throws -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input.its, 0)
    posix_spawn_file_actions_adddup2(&actions, output.its, 1)
    if errors.its >= 0 { posix_spawn_file_actions_adddup2(&actions, errors.its, 2) }
    // Ours close by themselves; this is for what our own parent left open.
    for name in names(in: "/proc/self/fd") {
      guard let descriptor = Int32(name), descriptor > 2 else { continue }
      posix_spawn_file_actions_addclose(&actions, descriptor)
    }

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setpgroup(&attributes, 0)
    let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP
    posix_spawnattr_setflags(&attributes, Int16(flags))

    var process: pid_t = 0
    let status = withCStrings([program] + arguments) { argv in
      withCStrings(environment.map { "\($0.name)=\($0.value)" }) { envp in
        posix_spawn(&process, program, &actions, &attributes, argv, envp)
      }
    }
    guard status == 0 else { throw StorageFault.cannotStart(program: program, errno: status) }
    return process
  }

  private static func pair(_ program: String) throws -> (ours: Int32, its: Int32) {
    var pair: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &pair) == 0 else {
      throw StorageFault.cannotStart(program: program, errno: errno)
    }
    // Where our own standard streams are closed, the pair may have got their numbers.
    for index in 0..<2 where pair[index] < 3 {
      let moved = fcntl(pair[index], F_DUPFD_CLOEXEC, 3)
      close(pair[index])
      pair[index] = moved
    }
    return (pair[0], pair[1])
  }
}

/// Passes texts as a C array of C strings that a null pointer ends.
private func withCStrings<Result>(
  _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let pointers = texts.map { strdup($0) }
  defer { for pointer in pointers { free(pointer) } }
  return body(pointers + [nil])
}
