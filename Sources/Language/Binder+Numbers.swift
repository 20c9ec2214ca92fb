import Diagnostics
import Vocabulary

/// Reading of numbers, quantities, units, shares and ranges.
extension Binder {
  mutating func number(_ cursor: inout Cursor, _ limits: Limits) -> Argument? {
    let start = cursor.at
    guard let argument = numeric(&cursor) else { return nil }
    let given: Quantity? =
      switch argument.content {
      case .quantity(let quantity): quantity
      case .reference(let reference): reference.type.known
      default: nil
      }
    if let given {
      let value = given.unit == .percent ? given.base : given.value
      if given.unit.dimension != .none {
        report(
          .wrongDimension, "Expected a plain number, found \(given.text).",
          at: cursor.span(from: start), help: ["Write the number without a unit."])
      } else if !limits.admits(value) {
        report(
          .outOfRange, "Expected \(limits.text), found \(given.text).",
          at: cursor.span(from: start), help: ["Choose \(limits.text)."])
      }
    }
    return argument
  }

  /// A number, a number with its unit, or the name of one.
  mutating func numeric(_ cursor: inout Cursor) -> Argument? {
    let start = cursor.at
    if let name = cursor.token?.word, locals[name] != nil || scope[name] != nil {
      return reference(&cursor, kinds: [.number]).map { Argument(.reference($0), $0.span) }
    }
    let isNegative = cursor.takeSymbol("-")
    guard let magnitude = cursor.token?.number else {
      cursor.at = start
      if let name = cursor.token?.word, !catalog.reserved.contains(name), Unit(spelled: name) == nil
      {
        return reference(&cursor, kinds: [.number]).map { Argument(.reference($0), $0.span) }
      }
      return nil
    }
    cursor.at += 1
    let value = isNegative ? -magnitude : magnitude
    let unit = readUnit(&cursor, []) ?? .one
    return Argument(.quantity(Quantity(value, unit)), cursor.span(from: start))
  }

  /// The unit at hand: `m`, `rad/m`, `1/m`, `%`.
  mutating func readUnit(_ cursor: inout Cursor, _ dimensions: [Dimension]) -> Unit? {
    guard let token = cursor.token else { return nil }
    if token.isSymbol("%") {
      cursor.at += 1
      return .percent
    }
    let first: String
    if let word = token.word, Unit(spelled: word) != nil {
      first = word
    } else if token.number == 1, cursor.token(ahead: 1)?.isSymbol("/") ?? false {
      first = "1"
    } else {
      return nil
    }
    if cursor.token(ahead: 1)?.isSymbol("/") ?? false, let below = cursor.token(ahead: 2)?.word,
      let unit = Unit(spelled: first + "/" + below)
    {
      cursor.at += 3
      return unit
    }
    guard first != "1", let unit = Unit(spelled: first) else { return nil }
    cursor.at += 1
    return unit
  }

  mutating func unit(_ cursor: inout Cursor, _ dimensions: [Dimension]) -> Argument? {
    let start = cursor.at
    guard let unit = readUnit(&cursor, dimensions) else {
      guard let word = cursor.token?.word, !catalog.reserved.contains(word) else { return nil }
      cursor.at += 1
      let near = nearest(to: word, among: Unit.simple.map(\.symbol))
      report(
        .unitNeeded, "“\(word)” is not a unit.", at: cursor.span(from: start),
        help: [
          near.map { "Did you mean “\($0)”?" } ?? "Units are m, km, m2, km2, degrees, radians."
        ])
      return nil
    }
    if !dimensions.isEmpty, !dimensions.contains(unit.dimension) {
      let wanted = dimensions.map(\.phrase).joined(separator: " or ")
      report(
        .wrongDimension, "Expected a unit of \(wanted), found \(unit.symbol).",
        at: cursor.span(from: start),
        help: [
          "Write one of "
            + Unit.simple.filter { dimensions.contains($0.dimension) }.map(\.symbol)
            .joined(separator: ", ") + "."
        ])
    }
    return Argument(.unit(unit), cursor.span(from: start))
  }

  mutating func quantity(_ cursor: inout Cursor, _ dimension: Dimension) -> Argument? {
    numeric(&cursor).map { check($0, dimension) }
  }

  /// Reports quantities of another dimension than needed.
  mutating func check(_ argument: Argument, _ dimension: Dimension) -> Argument {
    switch argument.content {
    case .quantity(let quantity): check(quantity, dimension, at: argument.span)
    case .reference(let reference):
      if let unit = reference.type.unit {
        check(Quantity(0, unit), dimension, at: argument.span)
      }
    case .list(let parts): for part in parts { _ = check(part, dimension) }
    default: break
    }
    return argument
  }

