import Drawing
import Figures
import Foundation
import Learning
import Testing
import Vocabulary

@Suite("draw correlation")
struct DrawCorrelationTests {
  private func figure(_ count: Int) -> CorrelationFigure {
    let names = (0..<count).map { "distance to layer \($0)" }
    let correlations = (0..<count * count).map { index -> Double in
      let (row, column) = (index / count, index % count)
      return row == column ? 1 : cos(Double((row + 1) * (column + 1)) * 0.7)
    }
    return CorrelationFigure(names: names, correlations: correlations, places: 1400)
  }

  /// The colours of the cells, row by row: fills that are no rectangle of white.
  private func cells(_ drawing: Drawing) -> [Color] {
    drawing.elements.compactMap { if case .fill(_, let color) = $0 { color } else { nil } }
  }

  @Test func everyPairIsACellWithItsNumber() {
    let figure = CorrelationFigure(
      names: ["slope", "relief", "rain"],
      correlations: [1, 0.9, -0.456, 0.9, 1, 0, -0.456, 0, 1], places: 12_345)
    let drawing = figure.drawing(width: 160)
    let texts = drawing.texts.map(\.text)
    for text in ["0.90", "−0.46", "0.00", "Pearson's r"] { #expect(texts.contains(text)) }
    #expect(texts.filter { $0 == "relief" }.count == 2, "a row and a column")
    #expect(texts.filter { $0 == "slope" }.count == 1 && texts.filter { $0 == "rain" }.count == 1)
    let colors = cells(drawing)
    #expect(colors.count == 3)
    // Red together, blue against each other, nearly white where nothing goes with anything.
    #expect(colors[0].red > 2 * colors[0].blue && colors[1].blue > colors[1].red)
    #expect(colors[2].luminance > 0.9)
    #expect(
      figure.alternativeText
        == "Pearson's correlation of 3 layers at 12\u{2009}345 places; the strongest: slope and relief "
        + "0.90, slope and rain −0.46, relief and rain 0.00.")
  }

  /// Contrast of at least 4.5 : 1, which WCAG 2.1 asks of small text.
  @Test func numbersAreLegibleOnEveryColour() {
    let values = (0...40).map { Double($0) / 20 - 1 }
    for value in values {
      let drawing = CorrelationFigure(
        names: ["a", "b"], correlations: [1, value, value, 1], places: 9
      ).drawing(width: 85)
      guard let number = drawing.texts.first(where: { $0.level == .middle && $0.anchor == .middle })
      else {
        Issue.record("no number for \(value)")
        continue
      }
      let (a, b) = (number.color.luminance, cells(drawing)[0].luminance)
      #expect((max(a, b) + 0.05) / (min(a, b) + 0.05) >= 4.5, "\(value)")
    }
  }

  @Test("texts keep apart", arguments: [2, 3, 9, 16, 30])
  func textsKeepApart(count: Int) {
    for width in [85.0, 120, 160, 180] {
      let drawing = figure(count).drawing(width: width)
      #expect(drawing.width <= width + 1e-9)
      expectTextsApart(drawing)
      // Five points, the least that a journal prints.
      #expect(drawing.texts.allSatisfy { $0.size >= 1.75 })
    }
  }

  /// Thirty layers have their numbers on a page, and their colours alone in a column.
  @Test func thirtyLayersAreLegibleOnAPage() {
    func numbers(_ width: Double) -> Int {
      figure(30).drawing(width: width).texts.count { $0.anchor == .middle && $0.level == .middle }
    }
    #expect(numbers(160) == 435)
    #expect(numbers(85) == 0)
  }

  /// A collinearity as the cache keeps it.
  private struct Kept: Encodable {
    let names: [String]
    let pearson: Blob<Double>
    let inflation: [Double]
    let places: Int
    let chosen: [Int]
  }

  private func text(chosen: [Int]) throws -> String {
    let kept = Kept(
      names: ["slope", "wetness_index", "rain"],
      pearson: Blob([1, -0.5, 0.25, -0.5, 1, 0.125, 0.25, 0.125, 1]), inflation: [1.5, 1.4, 1.1],
      places: 40, chosen: chosen)
    let value = try JSONDecoder().decode(
      CollinearityValue.self, from: JSONEncoder().encode(kept))
    let run = try TestRun()
    let result = try run.run(
      DrawCorrelation(), ["collinearity": mention("collinear", .collinearity).content],
      ["collinear": single(value)])
    let figure = try #require(result as? FigureValue)
    #expect(String(decoding: try run.file(figure), as: UTF8.self).hasPrefix("<svg "))
    return figure.alternative
  }

  @Test func theColumnsThatAreMeantAreDrawn() throws {
    #expect(
      try text(chosen: [0, 1, 2])
        == "Pearson's correlation of 3 layers at 40 places; the strongest: slope and wetness index "
        + "−0.50, slope and rain 0.25, wetness index and rain 0.13.")
    #expect(
      try text(chosen: [1, 2])
        == "Pearson's correlation of 2 layers at 40 places; the strongest: wetness index and rain 0.13."
    )
    #expect(throws: FigureError.nothingToDraw(name: "collinear")) { try text(chosen: [1]) }
  }
}
