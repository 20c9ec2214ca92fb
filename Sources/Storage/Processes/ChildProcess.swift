import Glibc

/// A program that runs beside this one and talks in messages: one JSON object a line, to its
/// standard input and from its standard output.
///
/// The child has the environment variables it is given and no others, the three standard
/// descriptors and no others, default signals, and a process group of its own, so that an interrupt
/// from the terminal reaches this process only. Its standard input stays open for as long as this
/// process wants it to live: a child that calls ``ParentWatch/begin()`` ends when it is closed,
/// hence also when this process is killed. Not for use from several threads at once.
public final class ChildProcess {
  /// What comes from a child.
  public enum Event: Sendable, Equatable {
    /// A message.
    case message(JSONValue)
    /// Nothing for the time given.
    case silence
    /// It has ended, and all it said before has been handed out.
    case ended(Ending)
  }

  /// How a process ended.
  public enum Ending: Sendable, Equatable {
    /// It returned an exit code.
    case exited(Int32)
    /// A signal ended it.
    case signalled(Int32)
  }

  /// The number of the process.
  public let process: Int32
  /// How it ended; nil while it runs.
  public private(set) var ending: Ending?
  /// The last 64 KiB of what it wrote to its standard error, where that is kept.
  public private(set) var errorText: [UInt8] = []

  private var input: Int32
  private var output: Int32
  private var errors: Int32
  private var lines: LineBuffer

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - program: its path; no search.
  ///   - arguments: what follows its name.
  ///   - environment: all its variables.
  ///   - keepsErrors: whether its standard error is kept in ``errorText`` instead of passed on.
  ///   - lineLimit: the longest message taken, in bytes.
  /// - Throws: ``StorageFault/cannotStart(program:errno:)``.
  public init(
    _ program: String, arguments: [String] = [], environment: [(name: String, value: String)],
    keepsErrors: Bool = false, lineLimit: Int = 64 << 20
  ) throws {
    let streams = try ChildStreams(program: program, keepsErrors: keepsErrors)
    process = try streams.spawn(program, arguments, environment)
    input = streams.takeInput()
    output = streams.takeOutput()
    errors = streams.takeErrors()
    lines = LineBuffer(limit: lineLimit)
  }

  deinit {
    closeAll()
    if ending == nil {
      kill(-process, SIGKILL)
      kill(process, SIGKILL)
      var status: Int32 = 0
      _ = retrying { waitpid(process, &status, 0) }
    }
  }

  /// Sends a message; what the child says meanwhile is kept for ``next(within:)``.
  ///
  /// - Throws: ``StorageFault/gone(process:)`` where the child has closed its input or ended.
  public func send(_ message: JSONValue) throws {
    let bytes = message.bytes(.line) + [UInt8(ascii: "\n")]
    var sent = 0
    while sent < bytes.count {
      guard input >= 0 else { throw StorageFault.gone(process: process) }
      let count = bytes.withUnsafeBytes { buffer in
        retrying {
          Glibc.send(
            input, buffer.baseAddress?.advanced(by: sent), buffer.count - sent,
            Int32(MSG_NOSIGNAL | MSG_DONTWAIT))
        }
      }
      if count >= 0 {
        sent += count
      } else if errno == EAGAIN {
        // The child may be waiting for us to read before it reads on.
        waitForStreams(milliseconds: 100, writing: true)
      } else {
        throw StorageFault.gone(process: process)
      }
    }
  }

  /// The next message, or how the child ended, or silence when nothing came for some milliseconds.
  ///
  /// - Throws: ``StorageFault/lineTooLong(limit:)``, ``StorageFault/notAMessage(_:)``: the child
  ///   does not keep to the protocol and should be stopped.
  public func next(within milliseconds: Int) throws -> Event {
    let deadline = monotonicMilliseconds() + milliseconds
    while true {
      if let message = try lines.nextMessage() { return .message(message) }
      if let ending, output < 0 { return .ended(ending) }
      let left = deadline - monotonicMilliseconds()
      if left < 0 { return .silence }
      // In slices: a grandchild may hold the pipe open after the child itself has ended.
      waitForStreams(milliseconds: min(left, 50), writing: false)
      reap()
    }
  }

