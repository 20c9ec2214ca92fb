import Diagnostics
public import Vocabulary

/// All bands of a raster file, under names.
public struct ReadBands: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "read bands", .value, "Reads all bands of a GeoTIFF, each under a name.",
    formula: "The names stand in the order of the file's bands, one for each.",
    example: "image = read bands \"image.tif\" named blue, green, red, nir")
  let file = Parameter<String>("file", .subject, .text, "The file, in the data folder.")
  let bandNames = Parameter<[NewName]>(
    "names", .after("named"), .newNames, "A name for each band, with its unit if it has one.")

  /// Creates the word.
  public init() {}

  /// Named layers on the file's grid.
  public func infer(_ call: Inference) -> ValueType {
    let facts = call.facts(file, kind: .bands)
    let names = call.newNames(bandNames)
    if let bands = facts?.bands, bands != names.count {
      call.report(
        .badFile, "The file has \(bands) bands, but \(names.count) are named.", at: bandNames,
        help: ["Name every band, in the order of the file."])
    }
    var type = ValueType(.bands, grid: GridFact(origin: call.name, extent: facts?.grid))
    type.count = .known(names.count)
    type.layers = names.map { LayerFact($0.name, unit: $0.unit) }
    type.members = names.map {
      ValueType.Member($0.name, ValueType(.raster, unit: $0.unit, grid: type.grid))
    }
    return type
  }

  /// Opens the bands and looks through their cells once.
  public func run(_ call: Call) throws -> any Value {
    let name = try call[file]
    let names = try call[bandNames]
    let input = try InputRaster(name, in: call.environment)
    guard input.header.bands.count == names.count else {
      throw RasterError.wrongCount(
        file: name, what: "bands", expected: names.count, found: input.header.bands.count)
    }
    let layers = try names.enumerated().map { band, name in
      try input.layer(RasterLayerPlan(name.name, unit: name.unit), band: band)
    }
    return RasterValue(grid: input.header.grid, layers: layers)
  }
}
