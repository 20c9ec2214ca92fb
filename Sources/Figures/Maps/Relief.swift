import Drawing

/// Light and shade of the terrain beneath the colours of a map.
///
///     L' = L (1 + 0.3 t) where t < 0,  L' = L + t min(0.45 (1 − L), 0.14) where t > 0
///
/// L is the lightness of a colour in Oklab and t the brightness of the terrain, from −1 to 1, with 0
/// for the mean of the map. The hue stays, and the chroma fades with the light, so ground of mean
/// light has exactly the colour of the legend, and light and dark ground a lighter or darker one.
public struct Relief: Sendable, Equatable {
  /// How bright each cell is, 1 to 255; not a number where that is not known.
  public let brightness: [Float]
  /// The brightness that leaves a colour as it is.
  let mean: Double

  /// Creates a relief from the brightness of cells.
  ///
  /// - Parameters:
  ///   - brightness: the cells.
  ///   - mean: the brightness that leaves a colour as it is; that of all cells if none is given.
  public init(_ brightness: [Float], mean: Double? = nil) {
    self.brightness = brightness
    if let mean {
      self.mean = mean
      return
    }
    var sum = 0.0
    var count = 0
    for value in brightness where value.isFinite {
      sum += Double(value)
      count += 1
    }
    self.mean = count > 0 ? sum / Double(count) : 128
  }

  /// How many shades a colour has where it need not share a palette.
  static let manyLevels = 31
  /// The fewest shades that still look like a relief.
  private static let fewestLevels = 7

  /// How many shades each of some colours can have, all in one palette.
  ///
  /// An odd number, so that the middle is the colour itself; none where they are too few.
  static func levels(colors: Int) -> Int? {
    let room = min(ValueScale.steps / max(colors, 1), manyLevels)
    let odd = room.isMultiple(of: 2) ? room - 1 : room
    return odd >= fewestLevels ? odd : nil
  }

  /// The shade of a cell among `levels`, the darkest first.
  func level(_ cell: Int, of levels: Int) -> Int {
    let value = brightness[cell]
    // Where the light is not known, at the rim of the terrain, the colour stays.
    guard value.isFinite else { return levels / 2 }
    // Ground under full shade is as far from the mean as a sunlit slope can be.
    let tone = min(max((Double(value) - mean) / 128, -1), 1)
    return Int(((tone + 1) / 2 * Double(levels - 1)).rounded())
  }

  /// The shades of a colour, the darkest first.
  static func shades(of color: Color, levels: Int) -> [Color] {
    let base = Oklab(color)
    return (0..<levels).map { level in
      if level == levels / 2 { return color }
      let tone = Double(level) / Double(levels - 1) * 2 - 1
      let lightness =
        tone < 0
        ? base.lightness * (1 + 0.3 * tone)
        : base.lightness + tone * min(0.45 * (1 - base.lightness), 0.14)
      // As paint in the shade.
      let share = tone < 0 ? 1 + 0.3 * tone : 1
      return Oklab(lightness: lightness, a: base.a * share, b: base.b * share).color
    }
  }

  /// A picture of cells whose colours are shaded: with a palette where all shades fit in one.
  func image(columns: Int, rows: Int, palette: [Color], indices: [UInt8]) -> PixelImage {
    if let levels = Self.levels(colors: palette.count) {
      return PixelImage(
        columns: columns, rows: rows,
        palette: palette.flatMap { Self.shades(of: $0, levels: levels) },
        indices: indices.indices.map { cell in
          UInt8(Int(indices[cell]) * levels + level(cell, of: levels))
        })
    }
    let shades = palette.map { Self.shades(of: $0, levels: Self.manyLevels) }
    var channels: [UInt8] = []
    channels.reserveCapacity(4 * indices.count)
    for (cell, index) in indices.enumerated() {
      let color = shades[Int(index)][level(cell, of: Self.manyLevels)]
      channels += [color.red, color.green, color.blue, color.alpha]
    }
    return PixelImage(columns: columns, rows: rows, channels: channels)
  }
}
