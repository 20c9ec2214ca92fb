import Diagnostics
import Drawing
import Evaluation
import Figures
import Rasters
import Testing
import Vocabulary

@Suite("draw map, draw maps")
struct DrawMapTests {
  private func classified(
    _ layer: RasterValue, at limits: [Double], _ run: TestRun
  ) throws -> any Value {
    let nowhere = Span(0, 0)
    let names = (0...limits.count).map { Argument(.text("class \($0)"), nowhere) }
    return try run.run(
      Classify(),
      [
        "layer": mention("chance", .prediction).content, "classes": .list(names),
        "limits": .list(limits.map { Argument(.quantity(Quantity($0, .one)), nowhere) }),
      ], ["chance": single(layer)])
  }

  @Test func aRasterBecomesAPictureWithItsRangeInWords() throws {
    let run = try TestRun()
    let slope = try run.raster(
      [RasterLayerPlan("slope", unit: .degree)], columns: 40, rows: 30
    ) { _, index in index == 0 ? .nan : Float(index % 40) }
    let result = try run.run(
      DrawMap(), ["layers": .list([mention("slope")])], ["slope": single(slope)])
    let figure = try #require(result as? FigureValue)
    #expect(figure.format == .png)
    #expect(try run.file(figure).starts(with: [0x89, 0x50, 0x4E, 0x47]))
    #expect(
      figure.alternative == """
        Map of slope (degrees), 0 to 39.0, median 20.0, 0.1\u{202F}% without data. \
        The map is 400 m wide and 300 m high.
        """)
    #expect(!figure.content.isEmpty)
    #expect(figure.width > 100 && figure.height > 50)
  }

  @Test func theSameMapHasTheSameContentAndAnotherAnother() throws {
    let run = try TestRun()
    func content(_ scale: Float) throws -> String {
      let raster = try run.raster(
        [RasterLayerPlan("x", unit: nil)], columns: 9, rows: 9
      ) { _, index in Float(index) * scale }
      let result = try run.run(
        DrawMap(), ["layers": .list([mention("x")])], ["x": single(raster)])
      return try #require(result as? FigureValue).content
    }
    #expect(try content(1) == content(1))
    #expect(try content(1) != content(2))
  }

  @Test func zonesKeepClassesThatDoNotOccur() throws {
    let run = try TestRun()
    let chance = try run.raster([RasterLayerPlan("chance", unit: nil)], columns: 4, rows: 2) {
      $1 + $0 < 4 ? 0.1 : 0.9
    }
    let zones = try classified(chance, at: [0.4, 0.6], run)
    let result = try run.run(
      DrawMap(), ["layers": .list([mention("zones", .zones)])], ["zones": single(zones)])
    let text = try #require(result as? FigureValue).alternative
    #expect(
      text == """
        Map of Susceptibility in 3 classes: class 0 (0.00 to 0.40) 50.0\u{202F}%, \
        class 1 (0.40 to 0.60) 0.0\u{202F}%, class 2 (0.60 to 1.00) 50.0\u{202F}%. \
        The map is 40.0 m wide and 20.0 m high.
        """)
  }

  @Test func eachMemberOfAFamilyHasAMap() throws {
    let run = try TestRun()
    func zones(_ step: Int) throws -> any Value {
      let chance = try run.raster([RasterLayerPlan("chance", unit: nil)], columns: 4, rows: 4) {
        Float($0 + $1 / step % 2)
      }
      return try classified(chance, at: [0.5], run)
    }
    let members = [
      FamilyMember([Coordinate("models", "glm")], try zones(1)),
      FamilyMember([Coordinate("models", "forest")], try zones(2)),
    ]
    let result = try run.run(
      DrawMap(plural: true),
      ["layers": .list([mention("zones", .zones)]), "shapes": .list([mention("slides", .points)])],
      ["zones": members, "slides": single(points([[712_005, 9_557_005]]))])
    let text = try #require(result as? FigureValue).alternative
    #expect(text.hasPrefix("2 maps. (a) glm: Susceptibility in 2 classes: class 0 50.0"))
    #expect(text.contains("; (b) forest: "))
    #expect(text.contains("Over it: 1 point (slides)."))
  }

  @Test func pointsAloneHaveAMapRoundThem() throws {
    let run = try TestRun()
    let result = try run.run(
      DrawMap(), ["layers": .list([mention("slides", .points)])],
      ["slides": single(points([[712_000, 9_557_000], [713_000, 9_558_000]]))])
    let text = try #require(result as? FigureValue).alternative
    #expect(text.contains("2 points (slides)"))
    #expect(text.contains("1.08 km wide and 1.08 km high"))
  }

  @Test func aMapNearAPointShowsWholeCellsRoundIt() throws {
    let run = try TestRun()
    let raster = try run.raster([RasterLayerPlan("x", unit: nil)], columns: 100, rows: 100) {
      Float($1 % 100) + Float($0)
    }
    func text(_ near: [Double]) throws -> String {
      let numbers = near.map { Argument(.quantity(Quantity($0, .one)), .init(0, 0)) }
      let result = try run.run(
        DrawMap(),
        [
          "layers": .list([mention("x")]), "near": .list(numbers),
          "within": .quantity(Quantity(0.1, try #require(Unit(spelled: "km")))),
        ], ["x": single(raster)])
      return try #require(result as? FigureValue).alternative
    }
    #expect(try text([712_500, 9_557_500]).contains("x, 40.0 to 59.0"))
    #expect(try text([712_500, 9_557_500]).contains("200 m wide and 200 m high"))
    #expect(try text([712_010, 9_557_500]).contains("110 m wide"))
    #expect(throws: FigureError.pointOutside(x: 1000, y: 2000)) { try text([1000, 2000]) }
  }

  @Test func threeBandsMakeAnImage() throws {
    let run = try TestRun()
    let image = try run.raster(
      ["red", "green", "blue", "nir"].map { RasterLayerPlan($0, unit: nil) }, columns: 8, rows: 8
    ) { layer, index in Float(index * (layer + 1)) }
    let names = ["red", "green", "blue"].map { NewName($0, unit: nil, span: .init(0, 0)) }
    let result = try run.run(
      DrawMap(), ["layers": .list([mention("image", .bands)]), "bands": .newNames(names)],
      ["image": single(image)])
    #expect(
      try #require(result as? FigureValue).alternative.hasPrefix("Map of an image in colour."))
    let wrong = [NewName("ultraviolet", unit: nil, span: .init(0, 0))]
    #expect(throws: FigureError.self) {
      try run.run(
        DrawMap(), ["layers": .list([mention("image", .bands)]), "bands": .newNames(wrong)],
        ["image": single(image)])
    }
  }

  @Test func differentGridsAndOtherThingsAreRefused() throws {
    let run = try TestRun()
    let a = try run.raster([RasterLayerPlan("a", unit: nil)], columns: 4, rows: 4) {
      Float($1 + $0)
    }
    let b = try run.raster(
      [RasterLayerPlan("b", unit: nil)], columns: 4, rows: 4, west: 712_005
    ) { Float($1 + $0) }
    #expect(throws: RasterError.self) {
      try run.run(
        DrawMap(plural: true), ["layers": .list([mention("a"), mention("b")])],
        ["a": single(a), "b": single(b)])
    }
    #expect(throws: FigureError.notOnMap(name: "n", kind: "a number")) {
      try run.run(
        DrawMap(), ["layers": .list([mention("n", .number)])],
        ["n": single(NumberValue(Quantity(1, .one)))])
    }
    #expect(throws: FigureError.noRenderer) {
      let bare = try TestRun(hasRenderer: false)
      _ = try bare.run(
        DrawMap(), ["layers": .list([mention("slides", .points)])],
        ["slides": single(points([[1, 1]]))])
    }
  }
}

