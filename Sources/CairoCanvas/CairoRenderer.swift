import CCairo
public import Drawing

/// Renders drawings with cairo as PNG and PDF, and by itself as SVG, text in two font files.
///
/// Text is outlines in PNG and SVG, and embedded subsets of the fonts in PDF.
///
/// The same drawing, fonts and library versions give the same bytes, on any thread.
public struct CairoRenderer: Renderer {
  private let fonts: FontPair
  private let embedded: EmbeddedFonts

  /// Opens the font files.
  ///
  /// - Throws: ``CanvasFault`` if a file is missing or unusable.
  public init(fonts: FontFiles = .dejaVuSans) throws(CanvasFault) {
    self.fonts = try FontPair(fonts)
    embedded = try EmbeddedFonts(fonts)
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
    let image = try pixels(of: drawing, resolution: resolution)
    return try PNGFile.bytes(
      ReducedPalette.reduced(image, of: drawing) ?? image, resolution: resolution)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func pdf(_ drawing: Drawing) throws(CanvasFault) -> [UInt8] {
    let file = PDFBytes()
    let surface = cairo_pdf_surface_create_for_stream(
      PDFBytes.append, Unmanaged.passUnretained(file).toOpaque(),
      drawing.width * Self.pointsPerMillimetre, drawing.height * Self.pointsPerMillimetre)
    defer { cairo_surface_destroy(surface) }
    // cairo would put the time of day here, and two runs would differ.
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, Self.noDate)
    try draw(drawing, on: surface, scale: Self.pointsPerMillimetre, embedded: embedded)
    cairo_surface_finish(surface)
    try check(cairo_surface_status(surface))
    return file.bytes
  }

  /// The unit of PDF: 72 to the inch.
  private static let pointsPerMillimetre = 72 / 25.4
  /// The first second of Unix time, by convention of reproducible builds the date of what has none.
  private static let noDate = "1970-01-01T00:00:00Z"

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
    _ drawing: Drawing, on surface: OpaquePointer?, scale: Double,
    embedded: EmbeddedFonts? = nil
  ) throws(CanvasFault) {
    try check(cairo_surface_status(surface))
    let context = cairo_create(surface)
    defer { cairo_destroy(context) }
    let canvas = Canvas(context: context, fonts: fonts, scale: scale, embedded: embedded)
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

/// Collects what cairo writes.
private final class PDFBytes {
  var bytes: [UInt8] = []

  static let append: cairo_write_func_t = { closure, data, length in
    guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
    Unmanaged<PDFBytes>.fromOpaque(closure).takeUnretainedValue().bytes.append(
      contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
    return CAIRO_STATUS_SUCCESS
  }
}
