import Glibc
import Testing

@testable import Storage

@Suite struct ChildProcessTests {
  @Test func messagesGoThereAndBackInOrder() throws {
    let child = try Probe.start("talk")
    for number in 0..<200 {
      let message: JSONValue = ["do": "echo", "number": .int(number), "text": "ä\n"]
      try child.send(message)
      #expect(try child.next(within: 10_000) == .message(message))
    }
    #expect(try child.next(within: 30) == .silence)
    // It sees the end of its input, or its watch does: whichever is quicker.
    let ending = child.stop()
    #expect(ending == .exited(0) || ending == .exited(143))
    #expect(try child.next(within: 10) == .ended(ending))
    #expect(throws: StorageFault.gone(process: child.process)) { try child.send([:]) }
  }

  @Test func bothSidesMayTalkMuchAtOnce() throws {
    let child = try Probe.start("talk")
    try child.send(["do": "flood", "count": 3000])
    let big: JSONValue = ["do": "echo", "text": .string(String(repeating: "y", count: 3 << 20))]
    try child.send(big)
    for number in 0..<3000 {
      guard case .message(let message) = try child.next(within: 10_000) else {
        Issue.record("expected message \(number)")
        return
      }
      #expect(message["number"] == .int(number))
    }
    #expect(try child.next(within: 10_000) == .message(big))
  }

  @Test func aCrashIsNoticed() throws {
    let child = try Probe.start("talk")
    try child.send(["do": "crash"])
    #expect(try child.next(within: 10_000) == .ended(.signalled(SIGABRT)))
    #expect(child.stop() == .signalled(SIGABRT))
  }

  @Test func theLastWordsComeBeforeTheEnd() throws {
    let child = try Probe.start("talk")
    try child.send(["do": "exit", "code": 3])
    #expect(try child.next(within: 10_000) == .message(["last": "words"]))
    #expect(try child.next(within: 10_000) == .ended(.exited(3)))
    #expect(try child.next(within: 10_000) == .ended(.exited(3)))
  }

  @Test func silenceIsNoticedAndAStuckChildIsStopped() throws {
    for work in ["sleep", "work"] {
      let child = try Probe.start("talk")
      try child.send(["do": .string(work)])
      #expect(try child.next(within: 50) == .silence)
      // The watch ends it however busy it is.
      #expect(child.stop(within: 5000) == .exited(143))
    }
    let deaf = try ChildProcess("/bin/sleep", arguments: ["1000"], environment: [])
    #expect(deaf.stop(within: 50) == .signalled(SIGKILL))
  }

  @Test func whatALibraryPrintsIsNoMessage() throws {
    let child = try Probe.start("talk")
    try child.send(["do": "print"])
    #expect(try child.next(within: 10_000) == .message(["printed": true]))
    child.stop()
    #expect(String(decoding: child.errorText, as: UTF8.self) == "a library prints this\n")
  }

  @Test func aBrokenProtocolIsAFault() throws {
    let child = try Probe.start("talk")
    try child.send(["do": "garble"])
    #expect(throws: StorageFault.notAMessage("no json")) { try child.next(within: 10_000) }
    let long = try ChildProcess(
      Probe.path, arguments: ["talk"], environment: Probe.environment, lineLimit: 1000)
    try long.send(["do": "long"])
    #expect(throws: StorageFault.lineTooLong(limit: 1000)) { try long.next(within: 10_000) }
  }

  @Test func theChildHasOnlyWhatItIsGiven() throws {
    let leak = open("/dev/null", O_RDONLY)
    defer { close(leak) }
    setenv("SCARP_CANARY", "secret", 1)
    let given = Probe.environment + [("OPENBLAS_NUM_THREADS", "1")]
    let child = try ChildProcess(Probe.path, arguments: ["talk"], environment: given)
    try child.send(["do": "surroundings"])
    guard case .message(let message) = try child.next(within: 10_000) else {
      Issue.record("expected a message")
      return
    }
    #expect(message["environment"]?.array == given.map { .string("\($0.name)=\($0.value)") })
    // 3 is the child's own duplicate of its standard output.
    #expect(message["descriptors"] == [0, 1, 2, 3])
    #expect(message["group"] == message["process"])
  }

  @Test func aProgramThatIsNotThere() {
    #expect(throws: StorageFault.cannotStart(program: "/nowhere/at-all", errno: ENOENT)) {
      try ChildProcess("/nowhere/at-all", environment: [])
    }
  }

  @Test func aChildEndsWithItsOwner() throws {
    let process: Int32
    do {
      let child = try Probe.start("talk")
      process = child.process
      try child.send(["do": "echo"])
      _ = try child.next(within: 10_000)
    }
    #expect(kill(process, 0) == -1)
  }
}
