import Testing
import Vocabulary

/// The numbers of a table as printed.
@Suite struct DisplayTableTests {
  private func printed(_ values: [Double?]) -> [String] {
    DisplayTable.Cell.numbers(values).map(\.text)
  }

  @Test func oneColumnHasTheSameDecimals() {
    #expect(
      printed([12.3456789, -0.000176432, nil, 0.5])
        == ["12.3456789", "\u{2212}0.0001764", "", "0.5000000"])
    #expect(printed([0.1, 0.25, 1]) == ["0.10", "0.25", "1.00"])
    #expect(printed([1720.1234, 3160]) == ["1720.12", "3160.00"])
    #expect(printed([1, 2, 300]) == ["1", "2", "300"])
    #expect(printed([1_234_567.8, 10]) == ["1234567.8", "10.0"])
    #expect(printed([0, 0]) == ["0", "0"])
    #expect(printed([]) == [])
  }

  @Test func whatIsNearNothingKeepsItsPower() {
    #expect(printed([0.04, 2.345678e-12, 0]) == ["0.04", "2.34568 × 10⁻¹²", "0.00"])
  }

  @Test func aSmallNumberAmongLargeOnesKeepsThreeDigits() {
    #expect(printed([0.1976331, 0.0000633976]) == ["0.1976331", "0.0000634"])
  }

  @Test func tablesBelowOneAnotherHaveTheSameDecimals() {
    let table = DisplayTable(
      columns: [.text("Name"), .number("Value")],
      rows: [
        [.text("a"), .number(0.5, decimals: 1)], [.text("b"), .number(0.25, decimals: 3)],
        [.text("c"), .number(1e-9, decimals: nil)], [.text("d"), .empty],
      ])
    #expect(table.withEvenDecimals.rows.map { $0[1].text } == ["0.500", "0.250", "1 × 10⁻⁹", ""])
  }

  @Test func whatHasNoEndIsSaid() {
    #expect(printed([0.5, .infinity, -.infinity, .nan]) == ["0.5", "∞", "−∞", "–"])
  }

  @Test func largePowersAreWrittenOut() {
    #expect(DisplayTable.Cell.number(-2.5e20, decimals: 2).text == "−2.5 × 10²⁰")
    #expect(DisplayTable.Cell.number(-2.5e-20, decimals: nil).text == "−2.5 × 10⁻²⁰")
  }

  @Test func decimalsGiveSomeDigits() {
    typealias Cell = DisplayTable.Cell
    #expect(Cell.decimals(giving: 4, to: 45.6, most: 6) == 2)
    #expect(Cell.decimals(giving: 4, to: 9999, most: 6) == 0)
    #expect(Cell.decimals(giving: 4, to: 123_456, most: 6) == 0)
    #expect(Cell.decimals(giving: 4, to: 0.4, most: 3) == 3)
    #expect(Cell.decimals(giving: 4, to: 0, most: 3) == 0)
    #expect(
      Cell.range(0.0059, 2873.13, mean: 1056.63, deviation: 613.569, areClasses: false).map(\.text)
        == ["0", "2873", "1057", "614"])
    #expect(
      Cell.range(-0.0232, 0.0185364, mean: -0.00039, deviation: 0.00402389, areClasses: false)
        .map(\.text) == ["−0.02320", "0.01854", "−0.00039", "0.00402"])
    #expect(
      Cell.range(1, 5, mean: 2.5, deviation: 1, areClasses: true).map(\.text)
        == ["1", "5", "", ""])
  }

  @Test func tablesStandBelowOneAnother() throws {
    func table(_ value: Double, decimals: Int, note: String) -> DisplayTable {
      DisplayTable(
        columns: [.text("Class"), .number("Area", unit: "km2")],
        rows: [
          [.text("a"), .number(value, decimals: decimals)],
          [.text("all"), .number(9, decimals: 1)],
        ], totals: [1], best: [DisplayTable.Place(row: 0, column: 1)], notes: [note, "Both."])
    }
    let whole = try DisplayTable.stacked(
      [("x", table(1, decimals: 1, note: "X.")), ("y", table(2, decimals: 3, note: "Y."))],
      under: "Map")
    #expect(whole.columns.map(\.title) == ["Map", "Class", "Area"])
    #expect(whole.grouping == 1 && whole.totals == [1, 3])
    #expect(whole.best.map { [$0.row, $0.column] } == [[0, 2], [2, 2]])
    #expect(whole.rows.map { $0[2].text } == ["1.000", "9.000", "2.000", "9.000"])
    #expect(whole.notes == ["X.", "Both.", "Y."])
    #expect(throws: UnlikeTablesFault.self) {
      try DisplayTable.stacked(
        [
          ("x", table(1, decimals: 1, note: "")),
          ("y", DisplayTable(columns: [.text("Class")], rows: [])),
        ], under: "Map")
    }
  }

  @Test func headsOfAGroupAreOneName() {
    #expect(
      DisplayTable.Column.number("landslide", under: "Predicted").name == "Predicted: landslide")
    #expect(DisplayTable.Column.text("Model").name == "Model")
  }

  @Test func theExactNumberStays() {
    guard case .number(let value, _) = DisplayTable.Cell.numbers([0.123456789])[0] else {
      Issue.record("no number")
      return
    }
    #expect(value == 0.123456789)
  }
}
