import Drawing
import Figures
import Learning
import Rasters
import Testing
import Vocabulary

@Suite("draw histogram")
struct DrawHistogramTests {
  /// A raster of 100 cells from 0 to 99, row by row, and twenty places in its first and last rows.
  private func study(_ run: TestRun) throws -> (raster: RasterValue, places: PlacesValue) {
    let raster = try run.raster(
      [RasterLayerPlan("steep", unit: .degree)], columns: 10, rows: 10
    ) { _, index in index == 55 ? .nan : Float(index) }
    let points =
      (0..<10).map { raster.grid.center(column: $0, row: 9) }
      + (0..<10).map { raster.grid.center(column: $0, row: 0) }
    let places = PlacesValue(
      root: "places", count: 22,
      points: points + [SIMD2(0, 0), raster.grid.center(column: 5, row: 5)],
      crs: plane, labels: (0..<22).map { $0 < 10 ? 1 : 0 },
      columns: [ColumnValue(name: "wet", unit: nil, numbers: (0..<22).map { Double($0 % 4) })])
    return (raster, places)
  }

  private func text(
    _ values: [String: any Value], at places: PlacesValue?, _ kind: Kind = .raster
  ) throws -> String {
    let run = try TestRun()
    var arguments: [String: Argument.Content] = [
      "layers": .list(values.keys.sorted().map { mention($0, kind) })
    ]
    var known = values.mapValues { single($0) }
    if let places {
      arguments["places"] = mention("at", .places).content
      known["at"] = single(places)
    }
    let result = try run.run(DrawHistogram(), arguments, known)
    let figure = try #require(result as? FigureValue)
    #expect(String(decoding: try run.file(figure), as: UTF8.self).hasPrefix("<svg "))
    return figure.alternative
  }

  /// numpy.histogram(values, numpy.arange(0, 101, 10)): each row of the raster is one bin; the place
  /// outside and the one without data are in none.
  @Test func bothClassesAndAllCells() throws {
    let run = try TestRun()
    let (raster, places) = try study(run)
    let own = try run.run(
      DrawHistogram(),
      ["layers": .list([mention("steep_2")]), "places": mention("at", .places).content],
      ["steep_2": single(raster), "at": single(places)])
    let figure = try #require(own as? FigureValue)
    #expect(
      figure.alternative
        == "Histogram of steep 2: landslides (10), median 94.5 degrees, most of them (100 %) from 90.0 "
        + "to 100 degrees; other places (10), median 4.50 degrees, most of them (100 %) from 0 to 10.0 "
        + "degrees; all cells (99), median 49.0 degrees, most of them (10 %) from 0 to 10.0 degrees."
    )
  }

  @Test func columnsAreTakenFromThePlaces() throws {
    let run = try TestRun()
    let (_, places) = try study(run)
    let text = try text(
      ["wet": ColumnValue(name: "wet", unit: nil, numbers: [1])], at: places, .column)
    #expect(text.hasPrefix("Histogram of wet: landslides (10), median 1.00, most"))
    #expect(throws: LearningError.noColumn(name: "dry", known: ["wet"])) {
      try self.text(["dry": ColumnValue(name: "dry", unit: nil, numbers: [1])], at: places, .column)
    }
    let alone = try self.text(
      ["wet": ColumnValue(name: "wet", unit: nil, numbers: [3, 3, 3])], at: nil, .column)
    #expect(
      alone
        == "Histogram of wet: all rows (3), median 3.00, most of them (100 %) from 2.50 to 3.50.")
  }

  @Test func nothingStandsOnAnything() {
    let groups = ["landslides", "other places", "all cells"].enumerated().map { index, name in
      HistogramFigure.Group(
        name: name, count: 1_234_567, shares: (0..<12).map { Double(($0 + index) % 5) / 20 },
        median: -0.001234 * Double(index + 1), isGround: index == 2)
    }
    let panel = HistogramFigure.Panel(
      title: "profile curvature", unit: "rad/m", edges: (0...12).map { Double($0) / 100 - 0.06 },
      groups: groups)
    let far = HistogramFigure.Panel(
      title: "distance to the nearest fault", unit: "m",
      edges: (0...12).map { Double($0) * 25_000 },
      groups: groups)
    for width in [85.0, 120, 160, 180] {
      expectTextsApart(HistogramFigure(panels: [panel]).drawing(width: width))
      expectTextsApart(HistogramFigure(panels: [panel, far]).drawing(width: width))
    }
  }
}
