/// What grows; the raw value is its code in land-cover.tif.
public enum LandCover: Int, CaseIterable, Sendable {
  case forest = 1
  case shrub, grassland, cropland

  /// Its name.
  public var name: String { "\(self)" }

  /// What its roots add to the cohesion of the soil, kPa.
  public var rootCohesion: Double {
    switch self {
    case .forest: 5
    case .shrub: 2.5
    case .grassland: 1
    case .cropland: 0.3
    }
  }

  /// The cover of a cell: fields on gentle low ground, grass on high ground, forest between, and shrub
  /// where the forest was cleared.
  ///
  /// - Parameters:
  ///   - height: 0 at the lowest cell of the area, 1 at the highest.
  ///   - steepness: the tangent of the slope.
  ///   - soil: smooth random numbers.
  ///   - clearing: smooth random numbers, independent of the others.
  init(height: Double, steepness: Double, soil: Double, clearing: Double) {
    if steepness < 0.24 + 0.05 * soil, height < 0.45 + 0.12 * clearing {
      self = .cropland
    } else if height > 0.68 + 0.12 * soil {
      self = .grassland
    } else {
      self = clearing > 0.7 + 0.2 * soil ? .shrub : .forest
    }
  }
}
