import Diagnostics
import Rasters
import Testing
import Vocabulary

/// Units and grids of expressions, before anything runs.
@Suite struct ExpressionTests {
  typealias Tree = Expression
  let span = Span(3, 7)

  private func layer(
    _ name: String, _ unit: String?, kind: Kind = .raster, west: Double = 0
  ) -> Tree {
    let extent = GridFact.Extent(
      columns: 3, rows: 2, west: west, north: 20, cellWidth: 10, cellHeight: 10,
      crs: "EPSG:32717", isGeographic: false)
    let type = ValueType(
      kind, unit: unit.flatMap { Unit(spelled: $0) }, grid: GridFact(origin: name, extent: extent))
    return .name(Reference(name, span: span, type: type))
  }

  private func number(_ value: Double, _ unit: Unit = .one) -> Tree {
    .number(Quantity(value, unit), span)
  }

  private func infer(_ tree: Tree) -> (type: ValueType, codes: [String]) {
    var codes: [String] = []
    let type = LayerArithmetic().infer(tree) { code, title, _, help in
      codes.append(code.id)
      #expect(!title.isEmpty && !help.isEmpty)
    }
    return (type, codes)
  }

  @Test func units() throws {
    let dem = layer("dem", "m")
    let slope = layer("slope", "degrees")
    let carea = layer("carea", "m2")
    let metre = number(1, .metre)
    let cases: [(Tree, String)] = [
      (.binary(.add, dem, number(10, try #require(Unit(spelled: "km"))), span), "m"),
      (.binary(.divide, dem, dem, span), ""),
      (.binary(.divide, carea, dem, span), "m"),
      (.binary(.multiply, number(2), slope, span), "degrees"),
      (.binary(.multiply, dem, dem, span), "m2"),
      (.binary(.power, dem, number(2), span), "m2"),
      (.function(.sqrt, [carea], span), "m"),
      (.function(.tan, [slope], span), ""),
      (.function(.atan, [.binary(.divide, dem, metre, span)], span), "radians"),
      (.function(.max, [slope, number(1, .degree)], span), "degrees"),
      (.unary(.minus, dem, span), "m"),
      (.binary(.greater, slope, number(0.5, .radian), span), ""),
      (
        .function(
          .ln,
          [
            .binary(
              .divide, .binary(.divide, layer("a", "m"), metre, span),
              .function(.tan, [slope], span), span)
          ], span), ""
      ),
    ]
    for (tree, symbol) in cases {
      let (type, codes) = infer(tree)
      #expect(codes.isEmpty && type.kind == .raster && type.unit?.symbol == symbol, "\(tree)")
    }
  }

  @Test func mistakesOfUnits() {
    let dem = layer("dem", "m")
    let slope = layer("slope", "degrees")
    let cases: [Tree] = [
      .binary(.add, dem, slope, span),
      .binary(.greater, dem, number(3), span),
      .function(.ln, [dem], span),
      .function(.sin, [dem], span),
      .function(.sqrt, [dem], span),
      .binary(.power, dem, number(1.5), span),
      .binary(.power, number(2), dem, span),
      .binary(.and, dem, .binary(.greater, slope, number(3, .degree), span), span),
      .unary(.not, dem, span),
    ]
    for tree in cases {
      let (type, codes) = infer(tree)
      #expect(codes == ["E211"] && type.kind == .unknown, "\(tree)")
    }
  }

  @Test func bothMistakesAreTold() {
    let dem = layer("dem", "m")
    let tree = Tree.binary(
      .add, .function(.ln, [dem], span), .function(.sin, [dem], span), span)
    #expect(infer(tree).codes == ["E211", "E211"])
  }

  @Test func gridsAndKinds() {
    let dem = layer("dem", "m")
    let shifted = layer("other", "m", west: 5)
    #expect(infer(.binary(.add, dem, shifted, span)).codes == ["E213"])
    let rock = layer("rock", nil, kind: .classes)
    #expect(infer(.binary(.multiply, rock, number(2), span)).codes == ["E214"])
    #expect(infer(.binary(.equal, rock, number(2), span)).codes.isEmpty)
    #expect(infer(layer("image", nil, kind: .bands)).codes == ["E118"])
    let column = layer("rain", nil, kind: .column)
    #expect(infer(.binary(.add, dem, column, span)).codes == ["E118"])
  }

  @Test func numbersAreKnown() {
    let tree = Tree.binary(
      .multiply, number(3, .metre), .binary(.add, number(0.5), number(50, .percent), span), span)
    let (type, codes) = infer(tree)
    #expect(codes.isEmpty && type.kind == .number)
    #expect(type.known == Quantity(3, .metre))
  }

  @Test func anUnstatedUnitPasses() {
    let pan = layer("pan", nil)
    let (type, codes) = infer(.binary(.subtract, pan, number(2, .degree), span))
    #expect(codes.isEmpty && type.unit == .degree)
    #expect(infer(.binary(.multiply, pan, pan, span)).type.unit == nil)
  }
}
