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
  /// The input files that it reads.
  public let inputs: [String]
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
  /// The words in canonical form.
  public let canonical: String
}

/// A file that a statement reads.
public struct InputMention: Sendable, Hashable {
  /// The path beneath the data folder, as written.
  public let path: String
  /// What the statement takes it for.
  public let kind: Kind
  /// Where it is first named.
  public let span: Span

  /// What tells it from other mentions.
  var key: [String] { [path, kind.name] }
}

/// What a check of a study starts from, beside its text.
public struct CheckOptions {
  /// The values that the command line gives to settings.
  public var overrides: [String: Quantity] = [:]
  /// The headers of input files, by path and kind.
  public var facts: (_ path: String, _ kind: Kind) -> FactsAnswer = { _, _ in .missing }

  /// Creates options with nothing known.
  public init() {}
}

/// What is known of an input file.
public enum FactsAnswer: Sendable {
  /// What its header says.
  case known(FileFacts)
  /// It is not there.
  case missing
  /// It is there and cannot be used: what is wrong, what to do, and the code that says so.
  case bad(Code, message: String, advice: String)
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
