import Drawing
import Rasters
public import Vocabulary

/// A raster as a file for other programs: no word of the language, but what the engine carries out
/// for each raster that lies beside a report.
public struct RasterFile: RunnableWord {
  /// What `explain` would say of it.
  public let entry = Entry(
    "raster file", .output, "Writes a raster as Cloud Optimised GeoTIFF.",
    example: "raster file of chance")
  /// The raster.
  public let raster = Parameter<any Value>(
    "raster", .after("of"), .value([.raster, .classes, .bands, .prediction, .zones]),
    "The raster.")

  /// Creates it.
  public init() {}

  /// No value: what is made lies in a payload.
  public func infer(_ call: Inference) -> ValueType { .nothing }

  /// Writes the file.
  public func run(_ call: Call) throws -> any Value {
    guard let layered = try call[raster] as? any LayeredOnMap else {
      throw CallFault.mismatch(raster.name, expected: "a raster")
    }
    let value = try layered.mapRaster()
    try value.writeFile(
      value.layers.map { Self.band($0, ranks: layered.ranksClasses) }, as: "raster.tif",
      in: call.environment)
    return NothingValue()
  }

  /// What the notebook knows of a layer, with the colours of its map.
  private static func band(_ facts: RasterLayerFacts, ranks: Bool) -> RasterFileBand {
    guard facts.isNominal, let codes = facts.codes else {
      return RasterFileBand(
        name: facts.name, unit: facts.unit?.symbol ?? "", classes: nil,
        hasMeans: !facts.holdsDirections)
    }
    let names = facts.labels ?? codes.map { "\($0)" }
    let colors = ranks ? ClassPalette.ordered(names.count) : ClassPalette.nominal(names.count)
    let classes = codes.enumerated().map { index, code -> RasterFileBand.Class in
      // Names are those of the codes from 1, or of the codes that occur.
      let place = names.count == codes.count ? index : code - 1
      let isNamed = names.indices.contains(place)
      let color = isNamed ? colors[place] : Color(0xFFFFFF)
      return RasterFileBand.Class(
        code: code, name: isNamed ? names[place] : "\(code)",
        color: SIMD3(color.red, color.green, color.blue))
    }
    return RasterFileBand(name: facts.name, unit: "", classes: classes, hasMeans: false)
  }
}

extension DrawMap: MapWord {
  /// The layers.
  public var mapped: String { layers.name }
}
