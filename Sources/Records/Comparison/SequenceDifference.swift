/// The least that is to be taken out of one sequence and put in to make another of it.
///
/// - Source: Myers (1986), "An O(ND) difference algorithm and its variations",
///   doi:10.1007/BF01840446, the greedy algorithm of figure 2.
public struct SequenceDifference: Sendable, Equatable {
  /// What becomes of one element.
  public enum Edit: Sendable, Equatable {
    /// It is in both, at these places.
    case same(before: Int, after: Int)
    /// It is in the first only.
    case removed(Int)
    /// It is in the second only.
    case added(Int)
  }

  /// The edits, in order; of a place where both have something, what is removed comes first.
  public let edits: [Edit]

  /// How many edits and how many comparisons are looked for at most.
  ///
  /// Two texts that have less in common are told to differ from the first difference to the last, so
  /// that no file can keep the program busy.
  static let limit = (edits: 2000, comparisons: 50_000_000)

  /// Compares two sequences.
  public init<Element: Hashable>(from before: [Element], to after: [Element]) {
    var numbers: [Element: Int] = [:]
    func number(_ element: Element) -> Int {
      if let known = numbers[element] { return known }
      numbers[element] = numbers.count
      return numbers.count - 1
    }
    let (old, new) = (before.map(number), after.map(number))
    let shorter = min(old.count, new.count)
    var start = 0
    while start < shorter, old[start] == new[start] { start += 1 }
    var end = 0
    while end < shorter - start, old[old.count - 1 - end] == new[new.count - 1 - end] { end += 1 }
    let middle = Self.middle(
      Array(old[start..<old.count - end]), Array(new[start..<new.count - end]))
    var edits = (0..<start).map { Edit.same(before: $0, after: $0) }
    edits += middle.map { edit in
      switch edit {
      case .same(let i, let j): .same(before: i + start, after: j + start)
      case .removed(let i): .removed(i + start)
      case .added(let j): .added(j + start)
      }
    }
    edits += (0..<end).map {
      .same(before: old.count - end + $0, after: new.count - end + $0)
    }
    self.edits = edits
  }

  /// Whether both are the same.
  public var isEmpty: Bool {
    edits.allSatisfy { if case .same = $0 { true } else { false } }
  }

  private static func middle(_ old: [Int], _ new: [Int]) -> [Edit] {
    let whole = old.indices.map { Edit.removed($0) } + new.indices.map { .added($0) }
    guard !old.isEmpty, !new.isEmpty else { return whole }
    // furthest[k]: how far in `old` the furthest path on diagonal k gets, one row for each number of
    // edits; diagonal k is x − y = k, and stands at k + edits.
    var rows: [[Int32]] = []
    var comparisons = 0
    for edits in 0...min(limit.edits, old.count + new.count) {
      var row = [Int32](repeating: 0, count: 2 * edits + 1)
      for k in stride(from: -edits, through: edits, by: 2) {
        var x = 0
        if edits > 0 {
          let last = rows[edits - 1]
          func before(_ k: Int) -> Int {
            abs(k) < edits ? Int(last[k + edits - 1]) : -1
          }
          let down = k == -edits || (k != edits && before(k - 1) < before(k + 1))
          x = down ? before(k + 1) : before(k - 1) + 1
        }
        var y = x - k
        while x < old.count, y < new.count, y >= 0, old[x] == new[y] {
          (x, y) = (x + 1, y + 1)
          comparisons += 1
        }
        row[k + edits] = Int32(x)
        if x >= old.count, y >= new.count {
          rows.append(row)
          return path(rows, old.count, new.count)
        }
      }
      rows.append(row)
      if comparisons > limit.comparisons { break }
    }
    return whole
  }

  /// The way back through the furthest paths.
  private static func path(_ rows: [[Int32]], _ oldCount: Int, _ newCount: Int) -> [Edit] {
    var (x, y) = (oldCount, newCount)
    var reversed: [Edit] = []
    for edits in stride(from: rows.count - 1, to: 0, by: -1) {
      let last = rows[edits - 1]
      func before(_ k: Int) -> Int { abs(k) < edits ? Int(last[k + edits - 1]) : -1 }
      let k = x - y
      let down = k == -edits || (k != edits && before(k - 1) < before(k + 1))
      let from = down ? before(k + 1) : before(k - 1)
      let start = (x: down ? from : from + 1, y: down ? from - k : from + 1 - k)
      while x > start.x, y > start.y {
        (x, y) = (x - 1, y - 1)
        reversed.append(.same(before: x, after: y))
      }
      if down {
        y -= 1
        reversed.append(.added(y))
      } else {
        x -= 1
        reversed.append(.removed(x))
      }
    }
    while x > 0, y > 0 {
      (x, y) = (x - 1, y - 1)
      reversed.append(.same(before: x, after: y))
    }
    return removedFirst(reversed.reversed())
  }

  /// The edits with what is removed before what is added, wherever one follows the other.
  private static func removedFirst(_ edits: [Edit]) -> [Edit] {
    var result: [Edit] = []
    var added: [Edit] = []
    for edit in edits {
      switch edit {
      case .added: added.append(edit)
      case .removed: result.append(edit)
      case .same:
        result += added + [edit]
        added = []
      }
    }
    return result + added
  }
}
