import Diagnostics
public import Vocabulary

/// A map of what a model says.
public struct PredictionOfModel: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "prediction", .value, "Maps the probability of a landslide that a model gives to each cell.",
    formula: """
      The model reads its own layers, or those of the same names in the stack after “over”; what \
      was learned for the model's layers, such as a scale, holds there too. A cell that lacks a \
      layer has no data, and so has a class that the model has not met.
      """,
    example: "chance = prediction of glm")
  let model = Parameter<any Predictor>(
    "model", .after("of"), .value([.model]), "The model that is asked about every cell.")
  let stack = Parameter<StackValue?>(
    "over", .after("over"), .value([.stack]), "The layers of another area or source.",
    default: nil)

  /// Creates the word.
  public init() {}

  /// Probabilities on the grid of the layers.
  public func infer(_ call: Inference) -> ValueType {
    let fitted = call.type(model)
    let layers = call.gives(stack) ? call.type(stack) : fitted
    if call.gives(stack), let wanted = fitted?.layers, let there = layers?.layers, !there.isEmpty {
      let missing = wanted.map(\.name).filter { name in !there.contains { $0.name == name } }
      if !missing.isEmpty {
        call.report(
          .layersMissing,
          "“\(call.references(stack)[0].text)” lacks \(missing.joined(separator: ", ")), which "
            + "“\(call.references(model)[0].text)” reads.",
          at: stack, help: ["Put layers of these names into the stack."])
      }
    }
    if layers != nil, layers?.grid == nil, !(layers?.layers.isEmpty ?? true) {
      call.report(
        .noGrid, "There is no grid to map “\(call.references(model)[0].text)” on.",
        at: call.gives(stack) ? stack : model,
        help: ["Name a stack of rasters with the same layers: over terrain."])
    }
    return ValueType(.prediction, unit: .one, grid: layers?.grid)
  }

  /// Reads the layers block by block.
  public func run(_ call: Call) throws -> any Value {
    let model = try call[model]
    let stack = try call[stack].map { try model.stack.over($0) } ?? model.stack
    return try stack.prediction(
      of: model, named: call.names.first ?? "prediction", in: call.environment)
  }
}
