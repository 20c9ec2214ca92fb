public import Vocabulary

/// The coefficients of models.
public struct ShowCoefficients: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "show coefficients", .output,
    "Shows each coefficient with its standard error, z, p and odds ratio.",
    formula: "z = β / standard error,  p = 2 Φ(−|z|),  odds ratio = e^β",
    sources: ["Hosmer, Lemeshow & Sturdivant (2013), doi:10.1002/9781118548387"],
    example: "show coefficients of glm as tbl-glm \"Coefficients.\"")
  let models = Parameter<[any Value]>(
    "models", .after("of"), .values([.model]), "The models.", takesFamily: true)

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public var version: Int { 2 }

  /// Creates the word.
  public init() {}

  /// A table with a row for each term.
  public func infer(_ call: Inference) -> ValueType { ValueType(.display) }

  /// Lists the terms.
  public func run(_ call: Call) throws -> any Value {
    var tables: [(label: String, table: DisplayTable)] = []
    for (mention, member) in try call.members(models) {
      guard let model = member.value as? LogisticValue else {
        throw LearningError.otherLearner(expected: "logistic regression")
      }
      let label = [mention.text, member.label].filter { !$0.isEmpty }.joined(separator: ", ")
      tables.append((label, model.display()))
    }
    guard let first = tables.first else { throw LearningError.noCompleteRows(given: 0) }
    if tables.count == 1 { return first.table }
    return try DisplayTable.stacked(tables, under: "Model", marksNotes: true)
  }
}
