public import Vocabulary

/// Why an area cannot be simulated.
public enum SimulationFault: Error, Sendable, Equatable {
  /// No area of that name.
  case unknownArea(name: String)
  /// A size that the simulation cannot make.
  case badSize(what: String, found: String, expected: String)
  /// The folder holds something else than a simulated area.
  case occupied(folder: String, by: String)
}

extension SimulationFault: Fault {
  /// What is wrong.
  public var message: String {
    switch self {
    case .unknownArea(let name): "there is no area “\(name)” to simulate"
    case .badSize(let what, let found, let expected):
      "\(what): expected \(expected), found \(found)"
    case .occupied(let folder, let other):
      "\(folder) holds “\(other)”, which no simulation wrote"
    }
  }

  /// What to do about it.
  public var advice: String {
    switch self {
    case .unknownArea: "Simulate quickstart."
    case .badSize: "Choose another size."
    case .occupied: "Name a new folder, or one that holds a simulated area and nothing else."
    }
  }

  /// The exit code.
  public var exitCode: Int32 {
    switch self {
    case .unknownArea, .badSize: 2
    case .occupied: 5
    }
  }
}
