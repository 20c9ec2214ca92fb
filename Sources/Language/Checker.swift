import Diagnostics
public import Vocabulary

/// Checks a whole study: names, words, types, units, grids, and what every value has seen.
///
/// - Returns: the program with every problem found, in page order.
public func check(_ study: StudyText, against catalog: Catalog, options: CheckOptions = .init())
  -> Program
{
  let checker = Checker(study, catalog, options)
  checker.run()
  return checker.program
}

/// The names that statements beginning with a word define, by the first reading alone.
public func definitions(_ study: StudyText, word: String) -> [String] {
  var reader = StatementReader(source: study.source)
  return study.cells.enumerated().filter(\.element.isRun).flatMap { index, cell in
    reader.statements(in: cell.body, cell: index).filter { $0.tokens.first?.isWord(word) ?? false }
      .flatMap { $0.names.compactMap(\.word) }
  }
}

/// The state of one check.
final class Checker {
  let study: StudyText
  let catalog: Catalog
  let options: CheckOptions
  var scope: Scope
  var diagnostics: [Diagnostic] = []
  var statements: [CheckedStatement] = []
  var quantities: [CheckedQuantity] = []
  var inputs: [InputMention] = []
  /// The keys of ``inputs``.
  var mentioned: Set<[String]> = []
  /// The files that the statement at hand reads.
  var ownInputs: [String] = []
  var missingFiles: Set<String> = []
  var labels: [String: Span] = [:]
  var statedCells: [String: Quantity] = [:]
  var statedCounts: [String: Int] = [:]
  var allowances: Set<String> = []
  /// What the study assumes, in lower case.
  var assumptions = ""
  /// The places from which each model learns.
  var trainingSets: [PlaceSet] = []
  /// What is judged where, to be looked at when all models are known.
  var judgements: [Judgement] = []

  init(_ study: StudyText, _ catalog: Catalog, _ options: CheckOptions) {
    self.study = study
    self.catalog = catalog
    self.options = options
    scope = Scope(everywhere: [:])
  }

  var program: Program {
    let ordered = diagnostics.enumerated().sorted {
      ($0.element.span?.lower ?? 0, $0.offset) < ($1.element.span?.lower ?? 0, $1.offset)
    }
    // One mistake is told once, however many statements run into it.
    var told: Set<Diagnostic> = []
    return Program(
      source: study.source, statements: statements, quantities: quantities,
      diagnostics: ordered.map(\.element).filter { told.insert($0).inserted }, inputs: inputs)
  }

  func run() {
    var reader = StatementReader(source: study.source)
    var read: [(statements: [Statement], isRun: Bool)] = []
    for (index, cell) in study.cells.enumerated() {
      read.append((reader.statements(in: cell.body, cell: index), cell.isRun))
    }
    diagnostics += reader.diagnostics
    let all = read.filter(\.isRun).flatMap(\.statements)
    scope = Scope(everywhere: Self.definitions(all))
    for statement in all { remember(statement) }
    for (cell, isRun) in read {
      if isRun {
        for statement in cell { check(statement) }
      } else {
        checkExample(cell)
      }
    }
    checkQuantities()
    checkCrossReferences()
    judge()
  }

  private static func definitions(_ statements: [Statement]) -> [String: Span] {
    var result: [String: Span] = [:]
    for statement in statements {
      for name in statement.names {
        guard let word = name.word, result[word] == nil else { continue }
        result[word] = name.span
      }
    }
    return result
  }

  /// Remembers what later statements state of earlier ones: stated cells, counts and allowances hold
  /// for the whole study.
  private func remember(_ statement: Statement) {
    let tokens = statement.tokens
    if tokens.count >= 6, tokens[0].isWord("check"), tokens[2].isWord("of"),
      let name = tokens[3].word, tokens[4].isWord("is"), let number = tokens[5].number
    {
      if tokens[1].isWord("cell"), tokens.count == 7, let word = tokens[6].word,
        let unit = Unit(spelled: word)
      {
        statedCells[name] = Quantity(number, unit)
      } else if tokens[1].isWord("count"), tokens.count == 6 {
        statedCounts[name] = Int(exactly: number)
      }
    }
    if tokens.first?.isWord("assume") ?? false, tokens.count > 1, let text = tokens[1].string {
      assumptions += text.lowercased() + "\n"
    }
    if tokens.first?.isWord("allow") ?? false,
      let because = tokens.firstIndex(where: { $0.isWord("because") }), because > 2
    {
      allowances.insert(tokens[1..<because].map(\.text).joined(separator: " "))
    }
  }

