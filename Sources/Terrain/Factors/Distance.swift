public import Vocabulary

/// How far the nearest feature is.
public struct Distance: Word {
  /// The word's entry of the manual.
  public let entry = Entry(
    "distance", .value, "Measures how far each cell's centre is from the nearest of some features.",
    formula: "distance = min ‖centre − feature‖, 0 within an area",
    sources: ["Felzenszwalb & Huttenlocher (2012), doi:10.4086/toc.2012.v008a019"],
    example: "to_fault = distance to faults in m, onto dem")
  let features = Parameter<any Value>(
    "features", .after("to"), .value([.points, .lines, .areas]), "The features.")
  let unit = Parameter<Unit>(
    "unit", .after("in"), .unit([.length]), "The unit of the result.", default: .metre)
  let target = Parameter<any Value>(
    "grid", .after("onto"), .value([.raster, .classes, .bands]), "The layer whose grid to use.")

  /// Creates the word.
  public init() {}

  /// A layer of lengths on the grid named.
  public func infer(_ call: Inference) -> ValueType {
    call.requireProjected(target, for: "a distance")
    return ValueType(.raster, unit: call.unit(unit), grid: call.type(target)?.grid)
  }
}
