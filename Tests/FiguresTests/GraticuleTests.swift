import Drawing
import Formats
import Rasters
import Testing

@testable import Figures

@Suite("Graticules")
struct GraticuleTests {
  /// A map of 40 km x 30 km in Hokkaido.
  private let iburi = MapExtent(
    west: 560_000, south: 4_710_000, east: 600_000, north: 4_740_000, unit: .length(metres: 1))

  private func projection(_ code: String) throws -> MapProjection {
    let formats = GDALFormats()
    let (map, degrees) = (
      try formats.coordinateSystem(code), try formats.coordinateSystem("EPSG:4326")
    )
    return MapProjection(
      toDegrees: try formats.transformation(from: map, to: degrees),
      fromDegrees: try formats.transformation(from: degrees, to: map))
  }

  /// pyproj 3.7 (PROJ 9): t = Transformer.from_crs(4326, 32654, always_xy=True), and
  /// scipy.optimize.brentq for the latitude at which t.transform(142, latitude)[1] is 4710000, or the
  /// longitude at which the x of 42° 40′ N is 560000.
  @Test func linesMeetTheFrameWhereProjSaysSo() throws {
    let lines = Graticule(
      of: iburi, through: try projection("EPSG:32654"), on: SIMD2(120, 90)
    ).lines
    func place(_ label: String) throws -> Double {
      let line = try #require(lines.first { $0.label == label }, "\(lines.map(\.label))")
      return try #require(line.place)
    }
    #expect(abs(try place("142°\u{202F}00′\u{202F}E") - 582_116.692) < 0.5)
    #expect(abs(try place("42°\u{202F}40′\u{202F}N") - 4_724_059.604) < 0.5)
    // Away from the zone's middle meridians lean, and parallels bend.
    let meridian = try #require(lines.first { $0.isMeridian }?.pieces.first)
    #expect(meridian[0].x != meridian[meridian.count - 1].x)
  }

  /// pyproj: Proj(32654).get_factors(141.97633408, 42.67331453).meridian_convergence is
  /// 0.66181 degrees east of the middle meridian, where true north lies to the left of the grid's.
  @Test func theArrowPointsToTrueNorth() throws {
    let angle = try #require(try projection("EPSG:32654").convergence(in: iburi))
    #expect(abs(angle * 180 / .pi + 0.661811) < 0.0005)
    let figure = MapFigure(
      extent: iburi, panels: [MapPanel(layer: nil)], projection: try projection("EPSG:32654"))
    #expect(figure.north == angle)
    let unknown = MapFigure(extent: iburi, panels: [MapPanel(layer: nil)])
    #expect(unknown.drawing(width: 160).texts.contains { $0.text == "grid N" })
  }

  @Test func aMapAcrossThe180thMeridianIsNotRoundTheEarth() throws {
    // New Zealand's Chatham Islands lie at 176° W; here 30 km at the date line in UTM zone 60.
    let extent = MapExtent(
      west: 690_000, south: 5_100_000, east: 750_000, north: 5_140_000, unit: .length(metres: 1))
    let lines = Graticule(
      of: extent, through: try projection("EPSG:32760"), on: SIMD2(150, 100)
    ).lines
    let meridians = lines.filter(\.isMeridian)
    #expect((2...10).contains(meridians.count))
    let labels = meridians.map(\.label)
    #expect(labels.allSatisfy { $0.hasPrefix("179°") || $0.hasPrefix("180°") }, "\(labels)")
  }

  @Test(
    "angles are written as on maps",
    arguments: [
      (7200.0, 142.0, "142°\u{202F}E"), (300, -78.75, "78°\u{202F}45′\u{202F}W"),
      (30, 0.008_333_333_333, "0°\u{202F}00′\u{202F}30″\u{202F}E"), (3600, 0, "0°"),
      (0.5, 10.000_138_888_9, "10°\u{202F}00′\u{202F}00.5″\u{202F}E"),
      (600, 12.999_999_999, "13°\u{202F}00′\u{202F}E"),
    ])
  func texts(seconds: Double, degrees: Double, expected: String) {
    #expect(DegreeSteps(seconds: seconds).longitude(degrees) == expected)
  }

  @Test func latitudesHaveTheirOwnLetters() {
    #expect(DegreeSteps(seconds: 3600).latitude(-4) == "4°\u{202F}S")
    #expect(DegreeSteps(seconds: 3600).longitude(181) == "179°\u{202F}W")
  }

  @Test(
    "labels of any extent have room",
    arguments: [0.000_01, 0.001, 0.02, 0.1, 0.7, 3, 12, 80])
  func steps(span: Double) {
    for length in [20.0, 72, 150] {
      let steps = DegreeSteps(span: span, length: length)
      #expect(steps.seconds / 3600 / span * length >= 12)
      let values = steps.values(in: 10...10 + span)
      #expect(zip(values, values.dropFirst()).allSatisfy { $1 > $0 })
    }
  }

  @Test("degrees stand at the frame, apart from all else", arguments: [60.0, 85, 160, 180])
  func figure(width: Double) throws {
    let projection = try projection("EPSG:32654")
    for graticule in [false, true] {
      let figure = MapFigure(
        extent: iburi, panels: [MapPanel(title: "Iburi", layer: nil)], projection: projection,
        systems: ["WGS 84 / UTM zone 54N", "EPSG:32654"], showsGraticule: graticule)
      let drawing = figure.drawing(width: width)
      expectTextsApart(drawing)
      let texts = drawing.texts.map(\.text)
      #expect(texts.contains { $0.contains("°") } == graticule)
      #expect(texts.contains { $0.hasPrefix("Northing") } == !graticule)
      #expect(width < 85 || texts.contains { $0.contains("UTM zone 54N") })
    }
  }
}
