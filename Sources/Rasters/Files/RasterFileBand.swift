/// What a band of a raster file says of itself to other programs.
public struct RasterFileBand: Sendable, Hashable {
  /// A class: its code, its name and its colour.
  public struct Class: Sendable, Hashable {
    /// The code in the cells.
    public let code: Int
    /// The name.
    public let name: String
    /// Red, green and blue.
    public let color: SIMD3<UInt8>

    /// Describes a class.
    public init(code: Int, name: String, color: SIMD3<UInt8>) {
      self.code = code
      self.name = name
      self.color = color
    }
  }

  /// The band's name.
  public let name: String
  /// The symbol of the unit of its numbers; empty for none.
  public let unit: String
  /// Its classes; none where it holds amounts.
  public let classes: [Class]?
  /// Whether neighbouring cells have a mean: amounts but for directions, which overviews pick from.
  public let hasMeans: Bool

  /// Describes a band.
  public init(name: String, unit: String, classes: [Class]?, hasMeans: Bool) {
    self.name = name
    self.unit = unit
    self.classes = classes
    self.hasMeans = hasMeans
  }
}
