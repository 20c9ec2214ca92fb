public import Diagnostics

/// What became of a cell.
public struct CellReport: Sendable, Equatable {
  /// Its statements in order.
  public var statements: [StatementReport]

  /// Creates a cell's report.
  public init(statements: [StatementReport]) { self.statements = statements }
}

/// What became of a statement.
public struct StatementReport: Sendable, Equatable {
  /// How far a statement came.
  public enum State: Sendable, Equatable {
    /// It ran, or its result was at hand.
    case done
    /// It failed.
    case failed
    /// It did not run; why.
    case skipped(String)
  }

  /// A piece of a result.
  public enum Output: Sendable, Equatable {
    /// A table.
    case table(ReportTable)
    /// A figure.
    case figure(ReportFigure)
    /// One line on the result, shown with the commands.
    case summary(String)
    /// A sentence that the page shows.
    case sentence(String)
    /// A warning or an error.
    case diagnostic(Diagnostic)
  }

  /// The statement's text with its colours; its parts in order are the lines as written.
  public var tokens: [TokenRun]
  /// The line of the study on which it starts; none where it is not known.
  public var line: Int?
  /// How far it came.
  public var state: State
  /// What it shows, in order.
  public var outputs: [Output]

  /// Creates a statement's report.
  public init(
    tokens: [TokenRun], line: Int? = nil, state: State = .done, outputs: [Output] = []
  ) {
    self.tokens = tokens
    self.line = line
    self.state = state
    self.outputs = outputs
  }
}

/// A run of a statement's text in one colour.
public struct TokenRun: Sendable, Equatable {
  /// What the text is to the language.
  public enum Role: String, Sendable, CaseIterable {
    /// Nothing of note: spaces, punctuation.
    case plain
    /// A verb or another word of the language.
    case word
    /// A name where it is given.
    case definition
    /// A name where it is used.
    case name
    /// A number.
    case number
    /// A unit.
    case unit
    /// A text in quotes.
    case string
    /// A label: `fig-roc`.
    case label
    /// An operator.
    case `operator`
    /// A comment or an option of the cell.
    case comment
    /// What is wrong.
    case fault
  }

  /// The text.
  public var text: String
  /// What it is.
  public var role: Role

  /// Creates a run.
  public init(_ text: String, _ role: Role = .plain) {
    self.text = text
    self.role = role
  }
}
