import Diagnostics
public import Vocabulary

/// How green the ground is.
public struct NDVI: Word {
  /// The word's entry of the manual.
  public let entry = Entry(
    "ndvi", .value, "Measures how green the ground is, from the red and near-infrared bands.",
    formula: "ndvi = (nir − red) / (nir + red); no data where both are zero",
    sources: ["Tucker (1979), doi:10.1016/0034-4257(79)90013-0"],
    example: "ndvi = ndvi of landsat")
  let bands = Parameter<any Value>(
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
}
