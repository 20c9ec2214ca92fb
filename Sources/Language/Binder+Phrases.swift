import Diagnostics
import Vocabulary

/// Reading of quantity phrases, metrics and claims.
extension Binder {
  /// A quantity phrase (`auc of glm on test, percent`), arithmetic, or a name.
  mutating func valueOrPhrase(_ cursor: inout Cursor) -> Argument? {
    if let phrase = phrase(&cursor) { return phrase }
    guard let expression = expression(&cursor) else { return nil }
    if case .name(let reference) = expression {
      return Argument(.reference(reference), reference.span)
    }
    return Argument(.expression(expression), expression.span)
  }

  /// A quantity phrase, if one stands here.
  mutating func phrase(_ cursor: inout Cursor) -> Argument? {
    let start = cursor.at
    var reduction: Phrase.Reduction?
    if let word = cursor.token?.word, let found = Phrase.Reduction(rawValue: word),
      let next = cursor.token(ahead: 1)?.word, catalog.begins(with: next)
    {
      reduction = found
      cursor.at += 1
    }
    let words = cursor.words()
    guard let (word, length) = catalog.longestMatch(words), word.entry.category == .quantity,
      reduction != nil || cursor.token(ahead: length) != nil,
      !(cursor.token(ahead: length)?.isSymbol(".") ?? false)
    else {
      cursor.at = start
      return nil
    }
    let verbStart = cursor.at
    cursor.at += length
    var parts = Parts(word: word, verb: cursor.span(from: verbStart))
    bindParts(&parts, &cursor, context: nil, isNested: true)
    let format = numberFormat(&cursor)
    reportMissing(parts)
    let span = cursor.span(from: start)
    guard parts.isWhole else {
      return Argument(.reference(Reference("", span: span, type: ValueType(.unknown))), span)
    }
    let call = BoundCall(word: word, arguments: parts.arguments, verbSpan: parts.verb, span: span)
    return Argument(
      .phrase(
        Phrase(call: call, reduction: reduction, type: ValueType(.unknown), format: format)), span)
  }

  /// `, percent` or `, 2 decimals`, both in any order.
  mutating func numberFormat(_ cursor: inout Cursor) -> NumberFormat? {
    var format: NumberFormat?
    while cursor.token?.isSymbol(",") ?? false {
      if cursor.token(ahead: 1)?.isWord("percent") ?? false {
        format = format ?? NumberFormat()
        format?.isPercent = true
        cursor.at += 2
      } else if let digits = cursor.token(ahead: 1)?.number,
        let noun = cursor.token(ahead: 2)?.word, noun == "decimals" || noun == "decimal"
      {
        if digits != digits.rounded() || digits > 15 {
          report(
            .outOfRange, "Expected a whole number of decimals from 0 to 15.",
            at: cursor.tokens[cursor.at + 1].span, help: ["Write for example: 2 decimals."])
        }
        format = format ?? NumberFormat()
        format?.decimals = Int(min(max(digits, 0), 15))
        cursor.at += 3
      } else {
        break
      }
    }
    return format
  }

  /// The name of a metric.
  mutating func metricName(_ cursor: inout Cursor) -> Argument? {
    let start = cursor.at
    for metric in catalog.metrics.sorted(by: { $0.name.count > $1.name.count })
    where cursor.take(metric.name) {
      return Argument(.metric(metric.name, on: nil), cursor.span(from: start))
    }
    guard let word = cursor.token?.word else { return nil }
    let near = nearest(to: word, among: catalog.metrics.map(\.name))
    cursor.at += 1
    report(
      .unknownChoice, "“\(word)” is not a metric.", at: cursor.span(from: start),
      help: [
        near.map { "Did you mean “\($0)”?" }
          ?? "Metrics are " + catalog.metrics.map(\.name).joined(separator: ", ") + "."
      ])
    return Argument(.metric(word, on: nil), cursor.span(from: start))
  }

  /// A metric and on which places: `f1 on validation`.
  mutating func metric(_ cursor: inout Cursor) -> Argument? {
    let start = cursor.at
    guard case .metric(let name, _)? = metricName(&cursor)?.content else { return nil }
    var places: Reference?
    if cursor.take("on") {
      places = reference(&cursor, kinds: [.places])
      if places == nil {
        report(
          .valueExpected, "“on” is followed by the name of places.", at: cursor.here,
          help: ["Write for example: \(name) on validation."])
      }
    }
    return Argument(.metric(name, on: places), cursor.span(from: start))
  }

  /// A quantity, a comparison and a value: `auc of glm on test is 0.82, within 0.01`.
  mutating func claim(_ cursor: inout Cursor, defaultTolerance: Tolerance?) -> Argument? {
    let start = cursor.at
    guard let quantity = valueOrPhrase(&cursor) else { return nil }
    let text = Formatter.line(Array(cursor.tokens[start..<cursor.at]))
    let comparison: Claim.Comparison
    if cursor.take("is below") {
      comparison = .below
    } else if cursor.take("is above") {
      comparison = .above
    } else if cursor.take("is at least") {
      comparison = .atLeast
    } else if cursor.take("is at most") {
      comparison = .atMost
    } else if cursor.take("is") {
      comparison = .equal
    } else {
      report(
        .badClaim, "After the quantity must follow “is” and a value.", at: cursor.here,
        help: ["Write for example: count of slides is 350."])
      cursor.at = cursor.end
      return nil
    }
    let valueStart = cursor.at
    guard let value = numeric(&cursor), case .quantity(let expected) = value.content else {
      report(
        .badClaim, "After “\(comparison.rawValue)” must follow a number with its unit.",
        at: cursor.here, help: ["Write for example: cell of dem is 10 m."])
      cursor.at = cursor.end
      return nil
    }
    let expectedSpan = cursor.span(from: valueStart)
    var tolerance = defaultTolerance
    var inFull = false
    while cursor.token?.isSymbol(",") ?? false || cursor.matches("in full") != nil {
      let before = cursor.at
      _ = cursor.takeSymbol(",")
      if cursor.take("in full") {
        inFull = true
      } else if cursor.take("within"), let read = self.tolerance(&cursor) {
        tolerance = read
      } else {
        cursor.at = before
        break
      }
    }
    return Argument(
      .claim(
        Claim(
          text: text, phrase: quantity, comparison: comparison, expected: expected,
          expectedSpan: expectedSpan,
          tolerance: tolerance, inFullOnly: inFull)), cursor.span(from: start))
  }

  /// `5%` is relative, `2 points` are hundredths, else an amount in the unit of the value.
  mutating func tolerance(_ cursor: inout Cursor) -> Tolerance? {
    guard let token = cursor.token, let number = token.number else {
      report(
        .valueExpected, "“within” is followed by a number, a percentage or points.",
        at: cursor.here, help: ["Write for example: within 0.01, within 5%, within 2 points."])
      return nil
    }
    if let noun = cursor.token(ahead: 1)?.word, noun == "points" || noun == "point" {
      cursor.at += 2
      return .points(number)
    }
    guard case .quantity(let quantity)? = numeric(&cursor)?.content else { return nil }
    return quantity.unit == .percent ? .relative(quantity.base) : .absolute(quantity)
  }
}
