public import Diagnostics
public import Vocabulary

/// A study after checking: its statements, each bound to its word and typed.
public struct Program: Sendable {
  /// The text that all places count in.
  public let source: Source
  /// The statements in page order that could be read.
  public let statements: [CheckedStatement]
  /// The quantities in prose, in page order.
  public let quantities: [CheckedQuantity]
  /// What is wrong or remarkable, in page order.
  public let diagnostics: [Diagnostic]
  /// The input files that statements name, in page order, each once.
  public let inputs: [InputMention]

  /// Whether the study cannot run.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// A statement that has been read, bound and typed.
public struct CheckedStatement: Sendable {
  /// Its place among all statements of the study.
  public let index: Int
  /// The statement as first read.
  public let statement: Statement
  /// The names it defines.
  public let names: [String]
  /// The word with its arguments.
  public let call: BoundCall
  /// What it makes.
  public let type: ValueType
  /// What each name stands for, where there are several.
  public let partTypes: [ValueType]
  /// The statement in canonical form: what the cache knows it by.
  public let canonical: String
}

/// A quantity in prose.
public struct CheckedQuantity: Sendable {
  /// Its place among all quantities in prose.
  public let index: Int
  /// What it says.
  public let argument: Argument
  /// How it is printed.
  public let format: NumberFormat?
  /// The words.
  public let span: Span
}

/// A file that a statement reads.
public struct InputMention: Sendable, Hashable {
  /// The path beneath the data folder, as written.
  public let path: String
  /// What the statement takes it for.
  public let kind: Kind
  /// Where it is first named.
  public let span: Span
}

/// What a check of a study starts from, beside its text.
public struct CheckOptions: Sendable {
  /// The values that the command line gives to settings.
  public var overrides: [String: Quantity] = [:]
  /// The headers of input files: facts of a file that is there, by path and kind; `nil` of one that is
  /// not.
  public var facts: @Sendable (_ path: String, _ kind: Kind) -> FileFacts? = { _, _ in nil }

  /// Creates options with nothing known.
  public init() {}
}

/// The pieces of a notebook that the language reads.
public struct StudyText: Sendable {
  /// The whole text.
  public let source: Source
  /// The bodies of cells, and whether each is run.
  public let cells: [(body: Span, isRun: Bool)]
  /// The words of quantities in prose.
  public let quantities: [Span]
  /// Cross-references in prose, and their places.
  public let crossReferences: [(id: String, span: Span)]
  /// The labels of headings.
  public let sections: [String]

  /// Creates the pieces.
  public init(
    source: Source, cells: [(body: Span, isRun: Bool)], quantities: [Span] = [],
    crossReferences: [(id: String, span: Span)] = [], sections: [String] = []
  ) {
    self.source = source
    self.cells = cells
    self.quantities = quantities
    self.crossReferences = crossReferences
    self.sections = sections
  }
}
