/// A coordinate reference system, as facts: the sciences compare and name it, and only the worker's
/// formats can compute with it.
public struct CoordinateSystem: Sendable, Codable {
  /// The definition in well-known text; the canonical text of its code where it has one.
  public let wkt: String
  /// The name that people use, “WGS 84 / UTM zone 17S”.
  public let name: String
  /// The code, “EPSG:32717”; none for a system that no authority lists.
  public let authority: String?
  /// Whether coordinates are degrees of longitude and latitude.
  public let isGeographic: Bool
  /// The length of one coordinate unit, metres; none where coordinates are degrees.
  public let metresPerUnit: Double?

  /// Creates a coordinate system from its facts.
  public init(
    wkt: String, name: String, authority: String?, isGeographic: Bool, metresPerUnit: Double?
  ) {
    self.wkt = wkt
    self.name = name
    self.authority = authority
    self.isGeographic = isGeographic
    self.metresPerUnit = metresPerUnit
  }

  /// How messages call it: the code, or the name where there is no code.
  public var label: String { authority ?? name }
}

extension CoordinateSystem: Hashable {
  /// Whether two systems are one: their definitions are the same text.
  public static func == (a: CoordinateSystem, b: CoordinateSystem) -> Bool {
    // A library may write one registered system in two ways; its code is the same.
    if let mine = a.authority, let theirs = b.authority { return mine == theirs }
    return a.wkt == b.wkt
  }

  /// Feeds the definition to a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(isGeographic)
    hasher.combine(metresPerUnit)
  }
}
