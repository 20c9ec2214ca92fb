import Formats
import FoundationEssentials
import Glibc
import Rasters
import Terrain
import Testing
import Vocabulary

/// Words carried out on real data, as the engine does it.
@Suite struct WordTests {
  let environment = TestEnvironment(data: sharedData)

  private func cells(_ value: any Value) throws -> [Float] {
    let raster = try #require(value as? RasterValue)
    let reader = try raster.reader(in: environment)
    return try reader.cells(reader.grid.window)
  }

  private func read(_ file: String, unit: Unit = .metre) throws -> RasterValue {
    let value = try environment.run(
      ReadRaster(), name: "dem", ["file": .text(file), "unit": .unit(unit)])
    return try #require(value as? RasterValue)
  }

  private func number(_ value: any Value) throws -> Double {
    try #require(value as? NumberValue).quantity.value
  }

  @Test func readRaster() throws {
    _ = try shared("ecuador-lsl/dem.tif")
    let dem = try read("ecuador-lsl/dem.tif")
    #expect(dem.first.name == "dem" && dem.first.unit == .metre && dem.count == 158_326)
    #expect(dem.summary.hasPrefix("383 x 415 cells of 10 m, EPSG:32717, "))
    #expect(dem.summary.hasSuffix(" m, 619 without data"), "\(dem.summary)")
    #expect(dem.display().rows.count == 1)
    let coded = try JSONEncoder().encode(dem)
    #expect(try JSONDecoder().decode(RasterValue.self, from: coded) == dem)
    #expect(throws: RasterError.self) { try read("ecuador-lsl/ta.tif") }
    let band = try environment.run(
      ReadRaster(), ["file": .text("ecuador-lsl/ta.tif"), "band": .quantity(Quantity(4))])
    #expect((band as? RasterValue)?.count == 158_326)
    #expect(throws: RasterError.self) {
      try environment.run(
        ReadRaster(), ["file": .text("ecuador-lsl/ta.tif"), "band": .quantity(Quantity(6))])
    }
    #expect(throws: RasterError.outside(file: "../secret.tif")) { try read("../secret.tif") }
    #expect(throws: RasterError.missing(file: "none.tif")) { try read("none.tif") }
  }

  @Test func readBandsAndTheirMembers() throws {
    let names = ["slope", "cplan", "cprof", "elev", "log10_carea"]
      .map { NewName($0, unit: $0 == "slope" ? .degree : nil, span: mention("a").span) }
    let bands = try environment.run(
      ReadBands(), ["file": .text("ecuador-lsl/ta.tif"), "names": .newNames(names)])
    let value = try #require(bands as? RasterValue)
    #expect(value.layers.map(\.name) == names.map(\.name))
    let slope = try #require(value.member("slope") as? RasterValue)
    #expect(slope.first.unit == .degree && slope.layers.count == 1)
    #expect(throws: RasterError.self) {
      try environment.run(
        ReadBands(),
        ["file": .text("ecuador-lsl/ta.tif"), "names": .newNames(Array(names.dropLast()))])
    }
  }

  @Test func readClasses() throws {
    let file = Argument.Content.text("hokkaido-2018/landslide_mask_10m.tif")
    let classes = try environment.run(
      ReadClasses(), ["file": file, "count": .quantity(Quantity(2))])
    #expect((classes as? RasterValue)?.first.codes == [0, 1])
    #expect(throws: RasterError.self) {
      try environment.run(ReadClasses(), ["file": file, "count": .quantity(Quantity(3))])
    }
    #expect(throws: RasterError.self) {
      try environment.run(ReadClasses(), ["file": .text("ecuador-lsl/dem.tif")])
    }
  }

  @Test func readFeaturesAndTables() throws {
    let points = try environment.run(
      ReadFeatures(.points), ["file": .text("ecuador-lsl/lsl.gpkg")])
    #expect(points.summary == "350 points, EPSG:32717")
    #expect(throws: RasterError.self) {
      try environment.run(ReadFeatures(.areas), ["file": .text("ecuador-lsl/lsl.gpkg")])
    }
    #expect(throws: TableError.self) {
      try environment.run(
        ReadFeatures(.points),
        ["file": .text("ecuador-lsl/lsl.gpkg"), "name field": .text("place")])
    }
    let count = try environment.run(
      Count(), values: ["p": points], ["value": .reference(mention("p"))])
    #expect(try number(count) == 350)
    let table = try environment.run(
      ReadTable(),
      [
        "file": .text("ecuador-lsl/lsl.csv"),
        "columns": .newNames([NewName("elev", unit: .metre, span: mention("a").span)]),
      ])
    let value = try #require(table as? TableValue)
    #expect(value.count == 350 && (value.member("elev") as? ColumnValue)?.unit == .metre)
    // python3: statistics.mean of the column elev of lsl.csv.
    let mean = try environment.run(
      RasterStatistic(.mean), values: ["t": table], ["layer": .reference(mention("t.elev"))])
    #expect(abs(try number(mean) - 2345.216522857143) < 1e-9)
    let coded = try JSONEncoder().encode(value)
    #expect(try JSONDecoder().decode(TableValue.self, from: coded) == value)
  }

  @Test func clipCountsTheCellsOfTheStudyArea() throws {
    let names = ["slope", "cplan", "cprof", "elev", "log10_carea"]
      .map { NewName($0, unit: nil, span: mention("a").span) }
    let bands = try environment.run(
      ReadBands(), ["file": .text("ecuador-lsl/ta.tif"), "names": .newNames(names)])
    let mask = try environment.run(
      ReadFeatures(.areas), ["file": .text("ecuador-lsl/study_mask.gpkg")])
    let clipped = try environment.run(
      Clip(), values: ["x": bands, "a": mask],
      ["layer": .reference(mention("x")), "areas": .reference(mention("a"))])
    let value = try #require(clipped as? RasterValue)
    #expect(value.layers.map(\.name) == names.map(\.name) && value.count == 95_796)
    let area = try environment.run(
      AreaOf(), values: ["a": mask], ["value": .reference(mention("a"))])
    #expect(abs(try number(area) - 9.58) < 0.005)
    // README of ecuador-lsl: the 20 % slope quantile of the mask cells.
    let quantile = try environment.run(
      QuantileOf(), values: ["c": clipped],
      ["layer": .reference(mention("c.slope")), "share": .quantity(Quantity(20, .percent))])
    #expect(abs(try number(quantile) - 26.8931) < 5e-5)
  }

  @Test func slopeInItsUnits() throws {
    let dem = try read("ecuador-lsl/dem.tif")
    func slope(_ unit: Unit) throws -> [Float] {
      try cells(
        environment.run(
          Slope(), values: ["dem": dem],
          [
            "dem": .reference(mention("dem")), "unit": .unit(unit),
            "method": .word("zevenbergen-thorne"),
          ]))
    }
    let degrees = try slope(.degree)
    let band = try environment.run(
      ReadRaster(), ["file": .text("ecuador-lsl/ta.tif"), "band": .quantity(Quantity(1))])
    #expect(farthest(degrees, try cells(band)) == 0)
    let percent = degrees.map { Float(tan(Double($0) * .pi / 180) * 100) }
    #expect(farthest(percent, try slope(.percent)) < 1e-2)
    // The same terrain told in centimetres.
    let centimetre = try #require(Unit(spelled: "cm"))
    let span = mention("a").span
    let bound = BoundCall(word: Count(), arguments: [:], verbSpan: span, span: span)
    var before = environment
    before.key = "before"
    let call = before.call(
      bound, name: "high", values: ["dem": try read("ecuador-lsl/dem.tif", unit: centimetre)])
    let high = try LayerArithmetic().evaluate(
      .binary(.multiply, .name(mention("dem")), .number(Quantity(100), span), span), call)
    let again = try cells(
      environment.run(
        Slope(), values: ["dem": high],
        ["dem": .reference(mention("dem")), "method": .word("zevenbergen-thorne")]))
    #expect(farthest(degrees, again) < 1e-2)
  }

  /// The largest difference of two lists of cells where the first has data.
  private func farthest(_ a: [Float], _ b: [Float]) -> Float {
    zip(a, b).reduce(0) { $1.0.isNaN ? $0 : max($0, abs($1.0 - $1.1)) }
  }

  @Test func arithmeticConvertsUnits() throws {
    let span = mention("a").span
    let dem = try read("ecuador-lsl/dem.tif")
    let bound = BoundCall(word: Count(), arguments: [:], verbSpan: span, span: span)
    let kilometre = try #require(Unit(spelled: "km"))
    let call = environment.call(bound, name: "high", values: ["dem": dem])
    let higher = try LayerArithmetic().evaluate(
      .binary(.add, .name(mention("dem")), .number(Quantity(1, kilometre), span), span), call)
    let value = try #require(higher as? RasterValue)
    #expect(value.first.unit == .metre && value.first.name == "high")
    #expect(value.first.statistics.minimum == Double(Float(dem.first.statistics.minimum + 1000)))
    #expect(value.first.statistics.noData == 619)
    let share = try LayerArithmetic().evaluate(
      .binary(.greater, .name(mention("dem")), .number(Quantity(2.3, kilometre), span), span), call)
    let steep = try #require(share as? RasterValue)
    #expect(steep.first.statistics.minimum == 0 && steep.first.statistics.maximum == 1)
    let number = try LayerArithmetic().evaluate(
      .binary(
        .add, .number(Quantity(1, .metre), span), .number(Quantity(1, kilometre), span), span),
      call)
    #expect((number as? NumberValue)?.quantity == Quantity(1001, .metre))
  }

  @Test func resampleAndCell() throws {
    let dem = try read("ecuador-lsl/dem.tif")
    let chile = try read("chile-olivares/dem.tif")
    let cell = try environment.run(
      CellOf(), values: ["dem": chile], ["layer": .reference(mention("dem"))])
    #expect(try number(cell) == 12.5)
    let same = try environment.run(
      ResampleOnto(), values: ["dem": dem],
      [
        "layer": .reference(mention("dem")), "target": .reference(mention("dem")),
        "method": .word("nearest"),
      ])
    #expect(FormatsTests.same(try cells(same), try cells(dem)))
    // Chile does not meet Ecuador.
    #expect(throws: RasterError.allNoData(what: "“it”")) {
      try environment.run(
        ResampleOnto(), values: ["dem": dem, "far": chile],
        [
          "layer": .reference(mention("far")), "target": .reference(mention("dem")),
          "method": .word("bilinear"),
        ])
    }
  }

  @Test func undeclaredNoDataIsSaid() throws {
    let scratch = ScratchFolder()
    try tool(
      "gdal_translate", "-q", "-a_nodata", "none", shared("ecuador-lsl/dem.tif").path,
      scratch.file("dem.tif"))
    let environment = TestEnvironment(data: scratch.path)
    _ = try environment.run(ReadRaster(), ["file": .text("dem.tif")])
    #expect(environment.remarks.all.count == 1 && environment.remarks.all[0].hasPrefix("W221"))
  }

  @Test func facts() throws {
    let formats = GDALFormats()
    let raster = try FileFacts(of: shared("ecuador-lsl/ta.tif"), as: .bands, formats: formats)
    #expect(raster.bands == 5 && raster.grid?.crs == "EPSG:32717" && raster.grid?.columns == 383)
    let points = try FileFacts(of: shared("ecuador-lsl/lsl.gpkg"), as: .points, formats: formats)
    #expect(points.count == 350 && points.geometry == "points" && points.isGeographic == false)
    let table = try FileFacts(of: shared("ecuador-lsl/lsl.csv"), as: .places, formats: formats)
    #expect(table.count == 350 && table.columns?.contains("fold_spatial") == true)
    #expect(throws: RasterError.self) {
      try FileFacts(of: shared("ecuador-lsl/lsl.csv"), as: .raster, formats: formats)
    }
  }
}
