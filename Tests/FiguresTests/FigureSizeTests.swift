import Drawing
import Figures
import Rasters
import Testing
import Vocabulary

@Suite("The size of figures")
struct FigureSizeTests {
  private let numbers = NumbersValue(
    names: ["elevation", "PGA"], values: [7, 5.9], unit: .percent)

  private func bars(
    _ run: TestRun, _ size: [String: Argument.Content] = [:]
  ) throws -> FigureValue {
    let arguments = size.merging(["value": .list([mention("v", .numbers)])]) { $1 }
    let result = try run.run(DrawBars(), arguments, ["v": single(numbers)])
    return try #require(result as? FigureValue)
  }

  private func map(
    _ run: TestRun, _ size: [String: Argument.Content] = [:]
  ) throws -> FigureValue {
    let slope = try run.raster(
      [RasterLayerPlan("slope", unit: .degree)], columns: 40, rows: 30
    ) { Float($1 % 40) }
    let arguments = size.merging(["layers": .list([mention("slope")])]) { $1 }
    let result = try run.run(DrawMap(), arguments, ["slope": single(slope)])
    return try #require(result as? FigureValue)
  }

  /// Pixels across and per metre, from a PNG file's header and its chunk `pHYs` after it.
  private func pixels(_ png: [UInt8]) -> (across: Int, perMetre: Int) {
    func number(at place: Int) -> Int { png[place..<place + 4].reduce(0) { $0 << 8 | Int($1) } }
    return (number(at: 16), number(at: 41))
  }

  @Test func aFigureIsKeptInThreeFormats() throws {
    let run = try TestRun()
    let figure = try bars(run)
    #expect(figure.files.map(\.format) == [.png, .svg, .pdf])
    #expect(try run.file(figure, as: .png).starts(with: [0x89, 0x50, 0x4E, 0x47]))
    #expect(try run.file(figure, as: .svg).starts(with: Array("<svg ".utf8)))
    #expect(try run.file(figure, as: .pdf).starts(with: Array("%PDF-1.".utf8)))
    // The report's picture of a chart is its SVG file.
    #expect(figure.files.contains { $0.payload == figure.payload && $0.format == .svg })
  }

  @Test func theResolutionIsThatOfTheFileBesideTheReport() throws {
    let run = try TestRun()
    let usual = try map(run)
    #expect(pixels(try run.file(usual, as: .png)).perMetre == 11811)
    #expect(
      pixels(try run.file(usual, as: .png)).across == Int((usual.width * 300 / 25.4).rounded()))
    // The report's own picture has 8 pixels to the millimetre, whatever is asked for.
    #expect(pixels(try run.file(usual)).perMetre == 8000)
    let fine = try map(run, ["resolution": .quantity(Quantity(600))])
    #expect(pixels(try run.file(fine, as: .png)).perMetre == 23622)
    #expect(pixels(try run.file(fine)).perMetre == 8000)
    #expect(fine.content == usual.content)
  }

  @Test func aFigureIsAsWideAsAsked() throws {
    let run = try TestRun()
    for width in [85.0, 120, 180] {
      let asked: [String: Argument.Content] = [
        "width": .quantity(Quantity(width, .millimetre))
      ]
      #expect(try bars(run, asked).width <= width)
      #expect(try map(run, asked).width <= width)
    }
    #expect(
      try bars(run, ["width": .quantity(Quantity(8.5, Unit(spelled: "cm") ?? .one))]).width
        == bars(run, ["width": .quantity(Quantity(85, .millimetre))]).width)
  }

  /// A number that only the run knows is looked at there.
  @Test func noPageIsSoWide() throws {
    let run = try TestRun()
    #expect(throws: FigureError.wrongSize(found: "3 m wide", expected: "40 to 250 mm")) {
      try bars(run, ["width": .quantity(Quantity(3, .metre))])
    }
    #expect(throws: FigureError.wrongSize(found: "20 dpi", expected: "72 to 1200 dpi")) {
      try bars(run, ["resolution": .quantity(Quantity(20))])
    }
  }
}
