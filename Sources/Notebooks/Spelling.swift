/// The word that a misspelt one most likely stands for.
enum Spelling {
  /// The candidate nearest to a word, the first among equals; nil where none is near.
  ///
  /// Near is an edit distance of at most a third of the word's letters, and at least one.
  static func nearest(to word: String, among candidates: [String]) -> String? {
    guard word.utf8.count <= 64 else { return nil }
    var best: (word: String, distance: Int)?
    for candidate in candidates {
      let distance = distance(Array(word.utf8), Array(candidate.utf8))
      if distance <= max(1, candidate.utf8.count / 3), distance < best?.distance ?? .max {
        best = (candidate, distance)
      }
    }
    return best?.word
  }

  /// The fewest insertions, deletions, replacements and swaps of neighbours that lead from one
  /// word to the other.
  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var before: [Int] = []
    var previous = Array(0...b.count)
    for i in a.indices {
      var current = [i + 1]
      for j in b.indices {
        var least = min(previous[j + 1] + 1, current[j] + 1)
        least = min(least, previous[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          least = min(least, before[j - 1] + 1)
        }
        current.append(least)
      }
      before = previous
      previous = current
    }
    return previous[b.count]
  }
}
