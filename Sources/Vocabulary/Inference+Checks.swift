import Diagnostics

/// Checks that many words share.
extension Inference {
  /// The unit of a layer, after checking that it measures what the word needs.
  ///
  /// A layer whose unit the notebook does not say passes; the run reads it as the base unit.
  public func require(_ dimension: Dimension, of parameter: any AnyParameter, for purpose: String) {
    guard let type = type(parameter), let unit = type.unit, unit.dimension != dimension else {
      return
    }
    let found = unit.symbol.isEmpty ? "a plain number" : "in \(unit.symbol)"
    report(
      .wrongDimension,
      "\(purpose) needs \(dimension.phrase), but “\(references(parameter)[0].text)” is \(found).",
      at: parameter,
      help: ["Read or compute the layer in a unit of \(dimension.phrase)."])
  }

  /// Reports a grid in degrees where the method measures lengths.
  public func requireProjected(_ parameter: any AnyParameter, for purpose: String) {
    guard let grid = type(parameter)?.grid else { return }
    let stated = grid.extent == nil && host.statedCell(of: grid)?.unit.dimension == .angle
    guard stated || grid.extent?.isGeographic ?? false else { return }
    let system = grid.extent.map { " (\($0.crs))" } ?? ", as a check says"
    report(
      .geographicGrid,
      "\(purpose) needs metres, but “\(references(parameter)[0].text)” is in degrees\(system).",
      at: parameter,
      help: ["Resample it onto a projected grid first: \(purpose) in degrees has no meaning."])
  }

  /// Reports a length, area or other amount that is known not to be above zero.
  public func requirePositive(_ parameter: any AnyParameter) {
    guard let given = quantity(parameter), !(given.base > 0) else { return }
    let least = Quantity(0, given.unit).text
    report(
      .outOfRange, "Expected more than \(least), found \(given.text).", at: parameter,
      help: ["Write an amount above \(least)."])
  }

  /// Reports values that lie on different grids; returns the grid they share.
  @discardableResult
  public func requireOneGrid(_ mentions: [Reference]) -> GridFact? {
    var first: (Reference, GridFact)?
    for mention in mentions {
      guard let grid = mention.type.grid else { continue }
      guard let (reference, expected) = first else {
        first = (mention, grid)
        continue
      }
      if let difference = difference(expected, grid) {
        report(
          .gridMismatch,
          "“\(mention.text)” and “\(reference.text)” lie on different grids: \(difference).",
          span: mention.span,
          help: [
            "Bring one to the other first: \(mention.name)_there = resample \(mention.text) onto "
              + "\(reference.text) by bilinear."
          ])
        break
      }
    }
    return first?.1
  }

  /// In words how two grids differ, if that is known.
  public func difference(_ a: GridFact, _ b: GridFact) -> String? {
    if a == b || a.origin == b.origin { return nil }
    if let mine = a.extent, let theirs = b.extent {
      if mine == theirs { return nil }
      return "\(theirs.text) against \(mine.text)"
    }
    if let mine = host.statedCell(of: a), let theirs = host.statedCell(of: b),
      mine.base != theirs.base
    {
      return "cells of \(theirs.text) against \(mine.text)"
    }
    return nil
  }

  /// Reports layers whose numbers are class codes, where the method takes them for amounts.
  public func requireNoNominalCodes(_ parameter: any AnyParameter, purpose: String) {
    guard let reference = references(parameter).first,
      !host.allows("nominal codes in", reference.name)
    else { return }
    let nominal = reference.type.layers.filter { $0.isNominal && !$0.isDummies }
    guard !nominal.isEmpty else { return }
    let list = nominal.map { "“\($0.name)”" }.joined(separator: ", ")
    let verb = nominal.count == 1 ? "holds class codes" : "hold class codes"
    report(
      .nominalCodes,
      "\(list) of “\(reference.text)” \(verb), which \(purpose) would take for amounts.",
      at: parameter,
      help: [
        "Write “\(nominal[0].name) as dummies” in the stack, or recode the classes by a ratio.",
        "To repeat a study that did this: allow nominal codes in \(reference.name) because \"…\".",
      ])
  }

  /// The number of columns of a stack, if every layer's is known.
  public func columnCount(_ layers: [LayerFact]) -> ValueType.Count {
    var total = 0
    for layer in layers {
      guard let columns = layer.columns.value else { return .unknown }
      total += columns
    }
    return .known(total)
  }
}
