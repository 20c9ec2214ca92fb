import Diagnostics
import Vocabulary

/// Reading of values by the shape of the parameter that takes them.
extension Binder {
  /// The argument of a parameter; `nil` where nothing of its shape stands.
  mutating func argument(
    _ parameter: any AnyParameter, _ cursor: inout Cursor, word: any Word
  ) -> Argument? {
    if let each = eachOf(parameter.name, parameter.shape, &cursor) { return each }
    return value(parameter.shape, &cursor)
  }

  /// Several values that make a family: `each of 8, 16`, `each of sets`.
  mutating func eachOf(_ axis: String, _ shape: Shape, _ cursor: inout Cursor) -> Argument? {
    guard cursor.matches("each of") != nil else { return nil }
    let start = cursor.at
    cursor.at += 2
    var elements: [Argument] = []
    repeat {
      guard let element = value(shape.single, &cursor) else { break }
      elements.append(element)
    } while takeListComma(&cursor)
    if elements.isEmpty { return nil }
    elements = Self.sharingUnit(elements)
    if elements.count == 1, case .reference(let group) = elements[0].content,
      let members = group.type.axes.first
    {
      elements = members.members.map { member in
        var one = group
        one.coordinates.append(Coordinate(members.name, member))
        one.type = group.type.member(member) ?? group.type.withoutAxes()
        return Argument(.reference(one), elements[0].span)
      }
    }
    return Argument(.each(elements), cursor.span(from: start))
  }

  /// Numbers of a list take the unit written after the last.
  static func sharingUnit(_ elements: [Argument]) -> [Argument] {
    guard case .quantity(let last)? = elements.last?.content, last.unit != .one else {
      return elements
    }
    return elements.map { element in
      guard case .quantity(let quantity) = element.content, quantity.unit == .one else {
        return element
      }
      return Argument(.quantity(Quantity(quantity.value, last.unit)), element.span)
    }
  }

  /// Whether a comma goes on with the list at hand; if so it is taken.
  mutating func takeListComma(_ cursor: inout Cursor) -> Bool {
    guard let comma = cursor.token, comma.isSymbol(","), let next = cursor.token(ahead: 1) else {
      return false
    }
    if let word = next.word, catalog.reserved.contains(word), scope[word] == nil { return false }
    cursor.at += 1
    return true
  }

  mutating func value(_ shape: Shape, _ cursor: inout Cursor) -> Argument? {
    let start = cursor.at
    switch shape {
    case .value(let kinds):
      return reference(&cursor, kinds: kinds).map { Argument(.reference($0), $0.span) }
    case .values(let kinds):
      return list(&cursor) { binder, cursor in
        binder.reference(&cursor, kinds: kinds).map { Argument(.reference($0), $0.span) }
      }
    case .layers:
      return list(&cursor) { $0.treatedLayer(&$1) }
    case .labelled(let kinds):
      return list(&cursor) { $0.labelled(&$1, kinds: kinds) }
    case .number(let limits): return number(&cursor, limits)
    case .quantity(let dimension): return quantity(&cursor, dimension)
    case .quantities(let dimension):
      return measuredList(&cursor).map { check($0, dimension) }
    case .breaks:
      return measuredList(&cursor)
    case .literal: return literal(&cursor)
    case .literals:
      if let pairs = namedValues(&cursor) { return pairs }
      return list(&cursor) { $0.literal(&$1) }.map(Self.sharingUnit)
    case .unit(let dimensions): return unit(&cursor, dimensions)
    case .choice(let choices): return choice(&cursor, choices)
    case .choices(let choices):
      return list(&cursor) { $0.choice(&$1, choices) }
    case .text:
      guard let text = cursor.token?.string else { return nil }
      cursor.at += 1
      return Argument(.text(text), cursor.span(from: start))
    case .newNames: return newNames(&cursor)
    case .columnName:
      guard let name = cursor.token?.word ?? cursor.token?.string else { return nil }
      cursor.at += 1
      return Argument(.text(name), cursor.span(from: start))
    case .pair: return pair(&cursor)
    case .range: return range(&cursor)
    case .shares: return shares(&cursor)
    case .condition:
      return expression(&cursor).map { Argument(.expression($0), $0.span) }
    case .expression: return valueOrPhrase(&cursor)
    case .metric: return metric(&cursor)
    case .metrics:
      return list(&cursor) { $0.metricName(&$1) }
    case .classNames: return classNames(&cursor)
    case .tolerance:
      return tolerance(&cursor).map { Argument(.tolerance($0), cursor.span(from: start)) }
    case .claim: return claim(&cursor, defaultTolerance: nil)
    case .lines: return nil
    case .either(let shapes): return first(of: shapes, &cursor)
    }
  }

