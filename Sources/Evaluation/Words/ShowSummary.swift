import Diagnostics
import Learning
import Numerics
import Rasters
public import Vocabulary

/// Range, mean and unit of layers.
public struct ShowSummary: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "show summary", .output, "Shows range, mean, unit and cells without data of each layer.",
    formula: """
      mean = Σ x / n;  standard deviation √(Σ (x − mean)² / n)
      Of directions, angles of more than half a turn, both are circular: atan2(Σ sin x, Σ cos x) and \
      √(−2 ln R). Over all cells with data, or at the places named.
      """,
    sources: [
      "Mardia & Jupp (1999), Directional Statistics, section 2.3, doi:10.1002/9780470316979"
    ],
    example: "show summary of factors as tbl-factors \"Range, mean and unit of each factor.\"")
  let layers = Parameter<any Value>(
    "layers", .after("of"), .values([.stack, .raster, .classes, .bands, .prediction]),
    "Stacks, layers or maps, each layer a row.", takesFamily: true)
  let places = Parameter<PlacesValue?>(
    "places", .after("at"), .value([.places]), "Where they are read; left out, in all cells.",
    default: nil)

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public var version: Int { 2 }

  /// Creates the word.
  public init() {}

  /// A table with a row for each layer.
  public func infer(_ call: Inference) -> ValueType {
    for reference in call.references(layers)
    where reference.type.kind == .stack && reference.type.grid == nil
      && !reference.type.layers.isEmpty && !call.gives(places)
    {
      call.report(
        .noGrid, "“\(reference.text)” has columns of places, which have no cells.",
        span: reference.span,
        help: ["Name the places: show summary of \(reference.text) at places."])
    }
    return ValueType(.display)
  }

  /// Goes through the cells, or the places.
  public func run(_ call: Call) throws -> any Value {
    let members = try call.members(layers)
    var (rows, notes): ([[DisplayTable.Cell]], [String]) = ([], [])
    for (mention, member) in members {
      let stack = try stack(of: member.value)
      let label = members.count > 1 && stack.layers.count > 1 ? name(of: mention, member) : ""
      for index in stack.layers.indices {
        let only = stack.selecting(layer: index)
        let summary = try ColumnSummary(of: only, at: call[places], call.environment)
        let name =
          stack.layers.count == 1 && members.count > 1
          ? Evaluation.name(of: mention, member) : stack.layers[index].name
        rows.append(
          [.text([label, name].filter { !$0.isEmpty }.joined(separator: ", "))] + summary.cells)
        if let resultant = summary.resultant {
          notes.append(
            "\(name) holds directions: mean and deviation are circular, resultant length "
              + "\(formatFixed(resultant, decimals: 3)).")
        }
      }
    }
    return DisplayTable(
      columns: [
        .text("Layer"), .text("Unit"), .number(call.gives(places) ? "Places" : "Cells"),
        .number("Without data"), .number("Smallest"), .number("Largest"), .number("Mean"),
        .number("Standard deviation"),
      ], rows: rows, notes: notes)
  }

  private func stack(of value: any Value) throws -> StackValue {
    if let stack = value as? StackValue { return stack }
    guard let raster = (value as? RasterValue) ?? (value as? any RasterLike)?.raster else {
      throw CallFault.mismatch(layers.name, expected: "layers")
    }
    return StackValue(
      raster.layers.map { layer in
        StackValue.Layer(
          name: layer.name, unit: layer.unit, isNominal: layer.isNominal, classes: nil,
          source: .raster(RasterValue(grid: raster.grid, layers: [layer])))
      })
  }
}

/// What the numbers of one layer of a stack are like.
private struct ColumnSummary {
  let cells: [DisplayTable.Cell]
  /// How alike directions are, where it holds directions.
  let resultant: Double?

  init(
    of stack: StackValue, at places: PlacesValue?, _ environment: any RunEnvironment
  ) throws {
    let unit = stack.unitText(of: 0)
    let isClass = unit == "class" || stack.columns[0].className != nil
    var summary = RasterSummary()
    var directions: CircularMean?
    let scale = stack.columns[0].steps.isEmpty ? ColumnSummary.angleScale(of: stack) : nil
    func isTurning(_ summary: RasterSummary) -> Bool {
      scale.map { summary.minimum >= 0 && summary.maximum * $0 > .pi } ?? false
    }
    if let places {
      let all = try stack.values(ofLayer: 0, at: places, in: environment)
      let numbers = all.filter(\.isFinite)
      summary.count = numbers.count
      summary.noData = all.count { $0.isNaN }
      summary.infinite = all.count - summary.count - summary.noData
      summary.minimum = numbers.min() ?? .nan
      summary.maximum = numbers.max() ?? .nan
      summary.mean = mean(of: numbers)
      summary.deviation = standardDeviation(of: numbers, kind: .population)
      if isTurning(summary), let scale {
        directions = CircularMean()
        for number in numbers { directions?.add(number * scale) }
      }
    } else {
      guard let layer = try stack.layerCells(0, in: environment) else {
        throw LearningError.noGrid(layers: stack.layers.map(\.name))
      }
      summary = try summarise(layer, threads: environment.threads)
      if isTurning(summary), let scale {
        directions = try circularMean(of: layer, scale: scale, threads: environment.threads)
      }
    }
    if let scale, let directions {
      summary.mean = directions.direction / scale
      summary.deviation = directions.deviation / scale
    }
    resultant = directions?.resultant
    let counts: [DisplayTable.Cell] = [
      .text(isClass ? "class" : unit), .number(Double(summary.count), decimals: 0),
      .number(Double(summary.noData), decimals: 0),
    ]
    cells =
      counts
      + DisplayTable.Cell.range(
        summary.minimum, summary.maximum, mean: summary.mean, deviation: summary.deviation,
        areClasses: isClass)
  }

  /// One of the layer's unit in radians, where it is an angle.
  private static func angleScale(of stack: StackValue) -> Double? {
    guard let unit = stack.layers[0].unit, unit.dimension == .angle, !stack.layers[0].isNominal
    else { return nil }
    return unit.scale
  }
}
