import Numerics
public import Vocabulary

/// How far each column of a stack can be told from the others, as a value of the run.
public struct CollinearityValue: ValueWithMembers {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static var kind: Kind { .collinearity }

  /// The names of the columns.
  public let names: [String]
  /// Pearson's correlation of each pair of columns, column after column.
  public let pearson: Blob<Double>
  /// The variance inflation factor of each column.
  public let inflation: [Double]
  /// How many places it was measured at.
  public let places: Int
  /// Which columns are meant: all, or one layer's.
  public let chosen: [Int]

  /// Keeps a measurement.
  public init(_ measured: Collinearity, places: Int) {
    names = measured.names
    pearson = Blob(measured.pearson.elements)
    inflation = measured.inflation
    self.places = places
    chosen = Array(measured.names.indices)
  }

  private init(_ whole: CollinearityValue, chosen: [Int]) {
    names = whole.names
    pearson = whole.pearson
    inflation = whole.inflation
    places = whole.places
    self.chosen = chosen
  }

  /// The names of the columns that are meant.
  public var chosenNames: [String] { chosen.map { names[$0] } }
  /// Their variance inflation factors.
  public var chosenInflation: [Double] { chosen.map { inflation[$0] } }

  /// Pearson's correlation of two columns, or none where one is not there.
  public func correlation(of first: String, and second: String) -> Double? {
    guard let i = names.firstIndex(of: first), let j = names.firstIndex(of: second) else {
      return nil
    }
    return pearson.numbers[i + j * names.count]
  }

  /// One column, or the columns of a layer as dummies.
  public func member(_ name: String) -> (any Value)? {
    let exact = names.indices.filter { names[$0] == name }
    let found = exact.isEmpty ? names.indices.filter { names[$0].hasPrefix(name + "_") } : exact
    return found.isEmpty ? nil : CollinearityValue(self, chosen: found)
  }

  /// The highest variance inflation factor.
  public var summary: String {
    let highest = chosen.max { inflation[$0] < inflation[$1] }
    guard let highest else { return "nothing" }
    return "highest VIF \(formatFixed(inflation[highest], decimals: 3)) of \(names[highest])"
  }

  /// One row for each column: tolerance, variance inflation factor, correlations.
  public func display() -> DisplayTable {
    DisplayTable(
      columns: [.text("Layer"), .number("Tolerance"), .number("VIF")]
        + names.map { .number($0, under: "Correlation with") },
      rows: chosen.map { i in
        [
          .text(names[i]), .number(1 / inflation[i], decimals: 3),
          .number(inflation[i], decimals: 2),
        ] + names.indices.map { .number(pearson.numbers[i + $0 * names.count], decimals: 2) }
      }, notes: ["At \(places) places; correlation is Pearson's r."])
  }
}
