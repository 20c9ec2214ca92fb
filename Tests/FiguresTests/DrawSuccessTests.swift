import Diagnostics
import Drawing
import Figures
import Learning
import Rasters
import Testing
import Vocabulary

@Suite("draw success")
struct DrawSuccessTests {
  private let nowhere = Span(0, 0)

  /// The mention of a map whose model has learned the labels of some places.
  private func map(_ name: String, learned seen: [Seen]) -> Argument {
    var type = ValueType(.prediction)
    type.seen = seen
    return Argument(.reference(Reference(name, span: nowhere, type: type)), nowhere)
  }

  private func places(_ name: String, _ set: PlaceSet) -> Argument {
    var type = ValueType(.places)
    type.places = set
    return Argument(.reference(Reference(name, span: nowhere, type: type)), nowhere)
  }

  private func text(
    _ maps: [Argument], at sets: [Argument], _ values: [String: any Value]
  ) throws -> String {
    let run = try TestRun()
    var all: [String: [FamilyMember]] = [:]
    for (name, value) in values { all[name] = single(value) }
    // Ten cells, of susceptibility 0.0, 0.1, … 0.9 from west to east.
    for name in ["chance", "other"] {
      all[name] = single(
        try run.raster([RasterLayerPlan(name, unit: nil)], columns: 10, rows: 1) {
          Float($1) / 10
        })
    }
    let result = try run.run(
      DrawSuccess(), ["layers": .list(maps), "points": .list(sets)], all)
    let figure = try #require(result as? FigureValue)
    #expect(figure.format == .svg)
    return figure.alternative
  }

  private func slides(_ cells: [Double], labels: [Double]? = nil) -> PlacesValue {
    PlacesValue(
      root: "places", count: cells.count,
      points: cells.map { SIMD2(712_005 + 10 * $0, 9_557_005) }, crs: plane,
      labels: labels ?? cells.map { _ in 1 })
  }

  // By hand: landslides in cells 9 and 7 of ten have 9 and 7 cells below, and half their own:
  // (9.5 + 7.5) / 2 / 10 = 0.85. The first tenth of the area holds one of the two.
  @Test func oneMapAtLearnedPlaces() throws {
    let whole = PlaceSet(root: "places")
    let seen = [Seen(whole, .labels, cause: "glm", span: nowhere)]
    #expect(
      try text(
        [map("chance", learned: seen)], at: [places("places", whole)],
        ["places": slides([9, 7, 1], labels: [1, 1, 0])])
        == "Share of the landslides over share of the area, most susceptible first: "
        + "success rate, area under the curve 0.850, 50 % in the first tenth.")
  }

  @Test func whatWasHeldOutIsAPredictionRate() throws {
    let train = PlaceSet(root: "places").part(0, of: "train, test")
    let test = PlaceSet(root: "places").part(1, of: "train, test")
    let seen = [Seen(train, .labels, cause: "glm", span: nowhere)]
    let text = try text(
      [map("chance", learned: seen), map("other", learned: [])],
      at: [places("train", train), places("test", test), places("all", PlaceSet(root: "places"))],
      ["train": slides([9]), "test": slides([5]), "all": slides([9, 5])])
    for name in [
      "chance, success rate, train", "chance, prediction rate, test", "chance, partly learned, all",
      "other, prediction rate, train", "other, prediction rate, test",
    ] {
      #expect(text.contains(name + ", area"), "\(name): \(text)")
    }
  }

  @Test func pointsAreKnownByTheirSource() throws {
    let seen = [
      Seen(PlaceSet(root: "places"), .labels, cause: "glm", span: nowhere, sources: ["scars"])
    ]
    func type(_ sources: [String]) -> ValueType {
      var type = ValueType(.points)
      type.sources = sources
      return type
    }
    var map = ValueType(.prediction)
    map.seen = seen
    #expect(map.acquaintance(with: type(["scars"]), named: "slides") == .learned)
    #expect(map.acquaintance(with: type(["late"]), named: "late") == .apart)
    #expect(map.acquaintance(with: type([]), named: "scars") == .learned)
    map.axes = [Axis("fold", ["1", "2"], isFolds: true)]
    #expect(map.acquaintance(with: type(["scars"]), named: "slides") == .partly)
    map.seen = [Seen(PlaceSet(root: "places"), .features, cause: "scaled", span: nowhere)]
    #expect(map.acquaintance(with: type(["scars"]), named: "slides") == .apart)
  }

  @Test func textsKeepApart() {
    let curve = SuccessFigure.Curve(
      name: "a map, prediction rate, a test set", areaShares: [0, 0.1, 0.3, 1],
      landslideShares: [0, 0.4, 0.9, 1], area: 0.86)
    for count in [1, 4, 9] {
      expectTextsApart(
        SuccessFigure(curves: Array(repeating: curve, count: count)).drawing(width: 160))
    }
  }
}
