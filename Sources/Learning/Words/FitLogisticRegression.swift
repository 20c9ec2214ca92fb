import Numerics
public import Vocabulary

/// Logistic regression by maximum likelihood.
public struct FitLogisticRegression: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "fit logistic regression", .value,
    "Fits the log odds of a landslide as a weighted sum of the layers, by maximum likelihood.",
    formula: """
      P(y = 1 | x) = 1 / (1 + exp(−(β₀ + β·x)))
      β = arg max Σ y ln p + (1 − y) ln(1 − p) − λ/2 Σ (βⱼ sⱼ)², λ the ridge, sⱼ the deviation of layer j
      Newton's method to machine precision. Of a layer as dummies the first class is the one the \
      others are compared with. Without ridge, layers that separate the classes are an error.
      """,
    sources: [
      "Hosmer, Lemeshow & Sturdivant (2013), doi:10.1002/9781118548387",
      "Albert & Anderson (1984), doi:10.1093/biomet/71.1.1",
    ],
    example: "glm = fit logistic regression on train, reading factors")
  let places = Parameter<PlacesValue>(
    "places", .after("on"), .value([.places]), "The places to learn from.", learns: .labels)
  let stack = Parameter<StackValue>(
    "layers", .after("reading"), .value([.stack]),
    "The stack of layers that it learns from and predicts by.")
  let example = Parameter<(any Value)?>(
    "as in", .after("as in"), .value([.model]), "A model whose settings hold where none is given.",
    default: nil)
  let ridge = Parameter<Double?>(
    "ridge", .item("ridge"), .number(.positive),
    "The penalty on the squares of the standardised coefficients; 0 for none.", default: nil)
  let iterations = Parameter<Int?>(
    "iterations", .item("iterations"), .number(.count),
    "After how many steps to give up; left out, 100.", default: nil)
  let folds = Parameter<(any Value)?>(
    "folds", .item("folds"), .either([.number(.count), .value([.folds])]),
    "Into how many folds the places are divided, or the folds.", default: nil)

  /// Creates the word.
  public init() {}

  /// A model that reads the stack, with a part for each coefficient and setting.
  public func infer(_ call: Inference) -> ValueType {
    call.requireNoNominalCodes(stack, purpose: "a regression")
    var type = call.model(
      on: places, reading: [stack], folds: folds, settings: [ridge, iterations])
    let names = ["intercept"] + type.layers.filter { !$0.isDummies }.map(\.name)
    type.members += names.map { name in
      ValueType.Member(name, ValueType(.coefficient, unit: .one))
    }
    return type
  }

  /// Fits the model.
  public func run(_ call: Call) throws -> any Value {
    let stack = try call[stack]
    let learner = try learner(call)
    let samples = try call.samples(
      of: stack, at: places, columns: stack.columnsWithoutReference)
    let model = try learner.fit(samples, using: call.environment.linearAlgebra())
    return LogisticValue(
      stack: stack, model: model, mostSteps: learner.mostSteps, missing: samples.missing,
      heldOut: try call.heldOut(of: places))
  }

  private func learner(_ call: Call) throws -> LogisticRegression {
    let given = (ridge: try call[ridge], steps: try call[iterations])
    guard let value = try call.members(example).first?.member.value else {
      return LogisticRegression(ridge: given.ridge ?? 0, mostSteps: given.steps ?? 100)
    }
    guard let model = value as? LogisticValue else {
      throw LearningError.otherLearner(expected: "logistic regression")
    }
    return LogisticRegression(
      ridge: given.ridge ?? model.model.ridge, mostSteps: given.steps ?? model.mostSteps)
  }
}