  /// A block fenced without braces is an example in prose: it is checked on its own and defines
  /// nothing for the study.
  private func checkExample(_ cell: [Statement]) {
    // What the example adds is taken away again: a copy of all before it would cost as much as the
    // study for each example.
    let before = (scope.names.count, statements.count, inputs.count)
    let labelsBefore = cell.compactMap(\.label).map { ($0.id, labels[$0.id]) }
    for statement in cell { check(statement) }
    scope.forget(from: before.0)
    statements.removeSubrange(before.1...)
    for input in inputs[before.2...] { mentioned.remove(input.key) }
    inputs.removeSubrange(before.2...)
    for (id, span) in labelsBefore { labels[id] = span }
  }

  func report(_ code: Code, _ title: String, at span: Span?, help: [String] = []) {
    diagnostics.append(Diagnostic(code, title, at: span, help: help))
  }

  // MARK: One statement

  private func check(_ statement: Statement) {
    let bound = bind(statement)
    checkLabel(statement, bound)
    guard let bound else {
      for name in namesOfBroken(statement) { define(name, ValueType(.unknown)) }
      return
    }
    ownInputs = []
    let call = typed(bound)
    let axes = self.axes(of: call)
    let inference = Inference(
      call: call, names: definedNames(statement, call).compactMap(\.word), host: self)
    var type = call.word.infer(inference)
    type.cost = type.cost ?? cost(of: call, making: type)
    if !axes.isEmpty, type.kind != .display, type.kind != .figure, type.kind != .nothing {
      type = family(type, over: axes)
    }
    if call.word.entry.category == .value {
      addSeen(&type, call, name: inference.name)
    }
    if !(call.word is any RunnableWord || call.word is any GroupingWord) {
      report(
        .notHere, "“\(call.word.entry.phrase)” is not here yet.", at: call.verbSpan,
        help: ["This version of Scarp checks the word, but cannot carry it out."])
    }
    checkMetrics(of: call)
    let parts = defineNames(statement, call, type, inference)
    prepareJudgement(call)
    statements.append(
      CheckedStatement(
        index: statements.count, statement: statement, names: inference.names, call: call,
        type: type, partTypes: parts, canonical: Formatter.canonical(statement),
        inputs: ownInputs))
  }

  /// Binds a statement; the binder goes before anything is defined, since beside it each new name
  /// would copy the whole scope.
  private func bind(_ statement: Statement) -> BoundCall? {
    var binder = Binder(catalog: catalog, scope: scope)
    defer { diagnostics += binder.diagnostics }
    return binder.bind(statement)
  }

  /// The names that a statement with a mistake was to define, so that its mistake is told once.
  private func namesOfBroken(_ statement: Statement) -> [Token] {
    guard statement.names.isEmpty, statement.tokens.count > 1,
      ["net", "block"].contains(statement.tokens[0].text)
    else { return statement.names }
    return [statement.tokens[1]]
  }

  /// A metric that labels of 0 and 1 leave undefined is refused until the study states what it means.
  private func checkMetrics(of call: BoundCall) {
    for (_, argument) in call.ordered {
      let parts: [Argument] =
        if case .list(let list) = argument.content { list } else { [argument] }
      for part in parts {
        guard case .metric(let name, _) = part.content, let metric = catalog.metric(name),
          metric.needsDefinition, !assumptions.contains(name)
        else { continue }
        report(
          .undefinedMetric, "\(metric.title) divides by the label, which is 0 for safe places.",
          at: part.span,
          help: [
            "State what is meant: assume \"\(metric.title) is the mean of |p - y| / (|y| + 1)\" "
              + "because \"…\".", "Or choose rmse, brier or log loss.",
          ])
      }
    }
  }

