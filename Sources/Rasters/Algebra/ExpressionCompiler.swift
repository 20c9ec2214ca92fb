import Diagnostics
import Vocabulary

/// Turns an expression into arithmetic whose units agree, and reports where they do not.
///
/// A value whose unit nobody states is in base units, of whatever dimension the expression needs.
struct ExpressionCompiler {
  /// What is known of an expression's value.
  struct Node {
    /// How to compute it.
    var tree: Arithmetic
    /// Its unit; none where nobody states one.
    var unit: Unit?
  }

  /// Reports a mistake: code, title, place and help.
  typealias Report = (Code, String, Span, [String]) -> Void

  /// What an earlier value gives; none where it cannot take part, which is then reported already.
  let leaf: (Reference) -> Node?
  /// Takes mistakes.
  let report: Report

  /// Compiles an expression; none where a mistake was reported.
  func compile(_ expression: Expression) -> Node? {
    switch expression {
    case .number(let quantity, _):
      let isPlain = quantity.unit.dimension == .none
      return Node(
        tree: .constant(isPlain ? quantity.base : quantity.value),
        unit: isPlain ? .one : quantity.unit)
    case .name(let reference): return leaf(reference)
    case .unary(let operation, let inner, _):
      guard let node = compile(inner) else { return nil }
      switch operation {
      case .minus:
        refuseClasses(inner)
        return Node(tree: .unary(.negate, node.tree), unit: node.unit)
      case .not:
        guard let truth = plain(node, inner, for: "not") else { return nil }
        return Node(tree: .unary(.not, truth), unit: .one)
      }
    case .binary(let operation, let left, let right, let span):
      return binary(operation, left, right, span)
    case .function(let function, let parts, let span): return call(function, parts, span)
    }
  }

  private func binary(
    _ operation: Expression.BinaryOperator, _ left: Expression, _ right: Expression, _ span: Span
  ) -> Node? {
    if operation != .equal {
      refuseClasses(left)
      refuseClasses(right)
    }
    // Both sides, so that all mistakes are told at once.
    let compiled = (compile(left), compile(right))
    guard let a = compiled.0, let b = compiled.1 else { return nil }
    switch operation {
    case .add: return same(.add, a, b, left, right, span)
    case .subtract: return same(.subtract, a, b, left, right, span)
    case .multiply: return product(a, b, .multiply) { $0.times($1) }
    case .divide: return product(a, b, .divide) { $0.over($1) }
    case .power: return power(a, b, left, right, span)
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal:
      let comparison: Arithmetic.Binary =
        switch operation {
        case .less: .less
        case .lessOrEqual: .lessOrEqual
        case .greater: .greater
        case .greaterOrEqual: .greaterOrEqual
        default: .equal
        }
      guard var node = same(comparison, a, b, left, right, span) else { return nil }
      node.unit = .one
      return node
    case .and, .or:
      guard let first = plain(a, left, for: operation.rawValue),
        let second = plain(b, right, for: operation.rawValue)
      else { return nil }
      return Node(tree: .binary(operation == .and ? .and : .or, first, second), unit: .one)
    }
  }

  private func call(
    _ function: Expression.Function, _ parts: [Expression], _ span: Span
  ) -> Node? {
    parts.forEach(refuseClasses)
    let nodes = parts.map(compile)
    guard nodes.count == function.arity, let a = nodes[0] else { return nil }
    switch function {
    case .min, .max:
      guard let b = nodes[1] else { return nil }
      return same(function == .min ? .min : .max, a, b, parts[0], parts[1], span)
    case .abs: return Node(tree: .unary(.abs, a.tree), unit: a.unit)
    case .sqrt: return root(a, parts[0])
    case .ln: return plainCall(.ln, of: a, parts[0], named: function.rawValue, unit: .one)
    case .log10: return plainCall(.log10, of: a, parts[0], named: function.rawValue, unit: .one)
    case .exp: return plainCall(.exp, of: a, parts[0], named: function.rawValue, unit: .one)
    case .atan: return plainCall(.atan, of: a, parts[0], named: function.rawValue, unit: .radian)
    case .sin: return angleCall(.sin, of: a, parts[0], named: function.rawValue)
    case .cos: return angleCall(.cos, of: a, parts[0], named: function.rawValue)
    case .tan: return angleCall(.tan, of: a, parts[0], named: function.rawValue)
    }
  }

