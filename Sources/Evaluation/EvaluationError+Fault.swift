public import Vocabulary

extension EvaluationError: Fault {
  /// 1 where a metric is undefined for the predictions, 4 where the places or the map do not allow it.
  public var exitCode: Int32 {
    switch self {
    case .undefined: 1
    default: 4
    }
  }
}
