import Diagnostics
import Drawing
import Evaluation
import Figures
import Learning
import Numerics
import Rasters
import Testing
import Vocabulary

/// A model that says what its one layer holds, a probability.
private struct Echo: Predictor {
  static var kind: Kind { .model }
  var stack: StackValue {
    StackValue([
      StackValue.Layer(name: "p", unit: nil, isNominal: false, classes: nil, source: .column)
    ])
  }
  let heldOut: PlacesValue?
  var featureNames: [String] { ["p"] }
  var summary: String { "echo" }

  func probabilities(for features: Matrix) -> [Double] {
    (0..<features.rows).map { features[$0, 0] }
  }
  func member(_ name: String) -> (any Value)? { nil }
  func display() -> DisplayTable { DisplayTable(columns: [], rows: []) }
}

@Suite("draw roc")
struct DrawROCTests {
  private func places(_ probabilities: [Double], _ labels: [Double]) -> PlacesValue {
    PlacesValue(
      root: "places", count: labels.count,
      points: labels.indices.map { SIMD2(712_000 + 10 * Double($0), 9_557_000) }, crs: plane,
      labels: labels, columns: [ColumnValue(name: "p", unit: nil, numbers: probabilities)])
  }

  private func text(
    _ models: [Argument], on places: PlacesValue?, _ values: [String: [FamilyMember]],
    withoutBands: Bool = false, by word: any RunnableWord = DrawROC()
  ) throws -> String {
    let run = try TestRun()
    var arguments: [String: Argument.Content] = ["models": .list(models)]
    if withoutBands { arguments["bands"] = .flag }
    var values = values
    if let places {
      arguments["places"] = mention("test", .places).content
      values["test"] = single(places)
    }
    let result = try run.run(word, arguments, values)
    let figure = try #require(result as? FigureValue)
    #expect(figure.format == .svg)
    return figure.alternative
  }

  // Expected: sklearn.metrics.roc_auc_score([0, 0, 1, 1], [.1, .4, .35, .8]) = 0.75. The structural
  // components after DeLong are 0.5 and 1 for either class, of sample variance 1/8 each: the standard
  // error is √(1/16 + 1/16), and 0.75 ± 1.959964 · 0.353553 reaches from 0.0570 beyond 1.
  @Test func aModelIsJudgedOnPlaces() throws {
    let test = places([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1])
    #expect(
      try text([mention("my_glm", .model)], on: test, ["my_glm": single(Echo(heldOut: nil))])
        == "ROC curve of 1 model, with 95 % intervals and bands: my glm, AUC 0.750 (0.057 to 1.000)."
    )
  }

  @Test func theFoldsOfAModelArePooled() throws {
    var type = ValueType(.model)
    type.axes = [Axis("fold", ["1", "2"], isFolds: true)]
    let folded = Argument(
      .reference(Reference("cv", span: Span(0, 0), type: type)), Span(0, 0))
    let members = [
      FamilyMember([Coordinate("fold", "1")], Echo(heldOut: places([0.1, 0.35], [0, 1]))),
      FamilyMember([Coordinate("fold", "2")], Echo(heldOut: places([0.4, 0.8], [0, 1]))),
    ]
    #expect(
      try text([folded], on: nil, ["cv": members])
        == "ROC curve of 1 model, with 95 % intervals and bands: cv (2 folds pooled), AUC 0.750 "
        + "(0.057 to 1.000)."
    )
  }

  @Test func aFamilyHasACurveForEachMember() throws {
    let test = places([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1])
    let members = ["glm", "svm"].map {
      FamilyMember([Coordinate("models", $0)], Echo(heldOut: nil))
    }
    #expect(
      try text([mention("models", .model)], on: test, ["models": members])
        == "ROC curves of 2 models, with 95 % intervals and bands: glm, AUC 0.750 (0.057 to 1.000); svm, "
        + "AUC 0.750 (0.057 to 1.000).")
  }

  @Test func bandsAreOfAtMostThreeCurvesAndCanBeLeftOut() throws {
    let test = places([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1])
    func members(_ count: Int) -> [FamilyMember] {
      (0..<count).map { FamilyMember([Coordinate("models", "m\($0)")], Echo(heldOut: nil)) }
    }
    func text(_ count: Int, withoutBands: Bool = false) throws -> String {
      try self.text(
        [mention("models", .model)], on: test, ["models": members(count)],
        withoutBands: withoutBands)
    }
    #expect(try text(3).contains("intervals and bands"))
    #expect(try text(4).contains("intervals: "))
    #expect(try text(3, withoutBands: true).contains("intervals: "))
  }

  // sklearn.calibration.calibration_curve([0, 0, 1, 1], [.12, .4, .35, .8], n_bins=10) gives 0, 0.5, 1
  // at 0.12, 0.375 and 0.8; brier_score_loss 0.15922.
  @Test func probabilitiesAreHeldAgainstWhatHappened() throws {
    let test = places([0.12, 0.395, 0.355, 0.8], [0, 0, 1, 1])
    #expect(
      try text(
        [mention("glm", .model)], on: test, ["glm": single(Echo(heldOut: nil))],
        by: DrawReliability())
        == "Observed share of landslides at predicted probabilities: glm, Brier score 0.157, 0.00 at "
        + "0.12, 0.50 at 0.38, 1.00 at 0.80.")
  }

  @Test func withoutFoldsOrPlacesThereIsNoCurve() throws {
    #expect(throws: FigureError.noPlaces(model: "glm")) {
      try text([mention("glm", .model)], on: nil, ["glm": single(Echo(heldOut: nil))])
    }
  }

  @Test func oneClassHasNoCurve() throws {
    #expect(throws: EvaluationError.self) {
      try text(
        [mention("glm", .model)], on: places([0.1, 0.4], [1, 1]),
        ["glm": single(Echo(heldOut: nil))])
    }
  }

  @Test func placesOnAMapAreKnownByTheirLabel() throws {
    let run = try TestRun()
    let result = try run.run(
      DrawMap(), ["layers": .list([mention("train", .places)])],
      ["train": single(places([0.1, 0.4, 0.2], [0, 1, 0]))])
    #expect(
      try #require(result as? FigureValue).alternative.contains(
        "2 points (non-landslides of train), 1 point (landslides of train)"))
  }

  @Test func theLayersOfAStackAreMaps() throws {
    let run = try TestRun()
    let layers = try ["slope", "relief"].map { name in
      StackValue.Layer(
        name: name, unit: nil, isNominal: false, classes: nil,
        source: .raster(
          try run.raster([RasterLayerPlan(name, unit: nil)], columns: 5, rows: 5) {
            Float($1 + $0)
          }))
    }
    let result = try run.run(
      DrawMap(plural: true), ["layers": .list([mention("factors", .stack)])],
      ["factors": single(StackValue(layers))])
    #expect(
      try #require(result as? FigureValue).alternative.hasPrefix(
        "2 maps. (a) slope, 0 to 24.0, median 12.0; (b) relief, 0 to 24.0"))
    let column = StackValue([
      StackValue.Layer(name: "p", unit: nil, isNominal: false, classes: nil, source: .column)
    ])
    #expect(throws: FigureError.notOnMap(name: "p", kind: "a column of places")) {
      try run.run(
        DrawMap(), ["layers": .list([mention("factors", .stack)])], ["factors": single(column)])
    }
  }
}
