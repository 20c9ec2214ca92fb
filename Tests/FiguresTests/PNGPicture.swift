import CPNG
import Drawing
import Testing

/// A PNG file, read back with libpng's own reader.
struct PNGPicture {
  let columns: Int
  let rows: Int
  /// Whether the file has a palette.
  let hasPalette: Bool
  private let rgba: [UInt8]

  init(_ file: [UInt8]) throws {
    var control = png_image()
    control.version = UInt32(PNG_IMAGE_VERSION)
    try #require(png_image_begin_read_from_memory(&control, file, file.count) != 0)
    // The colour type of the header is 3 with a palette.
    hasPalette = file[25] == 3
    control.format = 3
    var pixels = [UInt8](repeating: 0, count: Int(control.width * control.height) * 4)
    try #require(png_image_finish_read(&control, nil, &pixels, 0, nil) != 0)
    (columns, rows, rgba) = (Int(control.width), Int(control.height), pixels)
  }

  /// The colour of a pixel.
  subscript(column: Int, row: Int) -> Color {
    let place = 4 * (row * columns + column)
    return Color(red: rgba[place], green: rgba[place + 1], blue: rgba[place + 2])
  }

  /// All colours that occur.
  var colors: Set<Color> {
    Set(
      stride(from: 0, to: rgba.count, by: 4).map {
        Color(red: rgba[$0], green: rgba[$0 + 1], blue: rgba[$0 + 2])
      })
  }
}

/// The first picture of cells on a drawing, and where it stands.
func firstImage(of drawing: Drawing) -> (image: PixelImage, place: Rectangle)? {
  for element in drawing.elements {
    if case .clipped(_, let inner) = element, case .image(let image, let place)? = inner.first {
      return (image, place)
    }
  }
  return nil
}
