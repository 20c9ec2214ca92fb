import CCairo
public import Drawing

/// Renders drawings as PNG with cairo and as SVG by itself, text by the outlines of two font files.
///
/// The same drawing, fonts and library versions give the same bytes, on any thread.
public struct CairoRenderer: Renderer {
  private let fonts: FontPair

  /// Opens the font files.
  ///
  /// - Throws: ``CanvasFault`` if a file is missing or unusable.
  public init(fonts: FontFiles = .dejaVuSans) throws(CanvasFault) {
    self.fonts = try FontPair(fonts)
  }

  /// The versions of the libraries that make the pixels, which belong to a picture's identity.
  public static var versions: [String] {
    [
      "cairo \(String(cString: cairo_version_string()))",
      "freetype \(FREETYPE_MAJOR).\(FREETYPE_MINOR).\(FREETYPE_PATCH)",
      "libpng \(PNGFile.version)",
    ]
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func svg(_ drawing: Drawing) throws(CanvasFault) -> [UInt8] {
    try SVGDocument.bytes(drawing, fonts: fonts)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func png(_ drawing: Drawing, resolution: Double) throws(CanvasFault) -> [UInt8] {
    try PNGFile.bytes(pixels(of: drawing, resolution: resolution))
  }

  /// The drawing as pixels on white.
  ///
  /// - Throws: ``CanvasFault`` if it would be too large or cairo fails.
  public func pixels(of drawing: Drawing, resolution: Double) throws(CanvasFault) -> PixelImage {
    let columns = (drawing.width * resolution).rounded()
    let rows = (drawing.height * resolution).rounded()
    guard columns <= 32_000, rows <= 32_000 else {
      throw .tooLarge(columns: Int(min(columns, 1e15)), rows: Int(min(rows, 1e15)))
    }
    let width = max(Int(columns), 1)
    let height = max(Int(rows), 1)
    let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height))
    defer { cairo_surface_destroy(surface) }
    try draw(drawing, on: surface, scale: resolution)
    cairo_surface_flush(surface)
    guard let data = cairo_image_surface_get_data(surface) else { throw .cairo("no pixels") }
    let stride = Int(cairo_image_surface_get_stride(surface))
    var channels = [UInt8](repeating: 255, count: 4 * width * height)
    for row in 0..<height {
      for column in 0..<width {
        // cairo keeps a pixel as one number, 0x00RRGGBB, in the machine's byte order.
        let pixel = UnsafeRawPointer(data).loadUnaligned(
          fromByteOffset: row * stride + 4 * column, as: UInt32.self)
        let place = 4 * (row * width + column)
        channels[place] = UInt8(truncatingIfNeeded: pixel >> 16)
        channels[place + 1] = UInt8(truncatingIfNeeded: pixel >> 8)
        channels[place + 2] = UInt8(truncatingIfNeeded: pixel)
      }
    }
    return PixelImage(columns: width, rows: height, channels: channels)
  }

  private func draw(
    _ drawing: Drawing, on surface: OpaquePointer?, scale: Double
  ) throws(CanvasFault) {
    try check(cairo_surface_status(surface))
    let context = cairo_create(surface)
    defer { cairo_destroy(context) }
    let canvas = Canvas(context: context, fonts: fonts, scale: scale)
    canvas.paintBackground()
    cairo_scale(context, scale, scale)
    for element in drawing.elements { try canvas.draw(element) }
    try check(cairo_status(context))
  }

  private func check(_ status: cairo_status_t) throws(CanvasFault) {
    guard status == CAIRO_STATUS_SUCCESS else {
      throw .cairo(String(cString: cairo_status_to_string(status)))
    }
  }
}
