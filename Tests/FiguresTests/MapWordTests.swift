import Commands
import Diagnostics
import Drawing
import Evaluation
import Formats
import Language
import Rasters
import Testing
import Vocabulary

@testable import Figures

@Suite("What maps let say")
struct MapWordTests {
  private let nowhere = Span(0, 0)

  private func number(_ value: Double, _ unit: Unit = .one) -> Argument {
    Argument(.quantity(Quantity(value, unit)), nowhere)
  }

  private func light(_ run: TestRun, columns: Int = 40, rows: Int = 30) throws -> RasterValue {
    try run.raster(
      [RasterLayerPlan("light", unit: .one, isShade: true)], columns: columns, rows: rows
    ) { Float(60 + $1 % 190) + Float($0) }
  }

  private func slope(
    _ run: TestRun, _ name: String = "slope", by factor: Float = 1, unit: Unit? = .degree
  ) throws -> RasterValue {
    try run.raster([RasterLayerPlan(name, unit: unit)], columns: 40, rows: 30) {
      Float($1 % 40) * factor + Float($0)
    }
  }

  private func figure(
    _ run: TestRun, _ layers: [Argument], _ values: [String: any Value],
    _ more: [String: Argument.Content] = [:]
  ) throws -> MapFigure {
    let arguments = more.merging(["layers": .list(layers)]) { $1 }
    let call = run.call(DrawMap(), arguments, values.mapValues { single($0) })
    return try DrawMap().figure(call)
  }

