public import Rasters
public import Vocabulary

/// A division of places into folds.
public struct FoldsValue: Value, Countable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static var kind: Kind { .folds }

  /// The name under which the divided places were made.
  public let root: String
  /// The number, in that whole, of each place divided.
  public let numbers: Blob<Int32>
  /// The fold of each, from 0.
  public let folds: Blob<Int32>
  /// What the folds are called.
  public let names: [String]
  /// How many places of each fold are labelled 1; none where the places have no labels.
  public let ones: [Int]?

  /// Keeps a division of places.
  public init(of places: PlacesValue, _ partition: Partition) {
    precondition(partition.partOfRow.count == places.count, "a division of other places")
    root = places.root
    numbers = places.numbers
    folds = Blob(partition.partOfRow.map { Int32($0) })
    names = partition.names
    ones = places.labels.map { labels in
      (0..<partition.count).map { fold in
        partition.rows(in: fold).count { labels.numbers[$0] == 1 }
      }
    }
  }

  /// Divides places by the values of one of their columns.
  ///
  /// - Throws: ``LearningError/noColumn(name:known:)``, ``LearningError/missingValues(column:)`` or
  ///   ``LearningError/tooFewGroups(found:kind:parts:)``.
  public init(of places: PlacesValue, byColumn name: String) throws(LearningError) {
    self.init(of: places, try Partition.byColumn(places.texts(ofColumn: name)))
  }

  /// The number of folds.
  public var count: Int { names.count }

  /// The fold of each of some places, from 0.
  func parts(of places: PlacesValue) throws(LearningError) -> [Int] {
    guard places.root == root else {
      throw .otherPlaces(expected: root, found: places.root)
    }
    var byNumber: [Int32: Int32] = [:]
    for (number, fold) in zip(numbers.numbers, folds.numbers) { byNumber[number] = fold }
    var parts: [Int] = []
    for number in places.numbers.numbers {
      guard let fold = byNumber[number] else {
        throw .otherPlaces(expected: root, found: places.root)
      }
      parts.append(Int(fold))
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
  public var summary: String { "\(count) folds of \(numbers.numbers.count) places" }

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