  /// Names with a value each, `f 32, n 128`: what lines of a block say elsewhere.
  private mutating func namedValues(_ cursor: inout Cursor) -> Argument? {
    let start = cursor.at
    var lines: [BlockLine] = []
    while let name = cursor.token?.word, cursor.token(ahead: 1)?.number != nil {
      let from = cursor.at
      cursor.at += 1
      guard let value = numeric(&cursor) else { break }
      lines.append(
        BlockLine(
          head: name, call: nil, arguments: [value], nested: [], keptAs: nil,
          span: cursor.span(from: from)))
      guard cursor.token(ahead: 2)?.number != nil, cursor.token?.isSymbol(",") ?? false,
        let next = cursor.token(ahead: 1)?.word, !catalog.reserved.contains(next)
      else { break }
      cursor.at += 1
    }
    return lines.isEmpty ? nil : Argument(.lines(lines), cursor.span(from: start))
  }

  /// The first shape that can be read whole; else the complaint of the one that got furthest.
  private mutating func first(of shapes: [Shape], _ cursor: inout Cursor) -> Argument? {
    let start = cursor.at
    let saved = diagnostics
    var furthest: (at: Int, diagnostics: [Diagnostic])?
    for shape in shapes {
      cursor.at = start
      diagnostics = saved
      if let argument = value(shape, &cursor), diagnostics.count == saved.count { return argument }
      if diagnostics.count > saved.count, cursor.at >= furthest?.at ?? 0 {
        furthest = (cursor.at, diagnostics)
      }
    }
    cursor.at = start
    diagnostics = furthest?.diagnostics ?? saved
    return nil
  }

  private mutating func list(
    _ cursor: inout Cursor, _ element: (inout Binder, inout Cursor) -> Argument?
  ) -> Argument? {
    let start = cursor.at
    var parts: [Argument] = []
    while true {
      let comma = cursor.at
      if !parts.isEmpty {
        guard takeListComma(&cursor) else { break }
        // A number after a list of names begins a measure: `, 2 across`.
        if cursor.token?.number != nil, !Self.startsWithNumber(parts) || beginsMeasure(cursor) {
          cursor.at = comma
          break
        }
      }
      guard let part = element(&self, &cursor) else {
        if !parts.isEmpty { cursor.at = comma }
        break
      }
      parts.append(part)
    }
    return parts.isEmpty ? nil : Argument(.list(parts), cursor.span(from: start))
  }

  /// Whether a number stands here that some word's measure begins with: `85 mm wide`.
  func beginsMeasure(_ cursor: Cursor) -> Bool {
    guard cursor.token?.number != nil else { return false }
    let hasUnit = cursor.token(ahead: 1)?.word.map { Unit(spelled: $0) != nil } ?? false
    return cursor.token(ahead: hasUnit ? 2 : 1)?.word.map(catalog.measures.contains) ?? false
  }

  private static func startsWithNumber(_ parts: [Argument]) -> Bool {
    parts.contains { if case .quantity = $0.content { true } else { false } }
  }

  private static func sharingUnit(_ argument: Argument) -> Argument {
    guard case .list(let parts) = argument.content else { return argument }
    return Argument(.list(sharingUnit(parts)), argument.span)
  }

