public import Learning
public import Numerics

/// What a score loses when the values of some columns are exchanged among the places.
///
///     loss = score − score with the columns in a random order of the places
///
/// the other way round for a metric of which less is better. The columns of a group are exchanged
/// together, so that a layer as dummies stays one class at each place. The result is the same for any
/// number of threads.
///
/// - Parameters:
///   - model: any model.
///   - samples: complete rows with labels, columns as the model reads them.
///   - groups: columns by their position, several that belong together.
///   - metric: the score.
///   - times: how often each group is exchanged.
///   - random: the random numbers; each exchange has its own index.
///   - threads: how many threads may work at once.
/// - Returns: for each group the losses, one for each time.
/// - Throws: ``LearningError/noLabels`` and ``EvaluationError`` where the metric is undefined.
/// - Source: Breiman (2001), section 10, doi:10.1023/A:1010933404324; Fisher, Rudin & Dominici
///   (2019), Journal of Machine Learning Research 20 (177).
public func permutationImportance(
  of model: any ProbabilityModel, at samples: SampleMatrix, groups: [[Int]], by metric: Metric,
  times: Int, random: RandomStream, threads: Int = ThreadLimit.current
) throws -> [[Double]] {
  guard let labels = samples.labels else { throw LearningError.noLabels }
  let features = samples.features
  @Sendable func score(_ features: Matrix) throws(EvaluationError) -> Double {
    try metric.value(
      of: Predictions(labels: labels, probabilities: model.probabilities(for: features)))
  }
  let whole = try score(features)
  let sign: Double = metric.direction == .higher ? 1 : -1
  let losses = FixedChunks(of: groups.count * times, size: 1).map(threads: threads) { range in
    let draw = range.lowerBound
    var stream = random.at(index: UInt32(draw))
    let order = stream.permutation(of: features.rows)
    var exchanged = features
    for column in groups[draw / times] {
      let start = column * features.rows
      for (row, other) in order.enumerated() {
        exchanged.elements[start + row] = features.elements[start + other]
      }
    }
    return Result { () throws(EvaluationError) in sign * (whole - (try score(exchanged))) }
  }
  let found = try losses.map { try $0.get() }
  return groups.indices.map { Array(found[$0 * times..<($0 + 1) * times]) }
}