  /// A function of a plain number.
  private func plainCall(
    _ unary: Arithmetic.Unary, of a: Node, _ part: Expression, named name: String, unit: Unit
  ) -> Node? {
    guard let value = plain(a, part, for: name) else { return nil }
    return Node(tree: .unary(unary, value), unit: unit)
  }

  /// A function of an angle, which is brought to radians.
  private func angleCall(
    _ unary: Arithmetic.Unary, of a: Node, _ part: Expression, named name: String
  ) -> Node? {
    guard a.unit == nil || a.unit?.dimension == .angle else {
      report(
        .wrongDimension,
        "\(name) needs an angle, but \(words(part)) is \(phrase(a.unit)).",
        part.span, ["Give it an angle, for example 30 degrees."])
      return nil
    }
    let angle = scaled(a.tree, by: a.unit?.scale ?? 1)
    return Node(tree: .unary(unary, angle), unit: .one)
  }

  /// Two values of one dimension, the second brought to the first's unit.
  private func same(
    _ operation: Arithmetic.Binary, _ a: Node, _ b: Node, _ left: Expression, _ right: Expression,
    _ span: Span
  ) -> Node? {
    switch (a.unit, b.unit) {
    case (let x?, let y?):
      guard x.dimension == y.dimension else {
        report(
          .wrongDimension,
          "\(words(left)) is \(phrase(x)) and \(words(right)) is \(phrase(y)); one dimension was "
            + "expected.",
          span, ["Write both in units of one dimension: “0 m” for a length."])
        return nil
      }
      let other = x.scale == y.scale ? b.tree : scaled(b.tree, by: y.scale / x.scale)
      return Node(tree: .binary(operation, a.tree, other), unit: x)
    case (let x?, nil):
      return Node(tree: .binary(operation, a.tree, scaled(b.tree, by: 1 / x.scale)), unit: x)
    case (nil, let y?):
      return Node(tree: .binary(operation, scaled(a.tree, by: 1 / y.scale), b.tree), unit: y)
    case (nil, nil): return Node(tree: .binary(operation, a.tree, b.tree), unit: nil)
    }
  }

  private func product(
    _ a: Node, _ b: Node, _ operation: Arithmetic.Binary, _ combine: (Unit, Unit) -> Unit
  ) -> Node {
    guard let x = a.unit, let y = b.unit else {
      // What is not known is in base units, so the other must be too.
      return Node(
        tree: .binary(
          operation, scaled(a.tree, by: a.unit?.scale ?? 1),
          scaled(b.tree, by: b.unit?.scale ?? 1)), unit: nil)
    }
    let tree = Arithmetic.binary(operation, a.tree, b.tree)
    if y.dimension == .none, y.scale == 1 { return Node(tree: tree, unit: x) }
    let unit = combine(x, y)
    if x.dimension == .none, x.scale == 1, operation == .multiply {
      return Node(tree: tree, unit: y)
    }
    return inBase(Node(tree: tree, unit: unit), unless: Unit.simple)
  }

