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
    #expect(printed([0.04, 2.345678e-12, 0]) == ["0.04", "2.34568e\u{2212}12", "0.00"])
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
    #expect(table.withEvenDecimals.rows.map { $0[1].text } == ["0.500", "0.250", "1e−9", ""])
  }

  @Test func whatHasNoEndIsSaid() {
    #expect(printed([0.5, .infinity, -.infinity, .nan]) == ["0.5", "∞", "−∞", "–"])
  }

  @Test func theExactNumberStays() {
    guard case .number(let value, _) = DisplayTable.Cell.numbers([0.123456789])[0] else {
      Issue.record("no number")
      return
    }
    #expect(value == 0.123456789)
  }
}
