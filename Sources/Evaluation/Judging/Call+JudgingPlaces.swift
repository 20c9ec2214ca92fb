import Learning
import Vocabulary

extension Call {
  /// The places that a parameter's metric names after “on”, or none.
  func judgingPlaces(_ metric: Parameter<String>) throws -> PlacesValue? {
    guard case .metric(_, let mention?) = argument(metric)?.content else { return nil }
    guard let places = try value(of: mention) as? PlacesValue else {
      throw CallFault.mismatch(metric.name, expected: "places")
    }
    return places
  }
}
