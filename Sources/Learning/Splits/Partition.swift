/// Rows divided into parts, each row in exactly one: the parts of a split, or the folds of a
/// cross-validation.
public struct Partition: Sendable, Equatable {
  /// The part of each row, counted from zero.
  public let partOfRow: [Int]
  /// What the parts are called: `1`, `2`, … or the values of a column.
  public let names: [String]

  /// Creates a partition; every part has at least one row.
  public init(partOfRow: [Int], names: [String]) throws(LearningError) {
    precondition(
      partOfRow.allSatisfy { names.indices.contains($0) }, "a part outside 0..<\(names.count)")
    let filled = Set(partOfRow).count
    if filled < names.count {
      throw .tooFewGroups(found: filled, kind: .rows, parts: names.count)
    }
    self.partOfRow = partOfRow
    self.names = names
  }

  /// The number of parts.
  public var count: Int { names.count }
  /// How many rows each part has.
  public var sizes: [Int] {
    var sizes = [Int](repeating: 0, count: count)
    for part in partOfRow { sizes[part] += 1 }
    return sizes
  }

  /// The rows of one part, ascending: what a fold holds out.
  public func rows(in part: Int) -> [Int] {
    partOfRow.indices.filter { partOfRow[$0] == part }
  }

  /// The rows of all other parts, ascending: what a fold learns from.
  public func rows(outside part: Int) -> [Int] {
    partOfRow.indices.filter { partOfRow[$0] != part }
  }

  /// The parts `1`, `2`, … in which each row has the part given, counted from zero.
  static func numbered(_ partOfRow: [Int], parts: Int) throws(LearningError) -> Partition {
    try Partition(partOfRow: partOfRow, names: (1...parts).map { "\($0)" })
  }
}
