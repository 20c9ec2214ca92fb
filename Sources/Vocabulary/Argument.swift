public import Diagnostics

/// The mention of an earlier value: its name, the part after the dot, and a family's member.
public struct Reference: Sendable {
  /// The name as defined.
  public let name: String
  /// The parts after dots.
  public let path: [String]
  /// The members picked by `at axis member`.
  public var coordinates: [Coordinate]
  /// The words of the mention.
  public let span: Span
  /// What the checker knows of it.
  public var type: ValueType
  /// How the model mentioned is fitted again; none for the model itself.
  public var refit: Refit?

  /// Creates a mention.
  public init(
    _ name: String, path: [String] = [], coordinates: [Coordinate] = [], span: Span,
    type: ValueType
  ) {
    self.name = name
    self.path = path
    self.coordinates = coordinates
    self.span = span
    self.type = type
  }

  /// The mention as written: `stations.annual_rain`.
  public var text: String { ([name] + path).joined(separator: ".") }
}

/// What a call gives to one parameter, read and resolved, with the words that say it.
public struct Argument: Sendable {
  /// What was given.
  public let content: Content
  /// The words.
  public let span: Span

  /// Creates an argument.
  public init(_ content: Content, _ span: Span) {
    self.content = content
    self.span = span
  }

  /// The forms of arguments.
  public indirect enum Content: Sendable {
    /// An earlier value.
    case reference(Reference)
    /// Several of anything.
    case list([Argument])
    /// A number with its unit.
    case quantity(Quantity)
    /// A word of a choice.
    case word(String)
    /// A quoted text.
    case text(String)
    /// A unit.
    case unit(Unit)
    /// A flag, given.
    case flag
    /// Names that the statement introduces.
    case newNames([NewName])
    /// A range.
    case range(Quantity, Quantity)
    /// Two numbers.
    case pair(Argument, Argument)
    /// Shares of the whole.
    case shares([Double])
    /// A layer with its class or treatment: `slides as 1`, `rock as dummies`.
    case labelled(Reference, as: String)
    /// Arithmetic.
    case expression(Expression)
    /// A quantity phrase.
    case phrase(Phrase)
    /// A metric, and where.
    case metric(String, on: Reference?)
    /// A claim about a quantity.
    case claim(Claim)
    /// How far a result may lie from a stated value.
    case tolerance(Tolerance)
    /// One of several: the axis of a family.
    case each([Argument])
    /// Lines of a block.
    case lines([BlockLine])
  }
}

/// A name that a statement introduces for a part of its value, with its unit.
public struct NewName: Sendable, Hashable {
  /// The name.
  public let name: String
  /// The unit that the notebook states.
  public let unit: Unit?
  /// Its words.
  public let span: Span

  /// Creates a name.
  public init(_ name: String, unit: Unit?, span: Span) {
    self.name = name
    self.unit = unit
    self.span = span
  }
}

/// A quantity phrase, checked: `auc of glm on test, percent`.
public struct Phrase: Sendable {
  /// The call of the quantity's word.
  public let call: BoundCall
  /// `highest` or `lowest` of a family, where asked for.
  public let reduction: Reduction?
  /// What the checker knows of the result.
  public let type: ValueType
  /// How to print it.
  public let format: NumberFormat?

  /// What is taken of a family of numbers.
  public enum Reduction: String, Sendable, Codable {
    case highest
    case lowest
    case mean
  }

  /// Creates a phrase.
  public init(call: BoundCall, reduction: Reduction?, type: ValueType, format: NumberFormat?) {
    self.call = call
    self.reduction = reduction
    self.type = type
    self.format = format
  }
}

