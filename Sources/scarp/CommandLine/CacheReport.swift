import Engine
import Records
import Storage
import Vocabulary

/// What a run would carry out, and why, as a table for the terminal.
struct CacheReport {
  private let lines: [CacheExplanation.Line]

  /// Plans a study that has no errors.
  ///
  /// - Parameters:
  ///   - session: the study.
  ///   - log: where the log of the last run lies.
  ///   - usesCache: whether the run would use the cache.
  /// - Throws: ``StorageFault``.
  init(_ session: StudySession, log: String, usesCache: Bool = true) throws {
    let plan = try session.runner.plan().plan
    let store = try ArtifactStore(at: session.options.cacheFolder) { _ in }
    let last = (try? FilePath.bytes(of: log)).flatMap { RunLog(parsing: $0) }
    lines = CacheExplanation(plan, store: store, last: last, usesCache: usesCache).lines
  }

  /// All steps, one a line.
  var text: String {
    var table = TextTable("STEP", "FATE", "TIME", "WHY")
    for line in lines {
      let name = line.name.count > 60 ? line.name.prefix(59) + "…" : line.name
      table.add(
        name, line.fate.rawValue, Self.time(of: line), line.reasons.joined(separator: "; "))
    }
    let runs = lines.count { $0.fate == .runs }
    return table.text + "\(runs) of \(lines.count) would be carried out\n"
  }

  /// How long a step took in the last run, or is expected to take if that is more than a second.
  private static func time(of line: CacheExplanation.Line) -> String {
    if let seconds = line.secondsBefore {
      return seconds < 0.005 ? "no time" : "took \(formatFixed(seconds, decimals: 2)) s"
    }
    guard let seconds = line.secondsExpected, seconds >= 1 else { return "" }
    return "about \(formatDuration(seconds))"
  }

  /// The steps of one name, each with all reasons; nil where there is none.
  func text(about name: String) -> String? {
    let own = lines.filter { line in
      line.name == name || line.name.hasPrefix(name + " ") || line.name.hasPrefix(name + ",")
        || line.name.hasSuffix(", " + name)
    }
    guard !own.isEmpty else { return nil }
    return own.map { line in
      (["\(line.name): \(line.fate.rawValue)"] + line.reasons.map { "  " + $0 })
        .joined(separator: "\n") + "\n"
    }.joined().inert
  }

  /// The names of all steps.
  var names: [String] { lines.map(\.name) }
}
