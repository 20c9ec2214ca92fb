public import Diagnostics
public import Vocabulary

/// Arithmetic and comparison on layers, columns and numbers, as statements of the language use it.
///
/// Layers must lie on one grid; a layer and a number make a layer. Units are followed through: what
/// is added or compared is of one dimension and brought to the first one's unit, products and
/// quotients have theirs, angles go into `sin`, `cos` and `tan` as radians. No data anywhere is no
/// data in the result. A comparison gives 1 or 0.
public struct LayerArithmetic: Sendable {
  /// Takes a mistake: its code, title, words and help.
  public typealias Report = (Code, String, Span, [String]) -> Void

  /// Kinds that have one number in each cell of a grid.
  private static let layerKinds: Set<Kind> = [.raster, .classes, .prediction]

  /// Creates it.
  public init() {}

  /// What an expression makes: a raster, a column or a number, with its unit.
  ///
  /// - Parameters:
  ///   - expression: the expression.
  ///   - report: takes units that do not agree, grids that differ, and values that are no layers.
  /// - Returns: the type; of an unknown kind where a mistake was reported.
  public func infer(_ expression: Expression, report: Report) -> ValueType {
    var layers: [Reference] = []
    var columns: [Reference] = []
    var isKnown = true
    let node = withoutActuallyEscaping(report) { report in
      let compiler = ExpressionCompiler { reference in
        let type = reference.type.withoutAxes()
        if type.kind == .unknown { return nil }
        if type.kind == .number {
          if let known = type.known {
            let isPlain = known.unit.dimension == .none
            return .init(
              tree: .constant(isPlain ? known.base : known.value),
              unit: isPlain ? .one : known.unit)
          }
          isKnown = false
          return .init(tree: .constant(.nan), unit: type.unit)
        }
        isKnown = false
        if Self.layerKinds.contains(type.kind) {
          layers.append(reference)
          return .init(tree: .layer(0), unit: type.unit)
        }
        if type.kind == .column {
          columns.append(reference)
          return .init(tree: .layer(0), unit: type.unit)
        }
        report(
          .wrongKind,
          "“\(reference.text)” is \(type.kind.phrase); a layer, a column or a number was expected.",
          reference.span, ["Name one layer: “\(reference.text).NAME”, if it has several."])
        return nil
      } report: {
        report($0, $1, $2, $3)
      }
      return compiler.compile(expression)
    }
    if let layer = layers.first, let column = columns.first {
      report(
        .wrongKind,
        "“\(layer.text)” is a layer and “\(column.text)” a column; one of the two was expected.",
        column.span, ["Use layers only, or columns only."])
      return ValueType(.unknown)
    }
    let grid = oneGrid(layers, report)
    guard let node else { return ValueType(.unknown) }
    if !layers.isEmpty { return ValueType(.raster, unit: node.unit, grid: grid) }
    if let column = columns.first {
      var type = ValueType(.column, unit: node.unit)
      type.count = column.type.count
      return type
    }
    var type = ValueType(.number, unit: node.unit ?? .one)
    if isKnown {
      let number = CompiledArithmetic(node.tree).value([])
      if !number.isFinite {
        report(
          .noNumber, "This has no value: the result is \(Self.phrase(of: number)).",
          expression.span,
          ["Look for a division by zero, or a logarithm or root of what has none."])
        return ValueType(.unknown)
      }
      type.known = Quantity(number, node.unit ?? .one)
    }
    return type
  }

  /// Carries an expression out.
  ///
  /// - Parameters:
  ///   - expression: the expression, as checked.
  ///   - call: the statement's call; it finds the values and takes the payload “cells”.
  /// - Returns: a ``RasterValue``, a ``ColumnValue`` or a number.
  /// - Throws: ``RasterError`` where rasters lie on different grids or the result has no data.
  public func evaluate(_ expression: Expression, _ call: Call) throws -> any Value {
    let (node, rasters, columns) = try resolve(expression, call)
    let name = call.names.first ?? "value"
    if !rasters.isEmpty { return try layer(node, rasters, name, call.environment) }
    if !columns.isEmpty { return try column(node, columns, name) }
    let number = CompiledArithmetic(node.tree).value([])
    guard number.isFinite else {
      throw RasterError.outOfRange(
        what: "the result", found: Self.phrase(of: number), expected: "a number")
    }
    return NumberValue(Quantity(number, node.unit ?? .one))
  }

