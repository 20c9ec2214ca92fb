public import Vocabulary

/// A number of a coefficient: estimate, standard error, z, p or odds ratio.
public struct CoefficientNumber: RunnableWord {
  /// Which number.
  public enum Field: String, Sendable, CaseIterable {
    case estimate
    case standardError = "standard error"
    case z = "z value"
    case p = "p value"
    case oddsRatio = "odds ratio"

    func value(_ term: LogisticModel.Term) -> Double? {
      switch self {
      case .estimate: term.estimate
      case .standardError: term.standardError
      case .z: term.z
      case .p: term.p
      case .oddsRatio: term.oddsRatio
      }
    }

    var summary: String {
      switch self {
      case .estimate: "Gives a coefficient of a model."
      case .standardError: "Gives the standard error of a coefficient."
      case .z: "Gives a coefficient over its standard error."
      case .p: "Gives the two-sided probability of a coefficient as far from zero by chance."
      case .oddsRatio: "Gives by what the odds are multiplied per unit of a layer."
      }
    }

    var formula: String {
      switch self {
      case .estimate: "β"
      case .standardError: "√ of the diagonal of the inverse Fisher information"
      case .z: "β / standard error"
      case .p: "2 Φ(−|z|)"
      case .oddsRatio: "e^β"
      }
    }
  }

  /// The word's entry of the manual.
  public let entry: Entry
  let coefficient = Parameter<any Value>(
    "coefficient", .after("of"), .value([.coefficient, .model]),
    "A coefficient, such as glm.slope or glm.intercept; or a model, with a term.")
  let term = Parameter<String?>(
    "term", .after("term"), .columnName,
    "The column, for dummies: the layer's name, _ and the class.", default: nil)
  private let field: Field

  /// Creates the word for one number.
  public init(_ field: Field) {
    self.field = field
    entry = Entry(
      field.rawValue, .quantity, field.summary, formula: field.formula,
      sources: ["Hosmer, Lemeshow & Sturdivant (2013), doi:10.1002/9781118548387"],
      example: "check \(field.rawValue) of glm.slope is above 0")
  }

  /// A number.
  public func infer(_ call: Inference) -> ValueType {
    let isModel = call.type(coefficient)?.kind == .model
    return ValueType(isModel && !call.gives(term) ? .numbers : .number, unit: .one)
  }

  /// Looks the number up.
  public func run(_ call: Call) throws -> any Value {
    let value = try call[coefficient]
    if let one = value as? CoefficientValue { return try number(of: [one.term]) }
    guard let model = value as? LogisticValue else {
      throw LearningError.otherLearner(expected: "logistic regression")
    }
    guard let name = try call[term] else { return try number(of: model.model.terms) }
    guard let found = model.model.terms.first(where: { $0.name == name }) else {
      throw LearningError.noColumn(name: name, known: model.model.terms.map(\.name))
    }
    return try number(of: [found])
  }

  private func number(of terms: [LogisticModel.Term]) throws -> any Value {
    let found = try terms.map { term in
      guard let value = field.value(term) else { throw LearningError.noErrorUnderRidge }
      return value
    }
    return numbers(terms.map(\.name), found)
  }
}

/// A number of the fit of a model: log-likelihood or Akaike's criterion.
public struct FitNumber: RunnableWord {
  /// Which number.
  public enum Field: String, Sendable, CaseIterable {
    case logLikelihood = "log likelihood"
    case aic
  }

  /// The word's entry of the manual.
  public let entry: Entry
  let model = Parameter<any Value>("model", .after("of"), .value([.model]), "The model.")
  private let field: Field

  /// Creates the word for one number.
  public init(_ field: Field) {
    self.field = field
    switch field {
    case .logLikelihood:
      entry = Entry(
        field.rawValue, .quantity, "Gives the log-likelihood of a model at its own places.",
        formula: "Σ y ln p + (1 − y) ln(1 − p)", example: "log likelihood of glm, 6 decimals")
    case .aic:
      entry = Entry(
        field.rawValue, .quantity, "Gives Akaike's information criterion of a model.",
        formula: "2 (k + 1) − 2 ℓ, k the number of columns",
        sources: ["Akaike (1974), doi:10.1109/TAC.1974.1100705"],
        example: "aic of glm, 2 decimals")
    }
  }

  /// A number.
  public func infer(_ call: Inference) -> ValueType { ValueType(.number, unit: .one) }

  /// Looks the number up.
  public func run(_ call: Call) throws -> any Value {
    guard let fit = (try call[model] as? LogisticValue)?.model else {
      throw LearningError.otherLearner(expected: "logistic regression")
    }
    switch field {
    case .logLikelihood: return NumberValue(Quantity(fit.logLikelihood))
    case .aic:
      guard let aic = fit.aic else { throw LearningError.noErrorUnderRidge }
      return NumberValue(Quantity(aic))
    }
  }
}
