import Numerics

/// The columns of some samples at mean 0 and population deviation 1, with a leading column of ones.
///
/// Stored row after row, because every pass works on whole rows.
///
/// - Shapes: `values` is n x (k + 1), row-major; `means` and `deviations` are k long.
struct StandardisedDesign: Sendable {
  let names: [String]
  let count: Int
  let width: Int
  let values: [Double]
  let means: [Double]
  let deviations: [Double]

  /// Standardises the columns.
  ///
  /// - Throws: ``LearningError/constantColumn(name:)``.
  init(_ samples: SampleMatrix) throws(LearningError) {
    let (n, k) = (samples.count, samples.names.count)
    var (means, deviations) = ([Double](), [Double]())
    for (j, name) in samples.names.enumerated() {
      let column = Array(samples.features.column(j))
      let (center, spread) = (mean(of: column), standardDeviation(of: column, kind: .population))
      // A constant whose mean was rounded has a deviation of a few units in the last place.
      guard spread > 1e-14 * abs(center) else { throw .constantColumn(name: name) }
      means.append(center)
      deviations.append(spread)
    }
    let width = k + 1
    values = [Double](unsafeUninitializedCapacity: n * width) { buffer, initialized in
      for i in 0..<n { buffer.initializeElement(at: i * width, to: 1) }
      samples.features.elements.withUnsafeBufferPointer { source in
        for j in 0..<k {
          let (center, spread) = (means[j], deviations[j])
          for i in 0..<n {
            let x = (source[j * n + i] - center) / spread
            buffer.initializeElement(at: i * width + j + 1, to: x)
          }
        }
      }
      initialized = n * width
    }
    names = samples.names
    count = n
    self.width = width
    self.means = means
    self.deviations = deviations
  }

  /// The rows, in the chunks in which all sums over them are taken.
  var chunks: FixedChunks { FixedChunks(of: count, size: 1024) }

  /// Pearson's correlation of each pair of columns, k x k.
  func correlation() -> Matrix {
    let width = width
    let partial = chunks.map { range in
      var sums = [Double](repeating: 0, count: width * width)
      values.withUnsafeBufferPointer { values in
        sums.withUnsafeMutableBufferPointer { sums in
          for i in range {
            let row = i * width
            for a in 1..<width {
              let x = values[row + a]
              for b in a..<width { sums[a * width + b] += x * values[row + b] }
            }
          }
        }
      }
      return sums
    }
    let sums = orderedTotals(of: partial, count: width * width)
    var matrix = Matrix.identity(width - 1)
    for a in 1..<width {
      for b in (a + 1)..<max(width, a + 1) {
        let r = max(-1, min(1, sums[a * width + b] / Double(count)))
        matrix[a - 1, b - 1] = r
        matrix[b - 1, a - 1] = r
      }
    }
    return matrix
  }
}

/// The sums over chunks, place by place, in the order of the chunks.
func orderedTotals(of partial: [[Double]], count: Int) -> [Double] {
  var totals = [CompensatedSum](repeating: CompensatedSum(), count: count)
  for part in partial {
    for (i, value) in part.enumerated() { totals[i].add(value) }
  }
  return totals.map(\.value)
}
