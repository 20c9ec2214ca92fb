import Diagnostics
public import Vocabulary

/// A layer from values at points.
public struct Interpolate: Word {
  /// The word's entry of the manual.
  public let entry = Entry(
    "interpolate", .value, "Makes a layer from values measured at points.",
    formula: "inverse distance: z = Σ zᵢ dᵢ⁻ᵖ / Σ dᵢ⁻ᵖ, p the power",
    sources: [
      "Shepard (1968), doi:10.1145/800186.810616",
      "Matheron (1963), doi:10.2113/gsecongeo.58.8.1246",
    ],
    example: "rain = interpolate stations.annual_rain by inverse distance, power 2, onto dem")
  let field = Parameter<any Value>(
    "values", .subject, .value([.column]), "A column of numbers of a table or of points.")
  let method = Parameter<String>(
    "method", .after("by"), .choice(["inverse distance", "kriging", "nearest"]),
    "How values between the points are found.")
  let power = Parameter<Double>(
    "power", .after("power"), .number(.positive), "The power of the distance.", default: 2)
  let target = Parameter<any Value>(
    "grid", .after("onto"), .value([.raster, .classes, .bands]), "The layer whose grid to use.")

  /// Creates the word.
  public init() {}

  /// A layer in the column's unit on the grid named.
  public func infer(_ call: Inference) -> ValueType {
    call.requireProjected(target, for: "interpolation")
    if call.gives(power), let method = call.word(method), method != "inverse distance" {
      call.report(
        .settingUnfit, "“power” belongs to inverse distance, not to \(method).", at: power,
        help: ["Leave the power out, or write “by inverse distance”."])
    }
    return ValueType(.raster, unit: call.type(field)?.unit, grid: call.type(target)?.grid)
  }
}
