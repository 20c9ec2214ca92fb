import Diagnostics
import Vocabulary

extension PlacesValue {
  /// Adds a remark where several places lie at exactly the same point: they may fall into training
  /// and test.
  func warnOfTwins(in environment: any RunEnvironment) {
    guard let points else { return }
    var first: [SIMD2<Double>: Double] = [:]
    var (twins, contradictions) = (0, 0)
    for (i, point) in points.enumerated() {
      let label = labels?.numbers[i] ?? 0
      guard let earlier = first[point] else {
        first[point] = label
        continue
      }
      twins += 1
      if earlier != label { contradictions += 1 }
    }
    guard twins > 0 else { return }
    environment.warn(
      .placesAtOnePoint,
      (twins == 1 ? "1 place of “\(root)” lies" : "\(twins) places of “\(root)” lie")
        + " at the point of another one"
        + (contradictions > 0 ? ", \(contradictions) with the other label." : "."),
      help: ["Remove doubles from the inventory, or split by blocks."])
  }
}
