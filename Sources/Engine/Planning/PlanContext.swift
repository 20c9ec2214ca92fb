public import Storage

/// Everything outside the notebook's text that a result depends on.
public struct PlanContext: Sendable {
  /// The build and the machine: `MachineIdentity.digest`.
  public var machine: Digest
  /// The study's seed.
  public var seed: UInt64
  /// The SHA-256 of each input file, by its path beneath the data folder.
  public var inputs: [String: Digest]
  /// Which rasters are made files of as well.
  public var rasters: RasterFiles
  /// The pixels to the inch of all pictures, instead of those that the study asks for.
  public var resolution: Int?

  /// Creates a context.
  public init(
    machine: Digest, seed: UInt64, inputs: [String: Digest], rasters: RasterFiles = .none,
    resolution: Int? = nil
  ) {
    self.machine = machine
    self.seed = seed
    self.inputs = inputs
    self.rasters = rasters
    self.resolution = resolution
  }
}

/// Which rasters of a study are made files of, for other programs; no result depends on it.
public enum RasterFiles: Sendable, Hashable {
  /// None.
  case none
  /// Those that a labelled map shows and that the study makes.
  case shown
  /// Those of these names, also such as the study reads.
  case named([String])
}
