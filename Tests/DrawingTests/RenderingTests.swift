import CPNG
import CairoCanvas
import Drawing
import Glibc
import Testing

@Suite("Rendering")
struct RenderingTests {
  private func sample() -> Drawing {
    var drawing = Drawing(width: 20, height: 10)
    drawing.fill(.rectangle(Rectangle(left: 2, top: 2, width: 4, height: 4)), Color(0xD69A2D))
    drawing.image(
      PixelImage(
        columns: 2, rows: 2, palette: [.clear, Color(0xFF0000), Color(0x00FF00), Color(0x0000FF)],
        indices: [0, 1, 2, 3]), in: Rectangle(left: 10, top: 2, width: 4, height: 4))
    drawing.clipped(
      to: Rectangle(left: 0, top: 8, width: 5, height: 2),
      [
        .fill(.rectangle(Rectangle(left: 0, top: 0, width: 20, height: 10)), Color(0x123456))
      ])
    drawing.text(TextRun("µ < 1 & “km²”", at: Point(6, 9.5), size: 2))
    return drawing
  }

  /// Reads a PNG with libpng's own reader.
  private func decoded(_ file: [UInt8]) throws -> (columns: Int, rows: Int, rgba: [UInt8]) {
    var control = png_image()
    control.version = UInt32(PNG_IMAGE_VERSION)
    try #require(png_image_begin_read_from_memory(&control, file, file.count) != 0)
    control.format = 3
    var pixels = [UInt8](repeating: 0, count: Int(control.width * control.height) * 4)
    try #require(png_image_finish_read(&control, nil, &pixels, 0, nil) != 0)
    return (Int(control.width), Int(control.height), pixels)
  }

  @Test func pixelsAreWhereTheDrawingPutsThem() throws {
    let picture = try decoded(CairoRenderer().png(sample(), resolution: 10))
    #expect(picture.columns == 200)
    #expect(picture.rows == 100)
    func color(_ x: Double, _ y: Double) -> [UInt8] {
      let place = 4 * (Int(y * 10) * picture.columns + Int(x * 10))
      return Array(picture.rgba[place..<place + 4])
    }
    #expect(color(0.5, 0.5) == [255, 255, 255, 255])
    #expect(color(4, 4) == [0xD6, 0x9A, 0x2D, 255])
    #expect(color(11, 3) == [255, 255, 255, 255])
    #expect(color(13, 3) == [255, 0, 0, 255])
    #expect(color(11, 5) == [0, 255, 0, 255])
    #expect(color(13, 5) == [0, 0, 255, 255])
    #expect(color(2, 9) == [0x12, 0x34, 0x56, 255])
    #expect(color(2, 7) == [255, 255, 255, 255])
    let text = (60..<190).flatMap { x in
      (80..<96).map { y in color(Double(x) / 10, Double(y) / 10) }
    }
    #expect(text.contains { $0[0] < 60 }, "the text left no mark")
  }

