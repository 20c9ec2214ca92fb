import Diagnostics
public import Vocabulary

/// A raster on the grid of another.
public struct ResampleOnto: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "resample", .value, "Brings a layer onto the grid of another.",
    formula: """
      The centre of each cell of the new grid is looked up in the old one: the value of the cell \
      that holds it (nearest), or linearly between the four nearest centres (bilinear). Nothing is \
      averaged. No data where the centre lies outside, or a cell that weighs anything has none.
      """,
    example: "rock = resample geology onto dem by nearest")
  let layer = Parameter<RasterValue>(
    "layer", .subject, .value([.raster, .classes, .bands, .prediction, .zones]), "The layer.")
  let target = Parameter<RasterValue>(
    "target", .after("onto"), .value([.raster, .classes, .bands, .prediction, .zones]),
    "The layer whose grid is wanted.")
  let method = Parameter<String>(
    "method", .after("by"), .choice(["bilinear", "nearest"]),
    "How to read between the centres of cells; classes by nearest only.")

  /// Creates the word.
  public init() {}

  /// The layer's type on the other grid.
  public func infer(_ call: Inference) -> ValueType {
    guard var type = call.type(layer) else { return ValueType(.raster) }
    let nominal = type.kind == .classes || type.kind == .zones
    if nominal, call.word(method) == "bilinear" {
      call.report(
        .nominalCodes,
        "“\(call.references(layer)[0].text)” holds class codes, which bilinear would average.",
        at: method, help: ["Write “by nearest”."])
    }
    let grid = call.type(target)?.grid
    type.grid = grid
    type.members = type.members.map { member in
      var part = member.type
      part.grid = grid
      return ValueType.Member(member.name, part)
    }
    return type
  }

  /// Computes every cell of the new grid.
  public func run(_ call: Call) throws -> any Value {
    let value = try call[layer]
    let grid = try call[target].grid
    guard let chosen = Resampling(rawValue: try call[method]) else {
      throw CallFault.mismatch(method.name, expected: "bilinear or nearest")
    }
    if chosen == .bilinear, let nominal = value.layers.first(where: \.isNominal) {
      throw RasterError.outOfRange(
        what: "the method for the classes of “\(nominal.name)”", found: "bilinear",
        expected: "nearest")
    }
    let environment = call.environment
    let transformation =
      value.grid.crs == grid.crs
      ? nil : try environment.formats().transformation(from: grid.crs, to: value.grid.crs)
    var plans = value.layers.map { RasterLayerPlan(like: $0) }
    if plans.count == 1, let name = call.names.first { plans[0].name = name }
    return try RasterValue.make(on: grid, plans, in: environment) { writer in
      try resample(
        value.reader(in: environment), to: writer, by: chosen, transformation: transformation,
        threads: environment.threads)
    }
  }
}
