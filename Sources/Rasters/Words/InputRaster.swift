import Diagnostics
import Vocabulary

/// A raster file of the study as the reading words open it.
struct InputRaster {
  /// What the file says of itself.
  let header: RasterHeader
  private let name: String
  private let reader: any RasterReader
  private let environment: any RunEnvironment

  /// Values that files use for no data, and that no measurement is likely to be.
  private static let telltales: [Double] = [
    -999, -9999, -99_999, -32_768, Double(-Float.greatestFiniteMagnitude),
  ]

  /// Opens a file.
  init(_ name: String, in environment: any RunEnvironment) throws {
    let file = try environment.open(input: name)
    let formats = try environment.formats()
    header = try formats.header(of: file)
    reader = try formats.open(file)
    self.name = name
    self.environment = environment
  }

  /// Looks through the cells of a band, from 0, and says what is odd about them.
  func layer(_ plan: RasterLayerPlan, band: Int) throws -> RasterLayerFacts {
    guard header.bands.indices.contains(band) else {
      throw RasterError.wrongCount(
        file: name, what: "bands", expected: band + 1, found: header.bands.count)
    }
    let (bands, environment) = (header.bands.count, environment)
    let count = CellCount(of: reader.grid.count * plan.passes) { share in
      environment.progress((Double(band) + share) / Double(bands))
    }
    let counted = RasterLayer(ToldReader(reader: reader, count: count), band: band)
    let facts = try RasterValue.facts(
      plan, of: counted, .input(file: name, band: band),
      threads: environment.threads)
    if Self.telltales.contains(facts.statistics.minimum), !plan.isNominal {
      environment.warn(
        .undeclaredNoData,
        "the smallest value of “\(plan.name)” is "
          + "\(formatSignificant(facts.statistics.minimum, digits: 6)), which looks like no data "
          + "that “\(name)” does not declare.",
        help: ["Declare it in the file: gdal_edit.py -a_nodata VALUE FILE."])
    }
    facts.warnOfInfinities(in: environment)
    return facts
  }
}

extension RasterLayerFacts {
  /// Adds a remark where the layer has infinite cells.
  func warnOfInfinities(in environment: any RunEnvironment) {
    guard statistics.infinite > 0 else { return }
    environment.warn(
      .infiniteCells, "\(statistics.infinite) cells of “\(name)” are infinite.",
      help: ["Give what it is divided by a floor, for example max(slope, 0.1 degrees)."])
  }
}
