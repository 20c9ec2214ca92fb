import CPNG
import CairoCanvas
import Drawing
import Foundation
import Testing

/// What poppler, an independent reader, finds in the PDF files (`pdfinfo`, `pdffonts`, `pdftotext`,
/// `pdftoppm` of Debian's poppler-utils 22.12).
@Suite("PDF files")
struct PDFTests {
  private let folder = FileManager.default.temporaryDirectory.appending(
    path: "scarp-\(UUID().uuidString)")

  private func sample() -> Drawing {
    var drawing = Drawing(width: 85, height: 60)
    drawing.fill(.rectangle(Rectangle(left: 2, top: 2, width: 8, height: 8)), Color(0xD69A2D))
    drawing.image(
      PixelImage(
        columns: 2, rows: 2, palette: [.clear, Color(0xFF0000), Color(0x00FF00), Color(0x0000FF)],
        indices: [0, 1, 2, 3]), in: Rectangle(left: 20, top: 2, width: 8, height: 8))
    drawing.clipped(
      to: Rectangle(left: 0, top: 40, width: 5, height: 4),
      [.fill(.rectangle(Rectangle(left: 0, top: 0, width: 85, height: 60)), Color(0x123456))])
    drawing.fill(
      .rectangle(Rectangle(left: 40, top: 2, width: 8, height: 8)), Color(0x0000FF).withAlpha(128))
    drawing.text(TextRun("Cohesion (kPa) of µ < 1 & “km²”", at: Point(20, 30), size: 2.6))
    drawing.text(TextRun("Sensitivity", at: Point(15, 50), size: 2.9, weight: .bold, upwards: true))
    return drawing
  }

  private func tell(_ program: String, _ options: [String], of pdf: [UInt8]) throws -> String {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "figure.pdf")
    try Data(pdf).write(to: file)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      [program] + options + [file.path, "-"].prefix(program == "pdftotext" ? 2 : 1)
    let (output, complaints) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = complaints
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    let words = complaints.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(program) failed")
    #expect(words.isEmpty, "\(String(decoding: words, as: UTF8.self))")
    return String(decoding: data, as: UTF8.self)
  }

  @Test func aPageIsAsLargeAsItsDrawing() throws {
    let text = try tell("pdfinfo", [], of: CairoRenderer().pdf(sample()))
    func fact(_ name: String) -> String? {
      text.split(separator: "\n").first { $0.hasPrefix(name + ":") }.map {
        $0.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces)
      }
    }
    #expect(fact("Pages") == "1")
    // 85 x 60 mm are 240.945 x 170.079 points.
    #expect(fact("Page size") == "240.945 x 170.079 pts")
    #expect(fact("JavaScript") == "no")
    #expect(fact("Encrypted") == "no")
  }

  @Test func textStaysTextInTheNamedFont() throws {
    let pdf = try CairoRenderer().pdf(sample())
    let words = try tell("pdftotext", ["-layout"], of: pdf)
    #expect(words.contains("Cohesion (kPa) of µ < 1 & “km²”"))
    #expect(words.contains("Sensitivity"))
    let fonts = try tell("pdffonts", [], of: pdf).split(separator: "\n").dropFirst(2)
    #expect(fonts.count == 2)
    for font in fonts {
      #expect(font.contains("DejaVuSans"))
      // The columns are emb, sub and uni: embedded, a subset, and read back as Unicode.
      #expect(font.contains("yes yes yes"), "\(font)")
    }
  }

  @Test func popplersPixelsAreOurs() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let renderer = try CairoRenderer()
    let file = folder.appending(path: "figure.pdf")
    try Data(try renderer.pdf(sample())).write(to: file)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "pdftoppm", "-r", "254", "-png", "-singlefile", file.path,
      folder.appending(path: "figure").path,
    ]
    try process.run()
    process.waitUntilExit()
    let theirs = try decoded(Array(try Data(contentsOf: folder.appending(path: "figure.png"))))
    let ours = try decoded(try renderer.png(sample(), resolution: 10))
    #expect(abs(theirs.columns - ours.columns) <= 1 && abs(theirs.rows - ours.rows) <= 1)
    func color(_ picture: (columns: Int, rows: Int, rgba: [UInt8]), _ x: Double, _ y: Double)
      -> [Int]
    {
      let place = 4 * (Int(y * 10) * picture.columns + Int(x * 10))
      return picture.rgba[place..<place + 3].map(Int.init)
    }
    for (x, y) in [
      (1.0, 1.0), (6, 6), (22, 4), (26, 4), (22, 8), (26, 8), (44, 6), (2, 42), (2, 38),
    ] {
      let (a, b) = (color(theirs, x, y), color(ours, x, y))
      #expect(zip(a, b).allSatisfy { abs($0 - $1) <= 2 }, "\(a) is not \(b) at \(x), \(y)")
    }
    // Nearly as much ink: poppler's antialiasing differs, and nothing may be missing.
    func ink(_ picture: (columns: Int, rows: Int, rgba: [UInt8]), _ x: Range<Int>, _ y: Range<Int>)
      -> Int
    {
      y.reduce(0) { sum, row in
        x.reduce(sum) { $0 + 255 - Int(picture.rgba[4 * (row * picture.columns + $1)]) }
      }
    }
    for (x, y) in [(190..<700, 270..<320), (120..<160, 300..<510)] {
      let (a, b) = (ink(theirs, x, y), ink(ours, x, y))
      #expect(b > 10_000 && abs(a - b) < b / 10, "\(a) of ink, not \(b)")
    }
  }

  private func decoded(_ file: [UInt8]) throws -> (columns: Int, rows: Int, rgba: [UInt8]) {
    var control = png_image()
    control.version = UInt32(PNG_IMAGE_VERSION)
    try #require(png_image_begin_read_from_memory(&control, file, file.count) != 0)
    control.format = 3
    var pixels = [UInt8](repeating: 0, count: Int(control.width * control.height) * 4)
    try #require(png_image_finish_read(&control, nil, &pixels, 0, nil) != 0)
    return (Int(control.width), Int(control.height), pixels)
  }

  /// cairo writes the time of day into a file where it is not told not to.
  @Test func theSameDrawingHasTheSameBytesAtAnyTimeOnAnyThread() async throws {
    let renderer = try CairoRenderer()
    let drawing = sample()
    let pdf = try renderer.pdf(drawing)
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<16 { group.addTask { try renderer.pdf(drawing) == pdf } }
      for try await same in group { #expect(same) }
    }
    // Other drawings between, and more than a second later.
    _ = try renderer.pdf(Drawing(width: 10, height: 10))
    try await Task.sleep(for: .seconds(1.1))
    #expect(try CairoRenderer().pdf(drawing) == pdf)
    let year = Calendar.current.component(.year, from: Date())
    #expect(!String(decoding: pdf, as: UTF8.self).contains("D:\(year)"))
  }
}
