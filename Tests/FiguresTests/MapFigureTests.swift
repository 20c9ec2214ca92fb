import CairoCanvas
import Drawing
import Figures
import Testing

@Suite("Maps")
struct MapFigureTests {
  private let extent = MapExtent(
    west: 711_962.7, south: 9_556_861.8, east: 715_792.7, north: 9_561_011.8,
    unit: .length(metres: 1))

  private func zones() -> MapLayer {
    let scheme = ClassScheme.ordered(
      title: "Susceptibility", labels: ["very low", "low", "moderate", "high", "very high"])
    // Ten columns by ten rows: two columns of each class; one cell of the first without data.
    var cells = (0..<100).map { UInt8($0 % 10 / 2) }
    cells[0] = 255
    return MapLayer(columns: 10, rows: 10, .classes(cells, scheme))
  }

  private func slope(title: String = "Slope") throws -> MapLayer {
    let values = (0..<100).map { Float($0) / 2 }
    return MapLayer(
      columns: 10, rows: 10,
      .values(values, try #require(ValueScale.fitting(values, title: title, unit: "degrees"))))
  }

  @Test func coordinatesAreKilometresWithOneStepForBothWays() {
    let figure = MapFigure(extent: extent, panels: [MapPanel(layer: zones())])
    let texts = figure.drawing(width: 160).texts.map(\.text)
    #expect(texts.contains("Easting (km)") && texts.contains("Northing (km)"))
    for label in ["712", "713", "714", "715", "9557", "9558", "9559", "9560"] {
      #expect(texts.contains(label), "\(label) is not on the map")
    }
    #expect(!texts.contains { $0.contains(".5") })
  }

  @Test(
    "the scale bar has a round length",
    arguments: [
      (3830.0, ["500 m", "1 km"]), (120.0, ["10 m", "20 m"]), (90_000.0, ["10 km", "20 km"]),
    ])
  func scaleBar(width: Double, accepted: [String]) {
    let extent = MapExtent(
      west: 0, south: 0, east: width, north: width, unit: .length(metres: 1))
    let texts = MapFigure(extent: extent, panels: [MapPanel(layer: zones())]).drawing(width: 160)
      .texts
    #expect(texts.contains { accepted.contains($0.text) })
    #expect(texts.contains { $0.text == "grid N" })
  }

  @Test func aMapInDegreesHasItsScaleFromTheLatitude() {
    let extent = MapExtent(west: 10, south: 59.5, east: 12, north: 60.5, unit: .degrees)
    let figure = MapFigure(extent: extent, panels: [MapPanel(layer: zones())])
    // Two degrees at 60 degrees north: 2 x 111.32 km x 0.5.
    #expect(figure.alternativeText.contains("111 km wide and 111 km high"))
    let texts = figure.drawing(width: 160).texts.map(\.text)
    #expect(texts.contains("11°\u{202F}00′\u{202F}E") && texts.contains("60°\u{202F}00′\u{202F}N"))
  }

  @Test func theLegendOfARankingHasTheHighestAtTheTop() throws {
    let texts = MapFigure(extent: extent, panels: [MapPanel(layer: zones())]).drawing(width: 160)
      .texts
    let high = try #require(texts.first { $0.text == "very high" })
    let low = try #require(texts.first { $0.text == "very low" })
    #expect(high.point.y < low.point.y)
    #expect(texts.contains { $0.text == "no data" })
  }

  @Test func theLegendOfAMixedBagKeepsItsOrder() throws {
    let scheme = ClassScheme.nominal(title: "Rock", labels: ["schist", "gneiss"])
    let layer = MapLayer(columns: 2, rows: 1, .classes([0, 1], scheme))
    let texts = MapFigure(extent: extent, panels: [MapPanel(layer: layer)]).drawing(width: 160)
      .texts
    let first = try #require(texts.first { $0.text == "schist" })
    let second = try #require(texts.first { $0.text == "gneiss" })
    #expect(first.point.y < second.point.y)
    #expect(!texts.contains { $0.text == "no data" })
  }

  @Test func panelsOfTheSameClassesShareOneLegend() {
    let panels = ["glm", "forest", "svm"].map { MapPanel(title: $0, layer: zones()) }
    let texts = MapFigure(extent: extent, panels: panels, across: 2).drawing(width: 160).texts.map(
      \.text)
    #expect(texts.filter { $0 == "moderate" }.count == 1)
    #expect(["(a) glm", "(b) forest", "(c) svm"].allSatisfy(texts.contains))
  }

  @Test func panelsOfTheirOwnScalesHaveTheirOwnColours() throws {
    let panels = [
      MapPanel(title: "slope", layer: try slope(title: "slope")),
      MapPanel(title: "zones", layer: zones()),
    ]
    let texts = MapFigure(extent: extent, panels: panels, across: 2).drawing(width: 160).texts.map(
      \.text)
    #expect(texts.contains("(a) slope (degrees)") && texts.contains("(b) zones"))
    #expect(texts.contains("40"))
  }

  @Test("nothing leaves the page or lies over something else", arguments: [1, 2, 3, 4])
  func textsKeepApart(across: Int) throws {
    for aspect in [0.3, 1, 2.5] {
      let extent = MapExtent(
        west: 711_000, south: 9_556_000, east: 715_000, north: 9_556_000 + 4000 * aspect,
        unit: .length(metres: 1))
      let points = [MapOverlay.points([[712_000, 9_556_100]], label: "landslide", present: true)]
      for mixed in [false, true] {
        let panels = try (0..<across).map { index in
          MapPanel(
            title: "model \(index)",
            layer: mixed ? try slope(title: "factor \(index)") : zones(), overlays: points)
        }
        let drawing = MapFigure(extent: extent, panels: panels, across: across).drawing(width: 160)
        expectTextsApart(drawing)
      }
    }
  }

  @Test func theAlternativeTextSaysWhatTheMapShows() throws {
    let points = [
      MapOverlay.points([[712_000, 9_557_000]], label: "landslides", present: true),
      MapOverlay(label: "faults", style: .line(.ink), shapes: []),
    ]
    let figure = MapFigure(
      extent: extent, panels: [MapPanel(layer: zones(), overlays: points)])
    #expect(
      figure.alternativeText == """
        Map of Susceptibility in 5 classes: very low 19.2\u{202F}%, low 20.2\u{202F}%, \
        moderate 20.2\u{202F}%, high 20.2\u{202F}%, very high 20.2\u{202F}%, \
        1.0\u{202F}% without data. Over it: 1 point (landslides), lines (faults). \
        The map is 3.83 km wide and 4.15 km high.
        """)
    let slopes = MapFigure(extent: extent, panels: [MapPanel(layer: try slope())])
    #expect(
      slopes.alternativeText.hasPrefix("Map of Slope (degrees), 0 to 49.5, median 24.5. "))
  }

