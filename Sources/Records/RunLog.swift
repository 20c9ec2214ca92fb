public import Engine
import Language
public import Storage
import Vocabulary

/// What a run did: times, what the cache held, what each result depended on.
///
/// It differs from run to run, and therefore lies beside the record and not in it.
public struct RunLog: Sendable {
  /// How a run went, beside what it found.
  public struct Conduct: Sendable {
    /// When it began, in seconds since 1970.
    public var started: Int
    /// How long it took, seconds.
    public var seconds: Double
    /// How many steps could run at a time.
    public var jobs: Int
    /// The code that the program ended with.
    public var exitCode: Int32
    /// What the cache had to say.
    public var cacheWarnings: [String]

    /// Gathers how a run went.
    public init(
      started: Int, seconds: Double, jobs: Int, exitCode: Int32, cacheWarnings: [String]
    ) {
      self.started = started
      self.seconds = seconds
      self.jobs = jobs
      self.exitCode = exitCode
      self.cacheWarnings = cacheWarnings
    }
  }

  /// A step of an earlier run.
  struct Step {
    let label: String
    let key: String
    let state: String
    let seconds: Double
    let ingredients: [(name: String, value: String)]
  }

  /// The log.
  public let json: JSONValue

  /// Logs a run.
  public init(_ run: StudyRun, _ conduct: Conduct) {
    let steps = run.plan.map { plan in
      zip(plan.steps, run.outcomes).map { step, outcome -> JSONValue in
        [
          "step": .string(plan.label(of: step)), "key": .string(step.key.hex),
          "state": .string(Self.state(step, outcome)),
          "seconds": .number((outcome.seconds * 1e6).rounded() / 1e6),
          "ingredients": .object(
            step.ingredients.map { JSONValue.Member($0.name, .string($0.value)) }.unique),
        ]
      }
    }
    json = [
      "schema": 1, "started": .string(UniversalTime.text(conduct.started)),
      "seconds": .number((conduct.seconds * 1e6).rounded() / 1e6), "jobs": .int(conduct.jobs),
      "exit": .int(Int(conduct.exitCode)),
      "sandbox": .array(run.sandboxRemarks.map { .string($0) }),
      "cache": .array(conduct.cacheWarnings.map { .string($0) }),
      "steps": .array(steps ?? []),
    ]
  }

  /// Reads a log; nil where it is none.
  public init?(parsing bytes: [UInt8]) {
    guard let json = try? JSONValue(parsing: bytes), json["steps"]?.array != nil else { return nil }
    self.json = json
  }

  /// The log's file.
  public var text: String { json.text(.indented) + "\n" }

  /// The steps of the run.
  var steps: [Step] {
    (json["steps"]?.array ?? []).map { step in
      Step(
        label: step["step"]?.string ?? "", key: step["key"]?.string ?? "",
        state: step["state"]?.string ?? "", seconds: step["seconds"]?.double ?? 0,
        ingredients: (step["ingredients"]?.members ?? []).map { ($0.name, $0.value.string ?? "") })
    }
  }

  private static func state(_ step: Engine.Step, _ outcome: StudyRun.StepOutcome) -> String {
    if let failure = outcome.failure { return failure.exitCode == 0 ? "skipped" : "failed" }
    if step.isLight { return "at once" }
    return outcome.wasCached ? "cached" : "carried out"
  }
}

extension [JSONValue.Member] {
  /// The members with names of their own: a name that stands already gets a number.
  fileprivate var unique: [JSONValue.Member] {
    var seen: [String: Int] = [:]
    return map { member in
      let count = seen[member.name, default: 0] + 1
      seen[member.name] = count
      return count == 1 ? member : JSONValue.Member("\(member.name) (\(count))", member.value)
    }
  }
}

extension Plan {
  /// By what a step is known from one run to the next: its names or its words, its member, its fold.
  func label(of step: Step) -> String {
    switch step.origin {
    case .quantity(let index): return "quantity \(program.quantities[index].canonical)"
    case .folds, .raster: return name(of: step.id)
    case .statement(let index):
      let statement = program.statements[index]
      guard statement.names.isEmpty else { return name(of: step.id) }
      // What has no name is known by what it says, apart from lines below its own.
      let words = statement.canonical.prefix { $0 != "\n" }
      let member = step.coordinates.map { "\($0.axis) \($0.member)" }.joined(separator: ", ")
      return member.isEmpty ? String(words) : "\(words) at \(member)"
    }
  }
}
