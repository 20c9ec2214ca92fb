import Commands
public import Diagnostics
import Glibc
import Language
import Notebooks
import Storage
import Vocabulary

extension Runner {
  /// Carries out what the cache does not hold, in dependency order, and gathers all results.
  ///
  /// - Parameters:
  ///   - progress: told what is running and how far the whole is.
  ///   - isInterrupted: asked now and then; the run stops at the next chance and keeps what it has.
  /// - Returns: what became of every step.
  /// - Throws: ``StorageFault`` where the cache or the worker cannot be used at all.
  public func run(
    progress: (RunProgress) -> Void = { _ in },
    isInterrupted: () -> Bool = { false }
  ) throws -> StudyRun {
    guard let notebook = reading.notebook, let store else {
      preconditionFailure("run of a study that could not be read; check it first")
    }
    let (plan, machine) = try plan()
    var execution = Execution(runner: self, plan: plan, store: store, machine: machine)
    try execution.carryOut(progress: progress, isInterrupted: isInterrupted)
    var run = StudyRun(
      notebook: notebook, plan: plan, outcomes: execution.outcomes,
      diagnostics: diagnostics, inputs: inputFacts, machine: machine)
    run.bibliography = bibliography
    run.isInterrupted = execution.isInterrupted
    run.sandboxRemarks = execution.sandboxRemarks
    run.diagnostics += execution.outcomes.compactMap { $0.failure?.diagnostic }
    return run
  }
}

/// The state of one run.
private struct Execution {
  let runner: Runner
  let plan: Plan
  let store: ArtifactStore
  let machine: MachineIdentity
  let light: StepExecutor
  var outcomes: [StudyRun.StepOutcome]
  var isInterrupted = false
  var sandboxRemarks: [String] = []
  private var state: [State]
  private var started: [Int: Double] = [:]
  /// How much of each running step is done, where its word tells.
  private var shares: [Int: Double] = [:]
  private var worker: WorkerConnection?
  /// How often each step has missed which earlier result, by its key.
  private var retries: [Int: [String: Int]] = [:]
  /// The steps that are computed again for a step which missed their results.
  private var awaited: [Int: [Int]] = [:]

  private enum State {
    case waiting
    case running
    case done
    case failed
  }

  init(runner: Runner, plan: Plan, store: ArtifactStore, machine: MachineIdentity) {
    self.runner = runner
    self.plan = plan
    self.store = store
    self.machine = machine
    light = StepExecutor(
      plan: plan,
      resources: StepExecutor.Resources(
        store: store, input: { _ in throw EngineFault.unresolved("input") }, services: [],
        seed: runner.seed, threads: 1), types: ValueTypes(standardValues))
    outcomes = plan.steps.map { _ in StudyRun.StepOutcome() }
    state = plan.steps.map { _ in .waiting }
  }

  mutating func carryOut(
    progress: (RunProgress) -> Void, isInterrupted: () -> Bool
  ) throws {
    var running = 0
    while true {
      if !self.isInterrupted, isInterrupted() {
        self.isInterrupted = true
        worker?.interrupt()
        break
      }
      while running < runner.options.jobs, let next = nextReady() {
        if try begin(next) { running += 1 }
      }
      guard running > 0 else { break }
      progress(self.progress)
      running -= try takeEvents()
    }
    for id in state.indices where state[id] == .waiting || state[id] == .running {
      fail(id, .interrupted, "Not carried out: the run was interrupted.", "Run the study again.", 0)
    }
  }

  private var progress: RunProgress {
    let now = Self.now()
    return RunProgress(
      done: state.count { $0 == .done || $0 == .failed }, count: state.count,
      running: state.indices.filter { state[$0] == .running }.map { id in
        RunProgress.Running(
          name: plan.name(of: id), seconds: now - (started[id] ?? now), share: shares[id])
      })
  }

