import Diagnostics
public import Vocabulary

/// Coloured bands in the detail of a panchromatic one.
public struct Pansharpen: Word {
  /// The word's entry of the manual.
  public let entry = Entry(
    "pansharpen", .value, "Gives coloured bands the detail of a panchromatic one.",
    formula: "high-pass filter: bandⱼ = bandⱼ resampled + wⱼ · (pan − mean of pan around the cell)",
    sources: [
      "Chavez, Sides & Anderson (1991), Photogramm. Eng. Remote Sens. 57, 295-303",
      "Gillespie, Kahle & Walker (1987), doi:10.1016/0034-4257(87)90088-5",
    ],
    example: "sharp = pansharpen multi with pan, by high-pass filter")
  let bands = Parameter<any Value>("bands", .subject, .value([.bands]), "The coloured bands.")
  let pan = Parameter<any Value>(
    "pan", .after("with"), .value([.raster]), "The panchromatic band, on finer cells.")
  let method = Parameter<String>(
    "method", .after("by"), .choice(["high-pass filter", "brovey"]), "How the detail is brought in."
  )

  /// Creates the word.
  public init() {}

  /// The same bands on the fine grid.
  public func infer(_ call: Inference) -> ValueType {
    let fine = call.type(pan)?.grid
    if let fine, let coarse = call.type(bands)?.grid, let fineCell = cell(fine, call),
      let coarseCell = cell(coarse, call), fineCell >= coarseCell
    {
      call.report(
        .gridMismatch,
        "“\(call.references(pan)[0].text)” has cells of \(Quantity.plain(fineCell)) m, no finer than the "
          + "\(Quantity.plain(coarseCell)) m of “\(call.references(bands)[0].text)”.",
        at: pan, help: ["Give the band with the smaller cells after “with”."])
    }
    guard var result = call.type(bands) else { return ValueType(.bands, grid: fine) }
    result.grid = fine
    result.members = result.members.map { member in
      var type = member.type
      type.grid = fine
      return ValueType.Member(member.name, type)
    }
    return result
  }

  private func cell(_ grid: GridFact, _ call: Inference) -> Double? {
    if let extent = grid.extent { return extent.isGeographic ? nil : extent.cellWidth }
    return call.host.statedCell(of: grid)?.base
  }
}
