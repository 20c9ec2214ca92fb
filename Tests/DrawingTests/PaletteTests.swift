import Drawing
import Testing

@Suite("Palettes")
struct PaletteTests {
  /// The simulation itself against colorspacious 1.1.2.
  ///
  ///     from colorspacious import cspace_convert as c; import numpy as np
  ///     space = {"name": "sRGB1+CVD", "cvd_type": "protanomaly", "severity": 100}
  ///     a, b = (c(np.clip(c(np.array(x) / 255, space, "sRGB1"), 0, 1), "sRGB1", "CIELab")
  ///             for x in ((0xD2, 0x69, 0x78), (0x4B, 0x87, 0xB4)))
  ///     np.linalg.norm(a - b)
  @Test(
    "distances are those of colorspacious",
    arguments: [
      (ColorVision.usual, 63.5724), (.protanopia, 30.1086), (.deuteranopia, 48.3212),
      (.tritanopia, 88.6350),
    ])
  func reference(vision: ColorVision, expected: Double) {
    #expect(abs(vision.distance(Color(0xD26978), Color(0x4B87B4)) - expected) < 0.05)
  }

  @Test("classes without order can be told apart by everyone", arguments: ColorVision.allCases)
  func nominal(vision: ColorVision) {
    let colors = ClassPalette.nominal(ClassPalette.distinctCount)
    #expect(vision.leastDistance(among: colors) >= 20)
    #expect(vision.leastDistance(among: colors + [ClassPalette.noData]) >= 12)
  }

  @Test("lines can be told apart by everyone", arguments: ColorVision.allCases)
  func lines(vision: ColorVision) {
    #expect(vision.leastDistance(among: ClassPalette.lines) >= 28)
    #expect(vision.leastDistance(among: ClassPalette.overlays) >= 25)
  }

  /// W3C's contrast of graphics: (1 + 0.05) / (luminance + 0.05) from 3 on.
  @Test func linesCanBeSeenOnWhite() {
    for color in ClassPalette.lines + ClassPalette.overlays {
      #expect(1.05 / (color.luminance + 0.05) >= 3)
    }
  }

  @Test("neighbours of a ranking can be told apart by everyone", arguments: 2...7)
  func ordered(count: Int) {
    let colors = ClassPalette.ordered(count)
    for vision in ColorVision.allCases {
      for (a, b) in zip(colors, colors.dropFirst()) {
        #expect(vision.distance(a, b) >= (count <= 5 ? 15 : 10), "\(count) classes, \(vision)")
      }
    }
  }

  @Test("lightness runs one way along ramps of amounts", arguments: NamedRamp.all)
  func sequential(named: NamedRamp) {
    guard named.use == .sequential else { return }
    let lightness = named.ramp.colors(65).map { ColorVision.usual.lab($0).x }
    let steps = zip(lightness, lightness.dropFirst()).map { $1 - $0 }
    #expect(steps.allSatisfy { $0 > 0 } || steps.allSatisfy { $0 < 0 }, "\(named.name)")
  }

  @Test("lightness runs towards the middle along ramps with one", arguments: NamedRamp.all)
  func diverging(named: NamedRamp) {
    guard named.use == .diverging else { return }
    let lightness = named.ramp.colors(65).map { ColorVision.usual.lab($0).x }
    let steps = zip(lightness, lightness.dropFirst()).map { $1 - $0 }
    // The lightest colour lies within a fortieth of the middle.
    #expect(steps[..<31].allSatisfy { $0 > 0 } && steps[34...].allSatisfy { $0 < 0 })
    // Both sides can be told apart by everyone.
    for vision in ColorVision.allCases {
      for share in [0.1, 0.25] {
        let (low, high) = (named.ramp.color(at: share), named.ramp.color(at: 1 - share))
        #expect(vision.distance(low, high) >= 15, "\(named.name), \(vision) at \(share)")
      }
    }
  }

  @Test func aRampOfDirectionsMeetsItself() {
    let ramp = ColorRamp.romaO
    #expect(ColorVision.usual.distance(ramp.color(at: 0), ramp.color(at: 1)) < 3)
  }

  /// python3 -c "import numpy as np, cmcrameri, os; t = np.loadtxt(os.path.dirname(
  /// cmcrameri.__file__) + '/cmaps/NAME.txt'); print((t[[51, 204]] * 255).round())"
  /// with cmcrameri 1.10, whose tables have 256 colours.
  @Test(
    "Crameri's ramps are his",
    arguments: [
      ("batlow", 0x185562, 0xFBA689), ("lajolla", 0x512D1E, 0xF0BD57),
      ("devon", 0x274A7E, 0xD5D1F6), ("davos", 0x234A8C, 0xD4DBA8), ("oslo", 0x122D48, 0xB2BCCC),
      ("vik", 0x116496, 0xB75A26), ("broc", 0x3F6B99, 0x81814C), ("romaO", 0x9C5D2B, 0x4E7CB2),
    ] as [(String, UInt32, UInt32)])
  func crameri(name: String, low: UInt32, high: UInt32) throws {
    let ramp = try #require(NamedRamp.named(name)).ramp
    for (row, expected) in [(51.0, Color(low)), (204, Color(high))] {
      let color = ramp.color(at: row / 255)
      let pairs = [
        (color.red, expected.red), (color.green, expected.green), (color.blue, expected.blue),
      ]
      #expect(pairs.allSatisfy { abs(Int($0) - Int($1)) <= 3 }, "\(name): \(color)")
    }
  }

  @Test func reversingTwiceChangesNothing() {
    #expect(ColorRamp.batlow.reversed.reversed == .batlow)
    #expect(ColorRamp.batlow.reversed.color(at: 0) == ColorRamp.batlow.color(at: 1))
  }
}

@Suite("Oklab")
struct OklabTests {
  /// Ottosson's page: white is (1, 0, 0); and colours come back as they were.
  @Test func whiteAndBackAgain() {
    let white = Oklab(.white)
    #expect(abs(white.lightness - 1) < 1e-6 && abs(white.a) < 1e-6 && abs(white.b) < 1e-6)
    for color in ClassPalette.nominal(8) + ClassPalette.lines {
      #expect(Oklab(color).color == color)
    }
  }
}