  /// The arithmetic of a condition and the rasters that its layers are, in the order of their index.
  ///
  /// - Parameters:
  ///   - expression: the condition, as checked.
  ///   - call: the statement's call; it finds the values.
  /// - Returns: the arithmetic, and one raster for each of its layers.
  /// - Throws: a mismatch where it names something else than rasters and numbers.
  public func condition(
    _ expression: Expression, _ call: Call
  ) throws -> (arithmetic: Arithmetic, layers: [RasterValue]) {
    let (node, rasters, columns) = try resolve(expression, call)
    guard columns.isEmpty, !rasters.isEmpty else {
      throw CallFault.mismatch("the condition", expected: "layers on a grid")
    }
    return (node.tree, rasters)
  }

  /// Finds the values that an expression names, and compiles it.
  private func resolve(
    _ expression: Expression, _ call: Call
  ) throws -> (ExpressionCompiler.Node, [RasterValue], [ColumnValue]) {
    var rasters: [RasterValue] = []
    var columns: [ColumnValue] = []
    var leaves: [String: ExpressionCompiler.Node] = [:]
    for reference in expression.references where leaves[key(reference)] == nil {
      let value = try call.value(of: reference)
      switch value {
      case let number as NumberValue:
        let quantity = number.quantity
        let isPlain = quantity.unit.dimension == .none
        leaves[key(reference)] = .init(
          tree: .constant(isPlain ? quantity.base : quantity.value),
          unit: isPlain ? .one : quantity.unit)
      case let raster as RasterValue:
        leaves[key(reference)] = .init(
          tree: .layer(rasters.count), unit: raster.first.unit ?? reference.type.unit)
        rasters.append(raster)
      case let column as ColumnValue:
        leaves[key(reference)] = .init(
          tree: .layer(columns.count), unit: column.unit ?? reference.type.unit)
        columns.append(column)
      default:
        throw CallFault.mismatch(reference.text, expected: "a layer, a column or a number")
      }
    }
    var mistake: String?
    let found = leaves
    let compiler = ExpressionCompiler {
      found[key($0)]
    } report: { _, title, _, _ in
      mistake = mistake ?? title
    }
    guard let node = compiler.compile(expression), mistake == nil,
      rasters.isEmpty || columns.isEmpty
    else {
      throw CallFault.mismatch("the expression", expected: mistake ?? "layers or columns")
    }
    return (node, rasters, columns)
  }

  private static func phrase(of number: Double) -> String {
    number.isNaN ? "not a number" : "infinite"
  }

  private func layer(
    _ node: ExpressionCompiler.Node, _ rasters: [RasterValue], _ name: String,
    _ environment: any RunEnvironment
  ) throws -> RasterValue {
    let layers = try rasters.map { try $0.rasterLayers(in: environment)[0] }
    let plan = RasterLayerPlan(name, unit: node.unit)
    let result = try RasterValue.make(on: rasters[0].grid, [plan], in: environment) { writer in
      try compute(node.tree, layers, to: writer, threads: environment.threads)
    }
    result.first.warnOfInfinities(in: environment)
    return result
  }

  private func column(
    _ node: ExpressionCompiler.Node, _ columns: [ColumnValue], _ name: String
  ) throws -> ColumnValue {
    let numbers = try columns.map { column in
      guard let numbers = column.numbers, numbers.count == columns[0].rowCount else {
        throw RasterError.wrongCount(
          file: column.name, what: "numbers", expected: columns[0].rowCount,
          found: column.numbers?.count ?? 0)
      }
      return numbers
    }
    let compiled = CompiledArithmetic(node.tree)
    let result = numbers[0].indices.map { row in compiled.value(numbers.map { $0[row] }) }
    // What lies at known sites still does, if all that is joined lies there.
    let sites = columns[0].sites
    return ColumnValue(
      name: name, unit: node.unit, numbers: result,
      sites: columns.allSatisfy { $0.sites == sites } ? sites : nil)
  }

  /// The grid that layers share; reports two that are known to differ.
  private func oneGrid(_ layers: [Reference], _ report: Report) -> GridFact? {
    guard let first = layers.first(where: { $0.type.grid != nil }) else { return nil }
    for other in layers {
      guard let mine = first.type.grid?.extent, let theirs = other.type.grid?.extent,
        mine != theirs
      else { continue }
      report(
        .gridMismatch,
        "“\(other.text)” and “\(first.text)” lie on different grids: \(theirs.text) against "
          + "\(mine.text).",
        other.span,
        [
          "Bring one to the other first: \(other.name)_there = resample \(other.text) onto "
            + "\(first.text) by bilinear."
        ])
      break
    }
    return first.type.grid
  }

  private func key(_ reference: Reference) -> String {
    let members = reference.coordinates.map { "\($0.axis)=\($0.member)" }
    return ([reference.text] + members).joined(separator: " at ")
  }
}
