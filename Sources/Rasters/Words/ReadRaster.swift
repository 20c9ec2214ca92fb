import Diagnostics
public import Vocabulary

/// One band of a raster file.
public struct ReadRaster: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "read raster", .value, "Reads one layer of numbers from a GeoTIFF.",
    formula: """
      Cells that the file declares as no data, or hides by a mask, have none; a scale and offset of \
      the file are applied. Numbers are kept as 32-bit floating point.
      """,
    example: "dem = read raster \"dem.tif\" in m")
  let file = Parameter<String>("file", .subject, .text, "The file, in the data folder.")
  let unit = Parameter<Unit?>(
    "unit", .after("in"), .unit([]), "The unit of its numbers.", default: nil)
  let band = Parameter<Int?>(
    "band", .after("band"), .number(.count),
    "The band, from 1; needed where the file has several.", default: nil)

  /// Creates the word.
  public init() {}

  /// A layer on the file's grid.
  public func infer(_ call: Inference) -> ValueType {
    let facts = call.facts(file, kind: .raster)
    if let bands = facts?.bands {
      let wanted = call.number(band)
      if wanted == nil, bands > 1 {
        call.report(
          .badFile, "The file has \(bands) bands, and one was expected.", at: file,
          help: ["Say which: “, band 1”; or read them all: “read bands … named …”."])
      } else if let wanted, Int(wanted) > bands {
        call.report(
          .badFile, "The file has \(bands) bands, and band \(Int(wanted)) was expected.", at: band,
          help: ["Name a band from 1 to \(bands)."])
      }
    }
    let grid = GridFact(origin: call.name, extent: facts?.grid)
    return ValueType(.raster, unit: call.unit(unit), grid: grid)
  }

  /// Opens the band and looks through its cells once.
  public func run(_ call: Call) throws -> any Value {
    let name = try call[file]
    let wanted = try call[band]
    let input = try InputRaster(name, in: call.environment)
    guard wanted != nil || input.header.bands.count == 1 else {
      throw RasterError.wrongCount(
        file: name, what: "bands", expected: 1, found: input.header.bands.count)
    }
    let plan = RasterLayerPlan(call.names.first ?? name, unit: try call[unit])
    return RasterValue(
      grid: input.header.grid, layers: [try input.layer(plan, band: (wanted ?? 1) - 1)])
  }
}
