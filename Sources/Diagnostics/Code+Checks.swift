/// Codes of what words check about their arguments: E2xx types, units, grids and counts.
extension Code {
  /// A layer or quantity measures something else than is needed.
  public static let wrongDimension = Code(
    "E211", "A unit measures something else than is needed here.",
    explanation: """
      Every number that can have a unit has one, and the checker follows units through all that is \
      computed. A length cannot stand where an angle is needed, nor be compared with one.
      """,
    example: "slope = slope of dem in m", cure: "slope = slope of dem in degrees")
  /// A grid in degrees, where lengths are measured.
  public static let geographicGrid = Code(
    "E212",
    "A grid in degrees of longitude and latitude cannot be used to measure lengths or areas.",
    explanation: """
      A degree of longitude is shorter the further from the equator; slopes, distances and areas \
      computed on such a grid are wrong. Resample the layer onto a projected grid first.
      """,
    example: "steepness = slope of dem_wgs84 in degrees",
    cure: """
      projected = resample dem_wgs84 onto dem by bilinear
      steepness = slope of projected in degrees
      """)
  /// Layers on different grids.
  public static let gridMismatch = Code(
    "E213", "Values that are used together lie on different grids.",
    explanation: """
      Scarp never resamples silently: two layers are combined only if their cells are the same. \
      Resample one onto the other, and say by which method.
      """,
    example: "factors = stack of dem, soil as dummies",
    cure: """
      soil_here = resample soil onto dem by nearest
      factors = stack of dem, soil_here as dummies
      """)
  /// Class codes taken for amounts.
  public static let nominalCodes = Code(
    "E214", "Class codes are used as if they were amounts.",
    explanation: """
      The codes of rock units or soils are names. Scaling them, correlating them or putting them \
      into a variance inflation factor takes code 7 for seven times code 1. Use dummies, or recode \
      the classes by a frequency ratio.
      """,
    example: "factors = stack of dem, geology\nvif = collinearity of factors at train",
    cure: "factors = stack of dem, geology as dummies\nvif = collinearity of factors at train")
}

extension Code {
  /// All codes that words share.
  public static let checkCodes: [Code] = [
    wrongDimension, geographicGrid, gridMismatch, nominalCodes,
  ]
}