/// A statement that a quantity has a value: of a check or of a claims block.
public struct Claim: Sendable {
  /// The quantity in words, as canonical text.
  public let text: String
  /// The quantity.
  public let phrase: Argument
  /// How the two are compared.
  public let comparison: Comparison
  /// The value stated, and its words.
  public let expected: Quantity
  /// The value's words.
  public let expectedSpan: Span
  /// The tolerance stated with it.
  public let tolerance: Tolerance?
  /// Whether it holds in the full profile only.
  public let inFullOnly: Bool

  /// How a quantity is compared with a value.
  public enum Comparison: String, Sendable, Codable {
    case equal = "is"
    case below = "is below"
    case above = "is above"
    case atLeast = "is at least"
    case atMost = "is at most"
  }

  /// Creates a claim.
  public init(
    text: String, phrase: Argument, comparison: Comparison, expected: Quantity, expectedSpan: Span,
    tolerance: Tolerance?, inFullOnly: Bool
  ) {
    self.text = text
    self.phrase = phrase
    self.comparison = comparison
    self.expected = expected
    self.expectedSpan = expectedSpan
    self.tolerance = tolerance
    self.inFullOnly = inFullOnly
  }
}

/// How far from a stated value a result may lie.
public enum Tolerance: Sendable, Hashable, Codable {
  /// By so much, in the unit of the value.
  case absolute(Quantity)
  /// By a share of the value: `within 5%`.
  case relative(Double)
  /// By so many hundredths: `within 2 points`.
  case points(Double)

  /// Whether a value is near enough to the stated one, both in base units.
  public func admits(_ value: Double, stated: Double) -> Bool {
    switch self {
    case .absolute(let by): abs(value - stated) <= by.base
    case .relative(let share): abs(value - stated) <= share * abs(stated)
    case .points(let points): abs(value - stated) <= points / 100
    }
  }

  /// The tolerance as the notebook says it.
  public var text: String {
    switch self {
    case .absolute(let by): "within \(by.text)"
    case .relative(let share): "within \(Quantity.plain(share * 100))%"
    case .points(let points): "within \(Quantity.plain(points)) points"
    }
  }
}

/// How a number is printed.
public struct NumberFormat: Sendable, Hashable, Codable {
  /// Digits after the point, where stated.
  public var decimals: Int?
  /// Whether as a percentage.
  public var isPercent: Bool

  /// Creates a format.
  public init(decimals: Int? = nil, isPercent: Bool = false) {
    self.decimals = decimals
    self.isPercent = isPercent
  }
}

/// One line of a block in its own form: a layer of a network, a bin rule.
public struct BlockLine: Sendable {
  /// The line's word: `conv2d`, or the layer that is cut.
  public let head: String
  /// The call, where the line is a word of the language.
  public let call: BoundCall?
  /// The line's arguments, where it is not.
  public let arguments: [Argument]
  /// Lines nested below.
  public let nested: [BlockLine]
  /// The name under which the result is kept, `keep as s1`.
  public let keptAs: String?
  /// The words.
  public let span: Span

  /// Creates a line.
  public init(
    head: String, call: BoundCall?, arguments: [Argument], nested: [BlockLine], keptAs: String?,
    span: Span
  ) {
    self.head = head
    self.call = call
    self.arguments = arguments
    self.nested = nested
    self.keptAs = keptAs
    self.span = span
  }
}

/// A word with its arguments, read and resolved.
public struct BoundCall: Sendable {
  /// The word.
  public let word: any Word
  /// The arguments given, by parameter name.
  public let arguments: [String: Argument]
  /// The verb's words.
  public let verbSpan: Span
  /// All the words.
  public let span: Span

  /// Creates a call.
  public init(word: any Word, arguments: [String: Argument], verbSpan: Span, span: Span) {
    self.word = word
    self.arguments = arguments
    self.verbSpan = verbSpan
    self.span = span
  }

  /// The arguments in the order of the word's parameters.
  public var ordered: [(parameter: any AnyParameter, argument: Argument)] {
    word.parameters.compactMap { parameter in
      arguments[parameter.name].map { (parameter, $0) }
    }
  }
}
