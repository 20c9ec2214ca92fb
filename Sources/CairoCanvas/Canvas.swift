import CCairo
import Drawing

/// Draws elements of a drawing with a cairo context whose unit is the millimetre.
struct Canvas {
  let context: OpaquePointer?
  let fonts: FontPair
  /// Device units per millimetre.
  let scale: Double
  /// The fonts in which text stays text; none where it is drawn as outlines.
  let embedded: EmbeddedFonts?

  func paintBackground() {
    cairo_set_source_rgb(context, 1, 1, 1)
    cairo_paint(context)
  }

  func draw(_ element: Drawing.Element) throws(CanvasFault) {
    switch element {
    case .fill(let path, let color):
      trace(path)
      setColor(color)
      cairo_set_fill_rule(context, CAIRO_FILL_RULE_EVEN_ODD)
      cairo_fill(context)
    case .stroke(let path, let stroke):
      trace(path)
      setColor(stroke.color)
      cairo_set_line_width(context, stroke.width)
      cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
      cairo_set_line_cap(context, CAIRO_LINE_CAP_BUTT)
      cairo_set_dash(context, stroke.dashes, Int32(stroke.dashes.count), 0)
      cairo_stroke(context)
    case .text(let run): try draw(run)
    case .image(let image, let rectangle): try draw(image, in: rectangle)
    case .clipped(let rectangle, let elements):
      cairo_save(context)
      cairo_rectangle(context, rectangle.left, rectangle.top, rectangle.width, rectangle.height)
      cairo_clip(context)
      for element in elements { try draw(element) }
      cairo_restore(context)
    }
  }

  private func setColor(_ color: Color) {
    cairo_set_source_rgba(
      context, Double(color.red) / 255, Double(color.green) / 255, Double(color.blue) / 255,
      Double(color.alpha) / 255)
  }

  private func trace(_ path: Path) {
    cairo_new_path(context)
    for step in path.steps {
      switch step {
      case .move(let point): cairo_move_to(context, point.x, point.y)
      case .line(let point): cairo_line_to(context, point.x, point.y)
      case .circle(let center, let radius):
        cairo_new_sub_path(context)
        cairo_arc(context, center.x, center.y, radius, 0, 2 * .pi)
        cairo_close_path(context)
      case .close: cairo_close_path(context)
      }
    }
  }

  private func draw(_ run: TextRun) throws(CanvasFault) {
    let line = try fonts.line(run)
    cairo_save(context)
    cairo_translate(context, run.point.x, run.point.y)
    if run.upwards { cairo_rotate(context, -.pi / 2) }
    cairo_translate(context, line.start.along, line.start.across)
    if let embedded {
      set(run, line, in: embedded[run.weight])
      cairo_restore(context)
      return
    }
    cairo_scale(context, line.scale, -line.scale)
    cairo_new_path(context)
    for (glyph, offset) in line.glyphs { trace(glyph, at: Double(offset)) }
    cairo_restore(context)
    setColor(run.color)
    // Outlines of letters overlap where an accent meets its letter.
    cairo_set_fill_rule(context, CAIRO_FILL_RULE_WINDING)
    cairo_fill(context)
  }

  /// Sets a line as text that can be searched and edited.
  private func set(_ run: TextRun, _ line: FontPair.Line, in face: OpaquePointer) {
    setColor(run.color)
    cairo_set_font_face(context, face)
    cairo_set_font_size(context, run.size)
    let glyphs = line.glyphs.map { glyph, offset in
      cairo_glyph_t(index: UInt(glyph.index), x: Double(offset) * line.scale, y: 0)
    }
    // One cluster for each character: how many bytes it has, and the one glyph that shows it.
    let clusters = run.text.unicodeScalars.map { scalar in
      cairo_text_cluster_t(num_bytes: Int32(UTF8.width(scalar)), num_glyphs: 1)
    }
    cairo_show_text_glyphs(
      context, run.text, Int32(run.text.utf8.count), glyphs, Int32(glyphs.count), clusters,
      Int32(clusters.count), cairo_text_cluster_flags_t(rawValue: 0))
  }

  private func trace(_ glyph: Glyph, at offset: Double) {
    var x = 0.0
    var y = 0.0
    for step in glyph.steps {
      switch step {
      case .move(let toX, let toY):
        (x, y) = (offset + Double(toX), Double(toY))
        cairo_close_path(context)
        cairo_move_to(context, x, y)
      case .line(let toX, let toY):
        (x, y) = (offset + Double(toX), Double(toY))
        cairo_line_to(context, x, y)
      case .quadratic(let controlX, let controlY, let toX, let toY):
        // The cubic that is the same curve.
        let (cx, cy) = (offset + Double(controlX), Double(controlY))
        let (endX, endY) = (offset + Double(toX), Double(toY))
        cairo_curve_to(
          context, x + (cx - x) * 2 / 3, y + (cy - y) * 2 / 3, endX + (cx - endX) * 2 / 3,
          endY + (cy - endY) * 2 / 3, endX, endY)
        (x, y) = (endX, endY)
      case .cubic(let firstX, let firstY, let secondX, let secondY, let toX, let toY):
        (x, y) = (offset + Double(toX), Double(toY))
        cairo_curve_to(
          context, offset + Double(firstX), Double(firstY), offset + Double(secondX),
          Double(secondY), x, y)
      }
    }
    cairo_close_path(context)
  }
}
