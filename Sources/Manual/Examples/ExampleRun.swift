import Commands
public import Diagnostics
public import Engine
import Language
import Notebooks
import Records
import Storage
public import Vocabulary

/// Carries out the examples of all words and codes on the area that `tools/example-area` makes.
public struct ExampleRun {
  /// What the examples gave.
  public private(set) var record = ExampleRecord()
  /// The pictures, by their file in the manual's folder.
  public private(set) var pictures: [(file: String, bytes: [UInt8])] = []
  private let catalog: Catalog
  private let options: RunOptions

  /// Why the examples cannot be carried out.
  public struct Failure: Fault {
    /// What was found in them.
    public let message: String
    // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
    public let advice = "Correct the example of the word or of the code."
    // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
    public let exitCode: Int32 = 1
  }

  /// Carries out the examples of all words that can be, and of all codes that a run raises.
  ///
  /// - Parameters:
  ///   - catalog: the words.
  ///   - codes: the codes.
  ///   - options: how to run; its data folder is the area's.
  ///   - progress: told what is being done.
  /// - Throws: ``Failure``, or what running a study throws.
  public init(
    _ catalog: Catalog, _ codes: [Code], options: RunOptions, progress: (String) -> Void
  ) throws {
    self.catalog = catalog
    self.options = options
    let words = catalog.words.filter { $0 is any RunnableWord || $0 is any GroupingWord }
    let studies = ExampleStudy.gathering(words.map { WordExample($0, in: catalog) })
    for (index, study) in studies.enumerated() {
      progress("examples of words, study \(index + 1) of \(studies.count)")
      let run = try carriedOut(study.notebook)
      for (phrase, place) in study.places {
        record.outputs[phrase] = output(of: phrase, at: place, in: run)
      }
      gatherFacts(run)
    }
    var failures: [String] = []
    for code in codes where code.evidence == .run {
      progress("the example of \(code.id)")
      do {
        try gatherMessage(code)
      } catch let failure as Failure {
        failures.append(failure.message)
      }
    }
    // All that is wrong is told at once.
    guard failures.isEmpty else { throw Failure(message: failures.joined(separator: "\n\n")) }
    // The checker's examples read files that no word's example reads.
    progress("headers of files")
    gatherFacts(try carriedOut(Self.notebook(ExampleNames.reading)))
  }

  private static func notebook(_ lines: String) -> String {
    "---\nscarp: 1\nseed: 5\n---\n\n```{scarp}\n\(lines)\n```\n"
  }

  /// Carries out a study in which nothing may be wrong.
  private func carriedOut(_ text: String) throws -> StudyRun {
    let (run, told, source) = try attempted(text)
    let wrong = told.filter { $0.severity == .error }
    guard let run, wrong.isEmpty else {
      throw Failure(message: wrong.map { $0.rendered(in: source) }.joined(separator: "\n"))
    }
    return run
  }

  /// Carries out a study, as far as its check allows, and says all that is told of it.
  private func attempted(
    _ text: String
  ) throws -> (run: StudyRun?, told: [Diagnostic], source: Source) {
    let runner = try Runner(
      bytes: Array(text.utf8), name: "study.md", folder: "", options: options)
    let source = runner.reading.source
    guard runner.checkExitCode == 0 else { return (nil, runner.diagnostics, source) }
    let run = try runner.run()
    let circumstances = Circumstances(
      seed: runner.seed, profile: nil, data: DataDescription(folder: "data"))
    let remarks = StudyFindings(run, circumstances).remarks
    return (run, run.diagnostics + remarks.filter { !run.diagnostics.contains($0) }, source)
  }

  private mutating func gatherFacts(_ run: StudyRun) {
    for input in run.inputs {
      guard let facts = input.facts else { continue }
      record.facts[ExampleRecord.key(input.path, input.kind)] = facts
    }
  }

  // MARK: Words

  private mutating func output(
    of phrase: String, at place: ExampleStudy.Place, in run: StudyRun
  ) -> ExampleOutput {
    var output = ExampleOutput()
    guard let plan = run.plan else { return output }
    var members = 0
    for (step, outcome) in zip(plan.steps, run.outcomes) {
      guard let result = outcome.result else { continue }
      switch (place, step.origin) {
      case (.quantity(let wanted), .quantity(let index)) where wanted == index:
        let format = plan.program.quantities[index].format
        output.lines.append(QuantityText.text(of: result.value, format: format))
      case (.statement(let wanted), .statement(let index)) where wanted == index && step.isMember:
        members += 1
        add(
          result, of: step, member: members, phrase, plan.program.statements[index], outcome.entry,
          to: &output)
      default: break
      }
    }
    if members > Self.shownMembers {
      output.lines.append("… and \(members - Self.shownMembers) more of them.")
    }
    return output
  }

