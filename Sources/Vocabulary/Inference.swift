public import Diagnostics

/// What the checker offers to a word that infers the type of its result.
public protocol InferenceHost: AnyObject {
  /// Reports a problem.
  func report(_ diagnostic: Diagnostic)
  /// What the header of an input file says; `nil` where it is not there, which the host reports once
  /// for each file.
  func facts(ofFile path: String, kind: Kind, at span: Span) -> FileFacts?
  /// Remembers that a check states the cell of a grid.
  func state(cell: Quantity, of grid: GridFact)
  /// The cell that a check stated for a grid, anywhere in the study.
  func statedCell(of grid: GridFact) -> Quantity?
  /// Remembers that a check states a count.
  func state(count: Int, of name: String)
  /// The count that a check stated for a name.
  func statedCount(of name: String) -> Int?
  /// Whether `allow TOPIC NAME because …` stands anywhere in the study.
  func allows(_ topic: String, _ name: String) -> Bool
  /// The metrics of the language.
  var metrics: [MetricFact] { get }
  /// The value that the command line gives to a setting, `-P name=value`.
  func override(of name: String) -> Quantity?
}

/// One call as the checker shows it to its word: the types of its arguments, with the axes of families
/// taken off, and a place to report what is wrong.
public final class Inference {
  /// The call.
  public let call: BoundCall
  /// The names that the statement defines.
  public let names: [String]
  /// The checker.
  public let host: any InferenceHost

  /// Creates the view of one call.
  public init(call: BoundCall, names: [String], host: any InferenceHost) {
    self.call = call
    self.names = names
    self.host = host
  }

  /// The first name defined, or the word itself where the statement has none.
  public var name: String { names.first ?? call.word.entry.phrase }

  /// The argument of a parameter, as written.
  public func argument(_ parameter: any AnyParameter) -> Argument? {
    call.arguments[parameter.name]
  }

  /// Whether the call gives the parameter.
  public func gives(_ parameter: any AnyParameter) -> Bool { argument(parameter) != nil }

  /// The words of an argument, or those of the verb where it is left out.
  public func span(_ parameter: any AnyParameter) -> Span {
    argument(parameter)?.span ?? call.verbSpan
  }

  /// The earlier values that an argument names.
  public func references(_ parameter: any AnyParameter) -> [Reference] {
    argument(parameter)?.references ?? []
  }

  /// The type of the one value that an argument names, without its family's axes.
  public func type(_ parameter: any AnyParameter) -> ValueType? {
    references(parameter).first?.type.withoutAxes(unless: parameter.takesFamily)
  }

  /// The types of the values that an argument names.
  public func types(_ parameter: any AnyParameter) -> [ValueType] {
    references(parameter).map { $0.type.withoutAxes(unless: parameter.takesFamily) }
  }

  /// The quantity that an argument gives, if it can be known: a literal, or a value known already.
  public func quantity(_ parameter: any AnyParameter) -> Quantity? {
    switch argument(parameter)?.content {
    case .quantity(let quantity): quantity
    case .reference(let reference): reference.type.known
    default: nil
    }
  }

  /// The plain number that an argument gives, if it can be known.
  public func number(_ parameter: any AnyParameter) -> Double? { quantity(parameter)?.value }

  /// The word or text that an argument gives.
  public func word<Value>(_ parameter: Parameter<Value>) -> String? {
    switch argument(parameter)?.content {
    case .word(let word), .text(let word): word
    case .none: parameter.defaultValue as? String
    default: nil
    }
  }

  /// The unit that an argument gives, or the parameter's default.
  public func unit<Value>(_ parameter: Parameter<Value>) -> Unit? {
    if case .unit(let unit) = argument(parameter)?.content { return unit }
    return parameter.defaultValue as? Unit
  }

  /// The names that an argument introduces.
  public func newNames(_ parameter: any AnyParameter) -> [NewName] {
    guard case .newNames(let names) = argument(parameter)?.content else { return [] }
    return names
  }

  /// Reports a problem at the words of an argument.
  public func report(
    _ code: Code, _ title: String, at parameter: any AnyParameter, help: [String] = []
  ) {
    host.report(Diagnostic(code, title, at: span(parameter), help: help))
  }

  /// Reports a problem at any words.
  public func report(_ code: Code, _ title: String, span: Span, help: [String] = []) {
    host.report(Diagnostic(code, title, at: span, help: help))
  }

  /// What the header of the file that an argument names says; reported once where it is missing.
  public func facts(_ parameter: any AnyParameter, kind: Kind) -> FileFacts? {
    guard case .text(let path) = argument(parameter)?.content else { return nil }
    return host.facts(ofFile: path, kind: kind, at: span(parameter))
  }
}

extension Argument {
  /// The earlier values mentioned, in order.
  public var references: [Reference] {
    switch content {
    case .reference(let reference), .labelled(let reference, _): [reference]
    case .list(let arguments), .each(let arguments): arguments.flatMap(\.references)
    case .pair(let first, let second): first.references + second.references
    case .expression(let expression): expression.references
    case .metric(_, let on): on.map { [$0] } ?? []
    case .phrase(let phrase): phrase.call.ordered.flatMap { $0.argument.references }
    case .claim(let claim): claim.phrase.references
    case .lines(let lines): lines.flatMap(\.references)
    default: []
    }
  }
}

extension BlockLine {
  /// The earlier values mentioned, in order.
  public var references: [Reference] {
    (call?.ordered.flatMap { $0.argument.references } ?? []) + arguments.flatMap(\.references)
      + nested.flatMap(\.references)
  }
}

extension ValueType {
  /// The type of one member of the family.
  public func withoutAxes(unless keeps: Bool = false) -> ValueType {
    guard !keeps, !axes.isEmpty else { return self }
    var type = self
    type.axes = []
    return type
  }
}
