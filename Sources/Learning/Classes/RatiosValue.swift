import Glibc
public import Vocabulary

/// The frequency ratio of each class of some layers, as a value of the run.
public struct RatiosValue: ValueWithMembers, ClassNumbering, ValueWithBars {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static var kind: Kind { .ratios }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static var numberName: String { "frequency ratio" }

  /// What was counted.
  public let counts: ClassCounts

  /// Takes counts.
  public init(_ counts: ClassCounts) { self.counts = counts }

  /// The ratio of each class of a layer; not a number for a class without cells.
  public func numbers(ofLayer index: Int) -> [Double] {
    let layer = counts.layers[index]
    return layer.labels.indices.map { i in
      frequencyRatio(
        landslides: layer.landslides[i], of: counts.landslides, cells: layer.cells[i],
        of: counts.cells)
    }
  }

  /// One layer's ratios.
  public func member(_ name: String) -> (any Value)? { counts.only(name).map { RatiosValue($0) } }

  /// What was counted, and the class with the highest ratio.
  public var summary: String {
    let all = counts.layers.indices.flatMap { index in
      zip(counts.layers[index].labels, numbers(ofLayer: index)).map {
        (counts.layers[index].name, $0.0, $0.1)
      }
    }
    let highest = all.filter { !$0.2.isNaN }.max { $0.2 < $1.2 }
    return counts.wholes
      + (highest.map {
        "; highest ratio \(formatFixed($0.2, decimals: 3)), \($0.0) \($0.1)"
      } ?? "")
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public var barColumn: String { "Frequency ratio" }

  /// One row for each class: cells, landslides, ratio and its logarithm.
  public func display() -> DisplayTable {
    counts.table(
      [.number("Frequency ratio"), .number("ln ratio")],
      notes: counts.areOfPlaces
        ? ["The shares are of the places, so that the ratios depend on how many were sampled."]
        : []
    ) { layer, i in
      let ratio = numbers(ofLayer: layer)[i]
      return [.number(ratio, decimals: 3), finiteCell(log(ratio))]
    }
  }
}

extension ClassCounts {
  /// The cells and landslides that count.
  var wholes: String {
    "\(landslides) landslides \(areOfPlaces ? "of \(cells) places" : "on \(cells) cells")"
  }

  /// One row for each class: its cells and landslides with their shares, and further cells.
  func table(
    _ columns: [DisplayTable.Column], notes: [String],
    _ cells: (_ layer: Int, _ class: Int) -> [DisplayTable.Cell]
  ) -> DisplayTable {
    func share(_ part: Int, _ whole: Int) -> DisplayTable.Cell {
      .number(whole == 0 ? .nan : 100 * Double(part) / Double(whole), decimals: 2)
    }
    var rows: [[DisplayTable.Cell]] = []
    for (index, layer) in layers.enumerated() {
      for i in layer.labels.indices {
        rows.append(
          [
            .text(layer.name), .text(layer.labels[i]),
            .number(Double(layer.cells[i]), decimals: 0), share(layer.cells[i], self.cells),
            .number(Double(layer.landslides[i]), decimals: 0),
            share(layer.landslides[i], landslides),
          ] + cells(index, i))
      }
    }
    return DisplayTable(
      columns: [
        .text("Layer"), .text("Class"), .number(areOfPlaces ? "Places" : "Cells"),
        .number(areOfPlaces ? "Places" : "Area", unit: "%"), .number("Landslides"),
        .number("Landslides", unit: "%"),
      ] + columns, rows: rows, grouping: 1,
      notes: [
        "\(wholes) with a class in every layer; a class includes its lower limit."
      ] + notes)
  }
}

/// A number, or a dash where it is infinite or none.
func finiteCell(_ value: Double, decimals: Int = 3) -> DisplayTable.Cell {
  .number(value.isFinite ? value : .nan, decimals: decimals)
}
