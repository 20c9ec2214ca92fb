/// Codes of what reading and computing rasters and features finds: W22x and N22x.
extension Code {
  /// Arithmetic on numbers that has no value.
  public static let noNumber = Code(
    "E225", "Arithmetic on numbers has no value.",
    explanation: """
      A division by zero, the logarithm of 0 or less, or the root of less than 0. Of layers such cells \
      are left without data or infinite; of a single number nothing is left.
      """,
    example: "share = 1 / 0", cure: "share = 1 / 10",
    evidence: .lines)
  /// Infinite cells.
  public static let infiniteCells = Code(
    "W220", "A layer has infinite cells.",
    explanation: """
      A division by zero or the logarithm of zero gives an infinite number. Such cells keep their \
      place but count in no mean or range; give the formula a floor, or read a cleaner file.
      """,
    example: "inverse = 1 / truth",
    cure: "inverse = 1 / max(truth, 0.1)",
    evidence: .run)
  /// Cells that look like undeclared no data.
  public static let undeclaredNoData = Code(
    "W221", "A layer has cells that look like no data, but the file does not say so.",
    explanation: """
      Files mark cells without data by a value such as -9999 and declare it in their header. Where \
      the declaration is lost, every cell of that value is taken for a measurement, and the \
      smallest elevation becomes -9999 m. Declare it: gdal_edit.py -a_nodata -9999 dem.tif.
      """,
    example: "old = read raster \"old-dem.tif\" in m",
    cure: "dem = read raster \"dem.tif\" in m",
    evidence: .run)
  /// Features brought to another coordinate system.
  public static let broughtToSystem = Code(
    "N220", "Features were brought to another coordinate system.",
    explanation: """
      Points, lines and areas are brought to the coordinate system of the layer they meet; rasters \
      never are, but by resample. The report says where it was done.
      """,
    example: "inside = clip dem to study_mask",
    evidence: .run)
  /// An arithmetic mean of directions.
  public static let meanOfDirections = Code(
    "W222", "The arithmetic mean of directions is taken.",
    explanation: """
      Of directions such as an aspect 1 and 359 degrees are near, but their arithmetic mean is 180: \
      it depends on where the circle is cut open. “circular mean” adds directions up as arrows.
      """,
    example: "check mean of aspect is above 0 degrees",
    cure: "check circular mean of aspect is above 0 degrees",
    evidence: .run)
  /// Rows that lie nowhere.
  public static let noCoordinates = Code(
    "E226", "It is not known where the rows of a table lie.",
    explanation: """
      What is interpolated must be measured at points. Points of a vector file lie where they lie; \
      of a table the notebook says which columns hold the coordinates, and in which system.
      """,
    example: """
      gauges = read table "rain.csv" with annual_rain in mm
      rain = interpolate gauges.annual_rain by inverse distance, onto dem
      """,
    cure: """
      gauges = read table "rain.csv" with annual_rain in mm, at x, y, crs "EPSG:32633"
      rain = interpolate gauges.annual_rain by inverse distance, onto dem
      """)
  /// Points that have no value to interpolate.
  public static let pointsWithoutValue = Code(
    "N225", "Some points have no value and are passed over.",
    explanation: """
      A station without a value says nothing about its neighbourhood. The value there comes from \
      the other stations.
      """,
    example: """
      gauges = read table "gauges.csv" with annual_rain in mm, at x, y, crs "EPSG:32633"
      rain = interpolate gauges.annual_rain by inverse distance, onto dem
      """,
    evidence: .run)

  /// The codes of this file, in order.
  public static let rasterCodes: [Code] = [
    .noNumber, .infiniteCells, .undeclaredNoData, .meanOfDirections, .broughtToSystem,
    .noCoordinates, .pointsWithoutValue,
  ]
}
