import Vocabulary

extension FileFacts {
  /// The most different values a column may have for them to be listed.
  static let mostLevels = 64

  /// The different values of each column that has few of them, and how often each occurs.
  ///
  /// Numbers come in ascending order, texts in the order of their bytes; missing cells are left out.
  static func levels(of table: Table) -> [String: [Level]] {
    var result: [String: [Level]] = [:]
    for column in table.columns {
      switch column.cells {
      case .numbers(let values):
        guard let counts = counts(values.lazy.filter { !$0.isNaN }) else { continue }
        result[column.name] = counts.sorted { $0.key < $1.key }.map {
          Level(value: Quantity.plain($0.key), count: $0.value)
        }
      case .texts(let values):
        guard let counts = counts(values.lazy.compactMap(\.self)) else { continue }
        result[column.name] = counts.sorted {
          $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
        }.map { Level(value: $0.key, count: $0.value) }
      }
    }
    return result
  }

  /// How often each value occurs; none where there are too many different ones.
  private static func counts<Cell: Hashable>(_ values: some Sequence<Cell>) -> [Cell: Int]? {
    var counts: [Cell: Int] = [:]
    for value in values {
      counts[value, default: 0] += 1
      if counts.count > mostLevels { return nil }
    }
    return counts
  }
}
