import CairoCanvas
import Drawing
import Figures
import Testing

@Suite("ROC curves")
struct ROCFigureTests {
  private func curve(_ name: String, _ area: Double? = 0.8) -> ROCFigure.Curve {
    ROCFigure.Curve(
      name: name, falsePositiveRates: [0, 0.1, 0.4, 1], truePositiveRates: [0, 0.5, 0.85, 1],
      area: area)
  }

  @Test func theAlternativeTextNamesTheModelsAndTheirAreas() {
    let figure = ROCFigure(curves: [curve("glm", 0.8215837), curve("one class", nil)])
    #expect(
      figure.alternativeText == "ROC curves of 2 models: glm, AUC 0.822; one class, AUC undefined.")
    #expect(
      ROCFigure(curves: [curve("glm", 0.5)]).alternativeText
        == "ROC curve of 1 model: glm, AUC 0.500.")
  }

  @Test func axesAreNamedAndTheFrameIsSquare() throws {
    let drawing = ROCFigure(curves: [curve("glm")]).drawing(width: 160)
    let texts = drawing.texts.map(\.text)
    #expect(texts.contains("1 − specificity (false positive rate)"))
    #expect(texts.contains("Sensitivity (true positive rate)"))
    for label in ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"] {
      #expect(texts.filter { $0 == label }.count == 2)
    }
    let verticals = drawing.texts.filter { $0.text == "1.0" || $0.text == "0.0" }
    let xs = verticals.filter { $0.anchor == .middle }.map(\.point.x)
    let ys = verticals.filter { $0.anchor == .end }.map(\.point.y)
    #expect(abs(abs(xs[0] - xs[1]) - abs(ys[0] - ys[1])) < 1e-9)
  }

  @Test func everyCurveHasAColourAndDashesOfItsOwn() {
    let curves = (0..<16).map { curve("model \($0)") }
    let strokes = ROCFigure(curves: curves).drawing(width: 160).elements.compactMap {
      element -> Stroke? in
      if case .stroke(let path, let stroke) = element, path.steps.count == 4 { stroke } else { nil }
    }
    #expect(strokes.count == 16)
    for (index, stroke) in strokes.enumerated() {
      #expect(!strokes[(index + 1)...].contains(stroke))
    }
  }

  @Test func theLegendGivesWayToACurve() {
    let good = ROCFigure(curves: [curve("glm")]).drawing(width: 160)
    let bad = ROCFigure(curves: [
      ROCFigure.Curve(
        name: "glm", falsePositiveRates: [0, 0.9, 1], truePositiveRates: [0, 0.02, 1], area: 0.1)
    ]).drawing(width: 160)
    #expect(bad.width > good.width + 10)
    let many = ROCFigure(curves: (0..<14).map { curve("model \($0)") }).drawing(width: 160)
    #expect(many.width > good.width + 10)
  }

  @Test("texts keep apart", arguments: [1, 3, 9, 14])
  func textsKeepApart(count: Int) {
    expectTextsApart(
      ROCFigure(curves: (0..<count).map { curve("a model with a long name \($0)") }).drawing(
        width: 160))
  }

  @Test func aLongCurveIsThinnedWithoutBeingChanged() {
    let rates = (0...100_000).map { Double($0) / 100_000 }
    let drawing = ROCFigure(curves: [
      ROCFigure.Curve(
        name: "glm", falsePositiveRates: rates, truePositiveRates: rates.map { $0.squareRoot() },
        area: 2.0 / 3)
    ]).drawing(width: 160)
    let longest = drawing.elements.map { element -> Int in
      if case .stroke(let path, _) = element { path.steps.count } else { 0 }
    }.max()
    #expect((1000...6000).contains(longest ?? 0))
  }
}

@Suite("Bars")
struct BarFigureTests {
  private let drops = BarFigure(
    title: "Decrease of AUC", unit: "%",
    groups: [
      BarFigure.Group(bars: [
        BarFigure.Bar(label: "elevation", value: 7), BarFigure.Bar(label: "aspect", value: -0.72),
        BarFigure.Bar(label: "unknown", value: .nan),
      ])
    ], decimals: 1)

