import Diagnostics
public import Vocabulary

/// An assumption that fills a gap of a paper, with its reason.
struct Assume: LightWord {
  let entry = Entry(
    "assume", .remark, "States an assumption and its reason; the report lists them.",
    example: "assume \"500 trees\" because \"not given\"")

  let assumption = Parameter<String>("assumption", .subject, .text, "What is assumed, a sentence.")
  let reason = Parameter<String>(
    "reason", .after("because"), .text, "The reason, which the report prints beside it.")

  func infer(_ call: Inference) -> ValueType { .nothing }

  func run(_ call: Call) throws -> any Value {
    AssumptionValue(assumption: try call[assumption], reason: try call[reason], isAllowance: false)
  }
}

/// A warning that the author allows, to repeat a study as it was.
struct Allow: LightWord {
  let entry: Entry
  let value: Parameter<String>
  let reason = Parameter<String>(
    "reason", .after("because"), .text, "The reason, which the report prints.")
  private let topic: String

  /// Leakage of a model, or nominal codes in a stack.
  init(_ topic: String, joint: String, kinds: [Kind], summary: String, example: String) {
    self.topic = topic
    entry = Entry("allow \(topic)", .remark, summary, example: example)
    value = Parameter(
      "value", .after(joint), .value(kinds), "The value whose warning is allowed.",
      takesFamily: true)
  }

  static let leakage = Allow(
    "leakage", joint: "of", kinds: [],
    summary: "Keeps a faithful rerun of a study that leaks, and prints the reason.",
    example: "allow leakage of short because \"the paper stops on the set it reports\"")

  static let nominalCodes = Allow(
    "nominal codes", joint: "in", kinds: [.stack],
    summary: "Lets class codes be used as numbers, as a study did, and prints the reason.",
    example: "allow nominal codes in raw because \"the paper feeds class codes as numbers\"")

  static let ownBreaks = Allow(
    "own breaks", joint: "of", kinds: [.zones],
    summary: "Lets maps with class limits of their own stand side by side, and prints the reason.",
    example: "allow own breaks of zones because \"the paper compares maps by natural breaks\"")

  func infer(_ call: Inference) -> ValueType { .nothing }

  func run(_ call: Call) throws -> any Value {
    let name = call.argument(value)?.references.first?.text ?? ""
    return AssumptionValue(
      assumption: "\(topic) of “\(name)” is allowed", reason: try call[reason], isAllowance: true)
  }
}

/// An assumption or allowance, as the report lists it.
public struct AssumptionValue: Value {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static var kind: Kind { .nothing }
  /// What is assumed.
  public let assumption: String
  /// Why.
  public let reason: String
  /// Whether it allows what would be a warning.
  public let isAllowance: Bool

  /// The assumption.
  public var summary: String { assumption }

  /// One row.
  public func display() -> DisplayTable {
    DisplayTable(
      columns: [.text("Assumption"), .text("Because")], rows: [[.text(assumption), .text(reason)]])
  }
}

/// The table of all assumptions.
struct ShowAssumptions: GatheringWord, LightWord {
  let entry = Entry(
    "show assumptions", .output, "Lists what the study had to assume, with the reasons.",
    example: "show assumptions as tbl-assumed \"What this rerun had to assume.\"")
  let gathers = "assume"

  func infer(_ call: Inference) -> ValueType { ValueType(.display) }

  func run(_ call: Call) throws -> any Value {
    DisplayTable(
      columns: [.text("Assumption"), .text("Because")],
      rows: call.gathered.compactMap { $0 as? AssumptionValue }.map {
        [.text($0.assumption), .text($0.reason)]
      })
  }
}
