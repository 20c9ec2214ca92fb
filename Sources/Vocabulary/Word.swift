/// What the reader of the manual sees first about a word of the language.
public struct Entry: Sendable {
  /// The word as notebooks spell it, several words where it is a phrase: `flow accumulation`.
  public let phrase: String
  /// What kind of word it is.
  public let category: Category
  /// One sentence, ending in a full stop.
  public let summary: String
  /// The formula or rule, as plain text lines.
  public let formula: String
  /// Where the method comes from: author, year, place, equation, DOI.
  public let sources: [String]
  /// A statement that uses the word, as a notebook would.
  public let example: String

  /// What a word does in a sentence.
  public enum Category: String, Sendable, CaseIterable {
    /// Makes a value: `slope of dem`.
    case value
    /// Puts something into the report: `show`, `draw`.
    case output
    /// Makes one number, in prose, checks and claims: `count of slides`.
    case quantity
    /// Says something about the study: `check`, `assume`, `allow`.
    case remark
    /// One layer of a network.
    case layer
  }

  /// Creates an entry of the manual.
  public init(
    _ phrase: String, _ category: Category, _ summary: String, formula: String = "",
    sources: [String] = [], example: String
  ) {
    self.phrase = phrase
    self.category = category
    self.summary = summary
    self.formula = formula
    self.sources = sources
    self.example = example
  }
}

/// One word of the notebook language, with everything that is known about it.
///
/// A word is a constant: its stored properties of type ``Parameter`` *are* its signature. The binder,
/// the checker, the engine, `scarp explain` and the manual read the same declaration.
///
/// A word that conforms to this alone is declared, checked and explained, and a study that uses it is
/// told that it is not here yet; ``RunnableWord`` adds what it does.
public protocol Word: Sendable {
  /// The word's entry of the manual.
  var entry: Entry { get }

  /// Says what a call makes, from what is known of its arguments, and reports what is wrong.
  func infer(_ call: Inference) -> ValueType
}

extension Word {
  /// The parameters, in the order in which the word declares them.
  public var parameters: [any AnyParameter] {
    Mirror(reflecting: self).children.compactMap { $0.value as? any AnyParameter }
  }
}

/// A word that can be carried out.
public protocol RunnableWord: Word {
  /// Changed whenever the word's results change, so that the cache never answers with an old one.
  var version: Int { get }

  /// Carries out one call, whose arguments have been checked.
  ///
  /// - Throws: a fault of the data or of the method; the engine adds the statement.
  func run(_ call: Call) throws -> any Value
}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension RunnableWord {
  public var version: Int { 1 }
}

/// A word whose statement makes several named values: `train, test = split …`.
public protocol PartsWord: Word {
  /// The types of the parts, in order, for so many names.
  func parts(of whole: ValueType, names: [String], _ call: Inference) -> [ValueType]
}

/// A word that only puts earlier values side by side: it makes nothing of its own, and what reads it
/// reads the members.
public protocol GroupingWord: Word {}

/// A word that shows what all statements of another word have made: claims, assumptions.
public protocol GatheringWord: RunnableWord {
  /// The phrase of the word whose results are gathered.
  var gathers: String { get }
}

/// A word that draws maps: what a labelled one shows also lies beside the report, as a raster file.
public protocol MapWord: Word {
  /// The name of the parameter that says what is mapped.
  var mapped: String { get }
}

/// A word that needs neither data nor the worker's libraries, for some calls at least; the engine
/// carries such a call out at once and keeps nothing of it.
public protocol LightWord: RunnableWord {
  /// Whether this call is so.
  func isLight(_ call: BoundCall) -> Bool
}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension LightWord {
  public func isLight(_ call: BoundCall) -> Bool { true }
}
