import Glibc
public import Numerics

/// A fitted logistic regression, its coefficients in the units of the columns.
///
///     P(y = 1 | x) = 1 / (1 + exp(−(β₀ + β·x)))
public struct LogisticModel: ProbabilityModel, Equatable, Codable {
  /// One coefficient with what is known of it.
  public struct Term: Sendable, Equatable, Codable {
    /// The name of the column, or `intercept`.
    public let name: String
    /// The coefficient: the change of the log odds per unit of the column.
    public let estimate: Double
    /// Its standard error, from the inverse of the Fisher information; none under a penalty, which
    /// makes it meaningless.
    public let standardError: Double?

    /// The estimate over its standard error (Wald).
    public var z: Double? { standardError.map { estimate / $0 } }
    /// The probability of a |z| at least as great where the coefficient is zero.
    public var p: Double? { z.map(NormalDistribution.twoSided) }
    /// By what the odds are multiplied per unit of the column.
    public var oddsRatio: Double { exp(estimate) }
  }

  /// The coefficients, the intercept first.
  public let terms: [Term]
  /// The covariances of the estimates, in the order of ``terms``; none under a penalty.
  public let covariance: Matrix?
  /// Σ y ln p + (1 − y) ln(1 − p), without the penalty.
  public let logLikelihood: Double
  /// The same for the model with an intercept alone.
  public let nullLogLikelihood: Double
  /// How many rows were learned from.
  public let observations: Int
  /// How many of them are of class 1.
  public let positives: Int
  /// The penalty λ on the squares of the standardised coefficients; 0 for none.
  public let ridge: Double
  /// How many steps Newton's method took.
  public let iterations: Int

  /// Akaike's information criterion, 2 (k + 1) − 2ℓ; none under a penalty.
  ///
  /// - Source: Akaike (1974), doi:10.1109/TAC.1974.1100705.
  public var aic: Double? {
    ridge == 0 ? 2 * Double(terms.count) - 2 * logLikelihood : nil
  }
  /// McFadden's pseudo R², 1 − ℓ / ℓ₀.
  public var pseudoRSquared: Double { 1 - logLikelihood / nullLogLikelihood }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public var featureNames: [String] { terms.dropFirst().map(\.name) }

  /// Brings the coefficients of standardised columns back to the units of the columns.
  ///
  ///     βⱼ = γⱼ / sⱼ,  β₀ = γ₀ − Σ γⱼ mⱼ / sⱼ,  Cov β = J (Cov γ) Jᵀ
  init(
    coefficients gamma: [Double], state: LogisticLikelihood, design: StandardisedDesign,
    positives: Int, ridge: Double, iterations: Int, using algebra: any LinearAlgebra
  ) throws(LearningError) {
    let width = design.width
    var jacobian = Matrix.identity(width)
    for j in 1..<max(width, 1) {
      jacobian[j, j] = 1 / design.deviations[j - 1]
      jacobian[0, j] = -design.means[j - 1] / design.deviations[j - 1]
    }
    var covariance: Matrix?
    if ridge == 0 {
      guard let factor = try? algebra.factor(state.information) else {
        throw .notConverged(iterations: iterations)
      }
      covariance = LogisticModel.congruence(jacobian, algebra.inverse(of: factor))
    }
    terms = (0..<width).map { i in
      var estimate = CompensatedSum()
      for j in 0..<width { estimate.add(jacobian[i, j] * gamma[j]) }
      return Term(
        name: i == 0 ? "intercept" : design.names[i - 1], estimate: estimate.value,
        standardError: covariance.map { $0[i, i].squareRoot() })
    }
    self.covariance = covariance
    let (n, ones) = (Double(design.count), Double(positives))
    logLikelihood = state.logLikelihood
    nullLogLikelihood = ones * log(ones / n) + (n - ones) * log1p(-ones / n)
    observations = design.count
    self.positives = positives
    self.ridge = ridge
    self.iterations = iterations
  }

  /// J C Jᵀ, exactly symmetric.
  private static func congruence(_ jacobian: Matrix, _ matrix: Matrix) -> Matrix {
    let n = jacobian.rows
    var result = Matrix(rows: n, columns: n)
    for a in 0..<n {
      for b in a..<n {
        var sum = CompensatedSum()
        for i in 0..<n where jacobian[a, i] != 0 {
          for j in 0..<n where jacobian[b, j] != 0 {
            sum.add(jacobian[a, i] * matrix[i, j] * jacobian[b, j])
          }
        }
        result[a, b] = sum.value
        result[b, a] = sum.value
      }
    }
    return result
  }

  /// The probability of class 1 for one row, its columns as in ``featureNames``.
  public func probability(of row: some Sequence<Double>) -> Double {
    var eta = terms[0].estimate
    for (x, term) in zip(row, terms.dropFirst()) { eta += x * term.estimate }
    return sigmoid(eta)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func probabilities(for features: Matrix) -> [Double] {
    precondition(
      features.columns == terms.count - 1,
      "\(features.columns) columns for \(terms.count - 1) coefficients")
    let estimates = terms.map(\.estimate)
    let n = features.rows
    let parts = FixedChunks(of: n, size: 4096).map { range in
      var scores = [Double](repeating: estimates[0], count: range.count)
      features.elements.withUnsafeBufferPointer { values in
        scores.withUnsafeMutableBufferPointer { scores in
          for j in 1..<estimates.count {
            let start = (j - 1) * n + range.lowerBound
            for i in scores.indices { scores[i] += values[start + i] * estimates[j] }
          }
          for i in scores.indices { scores[i] = sigmoid(scores[i]) }
        }
      }
      return scores
    }
    return Array(parts.joined())
  }
}

/// The logistic function 1 / (1 + e^−x), without overflow.
func sigmoid(_ x: Double) -> Double {
  let small = exp(-abs(x))
  return x >= 0 ? 1 / (1 + small) : small / (1 + small)
}
