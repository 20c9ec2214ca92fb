import CCairo
import Drawing

extension Canvas {
  /// Draws a picture stretched over a rectangle.
  func draw(_ image: PixelImage, in rectangle: Rectangle) throws(CanvasFault) {
    guard image.columns > 0, image.rows > 0, image.columns <= 32_000, image.rows <= 32_000 else {
      throw .tooLarge(columns: image.columns, rows: image.rows)
    }
    let surface = cairo_image_surface_create(
      CAIRO_FORMAT_ARGB32, Int32(image.columns), Int32(image.rows))
    defer { cairo_surface_destroy(surface) }
    guard let data = cairo_image_surface_get_data(surface) else {
      throw .cairo(String(cString: cairo_status_to_string(cairo_surface_status(surface))))
    }
    let stride = Int(cairo_image_surface_get_stride(surface))
    let palette: [UInt32]
    switch image.content {
    case .indexed(let colors, _): palette = colors.map(premultiplied)
    case .channels: palette = []
    }
    for row in 0..<image.rows {
      for column in 0..<image.columns {
        let cell = row * image.columns + column
        let pixel: UInt32 =
          switch image.content {
          case .indexed(_, let indices): palette[Int(indices[cell])]
          case .channels(let bytes):
            premultiplied(
              Color(
                red: bytes[4 * cell], green: bytes[4 * cell + 1], blue: bytes[4 * cell + 2],
                alpha: bytes[4 * cell + 3]))
          }
        UnsafeMutableRawPointer(data).storeBytes(
          of: pixel, toByteOffset: row * stride + 4 * column, as: UInt32.self)
      }
    }
    cairo_surface_mark_dirty(surface)
    cairo_save(context)
    cairo_translate(context, rectangle.left, rectangle.top)
    cairo_scale(
      context, rectangle.width / Double(image.columns), rectangle.height / Double(image.rows))
    cairo_set_source_surface(context, surface, 0, 0)
    // Cells larger than a pixel keep their edges; smaller ones are averaged.
    let enlarged = rectangle.width * scale >= Double(image.columns)
    cairo_pattern_set_filter(
      cairo_get_source(context), enlarged ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_GOOD)
    // On pixels the outermost cells reach to the edge whole; a vector file holds the cells as they are.
    if embedded == nil {
      cairo_pattern_set_extend(cairo_get_source(context), CAIRO_EXTEND_PAD)
    }
    cairo_rectangle(context, 0, 0, Double(image.columns), Double(image.rows))
    cairo_fill(context)
    cairo_restore(context)
  }

  /// cairo's form of a colour: one number, 0xAARRGGBB, with the channels times the opacity.
  private func premultiplied(_ color: Color) -> UInt32 {
    let alpha = UInt32(color.alpha)
    func times(_ channel: UInt8) -> UInt32 { (UInt32(channel) * alpha + 127) / 255 }
    return alpha << 24 | times(color.red) << 16 | times(color.green) << 8 | times(color.blue)
  }
}