  private mutating func check(_ quantity: Quantity, _ dimension: Dimension, at span: Span) {
    guard quantity.unit.dimension != dimension else { return }
    let units = Unit.simple.filter { $0.dimension == dimension }.map(\.symbol)
    if quantity.unit == .one {
      report(
        .unitNeeded,
        "\(Quantity.plain(quantity.value)) needs its unit: \(dimension.phrase) is expected.",
        at: span, help: ["Write one of " + units.joined(separator: ", ") + " after the number."])
    } else {
      report(
        .wrongDimension, "Expected \(dimension.phrase), found \(quantity.text).", at: span,
        help: units.isEmpty
          ? ["Write a plain number."] : ["Write one of " + units.joined(separator: ", ") + "."])
    }
  }

  mutating func measuredList(_ cursor: inout Cursor) -> Argument? {
    let start = cursor.at
    var parts: [Argument] = []
    while true {
      let before = cursor.at
      if !parts.isEmpty {
        guard cursor.takeSymbol(",") else { break }
        let token = cursor.token
        guard token?.number != nil || (token?.isSymbol("-") ?? false), !beginsMeasure(cursor)
        else {
          cursor.at = before
          break
        }
      }
      guard let part = numeric(&cursor) else { break }
      parts.append(part)
    }
    guard !parts.isEmpty else { return nil }
    return Argument(.list(Self.sharingUnit(parts)), cursor.span(from: start))
  }

  mutating func literal(_ cursor: inout Cursor) -> Argument? {
    let start = cursor.at
    if let text = cursor.token?.string {
      cursor.at += 1
      return Argument(.text(text), cursor.span(from: start))
    }
    if let word = cursor.token?.word, scope[word] == nil, locals[word] == nil,
      Unit(spelled: word) == nil, !catalog.reserved.contains(word)
    {
      cursor.at += 1
      return Argument(.word(word), cursor.span(from: start))
    }
    guard let number = numeric(&cursor) else { return nil }
    guard let side = cursor.token?.word, ["E", "W", "N", "S"].contains(side),
      case .quantity(let degrees) = number.content
    else { return number }
    cursor.at += 1
    let sign = side == "W" || side == "S" ? -1.0 : 1.0
    return Argument(
      .quantity(Quantity(sign * degrees.value, degrees.unit)), cursor.span(from: start))
  }

  mutating func pair(_ cursor: inout Cursor) -> Argument? {
    let start = cursor.at
    guard let first = numeric(&cursor) else { return nil }
    guard cursor.take("x"), let second = numeric(&cursor) else {
      report(
        .valueExpected, "Expected two numbers with an x between, such as 3 x 3.", at: cursor.here,
        help: ["Put spaces round the x."])
      return nil
    }
    return Argument(.pair(first, second), cursor.span(from: start))
  }

  mutating func range(_ cursor: inout Cursor) -> Argument? {
    let start = cursor.at
    guard case .quantity(let low)? = numeric(&cursor)?.content else { return nil }
    guard cursor.takeSymbol("..") || cursor.take("to"),
      case .quantity(let high)? = numeric(&cursor)?.content
    else {
      report(
        .valueExpected, "Expected a range such as 0..1.", at: cursor.here,
        help: ["Write both ends with two dots between."])
      return nil
    }
    let span = cursor.span(from: start)
    let below = low.unit == .one ? Quantity(low.value, high.unit) : low
    if below.base >= high.base {
      report(
        .outOfRange, "The range ends at \(high.text), not above its start \(below.text).", at: span,
        help: ["Put the smaller end first."])
    }
    return Argument(.range(below, high), span)
  }

  mutating func shares(_ cursor: inout Cursor) -> Argument? {
    let start = cursor.at
    var shares: [Double] = []
    repeat {
      guard let number = cursor.token?.number, cursor.token(ahead: 1)?.isSymbol("%") ?? false
      else { break }
      shares.append(number)
      cursor.at += 2
    } while cursor.takeSymbol("/")
    guard !shares.isEmpty else { return nil }
    let span = cursor.span(from: start)
    let sum = shares.reduce(0, +)
    if shares.contains(where: { $0 <= 0 }) {
      report(
        .sharesNotWhole, "A part with a share of 0% has no places.", at: span,
        help: ["Give every part a share above 0%, or leave the part out."])
    } else if abs(sum - 100) > 1e-9 {
      report(
        .sharesNotWhole, "The shares add up to \(Quantity.plain(sum))%, not 100%.", at: span,
        help: ["Change them so that every place falls into one part."])
    }
    return Argument(.shares(shares.map { $0 / 100 }), span)
  }
}
