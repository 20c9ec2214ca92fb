import Diagnostics
public import Vocabulary

/// The widest margin between the classes.
public struct FitSupportVectorMachine: Word {
  /// The word's entry of the manual.
  public let entry = Entry(
    "fit support vector machine", .value, "Fits the surface with the widest margin between labels.",
    formula: "rbf kernel: k(a, b) = exp(−γ ‖a − b‖²); linear kernel: k(a, b) = a · b",
    sources: [
      "Cortes & Vapnik (1995), doi:10.1007/BF00994018",
      "Platt (1999), Advances in Large Margin Classifiers, 61-74",
    ],
    example: "svm = fit support vector machine on train, reading scaled\n  kernel rbf")
  let places = Parameter<any Value>(
    "places", .after("on"), .value([.places]), "The places to learn from.", learns: .labels)
  let stack = Parameter<any Value>(
    "layers", .after("reading"), .value([.stack]),
    "The stack of layers that it learns from and predicts by.")
  let example = Parameter<(any Value)?>(
    "as in", .after("as in"), .value([.model]), "A model whose settings hold where none is given.",
    default: nil)
  let kernel = Parameter<String>(
    "kernel", .item("kernel"), .choice(["rbf", "linear"]), "The kernel.", default: "rbf")
  let cost = Parameter<Double>(
    "cost", .item("cost"), .number(.positive), "The price of a place on the wrong side.", default: 1
  )
  let gamma = Parameter<Double?>(
    "gamma", .item("gamma"), .number(.positive),
    "γ of the rbf kernel; left out, 1 / (columns · variance).", default: nil)
  let folds = Parameter<(any Value)?>(
    "folds", .item("folds"), .either([.number(.count), .value([.folds])]),
    "Into how many folds the places are divided, or the folds.", default: nil)

  /// Creates the word.
  public init() {}

  /// A model that reads the stack.
  public func infer(_ call: Inference) -> ValueType {
    if call.gives(gamma), call.word(kernel) == "linear" {
      call.report(
        .settingUnfit, "A linear kernel has no gamma.", at: gamma, help: ["Delete the line."])
    }
    return call.model(
      on: places, reading: [stack], folds: folds, settings: [kernel, cost, gamma])
  }
}