  /// The first step whose dependencies all have results; steps that can never run are marked.
  private mutating func nextReady() -> Int? {
    for id in plan.steps.indices where state[id] == .waiting {
      let needed = plan.steps[id].dependencies + (awaited[id] ?? [])
      if let broken = needed.first(where: { state[$0] == .failed }) {
        let cause = plan.name(of: broken)
        fail(
          id, .notRun, "Not carried out: “\(cause)” has no result.", "Repair the statement above.",
          0)
        continue
      }
      if needed.allSatisfy({ state[$0] == .done }) { return id }
    }
    return nil
  }

  /// Begins a step; true where the worker carries it out.
  private mutating func begin(_ id: Int) throws -> Bool {
    let step = plan.steps[id]
    if step.isLight {
      runLight(id)
      return false
    }
    if runner.options.usesCache || retries[id] != nil || isTwin(id), adopt(id, cached: true) {
      return false
    }
    let worker = try connectedWorker()
    started[id] = Self.now()
    shares[id] = nil
    state[id] = .running
    do {
      try worker.send(["do": "step", "id": .int(id)])
    } catch {
      workerEnded("it closed its input")
      return false
    }
    return true
  }

  /// Whether an earlier step of this run has the same key.
  private func isTwin(_ id: Int) -> Bool {
    plan.steps[..<id].contains { $0.key == plan.steps[id].key && state[$0.id] == .done }
  }

  private mutating func runLight(_ id: Int) {
    do {
      outcomes[id].result = try light.runLight(id)
      finish(id)
    } catch let fault as any Fault {
      fail(id, .statementFailed, fault.message, fault.advice, fault.exitCode)
    } catch {
      fail(id, .crashed, "An unexpected fault: \(error).", "Please report it.", 70)
    }
  }

  /// Takes a result from the cache; false where it is not there or damaged.
  private mutating func adopt(_ id: Int, cached: Bool) -> Bool {
    let step = plan.steps[id]
    let isShown = step.call.word.entry.category == .output
    guard let entry = store.entry(step.key, checking: isShown ? .payloads : .manifest),
      let result = try? StoredResult(metadata: entry.metadata, types: light.types)
    else { return false }
    outcomes[id].result = result
    outcomes[id].entry = entry
    outcomes[id].wasCached = cached
    finish(id)
    return true
  }

  /// Marks a step that has its result; a check that does not hold is a failure of its own.
  private mutating func finish(_ id: Int) {
    state[id] = .done
    guard let claim = outcomes[id].result?.value as? ClaimResult, !claim.holds,
      isEnforced(plan.steps[id])
    else { return }
    let diagnostic = Diagnostic(
      .checkFailed,
      "This check does not hold: found \(formatSignificant(claim.found, digits: 7))\(claim.stated.unit == .one ? "" : " " + claim.stated.unit.symbol), stated \(claim.stated.text).",
      at: plan.span(of: id), help: ["Correct the check, or the study."])
    outcomes[id].failure = StudyRun.Failure(diagnostic, exitCode: 1)
  }

  /// A check `in full` holds in the full profile only.
  private func isEnforced(_ step: Step) -> Bool {
    guard case .claim(let claim)? = step.call.ordered.first?.argument.content else { return true }
    return !claim.inFullOnly || (runner.options.profile ?? "full") == "full"
  }

  private mutating func fail(
    _ id: Int, _ code: Code, _ message: String, _ advice: String, _ exitCode: Int32
  ) {
    state[id] = .failed
    outcomes[id].failure = StudyRun.Failure(
      Diagnostic(code, message, at: plan.span(of: id), help: [advice]), exitCode: exitCode)
  }

  // MARK: The worker

  private mutating func connectedWorker() throws -> WorkerConnection {
    if let worker { return worker }
    let worker = try runner.connect()
    try worker.send(try runner.studyMessage(machine).json())
    let reply = try worker.answer("study")
    guard reply["plan"]?.string == plan.digest.hex else { throw EngineFault.wrongStudy }
    sandboxRemarks = worker.sandboxRemarks
    self.worker = worker
    return worker
  }

