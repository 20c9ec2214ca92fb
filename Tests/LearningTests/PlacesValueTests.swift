import Learning
import Rasters
import Testing
import Vocabulary

@Suite struct PlacesValueTests {
  private func places(_ count: Int = 10) -> PlacesValue {
    PlacesValue(
      root: "places", count: count, points: (0..<count).map { SIMD2(Double($0) * 100, 0) },
      crs: nil, labels: (0..<count).map { $0 % 2 == 0 ? 1 : 0 },
      origins: PlacesValue.Origins(
        names: ["slides", "absent"], ofPlace: (0..<count).map { Int32($0 % 2) }),
      columns: [
        ColumnValue(name: "slope", unit: .degree, numbers: (0..<count).map { Double($0) }),
        ColumnValue(name: "fold", unit: nil, numbers: (0..<count).map { Double($0 % 3 + 1) }),
        ColumnValue(name: "rock", texts: (0..<count).map { $0 % 2 == 0 ? "slate" : "lime" }),
      ], foldColumns: ["fold"])
  }

  @Test func partsKeepTheirNumbers() throws {
    let some = places().selecting([2, 5, 6])
    #expect(some.numbers.numbers == [2, 5, 6])
    #expect(some.labels?.numbers == [1, 0, 1])
    #expect(some.points?[1] == SIMD2(500, 0))
    #expect((some.member("slope") as? ColumnValue)?.numbers == [2, 5, 6])
    #expect((some.member("rock") as? ColumnValue)?.shown == ["slate", "lime", "slate"])
    #expect(try some.count(of: places(), called: "slides") == 2)
    #expect(try some.count(of: places(), called: "absent") == 1)
    #expect(throws: LearningError.notLabelledFrom(name: "roads", known: ["slides", "absent"])) {
      try some.count(of: places(), called: "roads")
    }
    #expect(some.summary == "3 places, 2 labelled 1 and 1 labelled 0")
  }

  @Test func foldsHoldPlacesOutOfAnyPart() throws {
    let whole = places()
    let folds = try #require(whole.member("fold") as? FoldsValue)
    #expect(folds.names == ["1", "2", "3"] && folds.count == 3)
    let part = whole.selecting([0, 1, 2, 3])
    #expect(try part.without(fold: 0, of: folds).numbers.numbers == [1, 2])
    #expect(try part.only(fold: 0, of: folds).numbers.numbers == [0, 3])
    let others = PlacesValue(root: "others", count: 3, points: nil, crs: nil, labels: nil)
    #expect(throws: LearningError.otherPlaces(expected: "places", found: "others")) {
      try others.without(fold: 0, of: folds)
    }
    let partial = try FoldsValue(of: part, byColumn: "fold")
    #expect(throws: LearningError.self) { try whole.only(fold: 0, of: partial) }
    #expect(throws: LearningError.noColumn(name: "folt", known: ["slope", "fold", "rock"])) {
      try FoldsValue(of: whole, byColumn: "folt")
    }
  }

  @Test func otherStacksAreBroughtToAModelsUnits() throws {
    func stack(_ unit: Unit?, _ names: [String] = ["slope", "elev"]) -> StackValue {
      StackValue(
        names.map { name in
          StackValue.Layer(
            name: name, unit: name == "slope" ? unit : .metre, isNominal: false, classes: nil,
            source: .column)
        })
    }
    let moved = try stack(.degree).over(stack(.radian, ["elev", "slope", "extra"]))
    #expect(moved.layers.map(\.name) == ["slope", "elev"])
    #expect(abs(moved.layers[0].factor - 180 / Double.pi) < 1e-12)
    #expect(moved.layers[1].factor == 1)
    #expect(throws: LearningError.otherUnit(layer: "slope", expected: "degrees", found: "m")) {
      try stack(.degree).over(stack(.metre))
    }
    #expect(throws: LearningError.self) { try stack(.degree).over(stack(.degree, ["slope"])) }
  }

  @Test func dummiesCompareWithTheirFirstClass() {
    let layer = StackValue.Layer(
      name: "rock", unit: nil, isNominal: true, classes: ["hard lime", "slate"], source: .column)
    let stack = StackValue([layer])
    #expect(stack.columns.map(\.name) == ["rock_hard_lime", "rock_slate"])
    #expect(stack.columnsWithoutReference.map(\.name) == ["rock_slate"])
    #expect(stack.count == 2)
  }
}
