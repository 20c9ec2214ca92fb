import Diagnostics
import Learning
public import Vocabulary

/// The share of a class in a map, or of a label among places.
public struct ShareOf: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "share", .quantity,
    "Gives the share of a class in the area of zones, or of a label among places.",
    formula: "cells of the class / all cells;  places with the label / all places",
    example: "share of zones at \"very high\", percent")
  let subject = Parameter<any Sendable>(
    "subject", .after("of"), .either([.value([.zones]), .number(Limits(0...1, whole: true))]),
    "Zones, or the label 1 or 0.")
  let label = Parameter<[String]>(
    "class", .after("at"), .classNames, "The class of the zones; several are added.", default: [])
  let places = Parameter<PlacesValue?>(
    "in", .after("in"), .value([.places]), "The places, where a label is given.", default: nil)

  /// Creates the word.
  public init() {}

  /// A share from 0 to 1.
  public func infer(_ call: Inference) -> ValueType {
    let isZones = call.type(subject)?.kind == .zones
    if isZones, !call.gives(label) {
      call.report(
        .missingPart, "Of which class is the share wanted?", at: subject,
        help: ["Write for example: share of zones at \"very high\"."])
    } else if !isZones, !call.gives(places), call.type(subject)?.kind != .unknown {
      call.report(
        .missingPart, "Among which places is the share wanted?", at: subject,
        help: ["Write for example: share of 1 in train."])
    }
    if isZones { call.requireClasses(label, of: subject) }
    return ValueType(.number, unit: .one)
  }

  /// Counts.
  public func run(_ call: Call) throws -> any Value {
    if let places = try call[places] {
      guard let labels = places.labels?.numbers else { throw LearningError.noLabels }
      let wanted: Double?
      switch try call[subject] {
      case let quantity as Quantity: wanted = quantity.value
      case let number as NumberValue: wanted = number.quantity.value
      default: wanted = nil
      }
      let count = labels.count { $0 == wanted }
      return NumberValue(Quantity(Double(count) / Double(labels.count)))
    }
    guard let zones = try call[subject] as? ZonesValue else {
      throw CallFault.mismatch(subject.name, expected: "zones, or a label in places")
    }
    let count = try call[label].reduce(0) { $0 + zones.cells[try zones.index(of: $1)] }
    let total = zones.cells.reduce(0, +)
    guard total > 0 else { throw EvaluationError.nothingToMeasure }
    return NumberValue(Quantity(Double(count) / Double(total)))
  }
}

extension Inference {
  /// Reports classes that the zones do not have.
  func requireClasses(_ labels: any AnyParameter, of zones: any AnyParameter) {
    guard let known = type(zones)?.classes, !known.isEmpty, let argument = argument(labels) else {
      return
    }
    let parts: [Argument]
    if case .list(let list) = argument.content { parts = list } else { parts = [argument] }
    for part in parts {
      guard case .text(let name) = part.content, !known.contains(name) else { continue }
      report(
        .noSuchClass, "“\(references(zones)[0].text)” has no class “\(name)”.", span: part.span,
        help: [
          nearest(to: name, among: known).map { "Did you mean “\($0)”?" }
            ?? "Its classes are \(known.joined(separator: ", "))."
        ])
    }
  }
}
