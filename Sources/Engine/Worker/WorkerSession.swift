import Commands
import Diagnostics
import Glibc
import Language
import Simulation
public import Storage
import Synchronization
public import Vocabulary

/// The worker's side of a run: takes messages, carries out steps, tells what happened.
///
/// The parent sends `open`, then `facts` for headers, `study` with the text, and `step` for each step;
/// every message is one JSON object a line.
public final class WorkerSession: Sendable {
  private let channel: MessageChannel
  private let services: WorkerServices
  private let types: ValueTypes
  private let state = Mutex(State())
  /// Taken before the sandbox closes the process's own files to it.
  private let libraries: [MachineIdentity.Library]

  private struct State {
    var dataFolder = ""
    var store: ArtifactStore?
    var executor: StepExecutor?
    var threads = 1
    var sandboxRemarks: [String] = []
  }

  /// Creates a session over the process's standard streams.
  public init(channel: MessageChannel, services: WorkerServices, values: [any Value.Type]) {
    self.channel = channel
    self.services = services
    types = ValueTypes(values)
    libraries = MachineIdentity.mappedLibraries()
  }

  /// Serves until the parent closes the stream.
  public func serve() throws {
    while let message = try channel.next() {
      switch message["do"]?.string {
      case "open": try open(message)
      case "simulate": try simulate(message)
      case "identity": try tellIdentity()
      case "facts": try tellFacts(message)
      case "study": try take(study: message)
      case "step":
        guard let id = message["id"]?.int else { continue }
        DetachedThread.run { [self] in carryOut(id) }
      default: continue
      }
    }
  }

  private func open(_ message: JSONValue) throws {
    guard let data = message["data"]?.string, let cache = message["cache"]?.string else { return }
    let remarks = services.enterSandbox([data], [cache])
    let store = try ArtifactStore(at: cache, durable: false, threads: 1) { _ in }
    state.withLock {
      $0.dataFolder = data
      $0.store = store
      $0.threads = message["threads"]?.int ?? 1
      $0.sandboxRemarks = remarks
    }
    try channel.send([
      "did": "open", "remarks": .array(remarks.map { .string($0) }),
    ])
  }

  /// Simulates an area; the process can do nothing else any more, since its sandbox is that folder.
  private func simulate(_ message: JSONValue) throws {
    guard let folder = message["into"]?.string else { return }
    _ = services.enterSandbox([], [folder])
    var told = 0.0
    do {
      let summary = try services.simulate(AreaPlan(message), folder) { [channel] share in
        guard share - told >= 0.01 else { return }
        told = share
        try? channel.send(["did": "progress", "share": .number(share)])
      }
      try channel.send(["did": "simulate", "summary": .string(summary)])
    } catch let fault as any Fault {
      try channel.send(Self.failure(0, fault.message, fault.advice, fault.exitCode))
    } catch let fault as StorageFault {
      try channel.send(Self.failure(0, fault.message, fault.advice, fault.exitCode))
    }
  }

  private func tellIdentity() throws {
    let versions = services.versions().map { JSONValue.Member($0.name, .string($0.version)) }
    let files = libraries.map { file -> JSONValue in
      ["path": .string(file.path), "stamp": .string(file.stamp)]
    }
    try channel.send([
      "did": "identity", "versions": .object(versions), "files": .array(files),
    ])
  }

  private func tellFacts(_ message: JSONValue) throws {
    guard let path = message["path"]?.string, let kind = message["kind"]?.string else { return }
    let folder = state.withLock { $0.dataFolder }
    do {
      let facts = try services.facts(folder, path, Kind(kind))
      try channel.send(["did": "facts", "facts": try JSONCoding.encode(facts)])
    } catch let fault as any Fault {
      try channel.send([
        "did": "facts", "message": .string(fault.message), "advice": .string(fault.advice),
        "exit": .int(Int(fault.exitCode)),
      ])
    }
  }

  private func take(study message: JSONValue) throws {
    let study = try StudyMessage(message)
    let (folder, store, threads) = state.withLock { ($0.dataFolder, $0.store, $0.threads) }
    guard let store else { throw EngineFault.wrongStudy }
    let plan = study.plan()
    let openInput = services.openInput
    let executor = StepExecutor(
      plan: plan,
      resources: StepExecutor.Resources(
        store: store, input: { try openInput(folder, $0) }, services: services.services,
        seed: study.context.seed, threads: threads), types: types)
    state.withLock { $0.executor = executor }
    try channel.send(["did": "study", "plan": .string(plan.digest.hex)])
  }

  private func carryOut(_ id: Int) {
    guard let executor = state.withLock({ $0.executor }) else { return }
    let channel = channel
    let reply: JSONValue
    do {
      try executor.run(id) { share in
        try? channel.send(["did": "progress", "id": .int(id), "share": .number(share)])
      }
      reply = ["did": "step", "id": .int(id)]
    } catch let lost as LostPayload {
      reply = ["did": "lost", "id": .int(id), "key": .string(lost.key)]
    } catch let fault as EngineFault {
      if case .lostEntry(let step) = fault {
        reply = ["did": "lost", "id": .int(id), "key": .string(executor.plan.steps[step].key.hex)]
      } else {
        reply = Self.failure(id, fault.message, fault.advice, fault.exitCode)
      }
    } catch let fault as any Fault {
      reply = Self.failure(id, fault.message, fault.advice, fault.exitCode)
    } catch let fault as StorageFault {
      reply = Self.failure(id, fault.message, fault.advice, fault.exitCode)
    } catch {
      reply = Self.failure(
        id, "An unexpected fault: \(error).", "Please report it with the statement.", 70)
    }
    try? channel.send(reply)
  }

  private static func failure(_ id: Int, _ message: String, _ advice: String, _ exit: Int32)
    -> JSONValue
  {
    [
      "did": "failed", "id": .int(id), "message": .string(message), "advice": .string(advice),
      "exit": .int(Int(exit)),
    ]
  }
}
