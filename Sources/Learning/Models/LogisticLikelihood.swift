import Glibc
import Numerics

/// The log-likelihood of a logistic regression at some coefficients, with its derivatives.
///
///     η = X β,  p = 1 / (1 + e^−η)
///     ℓ = Σ y ln p + (1 − y) ln(1 − p) − λ/2 Σⱼ≥₁ βⱼ²
///     ∂ℓ/∂β = Xᵀ(y − p) − λβ,  −∂²ℓ/∂β² = XᵀWX + λ,  W = p(1 − p)
///
/// The penalty leaves out the intercept, which is the first coefficient.
struct LogisticLikelihood: Sendable {
  /// Σ y ln p + (1 − y) ln(1 − p), without the penalty.
  let logLikelihood: Double
  /// ℓ, with the penalty.
  let objective: Double
  /// ∂ℓ/∂β.
  let gradient: [Double]
  /// −∂²ℓ/∂β².
  let information: Matrix
  /// The smallest η of class 1 and −η of class 0: positive where β tells all rows apart.
  let leastMargin: Double
  /// The largest |η|.
  let greatestScore: Double

  /// Sums over all rows, in fixed chunks combined in order.
  init(of design: StandardisedDesign, labels: [Double], at beta: [Double], ridge: Double) {
    let width = design.width
    let partial = design.chunks.map { range in
      LogisticLikelihood.sums(over: range, of: design, labels: labels, at: beta)
    }
    let totals = orderedTotals(of: partial.map(\.sums), count: 1 + width + width * width)
    var objective = totals[0]
    var gradient = Array(totals[1...width])
    var information = Matrix(rows: width, columns: width)
    for a in 0..<width {
      for b in a..<width {
        information[a, b] = totals[1 + width + a * width + b]
        information[b, a] = information[a, b]
      }
    }
    if ridge > 0 {
      for j in 1..<max(width, 1) {
        objective -= ridge / 2 * beta[j] * beta[j]
        gradient[j] -= ridge * beta[j]
        information[j, j] += ridge
      }
    }
    logLikelihood = totals[0]
    self.objective = objective
    self.gradient = gradient
    self.information = information
    leastMargin = partial.map(\.margin).min() ?? 0
    greatestScore = partial.map(\.score).max() ?? 0
  }

  private struct Partial: Sendable {
    let sums: [Double]
    let margin: Double
    let score: Double
  }

  private static func sums(
    over range: Range<Int>, of design: StandardisedDesign, labels: [Double], at beta: [Double]
  ) -> Partial {
    let width = design.width
    var sums = [Double](repeating: 0, count: 1 + width + width * width)
    var (margin, score, likelihood) = (Double.infinity, 0.0, 0.0)
    design.values.withUnsafeBufferPointer { values in
      sums.withUnsafeMutableBufferPointer { sums in
        beta.withUnsafeBufferPointer { beta in
          for i in range {
            let row = i * width
            var eta = 0.0
            for j in 0..<width { eta += values[row + j] * beta[j] }
            let (isOne, size) = (labels[i] == 1, abs(eta))
            let small = exp(-size)
            let whole = 1 + small
            let toward = isOne ? eta : -eta
            likelihood += min(toward, 0) - log1p(small)
            // What is missing to the label, without the cancellation of y − p.
            let error = (toward >= 0 ? small : 1) / whole
            let residual = isOne ? error : -error
            let weight = small / (whole * whole)
            margin = min(margin, toward)
            score = max(score, size)
            for a in 0..<width {
              let x = values[row + a]
              sums[1 + a] += residual * x
              let weighted = weight * x
              let start = 1 + width + a * width
              for b in a..<width { sums[start + b] += weighted * values[row + b] }
            }
          }
          sums[0] = likelihood
        }
      }
    }
    return Partial(sums: sums, margin: margin, score: score)
  }
}
