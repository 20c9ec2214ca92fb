import CPNG
public import Drawing

/// Writes pictures as PNG: the same bytes each time, without times or texts.
public enum PNGFile {
  /// The bytes of a PNG file: with a palette where the picture has at most 256 colours, else three
  /// bytes a pixel, or four where anything is not opaque.
  ///
  /// - Parameters:
  ///   - image: the picture.
  ///   - resolution: its pixels per millimetre on paper; none where it has no size of its own.
  /// - Returns: the bytes of the file.
  /// - Throws: ``CanvasFault/png(_:)`` in libpng's words.
  public static func bytes(
    _ image: PixelImage, resolution: Double? = nil
  ) throws(CanvasFault) -> [UInt8] {
    let file = try bytes(of: image)
    guard let resolution else { return file }
    // libpng's simple interface cannot say the size on paper: its chunk goes in after the header.
    let header = 33
    return Array(file[..<header]) + physicalSize(resolution) + file[header...]
  }

  private static func bytes(of image: PixelImage) throws(CanvasFault) -> [UInt8] {
    switch image.content {
    case .indexed(let palette, let indices):
      return try paletted(image, palette: palette, indices: indices)
    case .channels(let channels):
      if let (palette, indices) = palette(of: channels) {
        return try paletted(image, palette: palette, indices: indices)
      }
      let opaque = stride(from: 3, to: channels.count, by: 4).allSatisfy { channels[$0] == 255 }
      guard opaque else {
        return try encoded(
          image, format: PNGFormat.rgba, pixels: channels, rowBytes: 4 * image.columns, colors: [])
      }
      let packed = [UInt8](unsafeUninitializedCapacity: channels.count / 4 * 3) { room, count in
        for cell in 0..<channels.count / 4 {
          for channel in 0..<3 { room[3 * cell + channel] = channels[4 * cell + channel] }
        }
        count = channels.count / 4 * 3
      }
      return try encoded(
        image, format: PNGFormat.rgb, pixels: packed, rowBytes: 3 * image.columns, colors: [])
    }
  }

  /// The chunk `pHYs`: pixels per metre both ways.
  private static func physicalSize(_ resolution: Double) -> [UInt8] {
    func number(_ value: UInt32) -> [UInt8] {
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }
    let density = number(UInt32((resolution * 1000).rounded()))
    let body = Array("pHYs".utf8) + density + density + [1]
    // The check sum of a chunk is CRC-32 of its name and content.
    let sum = body.reduce(UInt32.max) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { bits, _ in
        bits & 1 == 1 ? bits >> 1 ^ 0xEDB8_8320 : bits >> 1
      }
    }
    return number(9) + body + number(~sum)
  }

  /// libpng's version.
  static var version: String { String(cString: png_get_libpng_ver(nil)) }

  /// The colours in order of appearance, and each pixel's index; nothing where there are more
  /// than 256.
  private static func palette(of channels: [UInt8]) -> (palette: [Color], indices: [UInt8])? {
    var places: [Color: UInt8] = [:]
    var palette: [Color] = []
    var indices: [UInt8] = []
    indices.reserveCapacity(channels.count / 4)
    var last: (color: Color, place: UInt8)?
    for cell in stride(from: 0, to: channels.count, by: 4) {
      let color = Color(
        red: channels[cell], green: channels[cell + 1], blue: channels[cell + 2],
        alpha: channels[cell + 3])
      if let last, last.color == color {
        indices.append(last.place)
        continue
      }
      let place: UInt8
      if let known = places[color] {
        place = known
      } else {
        guard palette.count < 256 else { return nil }
        place = UInt8(palette.count)
        palette.append(color)
        places[color] = place
      }
      last = (color, place)
      indices.append(place)
    }
    return palette.isEmpty ? nil : (palette, indices)
  }

  private static func paletted(
    _ image: PixelImage, palette: [Color], indices: [UInt8]
  ) throws(CanvasFault) -> [UInt8] {
    let opaque = palette.allSatisfy { $0.alpha == 255 }
    let colors = palette.flatMap { color in
      opaque
        ? [color.red, color.green, color.blue]
        : [color.red, color.green, color.blue, color.alpha]
    }
    return try encoded(
      image, format: (opaque ? PNGFormat.rgb : PNGFormat.rgba) | PNGFormat.palette,
      pixels: indices, rowBytes: image.columns, colors: colors, colorCount: palette.count)
  }

  private static func encoded(
    _ image: PixelImage, format: UInt32, pixels: [UInt8], rowBytes: Int, colors: [UInt8],
    colorCount: Int = 0
  ) throws(CanvasFault) -> [UInt8] {
    var control = png_image()
    control.version = UInt32(PNG_IMAGE_VERSION)
    control.width = UInt32(image.columns)
    control.height = UInt32(image.rows)
    control.format = format
    control.colormap_entries = UInt32(colorCount)
    // Deflate never grows its input by more than a thousandth; the rest is for headers.
    var size = pixels.count + pixels.count / 500 + image.rows + 4096
    for _ in 0..<2 {
      var file = [UInt8](repeating: 0, count: size)
      let written = png_image_write_to_memory(
        &control, &file, &size, 0, pixels, Int32(rowBytes), colors.isEmpty ? nil : colors)
      if written != 0 {
        file.removeLast(file.count - size)
        return file
      }
      // libpng sets the size it needs where the room was too small.
      if size <= file.count { break }
    }
    let words = withUnsafeBytes(of: control.message) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    throw .png(words)
  }
}

/// libpng's `PNG_FORMAT_` numbers, which are macros that Swift does not import.
private enum PNGFormat {
  static let rgb: UInt32 = 2
  static let rgba: UInt32 = 3
  static let palette: UInt32 = 8
}
