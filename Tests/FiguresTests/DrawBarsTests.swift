import Drawing
import Figures
import Testing
import Vocabulary

@Suite("draw bars")
struct DrawBarsTests {
  private let ratios = DisplayTable(
    columns: [.text("Factor"), .text("Class"), .number("Cells"), .number("FR")],
    rows: [
      [.text("slope"), .text("0 to 15"), .number(120, decimals: 0), .number(0.31, decimals: 2)],
      [.text("slope"), .text("15 to 25"), .number(80, decimals: 0), .number(1.58, decimals: 2)],
      [.text("TWI"), .text("below 4"), .number(60, decimals: 0), .empty],
    ])

  private func text(
    _ value: any Value, by column: String? = nil, kind: Kind = .display
  ) throws -> String {
    let run = try TestRun()
    var arguments: [String: Argument.Content] = ["value": .list([mention("v", kind)])]
    if let column { arguments["column"] = .text(column) }
    let result = try run.run(DrawBars(), arguments, ["v": single(value)])
    let figure = try #require(result as? FigureValue)
    #expect(figure.format == .svg)
    #expect(String(decoding: try run.file(figure), as: UTF8.self).hasPrefix("<svg "))
    return figure.alternative
  }

  @Test func namedNumbersAreBars() throws {
    let numbers = NumbersValue(names: ["elevation", "PGA"], values: [7, 5.9], unit: .percent)
    #expect(
      try text(numbers, kind: .numbers)
        == "Bar chart of Value (%). elevation 7.0\u{202F}%, PGA 5.9\u{202F}%.")
  }

  @Test func twoColumnsOfTextsGroupTheBars() throws {
    #expect(
      try text(ratios, by: "fr")
        == "Bar chart of FR. slope: 0 to 15 0.31, 15 to 25 1.58; TWI: below 4 –.")
    #expect(try text(ratios).hasPrefix("Bar chart of Cells. slope: 0 to 15 120,"))
  }

  @Test func aMissingColumnNamesThoseThatAreThere() throws {
    #expect(throws: FigureError.noColumn(wanted: "VIF", columns: ["Cells", "FR"])) {
      try text(ratios, by: "VIF")
    }
    #expect(throws: FigureError.nothingToDraw(name: "v")) {
      try text(DisplayTable(columns: [.text("a"), .number("b")], rows: []))
    }
  }
}
