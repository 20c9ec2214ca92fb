import Evaluation
import Learning
public import Vocabulary

/// Whether probabilities hold what they say.
public struct DrawReliability: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "draw reliability", .output,
    "Draws how often landslides are where models give them a probability.",
    formula: """
      Ten bins of probability, [0, 0.1), … [0.9, 1]: the share of landslides over the mean \
      probability, with the 95 % interval of Wilson of so many places; below, how many.
      Brier score = Σ (p − y)² / n
      A model whose points lie on the diagonal holds what it says. One learned from as many landslides \
      as other places holds it there, and not of an area where landslides are rare.
      """,
    sources: [
      "Murphy & Winkler (1977), doi:10.2307/2346866",
      "Wilson (1927), doi:10.1080/01621459.1927.10502953",
    ],
    example: "draw reliability of glm, forest on test as fig-trust \"Do probabilities hold?\"")
  let models = Parameter<any Value>(
    "models", .after("of"), .values([.model]), "Models, a family or a group of them.",
    takesFamily: true)
  let places = Parameter<PlacesValue?>(
    "places", .after("on"), .value([.places]),
    "The places on which they are judged; left out for models made by folds.", default: nil)
  let width = FigureSize.width
  let resolution = FigureSize.resolution

  /// Creates the word.
  public init() {}

  /// A figure; a model that was not made by folds needs places.
  public func infer(_ call: Inference) -> ValueType {
    call.requireWidth(width)
    call.requirePlaces(places, for: models)
    return ValueType(.figure)
  }

  /// Predicts at the places and sorts them by probability.
  public func run(_ call: Call) throws -> any Value {
    let entrants = try Entrant.all(of: models, on: places, call)
    let alone = Set(entrants.map(\.mention)).count == 1
    let figure = ReliabilityFigure(
      curves: try entrants.map { entrant in
        let curve = try ReliabilityCurve(of: entrant.predictions())
        return ReliabilityFigure.Curve(
          name: entrant.name(alone: alone),
          bins: curve.bins.map { bin in
            bin.map {
              ReliabilityFigure.Bin(
                probability: $0.probability, share: $0.share, interval: $0.interval,
                count: $0.count)
            }
          }, brier: curve.brier, detail: entrant.detail)
      })
    return try FigureValue.make(
      figure, as: .svg, FigureSize(call, width, resolution), in: call.environment)
  }
}
