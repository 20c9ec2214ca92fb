import Diagnostics
public import Vocabulary

/// Patches of a layer that says what is there.
public struct Cut: Word {
  /// The word's entry of the manual.
  public let entry = Entry(
    "cut", .value, "Cuts a layer of 1 and 0 into patches, each a place with a label in every cell.",
    example: "places = cut truth into patches side x side, margin overlap")
  let truth = Parameter<any Value>(
    "truth", .subject, .value([.raster]), "A layer that holds 1 where something is, else 0.")
  let size = Parameter<[Double]>("size", .after("into patches"), .pair, "The sides, in cells.")
  let margin = Parameter<Double>(
    "margin", .after("margin"), .number(Limits(0...1e6, whole: true)),
    "Cells added on every side, which are read but not judged.", default: 0)

  /// Creates the word.
  public init() {}

  /// Places on the layer's grid, which remember their sides.
  public func infer(_ call: Inference) -> ValueType {
    let grid = call.type(truth)?.grid
    var result = ValueType(.places, grid: grid)
    result.places = PlaceSet(root: call.name)
    let added = call.gives(margin) ? call.number(margin) : 0
    if case .pair(let first, let second) = call.argument(size)?.content {
      let width = first.knownQuantity?.value
      let height = second.knownQuantity?.value
      for (name, side) in [("width", width), ("height", height)] {
        var type = ValueType(.number, unit: .cells)
        if let side, let added { type.known = Quantity(side + 2 * added, .cells) }
        result.members.append(ValueType.Member(PatchSides.prefix + name, type))
      }
      if let extent = grid?.extent, let width, let height,
        Int(width) > extent.columns || Int(height) > extent.rows
      {
        call.report(
          .countImpossible,
          "A patch of \(Int(width)) x \(Int(height)) cells is larger than the layer's "
            + "\(extent.columns) x \(extent.rows).",
          at: size, help: ["Choose a smaller side."])
      }
    }
    return result
  }
}

/// How the type of places cut into patches tells their sides: as parts of the value.
public enum PatchSides {
  static let prefix = "patch_"

  /// The height and width of the patches with their margins, as far as they are known; `nil` for
  /// places that are not patches.
  public static func of(_ places: ValueType) -> (height: Int?, width: Int?)? {
    guard let height = places.member(prefix + "height"), let width = places.member(prefix + "width")
    else { return nil }
    return (height.known.map { Int($0.value) }, width.known.map { Int($0.value) })
  }
}
