import Diagnostics
import Vocabulary

/// The second reading: binds the words of one sentence to the form of its word.
///
/// A sentence is its verb followed by parts: subjects, in the order in which the word declares them;
/// parts with a head (`onto dem`, `, power 2`), in any order; measures (`, 2 across`); flags; and after
/// a colon a list. A comma before a head starts a part; any other goes on with a list.
struct Binder {
  let catalog: Catalog
  let scope: Scope
  /// Names that hold only inside the net or block being read.
  var locals: [String: ValueType] = [:]
  var diagnostics: [Diagnostic] = []
  /// The signs of the arithmetic at hand.
  var operators = 0

  /// The most words and signs of one line: some lists are looked through once for each of them.
  static let mostTokens = 2000

  init(catalog: Catalog, scope: Scope) {
    self.catalog = catalog
    self.scope = scope
  }

  mutating func report(_ code: Code, _ title: String, at span: Span, help: [String] = []) {
    diagnostics.append(Diagnostic(code, title, at: span, help: help))
  }

  /// Binds a statement; `nil` if it could not be read, which is then reported.
  mutating func bind(_ statement: Statement) -> BoundCall? {
    let tokens = statement.tokens
    guard let first = tokens.first else {
      report(
        .valueExpected, "Nothing stands after “=”.",
        at: statement.names.last?.span ?? statement.span,
        help: ["Write what the name stands for."])
      return nil
    }
    guard isShort(tokens), statement.block.allSatisfy({ isShort($0) }) else { return nil }
    if isArithmetic(tokens) { return arithmetic(tokens, statement) }
    let words = Cursor(tokens).words()
    guard let (word, length) = catalog.longestMatch(words), word.entry.category != .layer else {
      reportUnknownVerb(words, first, statement)
      return nil
    }
    let verb = tokens[0].span.union(tokens[length - 1].span)
    var cursor = Cursor(tokens, from: length, to: tokens.count)
    var parts = Parts(word: word, verb: verb)
    bindParts(&parts, &cursor, context: nil, isNested: false)
    reportLeftOver(&cursor, parts)
    let outer = locals
    locals.merge(localNames(parts)) { _, new in new }
    bindBlock(statement, &parts)
    locals = outer
    reportMissing(parts)
    guard parts.isWhole else { return nil }
    return BoundCall(
      word: word, arguments: parts.arguments, verbSpan: verb, span: statement.wholeSpan)
  }

  /// Whether a line is no longer than a sentence can be; else that is reported.
  mutating func isShort(_ tokens: [Token]) -> Bool {
    guard tokens.count > Self.mostTokens else { return true }
    report(
      .unexpectedWords, "This line has more than \(Self.mostTokens) words and signs.",
      at: tokens[0].span, help: ["Give parts of it names of their own."])
    return false
  }

  private mutating func isShort(_ item: Statement.Item) -> Bool {
    isShort(item.tokens) && item.nested.allSatisfy { isShort($0) }
  }

  /// Whether a line is arithmetic: its first name is followed by an operator, a bracket or nothing.
  private func isArithmetic(_ tokens: [Token]) -> Bool {
    switch tokens[0].kind {
    case .number: return true
    case .symbol(let symbol): return symbol == "(" || symbol == "-"
    case .string: return false
    case .word(let word):
      guard tokens.count > 1 else { return scope[word] != nil }
      if word == "not" { return true }
      switch tokens[1].kind {
      case .symbol(let symbol):
        return ["+", "-", "*", "/", "^", "<", "<=", ">", ">=", "==", "(", "."].contains(symbol)
          && !(symbol == "(" && catalog.begins(with: word)
            && Expression.Function(rawValue: word) == nil)
      case .word(let second): return (second == "and" || second == "or") && scope[word] != nil
      default: return false
      }
    }
  }

  private mutating func arithmetic(_ tokens: [Token], _ statement: Statement) -> BoundCall? {
    guard let word = catalog["arithmetic"] else { return nil }
    var cursor = Cursor(tokens)
    let before = diagnostics.count
    guard let expression = expression(&cursor), diagnostics.count == before else { return nil }
    if let token = cursor.token {
      report(
        .unexpectedWords, "“\(token.text)” does not go on with the arithmetic.", at: token.span,
        help: ["Join values by + - * / ^, a comparison, “and” or “or”."])
      return nil
    }
    if let item = statement.block.first {
      report(
        .badBlockLine, "Arithmetic takes no block.", at: item.span, help: ["Remove these lines."])
    }
    return BoundCall(
      word: word, arguments: ["expression": Argument(.expression(expression), expression.span)],
      verbSpan: expression.span, span: statement.wholeSpan)
  }

  private mutating func reportUnknownVerb(_ words: [String], _ first: Token, _ statement: Statement)
  {
    guard !words.isEmpty else {
      report(
        .valueExpected, "A statement cannot begin with \(first.text).", at: first.span,
        help: ["Begin it with a word of the language, or with the name of a value."])
      return
    }
    if reportHyphen(words[0], first.span) { return }
    let verbs = catalog.words.filter { $0.entry.category != .layer }.map(\.entry.phrase)
    var near: (String, Int)?
    for length in stride(from: min(4, words.count), through: 1, by: -1) where near == nil {
      let spelled = words.prefix(length).joined(separator: " ")
      let alike = verbs.filter { $0.split(separator: " ").count == length }
      near = nearest(to: spelled, among: alike).map { ($0, length) }
    }
    let count = near?.1 ?? 1
    let span = first.span.union(statement.tokens[count - 1].span)
    let spelled = words.prefix(count).joined(separator: " ")
    var help = near.map { ["Did you mean “\($0.0)”?"] } ?? []
    let rivals = catalog.words.map(\.entry.phrase).filter { $0.hasPrefix(words[0] + " ") }
    if help.isEmpty, !rivals.isEmpty {
      help = [
        "After “\(words[0])” can follow: "
          + rivals.map { String($0.dropFirst(words[0].count + 1)) }.joined(separator: ", ") + "."
      ]
    }
    if help.isEmpty { help = ["Run “scarp explain” for all words of the language."] }
    report(.unknownWord, "The language has no word “\(spelled)”.", at: span, help: help)
  }

  /// Names that a net's or block's head makes for its lines: `net hybrid with f, n`.
  private func localNames(_ parts: Parts) -> [String: ValueType] {
    guard parts.word.parameters.contains(where: \.holdsLayers) else { return [:] }
    var result: [String: ValueType] = [:]
    for parameter in parts.word.parameters where parameter.role == .after("with") {
      if case .newNames(let names)? = parts.arguments[parameter.name]?.content {
        for name in names { result[name.name] = ValueType(.number, unit: .one) }
      }
    }
    return result
  }
}

extension AnyParameter {
  /// Whether it takes the layers of a network.
  var holdsLayers: Bool {
    if case .lines(.layers) = shape { return true }
    return false
  }
}

/// The parts of a sentence bound so far.
struct Parts {
  let word: any Word
  let verb: Span
  let parameters: [any AnyParameter]
  var arguments: [String: Argument] = [:]
  /// Parts that were there but could not be read.
  var spoiled: Set<String> = []
  /// Lines under heads that the word leaves open.
  var openLines: [BlockLine] = []

  init(word: any Word, verb: Span) {
    self.word = word
    self.verb = verb
    parameters = word.parameters
  }

  var isWhole: Bool {
    spoiled.isEmpty && parameters.allSatisfy { $0.isOptional || arguments[$0.name] != nil }
  }

  func isGiven(_ parameter: any AnyParameter) -> Bool {
    arguments[parameter.name] != nil || spoiled.contains(parameter.name)
  }
}
