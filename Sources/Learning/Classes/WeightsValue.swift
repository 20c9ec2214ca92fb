public import Vocabulary

/// The weights of evidence of each class of some layers, as a value of the run.
public struct WeightsValue: ValueWithMembers, ClassNumbering, ValueWithBars {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static var kind: Kind { .weights }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static var numberName: String { "weight" }

  /// What was counted.
  public let counts: ClassCounts
  /// What was added to each count, 0 for nothing.
  public let correction: Double

  /// Takes counts.
  public init(_ counts: ClassCounts, correction: Double) {
    self.counts = counts
    self.correction = correction
  }

  /// The weights of each class of a layer.
  public func weights(ofLayer index: Int) -> [EvidenceWeights] {
    let layer = counts.layers[index]
    return layer.labels.indices.map { i in
      EvidenceWeights(
        landslides: layer.landslides[i], of: counts.landslides, cells: layer.cells[i],
        of: counts.cells, correction: correction)
    }
  }

  /// W⁺ of each class of a layer.
  public func numbers(ofLayer index: Int) -> [Double] {
    weights(ofLayer: index).map(\.positive)
  }

  /// One layer's weights.
  public func member(_ name: String) -> (any Value)? {
    counts.only(name).map { WeightsValue($0, correction: correction) }
  }

  /// What was counted, and the class of the greatest contrast that is surest.
  public var summary: String {
    var surest: (name: String, weights: EvidenceWeights)?
    for (index, layer) in counts.layers.enumerated() {
      for (label, found) in zip(layer.labels, weights(ofLayer: index))
      where found.studentised.isFinite
        && abs(found.studentised) > abs(surest?.weights.studentised ?? 0)
      {
        surest = ("\(layer.name) \(label)", found)
      }
    }
    return counts.wholes
      + (surest.map {
        "; surest contrast \(formatFixed($0.weights.contrast, decimals: 3)), \($0.name)"
      } ?? "")
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public var barColumn: String { "Contrast" }

  /// One row for each class: weights, contrast and its error.
  public func display() -> DisplayTable {
    let hasDash = counts.layers.indices.contains { index in
      weights(ofLayer: index).contains { !$0.positive.isFinite || !$0.negative.isFinite }
    }
    var notes = ["s(C) holds for landslides that do not depend on one another."]
    if correction > 0 {
      notes.append("\(Quantity.plain(correction)) was added to each of the four counts.")
    } else if hasDash {
      notes.append(
        "–: a class with no landslides, or with all, has no finite weight; a line “correction 0.5” "
          + "gives it one.")
    }
    return counts.table(
      [.number("W⁺"), .number("W⁻"), .number("Contrast"), .number("s(C)"), .number("C / s(C)")],
      notes: notes
    ) { layer, i in
      let found = weights(ofLayer: layer)[i]
      return [
        finiteCell(found.positive), finiteCell(found.negative), finiteCell(found.contrast),
        finiteCell(found.contrastError), finiteCell(found.studentised),
      ]
    }
  }
}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension Kind {
  /// Weights of evidence of each class of each layer.
  public static let weights = Kind("weights")
}
