import Diagnostics
import Learning
public import Vocabulary

/// The correlations of a collinearity as coloured cells.
public struct DrawCorrelation: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "draw correlation", .output,
    "Draws Pearson's correlation of each pair of layers as a coloured cell with its number.",
    formula: """
      r = Σ (x − x̄)(y − ȳ) / √(Σ (x − x̄)² Σ (y − ȳ)²), of the values at the places of the collinearity; \
      blue for layers that go against each other, red for those that go together
      """,
    sources: [
      "Friendly (2002), doi:10.1198/000313002533",
      "Harrower & Brewer (2003), doi:10.1179/000870403235002042",
    ],
    example: "draw correlation of collinear as fig-corr \"Correlation of the factors.\"")
  let measured = Parameter<CollinearityValue>(
    "collinearity", .after("of"), .value([.collinearity]), "A collinearity of two layers or more.")
  let width = FigureSize.width
  let resolution = FigureSize.resolution

  /// Creates the word.
  public init() {}

  /// A figure; one layer by itself has no correlation.
  public func infer(_ call: Inference) -> ValueType {
    call.requireWidth(width)
    if let layers = call.type(measured)?.layers, layers.count == 1, !layers[0].isDummies {
      call.report(
        .loneLayer, "“\(call.references(measured)[0].text)” is one layer, not several.",
        at: measured, help: ["Name the collinearity of all layers."])
    }
    return ValueType(.figure)
  }

  /// Draws the columns that are meant.
  public func run(_ call: Call) throws -> any Value {
    let value = try call[measured]
    let chosen = value.chosen
    guard chosen.count > 1 else {
      throw FigureError.nothingToDraw(name: call.argument(measured)?.references.first?.text ?? "")
    }
    let figure = CorrelationFigure(
      names: chosen.map { MapScene.words(value.names[$0]) },
      correlations: chosen.flatMap { row in
        chosen.map { value.pearson.numbers[row + $0 * value.names.count] }
      }, places: value.places)
    return try FigureValue.make(
      figure, as: .svg, FigureSize(call, width, resolution), in: call.environment)
  }
}
