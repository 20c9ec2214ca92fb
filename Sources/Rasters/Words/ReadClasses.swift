import Diagnostics
public import Vocabulary

/// A layer of class codes from a raster file.
public struct ReadClasses: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "read classes", .value, "Reads a layer of class codes, such as rock units, from a GeoTIFF.",
    formula: "Codes are whole numbers; they are names, and no word takes them for amounts.",
    example: "geology = read classes \"lithology.tif\" with 5 classes")
  let file = Parameter<String>("file", .subject, .text, "The file, in the data folder.")
  let count = Parameter<Int?>(
    "count", .around("with", "classes"), .number(.count),
    "How many classes occur; the run holds the file to it.", default: nil)
  let band = Parameter<Int?>(
    "band", .after("band"), .number(.count),
    "The band, from 1; needed where the file has several.", default: nil)

  /// Creates the word.
  public init() {}

  /// A layer of classes on the file's grid.
  public func infer(_ call: Inference) -> ValueType {
    let facts = call.facts(file, kind: .classes)
    if let bands = facts?.bands, bands > 1, !call.gives(band) {
      call.report(
        .badFile, "The file has \(bands) bands, and one was expected.", at: file,
        help: ["Say which: “, band 1”."])
    }
    var type = ValueType(.classes, grid: GridFact(origin: call.name, extent: facts?.grid))
    if let count = call.number(count) { type.count = .known(Int(count)) }
    return type
  }

  /// Opens the layer, looks through its codes and counts the classes.
  public func run(_ call: Call) throws -> any Value {
    let name = try call[file]
    let input = try InputRaster(name, in: call.environment)
    let wanted = try call[band]
    guard wanted != nil || input.header.bands.count == 1 else {
      throw RasterError.wrongCount(
        file: name, what: "bands", expected: 1, found: input.header.bands.count)
    }
    let plan = RasterLayerPlan(call.names.first ?? name, unit: nil, isNominal: true)
    let layer = try input.layer(plan, band: (wanted ?? 1) - 1)
    if let expected = try call[count], let codes = layer.codes, codes.count != expected {
      throw RasterError.wrongCount(
        file: name, what: "classes", expected: expected, found: codes.count)
    }
    return RasterValue(grid: input.header.grid, layers: [layer])
  }
}
