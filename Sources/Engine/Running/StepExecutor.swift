import Diagnostics
import Language
public import Storage
import Synchronization
import Vocabulary

/// Carries out single steps of a plan: finds the values they read, runs their word, keeps the result.
///
/// It may be used from several threads at once.
public final class StepExecutor: Sendable {
  /// What a run lends to words beside the study itself.
  public struct Resources: Sendable {
    /// The cache.
    public var store: ArtifactStore
    /// Opens an input file beneath the data folder and returns its verified path.
    public var input: @Sendable (String) throws -> String
    /// What `RunEnvironment.service` can give.
    public var services: [any Sendable]
    /// The study's seed.
    public var seed: UInt64
    /// How many threads one step may use.
    public var threads: Int

    /// Gathers resources.
    public init(
      store: ArtifactStore, input: @escaping @Sendable (String) throws -> String,
      services: [any Sendable], seed: UInt64, threads: Int
    ) {
      self.store = store
      self.input = input
      self.services = services
      self.seed = seed
      self.threads = threads
    }
  }

  let plan: Plan
  let resources: Resources
  let types: ValueTypes
  private let values = Mutex<[Int: any Value]>([:])

  /// Creates an executor for a plan.
  public init(plan: Plan, resources: Resources, types: ValueTypes) {
    self.plan = plan
    self.resources = resources
    self.types = types
  }

  /// Carries out a step and keeps its result in the cache.
  ///
  /// - Throws: the word's fault, ``EngineFault``, or a ``StorageFault``.
  func run(_ id: Int, progress: @escaping @Sendable (Double) -> Void) throws {
    let step = plan.steps[id]
    let writer = try resources.store.begin(step.key)
    let environment = StepEnvironment(
      step: step, writer: writer, resources: resources, progress: progress)
    let result = try carryOut(step, in: environment)
    _ = try writer.commit(result.metadata())
    values.withLock { $0[id] = result.value }
  }

  /// Carries out a light step, of which nothing is kept.
  func runLight(_ id: Int) throws -> StoredResult {
    let step = plan.steps[id]
    let environment = StepEnvironment(
      step: step, writer: nil, resources: resources, progress: { _ in })
    let result = try carryOut(step, in: environment)
    values.withLock { $0[id] = result.value }
    return result
  }

  private func carryOut(_ step: Step, in environment: StepEnvironment) throws -> StoredResult {
    guard let word = step.call.word as? any RunnableWord else {
      throw EngineFault.unresolved(step.call.word.entry.phrase)
    }
    let heldOut = try step.heldOut.map {
      HeldOutFold(
        folds: try self.value(of: $0.folds, part: $0.part, path: $0.path, name: "folds"),
        index: $0.index)
    }
    let call = Call(
      bound: step.call, names: step.names, coordinates: step.coordinates, heldOut: heldOut,
      refit: step.refit, environment: environment,
      gathered: try step.gathered.map { try self.value(of: $0) },
      lookup: { [self] reference, coordinates in
        try members(of: reference, at: coordinates, in: step)
      })
    let value: any Value
    if case .quantity = step.origin {
      value = try QuantityText.value(of: call)
    } else if let known = checkedNumber(step) {
      // What the checker knows is the value: a setting may have another one than is written.
      value = NumberValue(known)
    } else {
      value = try word.run(call)
    }
    return StoredResult(value: value, remarks: environment.remarks)
  }

  /// The number that the checker knows a statement to make, if it does.
  private func checkedNumber(_ step: Step) -> Quantity? {
    guard case .statement(let index) = step.origin else { return nil }
    let type = plan.program.statements[index].type
    return type.kind == .number ? type.known : nil
  }