  /// Sends the child a signal, as ``ended`` it does nothing.
  public func signal(_ number: Int32) {
    if ending == nil { kill(process, number) }
  }

  /// Closes the child's input, waits for it to end, and kills it and its process group if it does
  /// not end within some milliseconds.
  @discardableResult
  public func stop(within milliseconds: Int = 2000) -> Ending {
    if input >= 0 { close(input) }
    input = -1
    let deadline = monotonicMilliseconds() + milliseconds
    while ending == nil && monotonicMilliseconds() < deadline {
      waitForStreams(milliseconds: 20, writing: false)
      reap()
    }
    if ending == nil {
      kill(-process, SIGKILL)
      kill(process, SIGKILL)
      reap(waiting: true)
    }
    let final = ending ?? .signalled(SIGKILL)
    ending = final
    closeAll()
    return final
  }

  /// Waits until a stream has something, and takes it in.
  private func waitForStreams(milliseconds: Int, writing: Bool) {
    var waits = [
      pollfd(fd: output, events: Int16(POLLIN), revents: 0),
      pollfd(fd: errors, events: Int16(POLLIN), revents: 0),
      pollfd(fd: writing ? input : -1, events: Int16(POLLOUT), revents: 0),
    ]
    if output < 0 && errors < 0 && !writing {
      usleep(UInt32(min(milliseconds, 5)) * 1000)
      return
    }
    guard poll(&waits, UInt(waits.count), Int32(milliseconds)) > 0 else { return }
    if waits[0].revents != 0 { takeOutput() }
    if waits[1].revents != 0 { takeErrors() }
  }

  private func takeOutput() {
    let open = drain(output) { lines.append($0) }
    if !open {
      close(output)
      output = -1
    }
  }

  private func takeErrors() {
    let open = drain(errors) { errorText += $0 }
    if errorText.count > 1 << 16 { errorText.removeFirst(errorText.count - 1 << 16) }
    if !open {
      close(errors)
      errors = -1
    }
  }

  /// Takes what a stream has now, at most 1 MiB; false at its end.
  private func drain(_ descriptor: Int32, _ take: (UnsafeRawBufferPointer) -> Void) -> Bool {
    withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { buffer in
      for _ in 0..<16 {
        let count = retrying {
          recv(descriptor, buffer.baseAddress, buffer.count, Int32(MSG_DONTWAIT))
        }
        if count < 0 { return errno == EAGAIN }
        if count == 0 { return false }
        take(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        if count < buffer.count { return true }
      }
      return true
    }
  }

  /// Notes the end of the process, if it has ended, and takes in the last it said.
  private func reap(waiting: Bool = false) {
    guard ending == nil else { return }
    var status: Int32 = 0
    guard retrying({ waitpid(process, &status, waiting ? 0 : WNOHANG) }) == process else { return }
    let signal = status & 0x7F
    ending = signal == 0 ? .exited(status >> 8 & 0xFF) : .signalled(signal)
    if output >= 0 {
      while drain(output, { lines.append($0) }), hasInput(output) {}
      close(output)
      output = -1
    }
    if errors >= 0 {
      takeErrors()
      if errors >= 0 { close(errors) }
      errors = -1
    }
  }

  private func hasInput(_ descriptor: Int32) -> Bool {
    var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&wait, 1, 0) > 0 && wait.revents & Int16(POLLIN) != 0
  }

  private func closeAll() {
    for descriptor in [input, output, errors] where descriptor >= 0 { close(descriptor) }
    (input, output, errors) = (-1, -1, -1)
  }
}

/// A clock that never goes back, in milliseconds.
func monotonicMilliseconds() -> Int {
  var now = timespec()
  clock_gettime(CLOCK_MONOTONIC, &now)
  return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
}
