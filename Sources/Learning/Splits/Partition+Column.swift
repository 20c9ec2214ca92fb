extension Partition {
  /// Divides rows by the values that a column gives: one part for each value.
  ///
  /// - Parameter values: one for each row; whole numbers are ordered as numbers, other texts by
  ///   their characters.
  /// - Returns: the parts, named by their values.
  /// - Throws: ``LearningError/tooFewGroups(found:kind:parts:)`` where there is one value only.
  public static func byColumn(_ values: [String]) throws(LearningError) -> Partition {
    let distinct = Set(values).sorted { a, b in
      if let x = Int(a), let y = Int(b), x != y { return x < y }
      return (Int(a) == nil ? 1 : 0, a) < (Int(b) == nil ? 1 : 0, b)
    }
    if distinct.count < 2 { throw .tooFewGroups(found: distinct.count, kind: .values, parts: 2) }
    let numbers = Dictionary(uniqueKeysWithValues: zip(distinct, distinct.indices))
    return try Partition(partOfRow: values.compactMap { numbers[$0] }, names: distinct)
  }
}
