/// The rocks of the area and what is known of each; the raw value is its code in lithology.tif.
public enum Rock: Int, CaseIterable, Sendable {
  case sandstone = 1
  case shale, limestone, marl, tuff

  /// Its name.
  public var name: String { "\(self)" }

  /// How fast streams cut it, over the usual rate.
  var erodibility: Double {
    switch self {
    case .sandstone: 0.8
    case .shale: 1.5
    case .limestone: 0.65
    case .marl: 1.25
    case .tuff: 1
    }
  }

  /// The cohesion of the soil upon it, kPa.
  public var cohesion: Double {
    switch self {
    case .sandstone: 3
    case .shale: 7
    case .limestone: 6
    case .marl: 5
    case .tuff: 2
    }
  }

  /// The tangent of the soil's angle of friction.
  public var friction: Double {
    switch self {
    case .sandstone: 0.62
    case .shale: 0.3
    case .limestone: 0.75
    case .marl: 0.4
    case .tuff: 0.55
    }
  }

  /// The transmissivity of the soil, m² per day.
  public var transmissivity: Double {
    switch self {
    case .sandstone: 25
    case .shale: 8
    case .limestone: 40
    case .marl: 10
    case .tuff: 18
    }
  }

  /// How much of its friction is lost where the slope falls with the beds.
  public var beddingLoss: Double {
    switch self {
    case .shale, .marl: 0.5
    case .sandstone, .limestone: 0.2
    case .tuff: 0
    }
  }
}
