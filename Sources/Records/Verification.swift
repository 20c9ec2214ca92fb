public import Storage

/// A rerun held against the record of an earlier run.
public struct Verification: Sendable {
  /// One thing that was compared.
  public struct Line: Sendable, Equatable {
    /// What was compared: a result and which of its values.
    public let result: String
    /// What the record says.
    public let recorded: String
    /// What was found now.
    public let got: String
    /// By how much two numbers differ; empty for texts.
    public let difference: String
    /// The tolerance of the record.
    public let tolerance: String
    /// Whether they agree within it.
    public let agrees: Bool
  }

  /// Why a rerun can differ, the likeliest first.
  public enum Cause: String, Sendable {
    /// An input file is another.
    case input = "an input file is not the one of the record"
    /// The study's text is another.
    case text = "the study's text is not the one of the record"
    /// Scarp or a library is another.
    case version = "Scarp or a library has another version than that of the record"
    /// The processor is of another type.
    case core = "the processor is of another type than that of the record"
    /// None of these.
    case unexplained = "inputs, text, versions and processor are the same: a fault of Scarp"
  }

  /// Whether inputs and the text are those of the record.
  public private(set) var materials: [Line] = []
  /// All values of all results.
  public private(set) var results: [Line] = []
  /// The likeliest cause of a difference; none where all agrees.
  public private(set) var cause: Cause?

  /// Whether all agrees.
  public var agrees: Bool { (materials + results).allSatisfy(\.agrees) }

  /// Holds the input files and the text of a rerun against the record, before anything runs.
  ///
  /// - Parameters:
  ///   - record: the record.
  ///   - inputs: the SHA-256 of each file that the study now reads.
  ///   - bibliography: the SHA-256 of what each file of the bibliography says of the cited works.
  ///   - text: the study's text now.
  public init(
    _ record: StudyRecord, inputs: [(path: String, digest: Digest)],
    bibliography: [(path: String, digest: Digest)] = [], text: String
  ) {
    for input in record.json["inputs"]?.array ?? [] {
      guard let path = input["path"]?.string, let hash = input["sha256"]?.string else { continue }
      let now = inputs.first { $0.path == path }?.digest.hex
      materials.append(Self.line("input \(path)", hash, now ?? "not here"))
    }
    for file in record.json["bibliography"]?.array ?? [] {
      guard let path = file["path"]?.string, let hash = file["sha256"]?.string else { continue }
      let now = bibliography.first { $0.path == path }?.digest.hex
      materials.append(Self.line("works cited from \(path)", hash, now ?? "not here"))
    }
    let recorded = record.json["notebook"]?["sha256"]?.string ?? ""
    materials.append(Self.line("text of the study", recorded, Digest(of: text).hex))
  }

  /// Holds the results of the rerun against the record's.
  public mutating func compare(_ record: StudyRecord, with rerun: StudyRecord) {
    let now = Dictionary(
      rerun.results.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for result in record.results {
      let values = Dictionary(
        (now[result.id]?.values ?? []).map { ($0.name, $0) },
        uniquingKeysWith: { first, _ in first })
      for value in result.values {
        results.append(Self.line(result.id, value, values[value.name]))
      }
      for extra in now[result.id]?.values ?? []
      where !result.values.contains(where: { $0.name == extra.name }) {
        results.append(Self.line(Self.name(result.id, extra.name), "nothing", extra.text))
      }
    }
    for result in rerun.results where !record.results.contains(where: { $0.id == result.id }) {
      results.append(Self.line(result.id, "nothing", "a \(result.kind.rawValue)"))
    }
    guard !agrees else { return }
    cause = cause(record, rerun)
  }

  private func cause(_ record: StudyRecord, _ rerun: StudyRecord) -> Cause {
    if materials.contains(where: { !$0.agrees && $0.result.hasPrefix("input ") }) { return .input }
    if materials.contains(where: { !$0.agrees }) { return .text }
    if record.json["scarp"] != rerun.json["scarp"]
      || Self.libraries(record) != Self.libraries(rerun)
    {
      return .version
    }
    return record.json["machine"] != rerun.json["machine"] ? .core : .unexplained
  }

  /// The libraries with their versions alone: OpenBLAS adds the processor's type to its own.
  private static func libraries(_ record: StudyRecord) -> [String] {
    (record.json["machine"]?["libraries"]?.members ?? []).map { library in
      let words = (library.value.string ?? "").split(separator: " ")
      return "\(library.name) \(words.prefix(2).joined(separator: " "))"
    }
  }

  // MARK: Lines

  private static func name(_ id: String, _ value: String) -> String {
    value.isEmpty ? id : "\(id), \(value)"
  }

  private static func line(_ result: String, _ recorded: String, _ got: String) -> Line {
    Line(
      result: result, recorded: recorded, got: got, difference: "", tolerance: "exact",
      agrees: recorded == got)
  }

  private static func line(
    _ id: String, _ recorded: RecordedResult.Value, _ got: RecordedResult.Value?
  ) -> Line {
    let name = name(id, recorded.name)
    guard let got else { return line(name, recorded.text, "nothing") }
    guard let before = recorded.number, let now = got.number else {
      return line(name, recorded.text, got.text)
    }
    let isSame = before == now || before.isNaN && now.isNaN
    let difference = abs(before - now)
    // A number without an end differs from any other by no share that could be named.
    let isNear = difference <= recorded.tolerance * max(abs(before), abs(now))
    return Line(
      result: name, recorded: "\(before)", got: "\(now)",
      difference: isSame ? "0" : "\(difference)",
      tolerance: recorded.tolerance == 0 ? "exact" : "\(recorded.tolerance) of it",
      agrees: recorded.unit == got.unit && (isSame || difference.isFinite && isNear))
  }
}
