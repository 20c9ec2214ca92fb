/// The known word nearest to an unknown one, if one is near enough to be meant.
///
/// Nearness is the edit distance with swaps of neighbours (optimal string alignment); a word is near
/// at a distance of one for up to four letters, else of a third of its length, at most three.
public func nearest(to word: String, among known: [String]) -> String? {
  let wanted = Array(word.lowercased().unicodeScalars)
  let limit = wanted.count <= 4 ? 1 : min(3, wanted.count / 3 + 1)
  var best: (distance: Int, word: String)?
  for candidate in known where candidate != word {
    let letters = Array(candidate.lowercased().unicodeScalars)
    guard abs(letters.count - wanted.count) <= limit else { continue }
    let distance = editDistance(wanted, letters)
    if distance <= limit, distance < best?.distance ?? .max { best = (distance, candidate) }
  }
  return best?.word
}

private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var before: [Int] = []
  var last = Array(0...b.count)
  for i in 0..<a.count {
    var row = [i + 1]
    for j in 0..<b.count {
      var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
      row.append(cost)
    }
    before = last
    last = row
  }
  return last[b.count]
}
