public import Rasters
public import Vocabulary

/// A division of places into folds.
public struct FoldsValue: ValueWithRows, Value, Countable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static var kind: Kind { .folds }

  /// The name under which the divided places were made.
  public let root: String
  /// The number, in that whole, of each place divided.
  public let numbers: Blob<Int32>
  /// The fold of each, from 0; where the division is repeated, those of each repetition after the
  /// other, the folds counted on.
  public let folds: Blob<Int32>
  /// How often the places are divided anew.
  public let repetitions: Int
  /// What the folds are called, with those of all repetitions.
  public let names: [String]
  /// How many places of each fold are labelled 1; none where the places have no labels.
  public let ones: [Int]?
  /// How the places were divided.
  public let rule: FoldRule

  /// Keeps a division of places.
  public init(of places: PlacesValue, _ partition: Partition, by rule: FoldRule = .random) {
    self.init(of: places, repeated: [partition], by: rule)
  }

  /// Keeps several divisions of the same places.
  ///
  /// - Precondition: at least one, all into as many folds.
  public init(
    of places: PlacesValue, repeated partitions: [Partition], by rule: FoldRule = .random
  ) {
    self.rule = rule
    precondition(
      partitions.allSatisfy {
        $0.partOfRow.count == places.count && $0.count == partitions[0].count
      }, "divisions of other places")
    root = places.root
    numbers = places.numbers
    repetitions = partitions.count
    var (folds, names, ones) = ([Int32](), [String](), [Int]())
    for (repetition, partition) in partitions.enumerated() {
      let first = repetition * partition.count
      folds += partition.partOfRow.map { Int32(first + $0) }
      names +=
        partitions.count == 1
        ? partition.names : (1...partition.count).map { "\(repetition + 1).\($0)" }
      guard let labels = places.labels?.numbers else { continue }
      ones += (0..<partition.count).map { fold in
        partition.rows(in: fold).count { labels[$0] == 1 }
      }
    }
    self.folds = Blob(folds)
    self.names = names
    self.ones = places.labels == nil ? nil : ones
  }

  /// Divides places by the values of one of their columns.
  ///
  /// - Throws: ``LearningError/noColumn(name:known:)``, ``LearningError/missingValues(column:)`` or
  ///   ``LearningError/tooFewGroups(found:kind:parts:)``.
  public init(of places: PlacesValue, byColumn name: String) throws(LearningError) {
    self.init(
      of: places, try Partition.byColumn(places.texts(ofColumn: name)),
      by: FoldRule("by column \(name)"))
  }

  /// The number of folds.
  public var count: Int { names.count }
  /// Where the places of each fold are from.
  var origin: FoldOrigin {
    FoldOrigin(rule: rule, folds: count / repetitions, repetitions: repetitions)
  }

  /// The fold of each of some places in the repetition to which a fold belongs, all from 0.
  func parts(of places: PlacesValue, asOf fold: Int) throws(LearningError) -> [Int] {
    guard places.root == root else {
      throw .otherPlaces(expected: root, found: places.root)
    }
    let divided = numbers.numbers
    let first = fold / (count / repetitions) * divided.count
    var byNumber = [Int32](repeating: -1, count: 1 + Int(divided.max() ?? 0))
    for (row, number) in divided.enumerated() { byNumber[Int(number)] = folds.numbers[first + row] }
    var parts: [Int] = []
    for number in places.numbers.numbers {
      guard Int(number) < byNumber.count, byNumber[Int(number)] >= 0 else {
        throw .otherPlaces(expected: root, found: places.root)
      }
      parts.append(Int(byNumber[Int(number)]))
    }
    return parts
  }

  static func known(_ value: any Value) throws(LearningError) -> FoldsValue {
    guard let folds = value as? FoldsValue else {
      throw .otherPlaces(expected: "folds", found: type(of: value).kind.name)
    }
    return folds
  }

  /// How many folds, of how many places.
  public var summary: String {
    let each = "\(count / repetitions) folds of \(numbers.numbers.count) places"
    return repetitions == 1 ? each : each + ", \(repetitions) times"
  }

  /// One row for each fold.
  public func display() -> DisplayTable {
    var sizes = [Int](repeating: 0, count: count)
    for fold in folds.numbers { sizes[Int(fold)] += 1 }
    var columns: [DisplayTable.Column] = [.text("Fold"), .number("Places")]
    if ones != nil { columns += [.number("Labelled 1"), .number("Labelled 0")] }
    return DisplayTable(
      columns: columns,
      rows: names.indices.map { i in
        let counts = [sizes[i]] + (ones.map { [$0[i], sizes[i] - $0[i]] } ?? [])
        return [.text(names[i])] + counts.map { .number(Double($0), decimals: 0) }
      })
  }

  /// One row for each place: its number and its fold, in each repetition.
  public func rows() -> DisplayTable {
    let places = numbers.numbers
    let folds = folds.numbers
    return DisplayTable(
      columns: [.number("Place")]
        + (0..<repetitions).map { .text(repetitions == 1 ? "Fold" : "Fold, time \($0 + 1)") },
      rows: places.indices.map { row in
        [.number(Double(places[row]) + 1, decimals: 0)]
          + (0..<repetitions).map { .text(names[Int(folds[$0 * places.count + row])]) }
      })
  }
}

extension PlacesValue {
  /// The values of a column as texts, none of them missing.
  func texts(ofColumn name: String) throws(LearningError) -> [String] {
    guard let column = columns.first(where: { $0.name == name }) else {
      throw .noColumn(name: name, known: columns.map(\.name))
    }
    let texts = column.shown
    if texts.contains("") { throw .missingValues(column: name) }
    return texts
  }
}
