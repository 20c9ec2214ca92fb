/// A table of two records, row by row and cell by cell.
public struct TableComparison: Sendable, Equatable {
  /// A cell that at least one of the tables has.
  public struct Cell: Sendable, Equatable {
    /// What stands in the first table; nil where it has no such cell.
    public let before: String?
    /// What stands in the second.
    public let after: String?
    /// How the two differ; nil where they agree.
    public let change: Change?
  }

  /// A row.
  public struct Row: Sendable, Equatable {
    /// Where it stands in the first table, from 1 on; nil where it is not there.
    public let before: Int?
    /// Where it stands in the second.
    public let after: Int?
    /// Its cells, one for each head.
    public let cells: [Cell]

    /// Whether any of its cells differs.
    public var differs: Bool { cells.contains { $0.change != nil } }
  }

  /// The heads that both tables have, in the order of the second.
  public let heads: [String]
  /// The heads of the first table only.
  public let lostHeads: [String]
  /// The heads of the second table only.
  public let newHeads: [String]
  /// The rows of both tables.
  public let rows: [Row]

  /// Whether the tables agree.
  public var agrees: Bool {
    lostHeads.isEmpty && newHeads.isEmpty && !rows.contains(where: \.differs)
  }

  /// Compares the cells of two tables, as records hold them: `row 2, AUC`.
  ///
  /// Rows are those of the same words in the first column, where words stand there; else those of the
  /// same number.
  init(from before: RecordedResult, to after: RecordedResult) {
    let (old, new) = (Grid(before.values), Grid(after.values))
    let heads = new.heads.filter(old.heads.contains)
    lostHeads = old.heads.filter { !new.heads.contains($0) }
    newHeads = new.heads.filter { !old.heads.contains($0) }
    self.heads = heads
    rows = Self.aligned(old, new, by: heads.first).map { i, j in
      let cells = heads.map { head -> Cell in
        let (one, two) = (i.flatMap { old.rows[$0][head] }, j.flatMap { new.rows[$0][head] })
        let agrees = one.map { one in two.map { one.agrees(with: $0) } ?? false } ?? (two == nil)
        return Cell(
          before: one?.text, after: two?.text,
          change: agrees ? nil : Change(Self.name(head, old, i, new, j), one, two))
      }
      return Row(before: i.map { $0 + 1 }, after: j.map { $0 + 1 }, cells: cells)
    }
  }

  /// The cells of one table by row and head.
  private struct Grid {
    var heads: [String] = []
    var rows: [[String: RecordedResult.Value]] = []

    init(_ values: [RecordedResult.Value]) {
      var known: Set<String> = []
      for value in values {
        guard let match = value.name.wholeMatch(of: /row ([0-9]{1,7}), (.*)/.dotMatchesNewlines()),
          let row = Int(match.1), row >= 1, row <= values.count
        else { continue }
        let head = String(match.2)
        if known.insert(head).inserted { heads.append(head) }
        while rows.count < row { rows.append([:]) }
        rows[row - 1][head] = value
      }
    }

    /// The words that name each row; nil where a row has none.
    func titles(_ head: String) -> [String]? {
      var titles: [String] = []
      for row in rows {
        guard let value = row[head], value.number == nil else { return nil }
        titles.append(value.text)
      }
      return titles
    }
  }

  private static func aligned(_ old: Grid, _ new: Grid, by head: String?) -> [(Int?, Int?)] {
    if let head, let before = old.titles(head), let after = new.titles(head) {
      let places = Dictionary(
        before.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
      if places.count == before.count, Set(after).count == after.count {
        // Rows of one name each belong together, wherever they stand.
        let kept = Set(after)
        let lost = before.indices.filter { !kept.contains(before[$0]) }
        return after.indices.map { (places[after[$0]], $0) } + lost.map { ($0, nil) }
      }
      return SequenceDifference(from: before, to: after).edits.map { edit in
        switch edit {
        case .same(let i, let j): (i, j)
        case .removed(let i): (i, nil)
        case .added(let j): (nil, j)
        }
      }
    }
    return (0..<max(old.rows.count, new.rows.count)).map { index in
      (index < old.rows.count ? index : nil, index < new.rows.count ? index : nil)
    }
  }

  /// What a message calls a cell: by the words that name its row, else by the row's number.
  private static func name(_ head: String, _ old: Grid, _ i: Int?, _ new: Grid, _ j: Int?) -> String
  {
    let row = j.map { new.rows[$0] } ?? i.map { old.rows[$0] } ?? [:]
    let first = (new.heads.first ?? old.heads.first).flatMap { row[$0] }
    if let first, first.number == nil, !first.text.isEmpty { return "\(first.text), \(head)" }
    return "row \((j ?? i ?? 0) + 1), \(head)"
  }
}
