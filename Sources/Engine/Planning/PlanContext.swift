public import Storage

/// Everything outside the notebook's text that a result depends on.
public struct PlanContext: Sendable {
  /// The build and the machine: `MachineIdentity.digest`.
  public var machine: Digest
  /// The study's seed.
  public var seed: UInt64
  /// The SHA-256 of each input file, by its path beneath the data folder.
  public var inputs: [String: Digest]

  /// Creates a context.
  public init(machine: Digest, seed: UInt64, inputs: [String: Digest]) {
    self.machine = machine
    self.seed = seed
    self.inputs = inputs
  }
}
