import Diagnostics
import Rasters
import Vocabulary

/// Arithmetic and comparison on layers, columns and numbers: a statement without a verb.
struct Arithmetic: RunnableWord {
  let entry = Entry(
    "arithmetic", .value,
    "Joins layers, columns and numbers by + - * / ^, comparison, and, or, not, and functions.",
    formula: """
      functions: ln log10 exp sqrt abs min max sin cos tan atan
      a comparison gives 1 or 0; no data anywhere gives no data
      """,
    example: "steep = slope > 30 degrees and ndvi < 0.2")

  let expression = Parameter<Expression>(
    "expression", .subject, .expression, "Names, numbers and functions joined by operators.")

  func infer(_ call: Inference) -> ValueType {
    guard case .expression(let expression)? = call.argument(expression)?.content else {
      return ValueType(.unknown)
    }
    if case .name(let reference) = expression { return reference.type.withoutAxes() }
    return LayerArithmetic().infer(expression) { code, title, span, help in
      call.report(code, title, span: span, help: help)
    }
  }

  func run(_ call: Call) throws -> any Value { try evaluate(try call[expression], call) }

  /// The value of an expression; a lone name gives what it names.
  func evaluate(_ expression: Expression, _ call: Call) throws -> any Value {
    if case .name(let reference) = expression { return try call.value(of: reference) }
    return try LayerArithmetic().evaluate(expression, call)
  }
}
