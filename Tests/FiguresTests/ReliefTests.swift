import CairoCanvas
import Drawing
import Testing

@testable import Figures

@Suite("Light beneath maps")
struct ReliefTests {
  @Test func groundOfMeanLightHasTheColourOfTheLegend() throws {
    for color in ClassPalette.ordered(5) + ClassPalette.nominal(8) {
      let shades = Relief.shades(of: color, levels: 31)
      #expect(shades[15] == color)
      let lightness = shades.map { Oklab($0).lightness }
      #expect(zip(lightness, lightness.dropFirst()).allSatisfy { $0 <= $1 + 0.003 })
      #expect(lightness[30] - lightness[0] > 0.1)
    }
    let relief = Relief([100, 180, 260, .nan])
    #expect(relief.mean == 180)
    #expect((0..<4).map { relief.level($0, of: 31) } == [6, 15, 24, 15])
  }

  /// Light and shade may move a colour, but not to that of another class: in Oklab the hue stays.
  @Test func theHueStays() {
    for color in [Color(0xD69A2D), Color(0xC2452B), Color(0x7FCBC9)] {
      func hue(_ color: Color) -> SIMD2<Double> {
        let (a, b) = (Oklab(color).a, Oklab(color).b)
        let chroma = (a * a + b * b).squareRoot()
        return SIMD2(a / chroma, b / chroma)
      }
      for shade in Relief.shades(of: color, levels: 31) {
        // The cosine of the angle between; a channel at its end bends a light colour slightly.
        #expect((hue(shade) * hue(color)).sum() > 0.985)
      }
    }
  }

  @Test func classesShareAPaletteWithTheirShades() throws {
    #expect(Relief.levels(colors: 6) == 31)
    #expect(Relief.levels(colors: 24) == 7)
    #expect(Relief.levels(colors: 40) == nil)
    for classes in [2, 5, 12, 23] {
      let scheme = ClassScheme.nominal(
        title: "Rock", labels: (0..<classes).map { "rock \($0)" })
      let cells = (0..<400).map { UInt8($0 % classes) }
      let layer = MapLayer(
        columns: 20, rows: 20, relief: Relief((0..<400).map { Float($0 * 7 % 256) }),
        .classes(cells, scheme))
      guard case .indexed(let palette, _) = layer.image.content else {
        Issue.record("\(classes) classes have no palette")
        continue
      }
      #expect(palette.count <= 192)
    }
  }

  /// The picture is read back: a palette, and each class among its own shades only.
  @Test func theFileHasAPaletteAndTheColoursOfTheLegend() throws {
    let scheme = ClassScheme.ordered(
      title: "Susceptibility", labels: ["very low", "low", "moderate", "high", "very high"])
    let cells = (0..<2500).map { UInt8($0 % 50 / 10) }
    // The upper rows in shade, the middle ones in mean light, the lower ones lit.
    let light = (0..<2500).map { Float($0 / 50 < 20 ? 90 : ($0 / 50 < 30 ? 160 : 230)) }
    let layer = MapLayer(
      columns: 50, rows: 50, relief: Relief(light), .classes(cells, scheme))
    let extent = MapExtent(
      west: 500_000, south: 4_000_000, east: 505_000, north: 4_005_000, unit: .length(metres: 1))
    let overlays = [
      MapOverlay(
        label: "border", style: .outline(.ink),
        shapes: [[[501_000, 4_001_000], [504_000, 4_001_000], [502_000, 4_004_000]]]),
      .points([[502_500, 4_002_500]], label: "slide", present: true),
    ]
    let drawing = MapFigure(extent: extent, panels: [MapPanel(layer: layer, overlays: overlays)])
      .drawing(width: 120)
    let file = try CairoRenderer().png(drawing, resolution: 8)
    let picture = try PNGPicture(file)
    #expect(picture.hasPalette)
    #expect(picture.colors.count <= 256)
    let place = try #require(firstImage(of: drawing)?.place)
    func color(column: Int, row: Int) -> Color {
      picture[
        Int((place.left + (Double(column) + 0.5) * place.width / 50) * 8),
        Int((place.top + (Double(row) + 0.5) * place.height / 50) * 8)]
    }
    for (index, own) in scheme.colors.enumerated() {
      let column = index * 10 + 2
      #expect(color(column: column, row: 25) == own, "class \(index) in mean light")
      let (dark, bright) = (color(column: column, row: 3), color(column: column, row: 47))
      #expect(Relief.shades(of: own, levels: 31).contains(dark))
      #expect(Relief.shades(of: own, levels: 31).contains(bright))
      #expect(Oklab(dark).lightness < Oklab(own).lightness)
      #expect(Oklab(bright).lightness >= Oklab(own).lightness)
    }
  }

  @Test func cellsWithoutDataAreGreyAndInTheLegend() throws {
    let scheme = ClassScheme.ordered(title: "Zones", labels: ["low", "high"])
    let layer = MapLayer(columns: 2, rows: 1, .classes([255, 1], scheme))
    let extent = MapExtent(west: 0, south: 0, east: 2000, north: 1000, unit: .length(metres: 1))
    let drawing = MapFigure(extent: extent, panels: [MapPanel(layer: layer)]).drawing(width: 100)
    #expect(drawing.texts.contains { $0.text == "no data" })
    let picture = try PNGPicture(CairoRenderer().png(drawing, resolution: 8))
    let place = try #require(firstImage(of: drawing)?.place)
    #expect(
      picture[Int((place.left + place.width * 0.25) * 8), Int((place.top + 3) * 8)]
        == ClassPalette.noData)
  }
}