  private static let shownMembers = 3

  private mutating func add(
    _ result: StoredResult, of step: Step, member: Int, _ phrase: String,
    _ statement: CheckedStatement, _ entry: Storage.Entry?, to output: inout ExampleOutput
  ) {
    for remark in result.remarks where !output.remarks.contains(remark.code) {
      output.remarks.append(remark.code)
    }
    guard member <= Self.shownMembers else { return }
    if let figure = result.value as? FigureValue {
      guard let bytes = try? entry?.payload(figure.payload.name)?.read() else { return }
      let name = phrase.replacing(" ", with: "-")
      let file =
        "figures/\(name)\(member == 1 ? "" : "-\(member)").\(figure.format.rawValue)"
      pictures.append((file, bytes))
      output.figure = output.figure ?? .init(file: file, alternative: figure.alternative)
      return
    }
    let isTable = result.value is DisplayTable
    if !isTable, !result.summary.isEmpty {
      let coordinates = step.coordinates.map { "\($0.axis) \($0.member)" }.joined(separator: ", ")
      let names = statement.names.joined(separator: ", ")
      let head = names + (coordinates.isEmpty ? "" : " at \(coordinates)")
      output.lines.append(head.isEmpty ? result.summary : "\(head): \(result.summary)")
    }
    if output.table == nil, isTable || Self.showsTable(type(of: result.value).kind) {
      output.table = .init(result.value.display())
    }
  }

  /// Whether the manual prints the table of a value, and not only what was made in one line.
  private static func showsTable(_ kind: Kind) -> Bool {
    let large: Set<Kind> = [
      .raster, .classes, .bands, .stack, .points, .lines, .areas, .places, .table, .column, .folds,
      .number, .nothing,
    ]
    return !large.contains(kind)
  }

  // MARK: Codes

  /// Runs the example of a code and keeps what it says; then its cure, which must not say it.
  private mutating func gatherMessage(_ code: Code) throws {
    let (run, told, source) = try attempted(Self.study(code.example))
    guard let diagnostic = told.first(where: { $0.code == code }) else {
      throw Failure(
        message: "the example of \(code.id) raises "
          + (told.isEmpty
            ? "nothing" : told.map { $0.rendered(in: source) }.joined(separator: "\n")))
    }
    record.messages[code.id] = Self.rendered(diagnostic, example: code.example, in: source)
    if let run { gatherFacts(run) }
    guard !code.cure.isEmpty else { return }
    let cured = try attempted(Self.study(code.cure))
    guard !cured.told.contains(where: { $0.code == code || $0.severity == .error }) else {
      throw Failure(
        message: "the cure of \(code.id) is none: "
          + cured.told.map { $0.rendered(in: cured.source) }.joined(separator: "\n"))
    }
  }

  /// A notebook of an example, after what it needs.
  private static func study(_ example: String) -> String {
    let woven = ExampleNames.woven(into: example)
    return notebook(
      woven.flatMap { $0.before.map(\.text) + [$0.own.text] }.joined(separator: "\n"))
  }

  /// The message with lines counted from the example's first.
  private static func rendered(
    _ diagnostic: Diagnostic, example: String, in source: Source
  ) -> String {
    var shifted: Span?
    if let span = diagnostic.span {
      // The marked line in the example; where several are alike the first.
      let line = source.line(at: span.lower)
      let text = source[source.lineSpan(line)]
      let offset = span.lower - source.lineSpan(line).lower
      var start = 0
      for own in example.split(separator: "\n", omittingEmptySubsequences: false) {
        if own == text {
          shifted = Span(start + offset, start + offset + (span.upper - span.lower))
          break
        }
        start += own.utf8.count + 1
      }
    }
    return Diagnostic(diagnostic.code, diagnostic.title, at: shifted, help: diagnostic.help)
      .rendered(in: Source(name: "study.md", text: example + "\n"))
  }
}
