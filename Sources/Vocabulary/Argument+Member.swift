extension Argument {
  /// The name of a family's member that this element of `each of` makes.
  public var memberName: String {
    switch content {
    case .reference(let reference): reference.coordinates.last?.member ?? reference.text
    case .quantity(let quantity): quantity.text
    case .word(let word), .text(let word): word
    case .list(let parts): parts.first?.memberName ?? ""
    default: ""
    }
  }

  /// The argument of one member of a family: of `each of`, the element that the coordinates name.
  func narrowed(to coordinates: [Coordinate], axis: String) -> Argument {
    switch content {
    case .each(let elements):
      guard let member = coordinates.first(where: { $0.axis == axis })?.member,
        let element = elements.first(where: { $0.memberName == member })
      else { return self }
      return element
    case .list(let parts):
      return Argument(.list(parts.map { $0.narrowed(to: coordinates, axis: axis) }), span)
    case .pair(let first, let second):
      return Argument(
        .pair(
          first.narrowed(to: coordinates, axis: axis), second.narrowed(to: coordinates, axis: axis)),
        span)
    case .lines(let lines):
      return Argument(
        .lines(
          lines.map { line in
            BlockLine(
              head: line.head, call: line.call,
              arguments: line.arguments.map { $0.narrowed(to: coordinates, axis: line.head) },
              nested: line.nested, keptAs: line.keptAs, span: line.span)
          }), span)
    default: return self
    }
  }
}

extension BoundCall {
  /// The call of one member of a family.
  func narrowed(to coordinates: [Coordinate]) -> BoundCall {
    if coordinates.isEmpty { return self }
    var narrowed = arguments
    for (name, argument) in arguments {
      narrowed[name] = argument.narrowed(to: coordinates, axis: name)
    }
    return BoundCall(word: word, arguments: narrowed, verbSpan: verbSpan, span: span)
  }
}
