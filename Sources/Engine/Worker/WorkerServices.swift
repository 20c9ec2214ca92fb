public import Simulation
import Storage
public import Vocabulary

/// What the worker program, which alone links the heavy libraries, brings to the engine.
public struct WorkerServices: Sendable {
  /// What `RunEnvironment.service` can give.
  public var services: [any Sendable]
  /// Confines the process to some folders; returns what could not be enforced.
  public var enterSandbox: @Sendable (_ reading: [String], _ writing: [String]) -> [String]
  /// Opens an input file beneath the data folder; returns its verified path.
  public var openInput: @Sendable (_ folder: String, _ name: String) throws -> String
  /// What the header of an input file says.
  public var facts: @Sendable (_ folder: String, _ name: String, _ kind: Kind) throws -> FileFacts
  /// Simulates an area and writes its files to a folder; returns what was made, one sentence.
  public var simulate: @Sendable (AreaPlan, _ folder: String, (Double) -> Void) throws -> String
  /// The names and versions of the libraries, in a fixed order.
  public var versions: @Sendable () -> [(name: String, version: String)]

  /// Gathers what the worker brings.
  public init(
    services: [any Sendable],
    enterSandbox: @escaping @Sendable ([String], [String]) -> [String],
    openInput: @escaping @Sendable (String, String) throws -> String,
    facts: @escaping @Sendable (String, String, Kind) throws -> FileFacts,
    simulate: @escaping @Sendable (AreaPlan, String, (Double) -> Void) throws -> String,
    versions: @escaping @Sendable () -> [(name: String, version: String)]
  ) {
    self.services = services
    self.enterSandbox = enterSandbox
    self.openInput = openInput
    self.facts = facts
    self.simulate = simulate
    self.versions = versions
  }
}