  @Test func theAlternativeTextHasEveryValue() {
    #expect(
      drops.alternativeText == """
        Bar chart of Decrease of AUC (%). elevation 7.0\u{202F}%, aspect −0.7\u{202F}%, unknown –.
        """)
  }

  @Test func barsStartAtZeroAndAreAsLongAsTheirValues() {
    let drawing = drops.drawing(width: 160)
    let bars = drawing.elements.compactMap { element -> [Point]? in
      guard case .fill(let path, let color) = element, color != .white else { return nil }
      return path.steps.compactMap { step in
        switch step {
        case .move(let point), .line(let point): point
        default: nil
        }
      }
    }
    #expect(bars.count == 3)
    let widths = bars.map { ($0.map(\.x).max() ?? 0) - ($0.map(\.x).min() ?? 0) }
    #expect(abs(widths[0] / widths[1] - 7 / 0.72) < 1e-6)
    #expect(widths[2] == 0)
    let zero = bars[0].map(\.x).min() ?? 0
    #expect(abs((bars[1].map(\.x).max() ?? 1) - zero) < 1e-9)
  }

  @Test func textsKeepApart() {
    expectTextsApart(drops.drawing(width: 160))
    let ratios = BarFigure(
      title: "Frequency ratio",
      groups: ["slope", "a factor with quite a long name", "TWI"].map { title in
        BarFigure.Group(
          title: title,
          bars: (0..<5).map { BarFigure.Bar(label: "class \($0)", value: Double($0) / 2) })
      }, reference: 1)
    expectTextsApart(ratios.drawing(width: 160))
    #expect(ratios.drawing(width: 160).texts.contains { $0.text == "TWI" && $0.weight == .bold })
  }

  @Test func noBarsAreStillADrawing() {
    let empty = BarFigure(title: "Nothing", groups: [])
    #expect(empty.drawing(width: 160).height > 0)
  }
}

@Suite("Lines over a common axis")
struct LineFigureTests {
  private func figure(names: [String] = ["training", "validation"]) -> LineFigure {
    let epochs = (1...20).map(Double.init)
    let lines = names.enumerated().map { index, name in
      LineFigure.Line(
        name: name, x: epochs,
        y: epochs.map { $0 == 10 ? .nan : 1 / $0 + Double(index) / 10 })
    }
    return LineFigure(
      xTitle: "Epoch",
      panels: [
        LineFigure.Panel(title: "Loss", lines: lines),
        LineFigure.Panel(title: "Accuracy", lines: lines, range: 0...1),
      ])
  }

  @Test func theAlternativeTextHasFirstAndLastValues() {
    #expect(
      figure(names: ["training"]).alternativeText == """
        Line chart over Epoch. Loss: training from 1.00 to 0.0500; \
        Accuracy: training from 1.00 to 0.0500.
        """)
  }

  @Test func aMissingValueBreaksTheLine() {
    let groups = figure(names: ["training"]).drawing(width: 160).elements.compactMap {
      element -> Int? in
      if case .clipped(_, let inner) = element { inner.count } else { nil }
    }
    #expect(groups == [2, 2])
  }

  @Test func oneNameHasOneStrokeInAllFrames() {
    let drawing = figure().drawing(width: 160)
    #expect(drawing.texts.filter { $0.text == "training" }.count == 1)
    expectTextsApart(drawing)
  }

  @Test func oneValueIsADisc() {
    let drawing = LineFigure(
      xTitle: "Epoch",
      panels: [
        LineFigure.Panel(title: "Loss", lines: [LineFigure.Line(name: "a", x: [1], y: [2])])
      ]
    ).drawing(width: 160)
    #expect(drawing.width > 0)
    expectTextsApart(drawing)
  }

  @Test func everyFigureRenders() throws {
    let renderer = try CairoRenderer()
    #expect(
      try renderer.png(figure().drawing(width: 160), resolution: 3).starts(with: [0x89, 0x50]))
    let svg = try renderer.svg(figure().drawing(width: 160))
    #expect(svg.count > 1000 && svg.count < 100_000)
  }
}
