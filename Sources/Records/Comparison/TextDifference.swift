/// The lines in which two texts differ, in hunks with a few lines around them.
public struct TextDifference: Sendable, Equatable {
  /// A line of a hunk.
  public enum Line: Sendable, Equatable {
    /// In both.
    case same(String)
    /// In the first only.
    case removed(String)
    /// In the second only.
    case added(String)
  }

  /// Where lines stand in a text.
  public struct Place: Sendable, Equatable {
    /// The first of them, from 1 on.
    public var line: Int
    /// How many there are.
    public var count: Int
  }

  /// Lines that follow one another.
  public struct Hunk: Sendable, Equatable {
    /// The line of the first text where it begins, from 1 on, and how many of its lines it has.
    public var before: Place
    /// The same of the second text.
    public var after: Place
    /// The lines.
    public var lines: [Line]

    /// The line that says where it stands, as unified differences have it.
    public var head: String {
      func place(_ part: Place) -> String {
        // Of no lines, the one before is named.
        let line = part.count == 0 ? part.line - 1 : part.line
        return part.count == 1 ? "\(line)" : "\(line),\(part.count)"
      }
      return "@@ -\(place(before)) +\(place(after)) @@"
    }
  }

  /// The hunks, in order; none where the texts are the same.
  public let hunks: [Hunk]

  /// Compares two texts line by line.
  ///
  /// - Parameters:
  ///   - before: the first text.
  ///   - after: the second text.
  ///   - context: how many lines around a difference are kept.
  public init(from before: String, to after: String, context: Int = 3) {
    let (old, new) = (Self.lines(before), Self.lines(after))
    let edits = SequenceDifference(from: old, to: new).edits
    let changed = edits.indices.filter { if case .same = edits[$0] { false } else { true } }
    var hunks: [Hunk] = []
    var place = 0
    var next = (edit: 0, before: 1, after: 1)
    while place < changed.count {
      let first = changed[place]
      var last = first
      while place < changed.count, changed[place] <= last + 2 * context {
        last = changed[place]
        place += 1
      }
      let range = max(0, first - context)...min(edits.count - 1, last + context)
      // What lies between two hunks is the same in both.
      let gap = range.lowerBound - next.edit
      var hunk = Hunk(
        before: Place(line: next.before + gap, count: 0),
        after: Place(line: next.after + gap, count: 0), lines: [])
      for edit in edits[range] { hunk.add(edit, old, new) }
      next = (
        range.upperBound + 1, hunk.before.line + hunk.before.count,
        hunk.after.line + hunk.after.count
      )
      hunks.append(hunk)
    }
    self.hunks = hunks
  }

  private static func lines(_ text: String) -> [Substring] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty ?? false { lines.removeLast() }
    return lines
  }
}

extension TextDifference.Hunk {
  fileprivate mutating func add(
    _ edit: SequenceDifference.Edit, _ old: [Substring], _ new: [Substring]
  ) {
    switch edit {
    case .same(let index, _):
      before.count += 1
      after.count += 1
      lines.append(.same(String(old[index])))
    case .removed(let index):
      before.count += 1
      lines.append(.removed(String(old[index])))
    case .added(let index):
      after.count += 1
      lines.append(.added(String(new[index])))
    }
  }
}
