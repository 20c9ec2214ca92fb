public import Vocabulary

/// How closely each layer goes with the label, as a value of the run.
public struct AssociationValue: ValueWithMembers {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static var kind: Kind { .association }

  /// The measure, as the notebook names it.
  public let method: String
  /// The names of the columns, or of the layers where classes are compared.
  public let names: [String]
  /// The measure of each.
  public let measures: [AssociationMeasure]
  /// Where each was cut in two; empty where nothing was cut, not a number for yes-or-no columns.
  public let cuts: [Double]
  /// How many places it was measured at.
  public let places: Int

  /// Keeps measures, one for each name.
  public init(
    method: String, names: [String], measures: [AssociationMeasure], cuts: [Double] = [],
    places: Int
  ) {
    precondition(
      names.count == measures.count && (cuts.isEmpty || cuts.count == names.count),
      "\(measures.count) measures and \(cuts.count) cuts of \(names.count) layers")
    self.method = method
    self.names = names
    self.measures = measures
    self.cuts = cuts
    self.places = places
  }

  /// One layer's number, or those of the columns of a layer as dummies.
  public func member(_ name: String) -> (any Value)? {
    if let index = names.firstIndex(of: name) {
      return NumberValue(Quantity(measures[index].value))
    }
    let found = names.indices.filter { names[$0].hasPrefix(name + "_") }
    if found.isEmpty { return nil }
    return NumbersValue(names: found.map { names[$0] }, values: found.map { measures[$0].value })
  }

  private var title: String {
    switch method {
    case "pearson": "Pearson's r"
    case "spearman": "Spearman's ρ"
    case "point-biserial": "Point-biserial r"
    case "phi": "φ"
    default: "Cramér's V"
    }
  }

  /// The closest layer.
  public var summary: String {
    let known = names.indices.filter { !measures[$0].value.isNaN }
    guard let closest = known.max(by: { abs(measures[$0].value) < abs(measures[$1].value) }) else {
      return "\(title) of \(names.count) layers"
    }
    let number = formatFixed(measures[closest].value, decimals: 3)
    return "strongest \(title) \(number) of \(names[closest])"
  }

  /// One row for each layer.
  public func display() -> DisplayTable {
    let corrected = measures.map(\.unbiased)
    let hasCorrected = corrected.contains { $0 != nil }
    let limits = DisplayTable.Cell.numbers(cuts.map { $0.isNaN ? nil : $0 })
    var notes = [
      "At \(places) places; p is the probability of a measure as far from 0 by chance, where places do "
        + "not depend on one another."
    ]
    if measures.contains(where: \.value.isNaN) {
      notes.append("–: all places have one value.")
    }
    return DisplayTable(
      columns: [.text("Layer"), .number(title)] + (hasCorrected ? [.number("Unbiased V")] : [])
        + [.number("p")] + (cuts.isEmpty ? [] : [.number("Yes above")]),
      rows: names.indices.map { i in
        let p = measures[i].p
        return [.text(names[i]), .number(measures[i].value, decimals: 4)]
          + (hasCorrected ? [.number(corrected[i] ?? .nan, decimals: 4)] : [])
          // Below the last decimal the power of ten says more.
          + [.number(p, decimals: p >= 1e-4 || p.isNaN ? 4 : nil)]
          + (cuts.isEmpty ? [] : [limits[i]])
      }, notes: notes)
  }
}