  /// The names of a statement: before `=`, or for a net or block after its word.
  private func definedNames(_ statement: Statement, _ call: BoundCall) -> [Token] {
    guard statement.names.isEmpty, call.word.parameters.contains(where: \.holdsLayers),
      let subject = call.word.parameters.first(where: { $0.role == .subject }),
      case .newNames(let names)? = call.arguments[subject.name]?.content
    else { return statement.names }
    return names.map { Token(kind: .word($0.name), span: $0.span) }
  }

  private func defineNames(
    _ statement: Statement, _ call: BoundCall, _ type: ValueType, _ inference: Inference
  ) -> [ValueType] {
    let names = definedNames(statement, call)
    let makesValue = call.word.entry.category == .value || call.word.entry.category == .quantity
    if !makesValue {
      if let first = names.first {
        report(
          .nameCount, "“\(call.word.entry.phrase)” makes no value to be named.", at: first.span,
          help: ["Remove “\(first.text) =”."])
      }
      return []
    }
    if names.isEmpty {
      let isArithmetic = call.word.entry.phrase == "arithmetic"
      let what = isArithmetic ? "This value" : "What “\(call.word.entry.phrase)” makes"
      report(
        .nameCount, "\(what) has no name.", at: call.verbSpan,
        help: ["Write: name = \(study.source[call.verbSpan]) …"])
      return []
    }
    if let parts = call.word as? any PartsWord {
      let types = parts.parts(of: type, names: names.compactMap(\.word), inference)
      for (index, name) in names.enumerated() {
        define(name, index < types.count ? types[index] : ValueType(.unknown))
      }
      return types
    }
    if names.count > 1 {
      report(
        .nameCount,
        "“\(call.word.entry.phrase)” makes one value, but \(names.count) names stand before “=”.",
        at: names[1].span.union(names[names.count - 1].span), help: ["Keep one name."])
    }
    define(names[0], type)
    for name in names.dropFirst() { define(name, ValueType(.unknown)) }
    return []
  }

  private func define(_ token: Token, _ type: ValueType) {
    guard let name = token.word else { return }
    if name.contains("-") {
      report(
        .hyphenatedName, "A name cannot hold a hyphen: “\(name)”.", at: token.span,
        help: ["Write \(name.replacing("-", with: "_"))."])
    } else if catalog.reserved.contains(name) {
      report(
        .reservedName, "“\(name)” is a reserved word and cannot be a name.", at: token.span,
        help: ["Choose another name, for example \(name)_1."])
    } else if let first = scope[name] {
      let line = study.source.line(at: first.span.lower)
      report(
        .nameTwice, "“\(name)” is already named in line \(line).", at: token.span,
        help: ["Choose another name: a name never changes."])
      return
    }
    scope.define(name, type, at: token.span)
  }

  private func checkLabel(_ statement: Statement, _ bound: BoundCall?) {
    guard let label = statement.label else { return }
    if let first = labels[label.id] {
      report(
        .badLabel,
        "The label “\(label.id)” stands already in line \(study.source.line(at: first.lower)).",
        at: label.span, help: ["Give each figure and table a label of its own."])
    }
    labels[label.id] = label.span
    let verb = statement.tokens.first?.word
    guard bound != nil || verb == "show" || verb == "draw" else { return }
    if verb == "show", !label.id.hasPrefix("tbl-") {
      report(
        .badLabel, "“show” makes a table; its label begins with tbl-.", at: label.span,
        help: ["Write: as tbl-\(label.id.dropFirst(4))."])
    } else if verb == "draw", !label.id.hasPrefix("fig-") {
      report(
        .badLabel, "“draw” makes a figure; its label begins with fig-.", at: label.span,
        help: ["Write: as fig-\(label.id.dropFirst(4))."])
    } else if verb != "show", verb != "draw" {
      report(
        .badLabel, "Only “show” and “draw” put something into the report to be labelled.",
        at: label.span, help: ["Show or draw the value in a statement of its own."])
    }
  }

  private func checkCrossReferences() {
    let known = Set(labels.keys).union(study.sections)
    let guesses = Array(known.sorted().prefix(Scope.mostGuesses))
    for (id, span) in study.crossReferences where !known.contains(id) {
      let near = nearest(to: id, among: guesses)
      report(
        .unknownLabel, "Nothing is labelled “\(id)”.", at: span,
        help: [near.map { "Did you mean @\($0)?" } ?? "Label a figure, table or heading with it."])
    }
  }
}
