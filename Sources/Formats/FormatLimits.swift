/// How large a file may be before it is refused, told from its header alone.
public struct FormatLimits: Sendable {
  /// The most cells in a band.
  public var cells = 1 << 32
  /// The most bands.
  public var bands = 4096
  /// The largest block that a file is stored in, bytes once decoded.
  public var blockBytes = 1 << 28
  /// The largest vector file, bytes.
  public var vectorBytes = 1 << 30
  /// The most points in all features of a layer.
  public var points = 100_000_000

  /// The default limits.
  public init() {}
}
