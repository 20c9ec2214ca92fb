extension Partition {
  /// Divides rows into folds by strips of equal width, from west to east.
  ///
  ///     fold = ⌊(x − x min) / (x max − x min) · folds⌋, the last strip with its eastern edge
  ///
  /// - Parameters:
  ///   - places: the coordinates of each row, in metres.
  ///   - folds: at least two.
  /// - Returns: the folds, from west to east.
  /// - Throws: ``LearningError/tooFewGroups(found:kind:parts:)`` where a strip has no place.
  public static func stripFolds(
    of places: [SIMD2<Double>], folds: Int
  ) throws(LearningError) -> Partition {
    precondition(folds >= 2, "\(folds) folds")
    let west = places.map(\.x).min() ?? 0
    let width = (places.map(\.x).max() ?? 0) - west
    if places.isEmpty || width == 0 { throw .tooFewGroups(found: 1, kind: .strips, parts: folds) }
    let strips = places.map { place in
      min(folds - 1, Int(((place.x - west) / width * Double(folds)).rounded(.down)))
    }
    let filled = Set(strips).count
    if filled < folds { throw .tooFewGroups(found: filled, kind: .strips, parts: folds) }
    return try numbered(strips, parts: folds)
  }
}
