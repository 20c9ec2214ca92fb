import Diagnostics
import Vocabulary

/// Types of phrases and families.
extension Checker {
  /// The call with the types of its phrases filled in.
  func typed(_ call: BoundCall) -> BoundCall {
    BoundCall(
      word: call.word, arguments: call.arguments.mapValues { typed($0) }, verbSpan: call.verbSpan,
      span: call.span)
  }

  func typed(_ argument: Argument) -> Argument {
    switch argument.content {
    case .phrase(let phrase): return Argument(.phrase(typed(phrase)), argument.span)
    case .claim(let claim):
      let typedClaim = Claim(
        text: claim.text, phrase: typed(claim.phrase), comparison: claim.comparison,
        expected: claim.expected,
        expectedSpan: claim.expectedSpan, tolerance: claim.tolerance, inFullOnly: claim.inFullOnly)
      checkClaim(typedClaim)
      return Argument(.claim(typedClaim), argument.span)
    case .list(let parts): return Argument(.list(parts.map { typed($0) }), argument.span)
    case .lines(let lines):
      let typedLines = lines.map { line in
        BlockLine(
          head: line.head, call: line.call, arguments: line.arguments.map { typed($0) },
          nested: line.nested, keptAs: line.keptAs, span: line.span)
      }
      return Argument(.lines(typedLines), argument.span)
    default: return argument
    }
  }

  private func typed(_ phrase: Phrase) -> Phrase {
    let call = typed(phrase.call)
    let axes = self.axes(of: call)
    var type = call.word.infer(Inference(call: call, names: [], host: self))
    if !axes.isEmpty, phrase.reduction == nil { type = family(type, over: axes) }
    if phrase.reduction != nil, type.kind == .numbers {
      type.kind = .number
      type.axes = []
    }
    prepareJudgement(call)
    return Phrase(call: call, reduction: phrase.reduction, type: type, format: phrase.format)
  }

  /// What a claim says against what is known: the unit must fit, and a value known already must not
  /// contradict it.
  private func checkClaim(_ claim: Claim) {
    let type: ValueType
    switch claim.phrase.content {
    case .phrase(let phrase): type = phrase.type
    case .reference(let reference): type = reference.type
    default: return
    }
    if case .reference(let reference) = claim.phrase.content, type.axes.isEmpty,
      ![.number, .numbers, .unknown].contains(type.kind)
    {
      report(
        .wrongKind, "Expected a number, but “\(reference.text)” is \(type.kind.phrase).",
        at: reference.span, help: ["Write a quantity, for example: count of \(reference.text)."])
      return
    }
    if type.kind == .numbers || !type.axes.isEmpty {
      report(
        .familyNeedsChoice, "This quantity has several values; a check needs one.",
        at: claim.phrase.span,
        help: ["Write “highest …” or “lowest …”, or name one member."])
      return
    }
    if let unit = type.unit, unit.dimension != claim.expected.unit.dimension {
      let expected = unit.symbol.isEmpty ? "a plain number" : "a value in \(unit.symbol)"
      report(
        .wrongDimension, "Expected \(expected), found \(claim.expected.text).",
        at: claim.expectedSpan,
        help: [
          unit.symbol.isEmpty
            ? "Remove the unit."
            : "Write the unit: \(Quantity.plain(claim.expected.value)) \(unit.symbol)."
        ])
      return
    }
    guard let known = type.known, !claim.holds(for: known.base) else { return }
    report(
      .checkFails,
      "This can never hold: the value is \(known.text), not \(claim.comparison == .equal ? "" : claim.comparison.rawValue.dropFirst(3) + " ")\(claim.expected.text).",
      at: claim.expectedSpan, help: ["Correct the value, or what it is a check of."])
  }

  // MARK: Families

  /// The axes over which a call is repeated: those of its arguments, joined by name.
  func axes(of call: BoundCall) -> [Axis] {
    var result: [Axis] = []
    func add(_ axis: Axis, _ span: Span) {
      guard let known = result.first(where: { $0.name == axis.name }) else {
        result.append(axis)
        return
      }
      if known.members != axis.members {
        report(
          .unknownAxis,
          "Two families vary “\(axis.name)” over different members: \(known.members.joined(separator: ", ")) and \(axis.members.joined(separator: ", ")).",
          at: span, help: ["Give the settings different names, or the same members."])
      }
    }
    func collect(_ argument: Argument, named name: String, withFolds: Bool = true) {
      switch argument.content {
      case .reference(let reference), .labelled(let reference, _):
        for axis in reference.type.axes where withFolds || !axis.isFolds {
          add(axis, reference.span)
        }
      case .each(let elements):
        let members = elements.map(\.memberName)
        if Set(members).count < members.count {
          report(
            .unexpectedWords, "A member stands twice in “each of”.", at: argument.span,
            help: ["Name each once."])
        }
        add(Axis(name, members), argument.span)
      case .list(let parts): for part in parts { collect(part, named: name) }
      case .pair(let a, let b): for part in [a, b] { collect(part, named: name) }
      case .expression(let expression):
        for reference in expression.references {
          for axis in reference.type.axes { add(axis, reference.span) }
        }
      case .lines(let lines):
        for line in lines { for part in line.arguments { collect(part, named: line.head) } }
      default: break
      }
    }
    for (parameter, argument) in call.ordered where !parameter.takesFamily {
      // The settings of a model made by folds are those of each fold's model.
      let withFolds = parameter.role != .after("as in") && !parameter.takesFolds
      collect(argument, named: parameter.name, withFolds: withFolds)
    }
    if let folds = foldAxis(of: call) { add(folds, call.span) }
    return result
  }

  /// The axis of a `folds` setting, with as many members as there are folds.
  private func foldAxis(of call: BoundCall) -> Axis? {
    guard let folds = call.arguments["folds"], call.word.entry.category == .value,
      call.word.parameters.contains(where: { $0.name == "folds" && $0.role == .item("folds") })
    else { return nil }
    let count: Int? =
      switch folds.content {
      case .quantity(let quantity): Int(exactly: quantity.value)
      case .reference(let reference):
        reference.type.known.flatMap { Int(exactly: $0.value) }
          ?? reference.type.count.value
      default: nil
      }
    if count == nil, missingFiles.isEmpty {
      report(
        .unknownAxis, "It is not known how many folds these are.", at: folds.span,
        help: ["Say how many: folds of places by column NAME, with 5 folds."])
    }
    return Axis("fold", (1...max(1, count ?? 1)).map(String.init), isFolds: true)
  }

  /// The type of a family whose members are of one type.
  func family(_ type: ValueType, over axes: [Axis]) -> ValueType {
    var result = type
    let own = Set(type.axes.map(\.name))
    result.axes = axes.filter { !own.contains($0.name) } + type.axes
    let named = axes.filter { !$0.isFolds }
    if named.count == 1 {
      result.members =
        named[0].members.map { ValueType.Member($0, type) } + type.members
    }
    return result
  }
}
