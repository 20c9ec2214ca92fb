import Drawing

/// Brings a rendered picture whose own images have few colours to 256 at most.
///
/// The colours of the images stay exactly as they are; what else there is are mixtures at the edges
/// of letters and lines, of which the most frequent and then the most different are kept, and each
/// other one becomes the nearest of those.
enum ReducedPalette {
  /// The most colours of a palette.
  private static let size = 256
  /// How many of them the images may have, so that letters and lines keep smooth edges.
  private static let most = 224
  /// How many are chosen for being different from all others.
  private static let different = 24

  /// The picture with a palette; none where its images have too many colours for one.
  ///
  /// - Parameters:
  ///   - image: the pixels, opaque.
  ///   - drawing: what they show.
  /// - Returns: the picture, where it has images with palettes that fit.
  static func reduced(_ image: PixelImage, of drawing: Drawing) -> PixelImage? {
    guard case .channels(let channels) = image.content,
      let exact = imageColors(drawing.elements), !exact.isEmpty, exact.count <= most
    else { return nil }
    let counts = counts(of: channels)
    let present = exact.filter { counts[$0] != nil }.sorted()
    let others = counts.filter { !exact.contains($0.key) }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    var palette = present
    let frequent = others.prefix(max(size - different - palette.count, 0))
    palette += frequent
    let rest = others.dropFirst(frequent.count)
    var places: [UInt32: UInt8] = [:]
    for (place, color) in palette.enumerated() { places[color] = UInt8(place) }
    var nearest = rest.map { color in (color: color, near: Self.nearest(to: color, in: palette)) }
    while palette.count < size,
      let farthest = nearest.indices.max(by: {
        nearest[$0].near.distance < nearest[$1].near.distance
      }),
      nearest[farthest].near.distance > 0
    {
      let color = nearest[farthest].color
      let place = palette.count
      palette.append(color)
      for index in nearest.indices {
        let distance = distance(nearest[index].color, color)
        if distance < nearest[index].near.distance { nearest[index].near = (place, distance) }
      }
    }
    for (color, near) in nearest { places[color] = UInt8(near.place) }
    return PixelImage(
      columns: image.columns, rows: image.rows, palette: palette.map { Color($0) },
      indices: indices(of: channels, places))
  }

  /// The opaque colours of all images with palettes; none where an image has channels.
  private static func imageColors(_ elements: [Drawing.Element]) -> Set<UInt32>? {
    var colors: Set<UInt32> = []
    for element in elements {
      switch element {
      case .image(let image, _):
        guard case .indexed(let palette, _) = image.content else { return nil }
        colors.formUnion(palette.filter { $0.alpha == 255 }.map { key($0.red, $0.green, $0.blue) })
      case .clipped(_, let inner):
        guard let own = imageColors(inner) else { return nil }
        colors.formUnion(own)
      case .fill, .stroke, .text: break
      }
    }
    return colors
  }

  private static func counts(of channels: [UInt8]) -> [UInt32: Int] {
    var counts: [UInt32: Int] = [:]
    forEachRun(of: channels) { color, length in counts[color, default: 0] += length }
    return counts
  }

  private static func indices(of channels: [UInt8], _ places: [UInt32: UInt8]) -> [UInt8] {
    var indices: [UInt8] = []
    indices.reserveCapacity(channels.count / 4)
    forEachRun(of: channels) { color, length in
      indices.append(contentsOf: repeatElement(places[color] ?? 0, count: length))
    }
    return indices
  }

  private static func forEachRun(of channels: [UInt8], _ body: (UInt32, Int) -> Void) {
    var last: UInt32?
    var length = 0
    for cell in stride(from: 0, to: channels.count, by: 4) {
      let color = key(channels[cell], channels[cell + 1], channels[cell + 2])
      if color == last {
        length += 1
        continue
      }
      if let last { body(last, length) }
      (last, length) = (color, 1)
    }
    if let last { body(last, length) }
  }

  private static func key(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> UInt32 {
    UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
  }

  private static func nearest(
    to color: UInt32, in palette: [UInt32]
  ) -> (place: Int, distance: Int) {
    var best = (place: 0, distance: Int.max)
    for (place, other) in palette.enumerated() {
      let distance = distance(color, other)
      if distance < best.distance { best = (place, distance) }
    }
    return best
  }

  /// How far two colours lie apart: the square, green counting most, as it does to the eye.
  private static func distance(_ a: UInt32, _ b: UInt32) -> Int {
    func difference(_ shift: UInt32) -> Int { Int(a >> shift & 0xFF) - Int(b >> shift & 0xFF) }
    let (red, green, blue) = (difference(16), difference(8), difference(0))
    return 2 * red * red + 4 * green * green + 3 * blue * blue
  }
}
