import Drawing
import Vocabulary

/// Writes a drawing as SVG: outlines for letters, embedded pictures, nothing from outside.
///
/// cairo can write SVG too, but numbers its elements by a counter of the whole process, so that
/// the bytes would depend on what was drawn before.
struct SVGDocument {
  private let fonts: FontPair
  /// Begins every identifier, so that two figures can stand in one page.
  private let prefix: String
  private var body = ""
  /// The letters met so far, by weight and number.
  private var defined: Set<[UInt32]> = []
  private var definitions = ""

  /// The bytes of the document.
  ///
  /// - Throws: ``CanvasFault`` if a letter or a picture cannot be written.
  static func bytes(_ drawing: Drawing, fonts: FontPair) throws(CanvasFault) -> [UInt8] {
    var document = SVGDocument(drawing, fonts: fonts)
    for element in drawing.elements { try document.add(element) }
    let width = number(drawing.width)
    let height = number(drawing.height)
    var text = """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)mm" height="\(height)mm" \
      viewBox="0 0 \(width) \(height)">

      """
    if !document.definitions.isEmpty { text += "<defs>\n\(document.definitions)</defs>\n" }
    text += "<rect width=\"\(width)\" height=\"\(height)\" fill=\"#fff\"/>\n"
    text += document.body
    text += "</svg>\n"
    return Array(text.utf8)
  }

  private init(_ drawing: Drawing, fonts: FontPair) {
    self.fonts = fonts
    // FNV-1a, 64 bits: any two figures of a page differ in it.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in drawing.bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    prefix = "f" + String(hash, radix: 36)
  }

  private mutating func add(_ element: Drawing.Element) throws(CanvasFault) {
    switch element {
    case .fill(let path, let color):
      body += "<path d=\"\(Self.data(path))\"\(Self.paint("fill", color)) fill-rule=\"evenodd\"/>\n"
    case .stroke(let path, let stroke):
      body += "<path d=\"\(Self.data(path))\" fill=\"none\"\(Self.paint("stroke", stroke.color))"
      body += " stroke-width=\"\(Self.number(stroke.width))\" stroke-linejoin=\"round\""
      if !stroke.dashes.isEmpty {
        body += " stroke-dasharray=\"\(stroke.dashes.map(Self.number).joined(separator: " "))\""
      }
      body += "/>\n"
    case .text(let run): try add(run)
    case .image(let image, let place):
      body += "<image x=\"\(Self.number(place.left))\" y=\"\(Self.number(place.top))\""
      body += " width=\"\(Self.number(place.width))\" height=\"\(Self.number(place.height))\""
      body += " preserveAspectRatio=\"none\" image-rendering=\"pixelated\""
      body += " href=\"data:image/png;base64,\(Base64.encode(try PNGFile.bytes(image)))\"/>\n"
    case .clipped(let window, let elements):
      // A nested picture clips to its border and needs no identifier for that.
      let (x, y) = (Self.number(window.left), Self.number(window.top))
      let (width, height) = (Self.number(window.width), Self.number(window.height))
      body += "<svg x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\""
      body += " viewBox=\"\(x) \(y) \(width) \(height)\" overflow=\"hidden\">\n"
      for element in elements { try add(element) }
      body += "</svg>\n"
    }
  }

  private mutating func add(_ run: TextRun) throws(CanvasFault) {
    let line = try fonts.line(run)
    let x = run.point.x + (run.upwards ? line.start.across : line.start.along)
    let y = run.point.y + (run.upwards ? -line.start.along : line.start.across)
    let scale = Self.number(line.scale, decimals: 7)
    body += "<g\(Self.paint("fill", run.color)) transform=\"translate(\(Self.number(x)) "
    body += "\(Self.number(y)))\(run.upwards ? " rotate(-90)" : "") scale(\(scale) -\(scale))\">"
    for (glyph, offset) in line.glyphs where !glyph.steps.isEmpty {
      let id = "\(prefix)\(run.weight == .bold ? "b" : "r")\(glyph.index)"
      if defined.insert([UInt32(run.weight.rawValue), glyph.index]).inserted {
        definitions += "<path id=\"\(id)\" d=\"\(Self.data(glyph))\"/>\n"
      }
      body += "<use href=\"#\(id)\"\(offset == 0 ? "" : " x=\"\(offset)\"")/>"
    }
    body += "</g>\n"
  }
}
