/// A table of a report, every cell a text.
public struct ReportTable: Sendable, Equatable {
  /// How the cells of a column stand.
  public enum Alignment: String, Sendable {
    /// To the left: words.
    case left
    /// To the right, numbers with their points below one another.
    case right
    /// In the middle.
    case center
  }

  /// What a cell's colour tells.
  public enum Tone: String, Sendable {
    /// Nothing.
    case plain
    /// As expected.
    case good
    /// Not as expected.
    case bad
    /// Neither can be said.
    case open
    /// The best of its column, as a note below the table says.
    case best
  }

  /// A column.
  public struct Column: Sendable, Equatable {
    /// What stands in it.
    public var title: String
    /// The unit of its numbers; empty for none.
    public var unit: String
    /// How its cells stand.
    public var alignment: Alignment
    /// The head over this one and its neighbours of the same group; empty for none.
    public var group: String

    /// Creates a column.
    public init(
      _ title: String, unit: String = "", alignment: Alignment = .left, group: String = ""
    ) {
      self.title = title
      self.unit = unit
      self.alignment = alignment
      self.group = group
    }
  }

  /// A cell.
  public struct Cell: Sendable, Equatable {
    /// Its text.
    public var text: String
    /// What its colour tells.
    public var tone: Tone

    /// Creates a cell.
    public init(_ text: String, tone: Tone = .plain) {
      self.text = text
      self.tone = tone
    }
  }

  /// A row.
  public struct Row: Sendable, Equatable {
    /// Its cells, as many as there are columns.
    public var cells: [Cell]
    /// Whether it sums up the rows above.
    public var isTotal: Bool

    /// Creates a row.
    public init(_ cells: [Cell], isTotal: Bool = false) {
      self.cells = cells
      self.isTotal = isTotal
    }
  }

  /// What the table shows, one sentence.
  public var caption: String
  /// The label by which the page refers to it, `tbl-…`; none where it has none.
  public var label: String?
  /// The columns.
  public var columns: [Column]
  /// The rows.
  public var rows: [Row]
  /// How many of the first columns say whose the rows are: what neighbouring rows share there
  /// stands once, beside all of them.
  public var grouping: Int
  /// Remarks under the table.
  public var notes: [String]
  /// Whether the first column names the rows.
  public var hasRowTitles: Bool

  /// Creates a table.
  public init(
    caption: String, label: String? = nil, columns: [Column], rows: [Row], grouping: Int = 0,
    notes: [String] = [], hasRowTitles: Bool = true
  ) {
    self.caption = caption
    self.label = label
    self.columns = columns
    self.rows = rows
    self.grouping = grouping
    self.notes = notes
    self.hasRowTitles = hasRowTitles
  }
}
