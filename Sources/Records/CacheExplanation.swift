public import Engine
import Language
public import Storage

/// Why each step of a study would be carried out or not.
public struct CacheExplanation: Sendable {
  /// What would become of a step.
  public enum Fate: String, Sendable {
    /// Its result is in the cache.
    case kept
    /// It needs no data and no cache.
    case atOnce = "at once"
    /// It would be carried out.
    case runs
  }

  /// A step with what would become of it, and why.
  public struct Line: Sendable {
    /// The step's names, or its words.
    public let name: String
    /// What would become of it.
    public let fate: Fate
    /// Why, each a part of a sentence; none for what is carried out at once.
    public let reasons: [String]
    /// How long it took when the last run carried it out, in seconds; none where it did not.
    public var secondsBefore: Double?
    /// How long it will take by the sizes of what it reads, in seconds; none where they are not known.
    public var secondsExpected: Double?
  }

  /// All steps, in the order of the plan.
  public let lines: [Line]

  /// Explains a plan.
  ///
  /// - Parameters:
  ///   - plan: the steps.
  ///   - store: the cache.
  ///   - last: the log of the last run, if there is one.
  ///   - usesCache: whether a run would use the cache.
  public init(_ plan: Plan, store: ArtifactStore, last: RunLog?, usesCache: Bool = true) {
    let known = Dictionary(
      (last?.steps ?? []).map { ($0.label, $0) }, uniquingKeysWith: { first, _ in first })
    let owners = Dictionary(
      plan.steps.map { ($0.key.hex, plan.label(of: $0)) }, uniquingKeysWith: { first, _ in first })
    lines = plan.steps.map { step -> Line in
      let name = plan.label(of: step)
      if step.isLight { return Line(name: name, fate: .atOnce, reasons: []) }
      if usesCache, store.entry(step.key, checking: .manifest) != nil {
        return Line(name: name, fate: .kept, reasons: ["nothing it depends on has changed"])
      }
      let reasons =
        usesCache
        ? Self.reasons(step, known[name], hasLog: last != nil, owners)
        : ["the cache is not to be used"]
      var line = Line(name: name, fate: .runs, reasons: reasons)
      if let earlier = known[name], earlier.state == "carried out" {
        line.secondsBefore = earlier.seconds
      }
      if case .statement(let index) = step.origin {
        line.secondsExpected = plan.program.statements[index].secondsOfMember
      }
      return line
    }
  }

  private static func reasons(
    _ step: Step, _ earlier: RunLog.Step?, hasLog: Bool, _ owners: [String: String]
  ) -> [String] {
    guard hasLog else { return ["there is no log of an earlier run"] }
    guard let earlier else { return ["it was not part of the last run"] }
    if earlier.key == step.key.hex {
      switch earlier.state {
      case "failed": return ["it failed in the last run"]
      case "skipped": return ["it was left out of the last run"]
      default: return ["its result is no longer in the cache"]
      }
    }
    var reasons: [String] = []
    for ingredient in step.ingredients {
      let before = earlier.ingredients.first { $0.name == ingredient.name }?.value
      guard before != ingredient.value else { continue }
      reasons.append(Self.reason(ingredient, before: before, owners))
    }
    for old in earlier.ingredients where !step.ingredients.contains(where: { $0.name == old.name })
    {
      reasons.append("“\(old.name)” is no longer part of it")
    }
    return reasons.isEmpty ? ["it depends on other values"] : reasons
  }

  private static func reason(
    _ ingredient: Step.Ingredient, before: String?, _ owners: [String: String]
  ) -> String {
    guard let before else { return "“\(ingredient.name)” is new" }
    switch ingredient.name {
    case "statement", "word", "names", "value given", "seed", "fold held out":
      return "its \(ingredient.name) was “\(before)” and is “\(ingredient.value)”"
    case "build, libraries and processor":
      return "Scarp, a library or the processor is another"
    default:
      if ingredient.name.hasPrefix("file ") {
        return "the \(ingredient.name) has changed"
      }
      // A key, with the part of the value that is read.
      let key = ingredient.value.prefix(64)
      let owner = owners[String(key)]
      return owner == nil || owner == ingredient.name
        ? "“\(ingredient.name)” has changed"
        : "“\(ingredient.name)”, made by “\(owner ?? "")”, has changed"
    }
  }
}
