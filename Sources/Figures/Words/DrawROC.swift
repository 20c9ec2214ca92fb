import Evaluation
import Learning
import Numerics
public import Vocabulary

/// ROC curves of models, on places or on the places that their folds held out.
public struct DrawROC: RunnableWord {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public let version = 2
  /// The word's entry of the manual.
  public let entry = Entry(
    "draw roc", .output,
    "Draws the receiver operating characteristic of models, with the area under each curve.",
    formula: """
      sensitivity = TP / (TP + FN) over 1 − specificity = FP / (FP + TN), for every threshold; \
      without places, over all places that the folds held out, together.
      AUC ± Φ⁻¹(0.975) · standard error after DeLong: the 95 % interval that so many places allow.
      Band of up to three curves: from the 2.5 % to the 97.5 % quantile of the sensitivity at each \
      1 − specificity of 0, 0.01, … 1, over curves of places drawn anew within each class, 2000 times \
      (20,000,000 / places above 10,000 of them, 200 at least). It holds at each point by itself. \
      Neither interval nor band is there where places are judged several times, by repeated folds.
      """,
    sources: [
      "Fawcett (2006), doi:10.1016/j.patrec.2005.10.010",
      "DeLong, DeLong & Clarke-Pearson (1988), doi:10.2307/2531595",
      "Carpenter & Bithell (2000), Statistics in Medicine 19(9), 1141–1164",
      "Robin et al. (2011), doi:10.1186/1471-2105-12-77",
    ],
    example: "draw roc of glm, forest on test as fig-roc \"ROC curves on the held-out places.\"")
  let models = Parameter<any Value>(
    "models", .after("of"), .values([.model]), "Models, a family or a group of them.",
    takesFamily: true)
  let places = Parameter<PlacesValue?>(
    "places", .after("on"), .value([.places]),
    "The places on which they are judged; left out for models made by folds.", default: nil)
  let withoutBands = Parameter<Bool>(
    "bands", .flag("without bands"), .number(.any), "Leaves the bands of the curves out.",
    default: false)
  let width = FigureSize.width
  let resolution = FigureSize.resolution

  /// More bands than this hide each other.
  static let mostBands = 3

  /// Creates the word.
  public init() {}

  /// A figure; a model that was not made by folds needs places.
  public func infer(_ call: Inference) -> ValueType {
    call.requireWidth(width)
    call.requirePlaces(places, for: models)
    return ValueType(.figure)
  }

  /// Predicts at the places and traces the curves.
  public func run(_ call: Call) throws -> any Value {
    try FigureValue.make(
      try figure(call), as: .svg, FigureSize(call, width, resolution), in: call.environment)
  }

  /// What is drawn.
  func figure(_ call: Call) throws -> ROCFigure {
    let entrants = try Entrant.all(of: models, on: places, call)
    let alone = Set(entrants.map(\.mention)).count == 1
    let hasBands = try !call[withoutBands] && entrants.count <= Self.mostBands
    var curves: [ROCFigure.Curve] = []
    for entrant in entrants {
      let predictions = try entrant.predictions()
      let curve = try ROCCurve(of: predictions)
      var band: RateBand?
      if hasBands, entrant.hasEachPlaceOnce {
        let drawn = try ROCBand(
          of: predictions,
          random: RandomStream(
            seed: call.environment.seed, name: entrant.mention, member: entrant.label,
            purpose: "ROC band"))
        band = RateBand(x: drawn.falsePositiveRates, lows: drawn.lows, highs: drawn.highs)
      }
      curves.append(
        ROCFigure.Curve(
          name: entrant.name(alone: alone),
          falsePositiveRates: curve.points.map(\.falsePositiveRate),
          truePositiveRates: curve.points.map(\.truePositiveRate), area: curve.area.value,
          interval: entrant.hasEachPlaceOnce ? curve.area.interval() : nil, band: band,
          detail: entrant.detail))
      call.environment.progress(Double(curves.count) / Double(entrants.count))
    }
    return ROCFigure(curves: curves)
  }
}