  /// Waits for events; returns how many steps have ended.
  private mutating func takeEvents() throws -> Int {
    guard let worker else { return state.count { $0 == .running } }
    switch try worker.next(within: 100) {
    case .silence: return 0
    case .ended(let ending):
      let count = state.count { $0 == .running }
      switch ending {
      case .exited(8): workerLacked(worker.lastWords)
      case .exited(let code): workerEnded("it ended with code \(code). \(worker.lastWords)")
      case .signalled(let signal): workerEnded("signal \(signal) ended it. \(worker.lastWords)")
      }
      return count
    case .message(let message): return take(message)
    }
  }

  private mutating func take(_ message: JSONValue) -> Int {
    guard let id = message["id"]?.int, state.indices.contains(id), state[id] == .running else {
      return 0
    }
    switch message["did"]?.string {
    case "progress":
      shares[id] = message["share"]?.double
      return 0
    case "step":
      outcomes[id].seconds = Self.now() - (started[id] ?? Self.now())
      if !adopt(id, cached: false) {
        fail(
          id, .crashed, "The result was not found in the cache after it was computed.",
          "Check that no other program changes the cache folder.", 70)
      }
      return 1
    case "failed":
      let exit = Int32(message["exit"]?.int ?? 70)
      fail(
        id, Self.code(of: exit), message["message"]?.string ?? "It failed.",
        message["advice"]?.string ?? "", exit)
      return 1
    case "lost":
      redo(id, lost: message["key"]?.string ?? "")
      return 1
    default: return 0
    }
  }

  /// An earlier result turned out damaged: it is computed again, and then what needed it.
  private mutating func redo(_ id: Int, lost key: String) {
    retries[id, default: [:]][key, default: 0] += 1
    guard let source = plan.steps.first(where: { $0.key.hex == key }),
      retries[id]?[key] ?? 0 < 3
    else {
      fail(
        id, .crashed, "An earlier result in the cache is damaged and cannot be computed again.",
        "Clear the cache with “scarp cache clear”.", 70)
      return
    }
    state[id] = .waiting
    awaited[id, default: []].append(source.id)
    // Several statements may miss the same result: it is computed again once.
    guard state[source.id] == .done else { return }
    if let digest = Digest(hex: key) {
      runner.warnings.add(.damaged(key: digest, reason: "its bytes have changed"))
      store.discard(digest)
    }
    state[source.id] = .waiting
    outcomes[source.id] = StudyRun.StepOutcome()
  }

  /// The worker ended itself because a limit left it no way on, which it told.
  private mutating func workerLacked(_ what: String) {
    for id in state.indices where state[id] == .running {
      fail(id, .limitReached, what, "Raise the limit, or run the study on a larger machine.", 8)
    }
    worker = nil
    runner.forgetWorker()
  }

  private mutating func workerEnded(_ how: String) {
    for id in state.indices where state[id] == .running {
      fail(
        id, .crashed, "Scarp's worker ended while it carried this out: \(how)",
        "What was finished is kept. Please report the statement and its data.", 70)
    }
    worker = nil
    runner.forgetWorker()
  }

  private static func code(of exit: Int32) -> Code {
    switch exit {
    case 4: .badFile
    case 5: .cannotWrite
    case 6: .outsideFolder
    case 8: .limitReached
    case 70: .crashed
    default: .statementFailed
    }
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

extension Plan {
  /// What messages call a step: its names, or its words.
  public func name(of id: Int) -> String {
    let step = steps[id]
    let name = step.names.isEmpty ? step.call.word.entry.phrase : step.names.joined(separator: ", ")
    let member = step.coordinates.map { "\($0.axis) \($0.member)" }.joined(separator: ", ")
    let fold = step.heldOut.map { " without fold \($0.index + 1)" } ?? ""
    let refit = step.refit.map { " \($0.text)" } ?? ""
    return (member.isEmpty ? name : "\(name) at \(member)") + fold + refit
  }

  /// The words of the notebook that a step carries out.
  public func span(of id: Int) -> Span { steps[id].call.span }
}