@Suite("Overviews")
struct OverviewTests {
  @Test func blocksAreMeansOfAmounts() throws {
    let run = try TestRun()
    let raster = try run.raster([RasterLayerPlan("x", unit: nil)], columns: 5, rows: 3) {
      $1 == 0 ? .nan : Float($1 + $0)
    }
    let layer = try raster.rasterLayers(in: run)[0]
    let overview = try Overview(of: layer, window: raster.grid.window, limit: 3)
    #expect(overview.factor == 2)
    #expect(overview.columns == 3 && overview.rows == 2)
    // Rows 0...4, 5...9, 10...14; the first cell has no data.
    #expect(overview.values == [4, 5, 6.5, 10.5, 12.5, 14])
    #expect(overview.shownColumns == 2.5 && overview.shownRows == 1.5)
  }

  @Test func blocksAreTheMostFrequentOfClasses() throws {
    let run = try TestRun()
    let codes: [Float] = [1, 2, 3, 3, 2, 1, .nan, .nan]
    let raster = try run.raster(
      [RasterLayerPlan("x", unit: nil, isNominal: true)], columns: 4, rows: 2
    ) { codes[$1 + $0] }
    let layer = try raster.rasterLayers(in: run)[0]
    let overview = try Overview(
      of: layer, window: raster.grid.window, limit: 2, of: .classes)
    #expect(overview.values == [1, 3])
  }

  @Test func smallLayersAreReadAsTheyAre() throws {
    let run = try TestRun()
    let raster = try run.raster([RasterLayerPlan("x", unit: nil)], columns: 7, rows: 5) {
      Float($1 + $0)
    }
    let layer = try raster.rasterLayers(in: run)[0]
    let window = Window(column: 2, row: 1, columns: 3, rows: 2)
    #expect(
      try Overview(of: layer, window: window, limit: 1000).values == [9, 10, 11, 16, 17, 18])
  }
}
