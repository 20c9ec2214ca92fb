/// Two records held against each other: what went into the studies, and what came out.
public struct StudyComparison: Sendable {
  /// A result that both records have, and that differs; or that one of them has.
  public struct Result: Sendable {
    /// The result as the first record has it.
    public let before: RecordedResult?
    /// The result as the second record has it.
    public let after: RecordedResult?
    /// The values that differ; none where only one record has the result.
    public let changes: [Change]
    /// The two tables, of a table that both records have.
    public let table: TableComparison?

    /// The result as the later record that has it knows it.
    public var either: RecordedResult {
      guard let result = after ?? before else { preconditionFailure("a result of no record") }
      return result
    }

    /// What it is called: its label, or the words of the study that make it.
    public var name: String {
      either.isLabelled ? either.id : either.words
    }

    /// The verdicts, where they differ.
    public var verdicts: Change? {
      either.kind == .claim || either.kind == .check
        ? changes.first { $0.name == "verdict" } : nil
    }
  }

  /// What may have made results differ, the likeliest first.
  public enum Cause: String, Sendable {
    /// An input file is another.
    case input = "an input file is another"
    /// The study's text is another.
    case text = "the study's text is another"
    /// A setting, the profile or the seed is another.
    case setting = "a setting, the profile or the seed is another"
    /// Scarp or a library is another.
    case version = "Scarp or a library has another version"
    /// The processor is of another type.
    case core = "the processor is of another type"
    /// None of these.
    case unexplained =
      "inputs, text, settings, versions and processor are the same: a fault of Scarp"
  }

  /// The study: its name, its text by its SHA-256, its data folder.
  public let study: [Change]
  /// What is said of the data, and the input files by their SHA-256.
  public let inputs: [Change]
  /// Settings, profile, seed.
  public let settings: [Change]
  /// Scarp, libraries, processor.
  public let versions: [Change]
  /// What statements made, where that is not the same.
  public let statements: [Change]
  /// Warnings, notes, assumptions and allowances that only one of the records has.
  public let remarks: [Change]
  /// The results that differ, in the order of the second record; those of the first only come last.
  public let results: [Result]
  /// How many results both records have that agree.
  public let agreeing: Int
  /// The lines of the study that differ; nil where a text is not at hand.
  public let text: TextDifference?

  /// Whether the records say the same.
  public var agrees: Bool {
    study.isEmpty && inputs.isEmpty && settings.isEmpty && versions.isEmpty && statements.isEmpty
      && remarks.isEmpty && results.isEmpty
  }

  /// What may have made the results differ; none where they agree.
  public let causes: [Cause]

  /// Compares two records.
  ///
  /// - Parameters:
  ///   - before: the first record.
  ///   - after: the second record.
  ///   - texts: the studies' texts, where both are at hand.
  public init(
    from before: StudyRecord, to after: StudyRecord, texts: (before: String, after: String)? = nil
  ) {
    study = Self.study(before, after)
    inputs = Self.inputs(before, after)
    settings = Self.settings(before, after)
    let software = Self.software(before, after)
    let processor = Self.processor(before, after)
    versions = software + processor
    let names = Set(settings.map(\.name))
    statements = Self.statements(before, after).filter { !names.contains($0.name) }
    remarks = Self.remarks(before, after)
    text = texts.map { TextDifference(from: $0.before, to: $0.after) }
    let pairs = Self.pairs(before.results, after.results)
    let all = pairs.map(Self.compared)
    results = all.compactMap { $0 }
    agreeing = all.count - results.count
    guard !results.isEmpty || !statements.isEmpty else {
      causes = []
      return
    }
    var causes: [Cause] = []
    if inputs.contains(where: { $0.name.hasPrefix("file ") }) { causes.append(.input) }
    if study.contains(where: { $0.name == "text" }) { causes.append(.text) }
    if !settings.isEmpty { causes.append(.setting) }
    if !software.isEmpty { causes.append(.version) }
    if !processor.isEmpty { causes.append(.core) }
    self.causes = causes.isEmpty ? [.unexplained] : causes
  }
}

extension RecordedResult {
  /// Whether the study gives it a label; else it is found by its place.
  public var isLabelled: Bool { !id.hasPrefix(kind.rawValue + " ") }
}