  @Test func lightLiesBeneathAndOnlyLight() throws {
    let run = try TestRun()
    let (slope, light) = (try slope(run), try light(run))
    let map = try figure(
      run, [mention("slope")], ["slope": slope, "light": light],
      ["light": mention("light").content])
    #expect(map.panels[0].layer?.relief?.brightness.count == 1200)
    #expect(map.alternativeText.contains("over light and shade of the terrain"))
    #expect(throws: FigureError.notLight(name: "slope")) {
      try figure(
        run, [mention("slope")], ["slope": slope], ["light": mention("slope").content])
    }
    let other = try run.raster(
      [RasterLayerPlan("light", unit: .one, isShade: true)], columns: 40, rows: 30, west: 712_005
    ) { Float($1 + $0) }
    #expect(throws: RasterError.self) {
      try figure(
        run, [mention("slope")], ["slope": slope, "light": other],
        ["light": mention("light").content])
    }
  }

  @Test func anInsetShowsAPartInTheColoursOfTheWhole() throws {
    let run = try TestRun()
    let slope = try slope(run)
    let map = try figure(
      run, [mention("slope")], ["slope": slope],
      [
        "closer": .list([number(712_200), number(9_557_150)]), "within": number(50, .metre).content,
      ])
    let inset = try #require(map.insets.first)
    #expect(inset.purpose == .closer)
    #expect(inset.extent.west == 712_150 && inset.extent.east == 712_250)
    #expect(inset.extent.south == 9_557_100 && inset.extent.north == 9_557_200)
    #expect(map.extent.width == 400)
    guard case .values(let values, let scale)? = inset.layer?.content,
      case .values(_, let whole)? = map.panels[0].layer?.content
    else {
      Issue.record("the inset has no cells")
      return
    }
    #expect(scale == whole)
    #expect(values.min() == 15 && values.max() == 24)
    #expect(map.alternativeText.hasSuffix("An inset shows a part of it from nearer."))
    #expect(throws: FigureError.insetOfSeveral(maps: 2)) {
      try figure(
        run, [mention("slope"), mention("slope")], ["slope": slope],
        ["closer": .list([number(712_200), number(9_557_150)])])
    }
  }

  @Test func anInsetShowsWhereTheMapLies() throws {
    let run = try TestRun()
    let slope = try slope(run)
    let land: [SIMD2<Double>] = [
      [700_000, 9_550_000], [730_000, 9_550_000], [730_000, 9_570_000], [700_000, 9_570_000],
    ]
    let map = try figure(
      run, [mention("slope")], ["slope": slope, "ecuador": areas([land])],
      ["borders": .list([mention("ecuador", .areas)])])
    let inset = try #require(map.insets.first)
    #expect(inset.purpose == .place && inset.title == "ecuador")
    #expect(inset.extent.west < 700_000 && inset.extent.east > 730_000)
    #expect(run.remarks.isEmpty)
    expectTextsApart(map.drawing(width: 85))
    let elsewhere = land.map { $0 + SIMD2(100_000, 0) }
    _ = try figure(
      run, [mention("slope")], ["slope": slope, "peru": areas([elsewhere])],
      ["borders": .list([mention("peru", .areas)])])
    #expect(run.remarks == ["W261"])
  }

  @Test func mapsOnOneScaleHaveOneLegend() throws {
    let run = try TestRun()
    let values: [String: any Value] = [
      "plan": try slope(run, "plan"), "profile": try slope(run, "profile", by: 3),
      "dem": try slope(run, "dem", unit: .metre),
    ]
    let both = [mention("plan"), mention("profile")]
    let apart = try figure(run, both, values)
    #expect(!apart.sharesLegend)
    let one = try figure(run, both, values, ["one scale": .flag])
    #expect(one.sharesLegend)
    guard case .values(_, let scale)? = one.panels[0].layer?.content else { return }
    #expect(scale.low == 0 && scale.high == 117 && scale.heading == "degrees")
    #expect(
      throws: FigureError.scalesDiffer(first: "“plan” (degrees)", second: "“dem” (m)")
    ) {
      try figure(run, [mention("plan"), mention("dem")], values, ["one scale": .flag])
    }
  }

  /// Members of a family measure one thing, so they share a scale without being told.
  @Test func membersOfAFamilyHaveOneLegend() throws {
    let run = try TestRun()
    let members = try [1, 2].map { step in
      FamilyMember(
        [Coordinate("within", "\(step) m")], try slope(run, "relief", by: Float(step)))
    }
    let call = run.call(
      DrawMap(plural: true), ["layers": .list([mention("relief")])], ["relief": members])
    let map = try DrawMap(plural: true).figure(call)
    #expect(map.sharesLegend)
    let texts = map.drawing(width: 160).texts.map(\.text)
    #expect(texts.contains("(a) 1 m") && texts.contains("(b) 2 m"))
    #expect(texts.filter { $0 == "relief" || $0 == "(degrees)" }.count <= 2)
  }

  @Test func probabilitiesHaveOneLegend() throws {
    let run = try TestRun()
    let values: [String: any Value] = [
      "glm": try slope(run, "glm", by: 0.02, unit: nil),
      "forest": try slope(run, "forest", by: 0.01, unit: nil),
    ]
    let map = try figure(
      run, [mention("glm", .prediction), mention("forest", .prediction)], values)
    #expect(map.sharesLegend)
    #expect(map.drawing(width: 160).texts.filter { $0.text == "Probability" }.count == 1)
  }

  @Test func coloursAreChosenByWhatIsMeasured() throws {
    let run = try TestRun()
    func ramp(
      _ raster: RasterValue, _ more: [String: Argument.Content] = [:]
    ) throws -> ValueScale? {
      let map = try figure(run, [mention("x")], ["x": raster], more)
      guard case .values(_, let scale)? = map.panels[0].layer?.content else { return nil }
      return scale
    }
    #expect(try ramp(slope(run))?.ramp == ColorRamp.lajolla.reversed)
    #expect(try ramp(slope(run, unit: .metre))?.ramp == .batlow)
    #expect(try ramp(slope(run, unit: Unit(spelled: "mm")))?.ramp == ColorRamp.devon.reversed)
    #expect(try ramp(slope(run, unit: nil))?.ramp == .viridis)
    let aspect = try ramp(slope(run, by: 9))
    #expect(aspect?.ramp == .romaO && aspect?.low == 0 && abs((aspect?.high ?? 0) - 360) < 1e-9)
    let signed = try run.raster([RasterLayerPlan("plan", unit: .perMetre)], columns: 40, rows: 30) {
      Float($1 % 40) - 18 + Float($0)
    }
    #expect(try ramp(signed)?.ramp == .vik)
    #expect(try ramp(signed)?.low == -21)
    #expect(try ramp(signed, ["palette": .word("batlow")])?.ramp == .batlow)
    #expect(try ramp(signed, ["palette": .word("batlow")])?.low == -18)
    #expect(try ramp(signed, ["reversed": .flag])?.ramp == ColorRamp.vik.reversed)
    let centred = try ramp(slope(run), ["centre": number(30, .degree).content])
    #expect(centred?.ramp == .vik && abs((centred?.low ?? 0) - 0) < 1e-9)
    #expect(abs((centred?.high ?? 0) - 60) < 1e-9)
  }

  @Test func aPaletteColoursRanksAndNoOtherClasses() throws {
    let run = try TestRun()
    let rock = try run.raster(
      [RasterLayerPlan("rock", unit: nil, isNominal: true)], columns: 40, rows: 30
    ) { Float($1 % 4) + Float($0) }
    #expect(throws: FigureError.paletteOfClasses(name: "rock")) {
      try figure(
        run, [mention("rock", .classes)], ["rock": rock], ["palette": .word("batlow")])
    }
    let chance = try slope(run, "chance", by: 0.025, unit: nil)
    let zones = try run.run(
      Classify(),
      [
        "layer": mention("chance", .prediction).content,
        "classes": .list(["low", "high"].map { Argument(.text($0), nowhere) }),
        "limits": .list([number(0.5)]),
      ], ["chance": single(chance)])
    let map = try figure(
      run, [mention("zones", .zones)], ["zones": zones], ["palette": .word("oslo")])
    guard case .classes(_, let scheme)? = map.panels[0].layer?.content else { return }
    #expect(scheme.colors == ColorRamp.oslo.colors(2))
  }

  @Test func zonesOfAMeasureHaveItsUnit() throws {
    let run = try TestRun()
    let zones = try run.run(
      Classify(),
      [
        "layer": mention("slope").content,
        "classes": .list(["gentle", "steep"].map { Argument(.text($0), nowhere) }),
        "limits": .list([number(15, .degree)]),
      ], ["slope": single(try slope(run))])
    let map = try figure(run, [mention("zones", .zones)], ["zones": zones])
    guard case .classes(_, let scheme)? = map.panels[0].layer?.content else { return }
    #expect(scheme.title.hasSuffix("(degrees)"))
    #expect(scheme.labels == ["gentle (below 15.0)", "steep (from 15.0)"])
  }

  @Test func meansOfDirectionsGoRoundTheCompass() throws {
    let run = try TestRun()
    let raster = try run.raster([RasterLayerPlan("towards", unit: .degree)], columns: 4, rows: 2) {
      [350, 10, 80, 100][($1 + $0) % 4]
    }
    let layer = try raster.rasterLayers(in: run)[0]
    let overview = try Overview(
      of: layer, window: raster.grid.window, limit: 2, of: .directions(radians: .pi / 180))
    let north = Double(overview.values[0])
    #expect(min(north, 360 - north) < 1e-4)
    #expect(abs(overview.values[1] - 90) < 1e-4)
  }

  @Test func bordersLieBeneathAnInventoryAndPointsAboveAll() throws {
    let run = try TestRun()
    let border: [SIMD2<Double>] = [
      [712_010, 9_557_010], [712_390, 9_557_010], [712_390, 9_557_290], [712_010, 9_557_290],
    ]
    let scars = (0..<9).map { index -> [SIMD2<Double>] in
      let (x, y) = (712_050 + Double(index) * 20, 9_557_100.0)
      return [[x, y], [x + 5, y], [x + 5, y + 5]]
    }
    let values: [String: any Value] = [
      "slope": try slope(run), "slides": points([[712_100, 9_557_100]]), "scars": areas(scars),
      "reserve": areas([border]), "clouds": areas([border.map { $0 + SIMD2(3, 3) }]),
    ]
    let names = ["slides", "scars", "reserve", "clouds"]
    let map = try figure(
      run, [mention("slope")], values,
      ["shapes": .list(names.map { mention($0, $0 == "slides" ? .points : .areas) })])
    let overlays = map.panels[0].overlays
    #expect(overlays.map { $0.rank(on: map.extent) } == [5, 2, 0, 0])
    #expect(overlays.map { $0.isFine(on: map.extent) } == [false, true, false, false])
    #expect(overlays[1].dashes.isEmpty && overlays[2].dashes.isEmpty)
    #expect(!overlays[3].dashes.isEmpty && overlays[3].style != overlays[2].style)
    // The legend has them in the order of the statement, and texts keep apart on a column's width.
    for width in [60.0, 85, 180] { expectTextsApart(map.drawing(width: width)) }
    #expect(map.keyedOverlays.map(\.label) == names)
  }

  private func problems(_ text: String) -> [String] {
    let head = """
      dem = read raster "dem.tif" in m
      slope = slope of dem in degrees
      plan = curvature of dem, kind plan
      light = hillshade of dem
      rocks = read classes "rocks.tif" with 7 classes
      reserve = read areas "reserve.gpkg"
      slides = read points "slides.gpkg"

      """
    let source = Source(name: "study.md", text: head + text + " as fig-x \"X.\"\n")
    let study = StudyText(
      source: source, cells: [(body: Span(0, source.bytes.count), isRun: true)])
    return check(study, against: .standard).diagnostics
      .filter { $0.code != .notHere && $0.code != .missingFile }.map(\.code.id)
  }

  @Test(arguments: [
    "draw map of slope over light with slides, reserve",
    "draw map of slope over light with reserve, slides, graticule, 85 mm wide, 600 dpi",
    "draw map of slope with slides, inset near 712500 E, 9557500 N, within 500 m, inset of reserve",
    "draw map of slope, inset of reserve, near 79.1 W, 4.0 S, within 2 km, titled \"A valley\"",
    "draw maps of slope, plan, 2 across, graticule", "draw maps of plan, plan, on one scale",
    "draw map of slope, palette vik, centred at 30 degrees, reversed",
    "draw map of plan over light, palette broc, inset near 712500 E, 9557500 N",
    "draw map of rocks over light",
  ])
  func rightSentencesRaiseNothing(text: String) { #expect(problems(text) == []) }

  @Test(arguments: [
    ("draw map of slope over dem", "E290"), ("draw map of slope over plan", "E290"),
    ("draw map of dem, coloured by red, green, blue over light", "E290"),
    ("draw maps of slope, plan, inset near 712500 E, 9557500 N", "E291"),
    ("draw maps of slope, plan, inset of reserve", "E291"),
    ("draw map of slope, near 712500 E, 9557500 N, inset near 712500 E, 9557500 N", "E291"),
    ("draw maps of slope, plan, on one scale", "E292"),
    ("draw map of rocks, palette batlow", "E293"), ("draw map of rocks, centred at 2", "E293"),
    ("draw map of slope, inset near 712500 E", "E271"), ("draw map of slope, within 2 km", "E271"),
    ("draw map of slope, centred at 30 m", "E211"), ("draw map of slope, palette jet", "E120"),
    ("draw map of slope over light, palette grey", "W260"),
  ])
  func wrongSentencesRaiseTheirCode(text: String, code: String) {
    #expect(problems(text).contains(code), "\(problems(text))")
  }
}