  /// The members that a mention leads to, those that agree with the coordinates.
  private func members(
    of reference: Reference, at coordinates: [Coordinate], in step: Step
  ) throws -> [FamilyMember] {
    guard let links = step.links[reference.linkName] else {
      throw EngineFault.unresolved(reference.text)
    }
    let wanted = coordinates + reference.coordinates
    let chosen = links.filter { link in
      link.coordinates.allSatisfy { own in
        !wanted.contains { $0.axis == own.axis && $0.member != own.member }
      }
    }
    return try chosen.map { link in
      let value = try self.value(
        of: link.step, part: link.part, path: link.path, name: reference.name)
      let free = link.coordinates.filter { own in !wanted.contains { $0.axis == own.axis } }
      return FamilyMember(free, value)
    }
  }

  /// The part of what a step made to which a mention leads.
  private func value(
    of step: Int, part: Int?, path: [String], name: String
  ) throws -> any Value {
    var value = try value(of: step)
    if let part {
      guard let whole = value as? any ValueWithParts, part < whole.parts.count else {
        throw EngineFault.unresolved(name)
      }
      value = whole.parts[part]
    }
    for piece in path {
      guard let member = (value as? any ValueWithMembers)?.member(piece) else {
        throw EngineFault.noMember(piece, of: name)
      }
      value = member
    }
    return value
  }

  /// The value that a step made, from memory or the cache.
  func value(of id: Int) throws -> any Value {
    if let value = values.withLock({ $0[id] }) { return value }
    // Nothing is kept of a light step: parent and worker each carry it out for themselves.
    if plan.steps[id].isLight { return try runLight(id).value }
    guard let entry = resources.store.entry(plan.steps[id].key, checking: .manifest) else {
      throw EngineFault.lostEntry(step: id)
    }
    let result = try StoredResult(metadata: entry.metadata, types: types)
    values.withLock { $0[id] = result.value }
    return result.value
  }
}

/// What one step is lent.
private final class StepEnvironment: RunEnvironment {
  private let step: Step
  private let writer: EntryWriter?
  private let resources: StepExecutor.Resources
  private let tell: @Sendable (Double) -> Void
  private let kept = Mutex<[StoredResult.Remark]>([])
  /// When the share was last passed on; what is done within a tenth of a second is not told.
  private let told = Mutex(ContinuousClock.now)

  init(
    step: Step, writer: EntryWriter?, resources: StepExecutor.Resources,
    progress: @escaping @Sendable (Double) -> Void
  ) {
    self.step = step
    self.writer = writer
    self.resources = resources
    tell = progress
  }

  var remarks: [StoredResult.Remark] { kept.withLock { $0 } }

  var seed: UInt64 { resources.seed }

  var threads: Int { resources.threads }

  func payload(_ name: String) throws -> String {
    guard let writer else { throw EngineFault.unresolved(name) }
    return try writer.payload(name)
  }

  func reference(_ name: String) -> PayloadReference {
    PayloadReference(key: step.key.hex, name: name)
  }

  func path(of payload: PayloadReference) throws -> String {
    if let writer, payload.key == step.key.hex { return "\(writer.folder)/\(payload.name)" }
    guard let key = Digest(hex: payload.key), let entry = resources.store.entry(key),
      let found = entry.payload(payload.name)
    else { throw LostPayload(key: payload.key) }
    return found.path
  }

  func input(_ name: String) throws -> String { try resources.input(name) }

  func service<Service>(_ type: Service.Type) -> Service? {
    for service in resources.services { if let service = service as? Service { return service } }
    return nil
  }

  /// Passes the share on ten times a second at most: a word may tell it after every block.
  func progress(_ share: Double) {
    let now = ContinuousClock.now
    let isDue = told.withLock { last in
      guard now - last >= .milliseconds(100) else { return false }
      last = now
      return true
    }
    if isDue { tell(share) }
  }

  func warn(_ code: Code, _ title: String, help: [String]) {
    kept.withLock { $0.append(StoredResult.Remark(code: code.id, title: title, help: help)) }
  }
}

/// A payload of an earlier step that is damaged or gone; its step has to be carried out again.
struct LostPayload: Error {
  let key: String
}