  @Test func cellsHaveTheColoursOfTheirClasses() throws {
    let drawing = MapFigure(extent: extent, panels: [MapPanel(layer: zones())]).drawing(width: 160)
    let image = drawing.elements.compactMap { element -> (PixelImage, Rectangle)? in
      guard case .clipped(_, let inner) = element, case .image(let image, let place)? = inner.first
      else { return nil }
      return (image, place)
    }.first
    let (_, place) = try #require(image)
    let pixels = try CairoRenderer().pixels(of: drawing, resolution: 4)
    guard case .channels(let channels) = pixels.content else { return }
    func color(column: Int, row: Int) -> Color {
      let x = Int((place.left + (Double(column) + 0.5) * place.width / 10) * 4)
      let y = Int((place.top + (Double(row) + 0.5) * place.height / 10) * 4)
      let at = 4 * (y * pixels.columns + x)
      return Color(red: channels[at], green: channels[at + 1], blue: channels[at + 2])
    }
    #expect(color(column: 0, row: 0) == ClassPalette.noData)
    let palette = ClassPalette.ordered(5)
    for column in 1..<10 { #expect(color(column: column, row: 4) == palette[column / 2]) }
  }
}

@Suite("Scales of values")
struct ValueScaleTests {
  @Test func anOutlierDoesNotWashOutTheRest() throws {
    var values = (0..<1000).map { Float($0) / 1000 }
    values[500] = 1e6
    let scale = try #require(ValueScale.fitting(values, title: "area"))
    #expect(scale.low == 0)
    #expect(scale.high < 1)
    #expect(scale.extendsAbove && !scale.extendsBelow)
  }

  @Test func signedValuesHaveZeroInTheMiddle() throws {
    let scale = try #require(
      ValueScale.fitting((-50..<80).map(Float.init), title: "curvature"))
    #expect(scale.low == -79 && scale.high == 79)
    #expect(scale.ramp == .vik)
    let shore = try #require(ValueScale.fitting((-2..<3000).map(Float.init), title: "elevation"))
    #expect(shore.ramp == .viridis)
  }

  @Test func noValuesHaveNoScale() throws {
    #expect(ValueScale.fitting([.nan, .infinity], title: "x") == nil)
    let one = try #require(ValueScale.fitting([3, 3, .nan], title: "x"))
    #expect(one.low == 3 && one.high == 3)
  }
}