  /// The mention of an earlier value.
  mutating func reference(_ cursor: inout Cursor, kinds: [Kind]) -> Reference? {
    guard let token = cursor.token, let name = token.word else { return nil }
    let start = cursor.at
    guard let found = locals[name] ?? scope[name]?.type else {
      if catalog.reserved.contains(name) { return nil }
      reportUnknownName(name, token.span)
      cursor.at += 1
      while cursor.token?.isSymbol(".") ?? false, cursor.token(ahead: 1)?.word != nil {
        cursor.at += 2
      }
      return Reference(name, span: cursor.span(from: start), type: ValueType(.unknown))
    }
    cursor.at += 1
    var type = found
    var path: [String] = []
    var coordinates: [Coordinate] = []
    while cursor.token?.isSymbol(".") ?? false, let part = cursor.token(ahead: 1)?.word {
      let partSpan = cursor.tokens[cursor.at + 1].span
      cursor.at += 2
      if let member = type.member(part) {
        // A dot into a family picks one of its members; into a value, one of its parts.
        // What is not picked stays a family.
        var open = type.axes
        if let axis = type.axes.first(where: { $0.members.contains(part) }) {
          coordinates.append(Coordinate(axis.name, part))
          open.removeAll { $0.name == axis.name }
        } else {
          path.append(part)
        }
        type = member
        let own = Set(member.axes.map(\.name))
        type.axes = open.filter { !own.contains($0.name) } + member.axes
      } else {
        reportUnknownMember(part, of: name, type, partSpan)
        type = ValueType(.unknown)
      }
    }
    while cursor.matches("at") != nil, let axis = cursor.token(ahead: 1)?.word,
      let known = type.axes.first(where: { $0.name == axis }), let member = cursor.token(ahead: 2)
    {
      let picked = member.word ?? member.text
      if !known.members.contains(picked) {
        report(
          .unknownMember, "“\(name)” has no \(axis) “\(picked)”.", at: member.span,
          help: ["Its members are " + known.members.joined(separator: ", ") + "."])
      }
      coordinates.append(Coordinate(axis, picked))
      type.axes.removeAll { $0.name == axis }
      cursor.at += 3
    }
    let span = cursor.span(from: start)
    if !kinds.isEmpty, type.kind != .unknown, !kinds.contains(type.kind) {
      report(
        .wrongKind,
        "Expected \(Shape.value(kinds).phrase), but “\(([name] + path).joined(separator: "."))” is \(type.kind.phrase).",
        at: span, help: ["Name \(Shape.value(kinds).phrase) here."])
    }
    return Reference(name, path: path, coordinates: coordinates, span: span, type: type)
  }

  private mutating func reportUnknownName(_ name: String, _ span: Span) {
    if let later = scope.everywhere[name], later.lower > span.upper {
      report(
        .usedTooEarly, "“\(name)” is used before the statement that defines it.", at: span,
        help: ["Move its definition above this line."])
      return
    }
    if reportHyphen(name, span) { return }
    let near = nearest(
      to: name, among: scope.names.suffix(Scope.mostGuesses) + locals.keys.sorted())
    report(
      .unknownName, "Nothing is named “\(name)”.", at: span,
      help: [near.map { "Did you mean “\($0)”?" } ?? "Define it above: \(name) = …"])
  }

  /// Reports names joined by a hyphen, which makes one word of them; false where it is no such word.
  mutating func reportHyphen(_ name: String, _ span: Span) -> Bool {
    let parts = name.split(separator: "-").map(String.init)
    guard parts.count > 1, parts.allSatisfy({ scope[$0] != nil }) else { return false }
    report(
      .hyphenatedName, "“\(name)” is one word; a minus needs spaces.", at: span,
      help: ["Write: " + parts.joined(separator: " - ") + "."])
    return true
  }

  private mutating func reportUnknownMember(
    _ part: String, of name: String, _ type: ValueType, _ span: Span
  ) {
    guard type.kind != .unknown else { return }
    let names = type.members.map(\.name)
    let near = nearest(to: part, among: names)
    let listed = names.prefix(12).joined(separator: ", ")
    report(
      .unknownMember, "“\(name)” has no part “\(part)”.", at: span,
      help: [
        near.map { "Did you mean “\($0)”?" }
          ?? (names.isEmpty ? "It has no named parts." : "Its parts are \(listed).")
      ])
  }

