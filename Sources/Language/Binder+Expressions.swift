import Diagnostics
import Vocabulary

/// Reading of arithmetic, by precedence climbing.
extension Binder {
  mutating func expression(_ cursor: inout Cursor) -> Expression? {
    operators = 0
    return joined(&cursor, level: 0, depth: 0)
  }

  /// The most signs in one expression: what walks through it goes as deep as there are signs.
  private static let mostOperators = 256

  private static let levels: [[Expression.BinaryOperator]] = [
    [.or], [.and], [.less, .lessOrEqual, .greater, .greaterOrEqual, .equal], [.add, .subtract],
    [.multiply, .divide],
  ]

  private mutating func joined(_ cursor: inout Cursor, level: Int, depth: Int) -> Expression? {
    guard level < Self.levels.count else { return signed(&cursor, depth: depth) }
    guard var left = joined(&cursor, level: level + 1, depth: depth) else { return nil }
    while let token = cursor.token,
      let join = Self.levels[level].first(where: {
        token.text == $0.rawValue && token.string == nil
      })
    {
      operators += 1
      guard operators <= Self.mostOperators else {
        report(
          .unexpectedWords, "This arithmetic has more than \(Self.mostOperators) signs.",
          at: token.span, help: ["Give a part of it a name of its own."])
        cursor.at = cursor.end
        return nil
      }
      cursor.at += 1
      guard let right = joined(&cursor, level: level + 1, depth: depth) else {
        reportMissingOperand(join.rawValue, cursor)
        return nil
      }
      left = .binary(join, left, right, left.span.union(right.span))
      if join.isComparison { break }
    }
    return left
  }

  private mutating func signed(_ cursor: inout Cursor, depth: Int) -> Expression? {
    guard depth < 64 else {
      report(
        .unexpectedWords, "This arithmetic is nested more than 64 deep.", at: cursor.here,
        help: ["Give a part of it a name of its own."])
      cursor.at = cursor.end
      return nil
    }
    let start = cursor.at
    if cursor.takeSymbol("-") {
      guard let value = signed(&cursor, depth: depth + 1) else {
        reportMissingOperand("-", cursor)
        return nil
      }
      return .unary(.minus, value, cursor.span(from: start))
    }
    if cursor.take("not") {
      guard let value = joined(&cursor, level: 2, depth: depth + 1) else {
        reportMissingOperand("not", cursor)
        return nil
      }
      return .unary(.not, value, cursor.span(from: start))
    }
    guard let base = operand(&cursor, depth: depth) else { return nil }
    guard cursor.takeSymbol("^") else { return base }
    guard let exponent = signed(&cursor, depth: depth + 1) else {
      reportMissingOperand("^", cursor)
      return nil
    }
    return .binary(.power, base, exponent, base.span.union(exponent.span))
  }

  private mutating func operand(_ cursor: inout Cursor, depth: Int) -> Expression? {
    let start = cursor.at
    guard let token = cursor.token else { return nil }
    if cursor.takeSymbol("(") {
      let inner = joined(&cursor, level: 0, depth: depth + 1)
      if !cursor.takeSymbol(")") {
        report(
          .unexpectedWords, "This bracket is not closed.", at: token.span,
          help: ["Close it with )."])
        return nil
      }
      return inner
    }
    if let word = token.word, let function = Expression.Function(rawValue: word),
      cursor.token(ahead: 1)?.isSymbol("(") ?? false
    {
      return call(function, &cursor, depth: depth)
    }
    if token.number != nil {
      guard case .quantity(let quantity)? = numeric(&cursor)?.content else { return nil }
      return .number(quantity, cursor.span(from: start))
    }
    guard token.word != nil else { return nil }
    return reference(&cursor, kinds: []).map { .name($0) }
  }

  private mutating func call(
    _ function: Expression.Function, _ cursor: inout Cursor, depth: Int
  ) -> Expression? {
    let start = cursor.at
    cursor.at += 2
    var values: [Expression] = []
    while let value = joined(&cursor, level: 0, depth: depth + 1) {
      values.append(value)
      guard cursor.takeSymbol(",") else { break }
    }
    guard cursor.takeSymbol(")") else {
      report(
        .unexpectedWords, "The bracket of “\(function.rawValue)” is not closed.",
        at: cursor.span(from: start), help: ["Close it with )."])
      return nil
    }
    let span = cursor.span(from: start)
    if values.count != function.arity {
      report(
        .unexpectedWords,
        "“\(function.rawValue)” takes \(function.arity == 1 ? "one value" : "two values"), found \(values.count).",
        at: span, help: ["Write: \(function.rawValue)(\(function.arity == 1 ? "a" : "a, b"))."])
    }
    return .function(function, values, span)
  }

  private mutating func reportMissingOperand(_ join: String, _ cursor: Cursor) {
    report(
      .valueExpected, "A value must follow “\(join)”.", at: cursor.here,
      help: ["Write a name, a number or a bracket."])
  }
}