  private func power(
    _ a: Node, _ b: Node, _ left: Expression, _ right: Expression, _ span: Span
  ) -> Node? {
    guard let exponent = plain(b, right, for: "an exponent") else { return nil }
    guard let unit = a.unit, unit.dimension != .none else {
      let base = scaled(a.tree, by: a.unit?.scale ?? 1)
      return Node(tree: .binary(.power, base, exponent), unit: a.unit == nil ? nil : .one)
    }
    guard case .constant(let number) = exponent else {
      report(
        .wrongDimension, "\(words(left)) is \(phrase(unit)), whose power must be one number.",
        right.span, ["Divide it by a unit first, for example by 1 \(unit.symbol)."])
      return nil
    }
    if number == 0.5 { return root(a, left) }
    guard let whole = Int(exactly: number), abs(whole) < 10 else {
      report(
        .wrongDimension,
        "\(words(left)) is \(phrase(unit)), whose power must be a whole number.",
        right.span, ["Divide it by a unit first, for example by 1 \(unit.symbol)."])
      return nil
    }
    let node = Node(tree: .binary(.power, a.tree, exponent), unit: unit.raised(to: whole))
    return inBase(node, unless: Unit.simple)
  }

  private func root(_ a: Node, _ inner: Expression) -> Node? {
    guard let unit = a.unit else { return Node(tree: .unary(.sqrt, a.tree), unit: nil) }
    let d = unit.dimension
    guard d.length % 2 == 0, d.angle % 2 == 0, d.time % 2 == 0 else {
      report(
        .wrongDimension, "\(words(inner)) is \(phrase(unit)), which has no square root.",
        inner.span, ["Divide it by a unit first, for example by 1 \(unit.symbol)."])
      return nil
    }
    let half = Dimension(length: d.length / 2, angle: d.angle / 2, time: d.time / 2)
    let tree = Arithmetic.unary(.sqrt, scaled(a.tree, by: unit.scale))
    return Node(tree: tree, unit: Self.base(half))
  }

  /// A plain number, or a report that it is none.
  private func plain(_ node: Node, _ expression: Expression, for purpose: String) -> Arithmetic? {
    guard let unit = node.unit else { return node.tree }
    guard unit.dimension == .none else {
      let symbol = unit.symbol.hasPrefix("(") ? "its unit" : "1 \(unit.symbol)"
      report(
        .wrongDimension,
        "\(purpose) needs a plain number, but \(words(expression)) is \(phrase(unit)).",
        expression.span, ["Divide it by \(symbol) first."])
      return nil
    }
    return scaled(node.tree, by: unit.scale)
  }

  /// The value in base units, unless its unit is one of these.
  private func inBase(_ node: Node, unless kept: [Unit]) -> Node {
    guard let unit = node.unit else { return node }
    if unit.scale == 1 { return Node(tree: node.tree, unit: Self.base(unit.dimension)) }
    if let simple = kept.first(where: {
      $0.dimension == unit.dimension && $0.scale == unit.scale && $0.dimension != .none
    }) {
      return Node(tree: node.tree, unit: simple)
    }
    return Node(tree: scaled(node.tree, by: unit.scale), unit: Self.base(unit.dimension))
  }

  private static func base(_ dimension: Dimension) -> Unit {
    if dimension == .none { return .one }
    // `times` knows the symbols of dimensions.
    return Unit(symbol: "", dimension: dimension, scale: 1).times(.one)
  }

  private func scaled(_ tree: Arithmetic, by factor: Double) -> Arithmetic {
    if factor == 1 { return tree }
    if case .constant(let value) = tree { return .constant(value * factor) }
    return .binary(.multiply, tree, .constant(factor))
  }

  /// Reports class codes that would be taken for amounts.
  private func refuseClasses(_ expression: Expression) {
    guard case .name(let reference) = expression, reference.type.kind == .classes else { return }
    report(
      .nominalCodes,
      "“\(reference.text)” holds class codes, which arithmetic would take for amounts.",
      reference.span, ["Compare it with one code: \(reference.text) == 3."])
  }

  private func words(_ expression: Expression) -> String {
    switch expression {
    case .number(let quantity, _): quantity.text
    case .name(let reference): "“\(reference.text)”"
    case .function(let function, _, _): "\(function.rawValue)(…)"
    default: "the value"
    }
  }

  private func phrase(_ unit: Unit?) -> String { (unit ?? .one).dimension.phrase }
}