  private mutating func treatedLayer(_ cursor: inout Cursor) -> Argument? {
    let start = cursor.at
    guard let layer = reference(&cursor, kinds: []) else { return nil }
    guard cursor.take("as") else { return Argument(.reference(layer), layer.span) }
    guard let treatment = cursor.token?.word, treatment == "dummies" else {
      report(
        .unknownChoice, "A layer enters a stack as it is or “as dummies”.", at: cursor.here,
        help: ["Write: \(layer.text) as dummies."])
      cursor.at += cursor.isAtEnd ? 0 : 1
      return Argument(.reference(layer), layer.span)
    }
    cursor.at += 1
    return Argument(.labelled(layer, as: treatment), cursor.span(from: start))
  }

  private mutating func labelled(_ cursor: inout Cursor, kinds: [Kind]) -> Argument? {
    let start = cursor.at
    guard let layer = reference(&cursor, kinds: kinds) else { return nil }
    guard cursor.take("as"), let label = cursor.token, label.number != nil || label.string != nil
    else {
      report(
        .valueExpected, "“\(layer.text)” needs its class: “\(layer.text) as 1”.", at: cursor.here,
        help: ["Give landslides 1 and the others 0."])
      return Argument(.reference(layer), layer.span)
    }
    cursor.at += 1
    return Argument(
      .labelled(layer, as: label.string ?? label.text), cursor.span(from: start))
  }

  private mutating func newNames(_ cursor: inout Cursor) -> Argument? {
    let start = cursor.at
    var names: [NewName] = []
    repeat {
      guard let token = cursor.token, let name = token.word else { break }
      cursor.at += 1
      var unit: Unit?
      if cursor.matches("in") != nil {
        cursor.at += 1
        unit = readUnit(&cursor, [])
        if unit == nil {
          report(
            .unitNeeded, "“in” is followed by a unit, found \(cursor.token?.text ?? "nothing").",
            at: cursor.here,
            help: ["Units are m, km, m2, km2, degrees, radians, rad/m, 1/m, mm, g."])
          cursor.at += cursor.isAtEnd ? 0 : 1
        }
      }
      if names.contains(where: { $0.name == name }) {
        report(
          .nameTwice, "“\(name)” stands twice in this list.", at: token.span,
          help: ["Name each once."])
      }
      names.append(NewName(name, unit: unit, span: token.span))
    } while takeListComma(&cursor)
    return names.isEmpty ? nil : Argument(.newNames(names), cursor.span(from: start))
  }

  private mutating func classNames(_ cursor: inout Cursor) -> Argument? {
    list(&cursor) { binder, cursor in
      let start = cursor.at
      guard let token = cursor.token else { return nil }
      guard let label = token.string ?? token.word,
        token.string != nil || !binder.catalog.reserved.contains(label)
      else { return nil }
      cursor.at += 1
      return Argument(.text(label), cursor.span(from: start))
    }
  }

  mutating func choice(_ cursor: inout Cursor, _ choices: [String]) -> Argument? {
    let start = cursor.at
    let sorted = choices.sorted { $0.count > $1.count }
    for choice in sorted where cursor.take(choice) {
      return Argument(.word(choice), cursor.span(from: start))
    }
    guard let found = cursor.token?.word else { return nil }
    let near =
      nearest(to: cursor.words(limit: 2).joined(separator: " "), among: choices)
      ?? nearest(to: found, among: choices)
    cursor.at += 1
    report(
      .unknownChoice, "Expected \(Shape.choice(choices).phrase), found “\(found)”.",
      at: cursor.span(from: start),
      help: near.map { ["Did you mean “\($0)”?"] } ?? ["Choose one of these."])
    return Argument(.word(found), cursor.span(from: start))
  }
}

extension Shape {
  /// The shape of one element of a list.
  var single: Shape {
    switch self {
    case .values(let kinds): .value(kinds)
    case .literals, .breaks: .literal
    case .quantities(let dimension): .quantity(dimension)
    case .choices(let words): .choice(words)
    default: self
    }
  }
}
