public import Numerics
public import Vocabulary

/// A logistic regression fitted in the run.
public struct LogisticValue: Predictor {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static var kind: Kind { .model }

  /// The layers it reads.
  public let stack: StackValue
  /// The fit.
  public let model: LogisticModel
  /// After how many steps the fit would have been given up.
  public let mostSteps: Int
  /// How many places were left out because a layer had no value.
  public let missing: Int
  /// The places of the fold that it did not learn from; none for a model of all its places.
  public let heldOut: PlacesValue?

  /// Keeps a fit.
  public init(
    stack: StackValue, model: LogisticModel, mostSteps: Int, missing: Int, heldOut: PlacesValue?
  ) {
    self.stack = stack
    self.model = model
    self.mostSteps = mostSteps
    self.missing = missing
    self.heldOut = heldOut
  }

  /// The columns it was learned from, in order.
  public var featureNames: [String] { model.featureNames }

  /// The probability of a landslide for each row of a matrix; see ``ProbabilityModel``.
  public func probabilities(for features: Matrix) -> [Double] {
    model.probabilities(for: features)
  }

  /// A coefficient by the name of its column or `intercept`, or a setting.
  public func member(_ name: String) -> (any Value)? {
    if let term = model.terms.first(where: { $0.name == name }) { return CoefficientValue(term) }
    switch name {
    case "ridge": return NumberValue(Quantity(model.ridge))
    case "iterations": return NumberValue(Quantity(Double(mostSteps)))
    default: return nil
    }
  }

  /// What it was fitted on, and how well.
  public var summary: String {
    let places = "\(model.observations) places, \(featureNames.count) columns"
    guard let aic = model.aic else {
      return "\(places), ridge \(Quantity.plain(model.ridge))"
    }
    return "\(places), AIC \(formatFixed(aic, decimals: 2))"
  }

  /// The coefficients.
  public func display() -> DisplayTable {
    func minus(_ value: Double) -> String { DisplayTable.Cell.number(value, decimals: 4).text }
    var notes = [
      "\(model.observations) places, \(model.positives) labelled 1; "
        + "log-likelihood \(minus(model.logLikelihood)), "
        + "of the intercept alone \(minus(model.nullLogLikelihood))"
        + (model.aic.map { "; AIC \(formatFixed($0, decimals: 4))" } ?? "")
        + "; \(model.iterations) steps of Newton's method."
    ]
    if missing > 0 { notes.append("\(missing) places without a value in every layer left out.") }
    if model.ridge > 0 {
      notes.append(
        "Ridge penalty \(Quantity.plain(model.ridge)) on the squares of the standardised "
          + "coefficients; standard errors have no meaning under a penalty.")
    }
    for (index, layer) in stack.layers.enumerated() {
      guard let first = layer.classes?.first,
        stack.columns.contains(where: { $0.layer == index && $0.className != nil })
      else { continue }
      notes.append("Classes of \(layer.name) are compared with class \(first).")
    }
    let rows = CoefficientValue.rows(of: model.terms)
    // What has no meaning under a penalty has no column either.
    let kept = model.ridge > 0 ? [0, 1, 5] : Array(CoefficientValue.columns.indices)
    return DisplayTable(
      columns: kept.map { CoefficientValue.columns[$0] },
      rows: rows.map { row in kept.map { row[$0] } }, notes: notes)
  }
}

/// One coefficient of a model.
public struct CoefficientValue: Value {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static var kind: Kind { .coefficient }

  /// The columns of a table of coefficients.
  static let columns: [DisplayTable.Column] = [
    .text("Term"), .number("Estimate"), .number("Standard error"), .number("z"), .number("p"),
    .number("Odds ratio"),
  ]

  /// The coefficient with what is known of it.
  public let term: LogisticModel.Term

  /// Takes a coefficient.
  public init(_ term: LogisticModel.Term) { self.term = term }

  /// The estimate.
  public var summary: String { "\(term.name) \(formatSignificant(term.estimate, digits: 6))" }

  /// A row for each coefficient.
  static func rows(of terms: [LogisticModel.Term]) -> [[DisplayTable.Cell]] {
    let columns: [[DisplayTable.Cell]] = [
      terms.map { .text($0.name) },
      DisplayTable.Cell.numbers(terms.map(\.estimate)),
      DisplayTable.Cell.numbers(terms.map(\.standardError)),
      DisplayTable.Cell.numbers(terms.map(\.z)),
      DisplayTable.Cell.numbers(terms.map(\.p)),
      // The odds ratio of the intercept compares with nothing.
      DisplayTable.Cell.numbers(terms.map { $0.name == "intercept" ? nil : $0.oddsRatio }),
    ]
    return terms.indices.map { row in columns.map { $0[row] } }
  }

  /// One row.
  public func display() -> DisplayTable {
    DisplayTable(columns: Self.columns, rows: Self.rows(of: [term]))
  }
}
