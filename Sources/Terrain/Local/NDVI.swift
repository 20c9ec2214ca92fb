import Diagnostics
public import Numerics
public import Rasters
public import Vocabulary

/// How green the ground is.
public struct NDVI: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "ndvi", .value, "Measures how green the ground is, from the red and near-infrared bands.",
    formula: "ndvi = (nir − red) / (nir + red); no data where either has none or their sum is zero",
    sources: ["Tucker (1979), doi:10.1016/0034-4257(79)90013-0"],
    example: "ndvi = ndvi of landsat")
  let bands = Parameter<RasterValue>(
    "bands", .after("of"), .value([.bands]), "An image with bands named red and nir.")

  /// Creates the word.
  public init() {}

  /// A layer of plain numbers on the image's grid.
  public func infer(_ call: Inference) -> ValueType {
    guard let image = call.type(bands) else { return ValueType(.raster, unit: .one) }
    let known = image.layers.isEmpty ? image.members.map(\.name) : image.layers.map(\.name)
    for needed in ["red", "nir"] where !known.isEmpty && !known.contains(needed) {
      call.report(
        .noSuchLayer,
        "ndvi needs a band named “\(needed)”; “\(call.references(bands)[0].text)” has "
          + known.joined(separator: ", ") + ".",
        at: bands, help: ["Name the bands where the file is read: named blue, green, red, nir."])
    }
    return ValueType(.raster, unit: .one, grid: image.grid)
  }

  /// Computes the index of every cell.
  public func run(_ call: Call) throws -> any Value {
    let image = try call[bands]
    let environment = call.environment
    guard let red = image.layers.firstIndex(where: { $0.name == "red" }),
      let infrared = image.layers.firstIndex(where: { $0.name == "nir" })
    else { throw CallFault.mismatch(bands.name, expected: "bands named red and nir") }
    let layers = try image.rasterLayers(in: environment)
    let plan = RasterLayerPlan(call.names.first ?? "ndvi", unit: .one)
    return try RasterValue.make(on: image.grid, [plan], in: environment) { writer in
      try ndvi(
        red: layers[red], nearInfrared: layers[infrared], to: writer,
        threads: environment.threads)
    }
  }
}

/// Computes the normalised difference vegetation index.
///
///     ndvi = (nir − red) / (nir + red)
///
/// - Input: two bands of one image, in the same measure.
/// - Output: a plain number, −1…1 where neither band is negative; no data where either has none or
///   their sum is zero.
/// - Parameters:
///   - red: the red band.
///   - nearInfrared: the near-infrared band.
///   - writer: takes the index, one band on the same grid.
///   - threads: how many blocks to work at a time; it does not change the result.
/// - Throws: ``RasterError/gridMismatch(difference:)``, and what readers and writer throw.
/// - Source: Tucker (1979), Remote Sens. Environ. 8, 127–150, doi:10.1016/0034-4257(79)90013-0.
public func ndvi(
  red: RasterLayer, nearInfrared: RasterLayer, to writer: any RasterWriter,
  threads: Int = ThreadLimit.current
) throws {
  try mapBlocks([red, nearInfrared], to: writer, threads: threads) { block, outputs in
    let (red, infrared) = (block.origin(0), block.origin(1))
    for cell in 0..<block.window.count {
      let (r, n) = (Double(red[cell]), Double(infrared[cell]))
      outputs[0][cell] = n + r == 0 ? .nan : Float((n - r) / (n + r))
    }
  }
}
