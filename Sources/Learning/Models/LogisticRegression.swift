import Glibc
public import Numerics

/// Logistic regression by maximum likelihood, to machine precision.
///
///     P(y = 1 | x) = 1 / (1 + exp(−(β₀ + β·x)))
///     β = arg max Σ y ln p + (1 − y) ln(1 − p) − λ/2 Σⱼ (βⱼ sⱼ)²
///
/// Newton's method on standardised columns (sⱼ is the population deviation of column j), the step
/// halved while the likelihood would fall. It ends with a step shorter than 10⁻⁹ standard errors
/// and 10⁻⁶ of a coefficient, after which the error is a rounding error, convergence being
/// quadratic. The penalty λ acts on the standardised coefficients and spares the intercept; without
/// it (λ = 0) the estimates do not depend on the units of the columns.
///
/// - Shapes: x is n x k.
/// - Source: Hosmer, Lemeshow & Sturdivant (2013), "Applied logistic regression", chapters 1 and 2,
///   doi:10.1002/9781118548387; separation: Albert & Anderson (1984), doi:10.1093/biomet/71.1.1.
public struct LogisticRegression: Learner, Equatable {
  /// The penalty λ on the squares of the standardised coefficients; 0 for none.
  public let ridge: Double
  /// After how many steps to give up.
  public let mostSteps: Int

  /// Creates the learner with its settings.
  public init(ridge: Double = 0, mostSteps: Int = 100) {
    precondition(ridge >= 0 && ridge.isFinite, "a ridge of \(ridge)")
    self.ridge = ridge
    self.mostSteps = mostSteps
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func fit(
    _ samples: SampleMatrix, using algebra: any LinearAlgebra
  ) throws(LearningError) -> LogisticModel {
    let labels = try samples.binaryLabels()
    let design = try StandardisedDesign(samples)
    if ridge == 0 {
      if samples.count <= design.width {
        throw .tooFewRows(rows: samples.count, needed: design.width + 1)
      }
      _ = try LinearDependence.factor(design.correlation(), names: samples.names, using: algebra)
      if let separation = Separation.bySingleColumn(of: samples, labels: labels) {
        throw .separated(separation)
      }
    }
    let positives = labels.reduce(0, +)
    let negatives = Double(labels.count) - positives
    var beta = [Double](repeating: 0, count: design.width)
    beta[0] = log(positives / negatives)
    var state = LogisticLikelihood(of: design, labels: labels, at: beta, ridge: ridge)
    for iteration in 1...mostSteps {
      guard let factor = try? algebra.factor(state.information) else {
        throw .notConverged(iterations: iteration)
      }
      let gradient = Matrix(rows: design.width, columns: 1, columnMajor: state.gradient)
      let step = algebra.solve(factor, gradient).elements
      let decrement = zip(step, state.gradient).reduce(0) { $0 + $1.0 * $1.1 }
      var scale = 1.0
      var (next, ahead) = moved(beta, by: step, scale, design, labels)
      // Near the maximum the likelihood changes by less than it is rounded by.
      let slack = 1e-12 * (1 + abs(state.objective))
      while !(ahead.objective >= state.objective - slack) {
        scale /= 2
        if scale < 1e-10 { throw .notConverged(iterations: iteration) }
        (next, ahead) = moved(beta, by: step, scale, design, labels)
      }
      (beta, state) = (next, ahead)
      let length = step.reduce(0) { max($0, abs($1)) }
      if decrement <= 1e-18 && length <= 1e-6 * max(1, beta.reduce(0) { max($0, abs($1)) }) {
        return try LogisticModel(
          coefficients: beta, state: state, design: design, positives: Int(positives),
          ridge: ridge, iterations: iteration, using: algebra)
      }
      if ridge == 0 {
        try refuseSeparation(
          design, labels, beta: beta, state: state, step: step, iteration: iteration)
      }
    }
    throw .notConverged(iterations: mostSteps)
  }

  private func moved(
    _ beta: [Double], by step: [Double], _ scale: Double, _ design: StandardisedDesign,
    _ labels: [Double]
  ) -> ([Double], LogisticLikelihood) {
    let next = zip(beta, step).map { $0 + scale * $1 }
    return (next, LogisticLikelihood(of: design, labels: labels, at: next, ridge: ridge))
  }

  /// Throws where the coefficients, or the direction in which they keep growing, tell the classes
  /// apart.
  ///
  /// Under quasi-complete separation the steps tend to that direction, at a constant length.
  private func refuseSeparation(
    _ design: StandardisedDesign, _ labels: [Double], beta: [Double], state: LogisticLikelihood,
    step: [Double], iteration: Int
  ) throws(LearningError) {
    if state.leastMargin > 1e-9 * state.greatestScore {
      throw .separated(separation(along: beta, isComplete: true, design.names))
    }
    guard iteration >= 8 else { return }
    let growth = LogisticLikelihood(of: design, labels: labels, at: step, ridge: 0)
    if growth.greatestScore > 0.1 && growth.leastMargin > -1e-8 * growth.greatestScore {
      let isComplete = growth.leastMargin > 1e-8 * growth.greatestScore
      throw .separated(separation(along: step, isComplete: isComplete, design.names))
    }
  }

  private func separation(
    along direction: [Double], isComplete: Bool, _ names: [String]
  ) -> Separation {
    let weights = direction.dropFirst().map { abs($0) }
    let least = 1e-3 * (weights.max() ?? 0)
    return Separation(
      isComplete: isComplete, names: zip(names, weights).filter { $0.1 > least }.map(\.0))
  }
}