  @Test func textIsAsWideAsItsLayoutSays() throws {
    var drawing = Drawing(width: 60, height: 10)
    drawing.text(TextRun("Susceptibility 0.822", at: Point(2, 6), size: 4, weight: .bold))
    let picture = try decoded(CairoRenderer().png(drawing, resolution: 10))
    let inked = (0..<picture.columns).filter { column in
      (0..<picture.rows).contains { picture.rgba[4 * ($0 * picture.columns + column)] < 128 }
    }
    let right = Double(try #require(inked.last)) / 10
    let expected = 2 + textWidth("Susceptibility 0.822", size: 4, weight: .bold)
    #expect(abs(right - expected) < 0.5)
  }

  @Test func theSameDrawingHasTheSameBytesOnAnyThread() async throws {
    let renderer = try CairoRenderer()
    let drawing = sample()
    let svg = try renderer.svg(drawing)
    let png = try renderer.png(drawing, resolution: 8)
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<16 {
        group.addTask {
          try renderer.svg(drawing) == svg && renderer.png(drawing, resolution: 8) == png
        }
      }
      for try await same in group { #expect(same) }
    }
    #expect(try CairoRenderer().png(drawing, resolution: 8) == png)
  }

  @Test func aPictureNamesNoTimeAndNoProgram() throws {
    let renderer = try CairoRenderer()
    let png = String(decoding: try renderer.png(sample(), resolution: 4), as: UTF8.self)
    for chunk in ["tIME", "tEXt", "zTXt", "iTXt", "eXIf"] { #expect(!png.contains(chunk)) }
    let svg = String(decoding: try renderer.svg(sample()), as: UTF8.self)
    #expect(!svg.contains("<metadata"))
    #expect(!svg.contains("cairo"))
  }

  @Test func svgIsWellFormedAndNeedsNothingFromOutside() throws {
    let svg = String(decoding: try CairoRenderer().svg(sample()), as: UTF8.self)
    #expect(svg.contains("<svg xmlns"))
    #expect(openElements(of: svg) == [])
    for link in svg.components(of: "href=\"") {
      #expect(link.hasPrefix("#") || link.hasPrefix("data:image/png;base64,"))
    }
  }

  /// python3 -c "import zlib, struct; \
  ///   print(hex(zlib.crc32(b'pHYs' + struct.pack('>IIB', 8000, 8000, 1))))" gives 0x93a85ba7.
  @Test func aPictureSaysHowLargeItIsOnPaper() throws {
    let png = try CairoRenderer().png(sample(), resolution: 8)
    #expect(
      Array(png[33..<54])
        == [0, 0, 0, 9] + Array("pHYs".utf8) + [0, 0, 0x1F, 0x40, 0, 0, 0x1F, 0x40, 1]
        + [0x93, 0xA8, 0x5B, 0xA7])
    #expect(try decoded(png).columns == 160)
  }

  @Test func palettesAndOpacityReachTheFile() throws {
    let indexed = PixelImage(
      columns: 3, rows: 1, palette: [.clear, Color(0x010203), Color(0xFFEEDD)],
      indices: [1, 0, 2])
    let file = try PNGFile.bytes(indexed)
    #expect(file[25] == 3, "the colour type of a palette")
    let read = try decoded(file)
    #expect(Array(read.rgba[0..<4]) == [1, 2, 3, 255])
    #expect(read.rgba[7] == 0)
    #expect(Array(read.rgba[8..<12]) == [255, 238, 221, 255])

    let many = (0..<1024).flatMap { (i: Int) -> [UInt8] in
      [UInt8(i & 255), UInt8(i >> 8), 77, UInt8(255 - (i & 15))]
    }
    let rgba = try PNGFile.bytes(PixelImage(columns: 32, rows: 32, channels: many))
    #expect(rgba[25] == 6)
    #expect(try decoded(rgba).rgba == many)
    let opaque = many.enumerated().map { $0.offset % 4 == 3 ? 255 : $0.element }
    let rgb = try PNGFile.bytes(PixelImage(columns: 32, rows: 32, channels: opaque))
    #expect(rgb[25] == 2)
    #expect(try decoded(rgb).rgba == opaque)
  }

  @Test func aMissingFontNamesItsPackage() throws {
    let fonts = FontFiles.named(in: ["SCARP_FONT": "/nowhere/Some.ttf"])
    let fault = #expect(throws: CanvasFault.self) { try CairoRenderer(fonts: fonts) }
    #expect(fault == .fontMissing(path: "/nowhere/Some.ttf"))
    #expect(fault?.advice.contains("fonts-dejavu-core") == true)
    #expect(throws: CanvasFault.self) {
      try CairoRenderer(fonts: FontFiles(regular: "/etc/passwd", bold: "/etc/passwd"))
    }
    #expect(FontFiles.named(in: [:]) == .dejaVuSans)
  }

  @Test func aPictureOfAbsurdSizeIsRefused() throws {
    let renderer = try CairoRenderer()
    #expect(throws: CanvasFault.tooLarge(columns: 200_000, rows: 100)) {
      try renderer.png(Drawing(width: 20_000, height: 10), resolution: 10)
    }
  }

  @Test func bytesTellDrawingsApart() {
    let drawing = sample()
    #expect(drawing.bytes == sample().bytes)
    var other = drawing
    other.elements.removeLast()
    #expect(other.bytes != drawing.bytes)
    var moved = other
    moved.text(TextRun("µ < 1 & “km²”", at: Point(6, 9.25), size: 2))
    #expect(moved.bytes != drawing.bytes)
  }
}

extension String {
  /// What follows each occurrence of a mark.
  fileprivate func components(of mark: String) -> [Substring] {
    var result: [Substring] = []
    var rest = self[...]
    while let range = rest.firstRange(of: mark) {
      rest = rest[range.upperBound...]
      result.append(rest)
    }
    return result
  }
}

/// The names of elements left open by an XML text, or a message: enough of a reader to know that
/// cairo's output nests well and escapes its attributes.
private func openElements(of text: String) -> [String] {
  var open: [String] = []
  var rest = text[...]
  while let start = rest.firstIndex(of: "<") {
    if rest[..<start].contains(">") { return ["stray >"] }
    guard let end = rest[start...].firstIndex(of: ">") else { return ["unclosed tag"] }
    let tag = rest[rest.index(after: start)..<end]
    if tag.filter({ $0 == "\"" }).count % 2 == 1 { return ["odd quotes in \(tag)"] }
    if tag.hasPrefix("/") {
      guard open.popLast() == String(tag.dropFirst()) else { return ["unexpected </\(tag)>"] }
    } else if !tag.hasPrefix("?"), !tag.hasSuffix("/") {
      open.append(String(tag.prefix { $0 != " " && $0 != "\n" }))
    }
    rest = rest[rest.index(after: end)...]
  }
  return open
}
