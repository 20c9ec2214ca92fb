/// A smaller map beside the map of a figure.
public struct MapInset: Sendable, Equatable {
  /// What it is for.
  public enum Purpose: Sendable, Equatable {
    /// A part of the map from nearer, marked on the map by its frame.
    case closer
    /// Where the map lies in a larger area, on which the map's frame is marked.
    case place
  }

  /// What it is for.
  public let purpose: Purpose
  /// What stands below it, empty for nothing.
  public let title: String
  /// What it shows of the earth, in the coordinates of the figure's map.
  public let extent: MapExtent
  /// Its cells; none for outlines alone.
  public let layer: MapLayer?
  /// What is drawn over them, in order.
  public let overlays: [MapOverlay]

  /// Creates an inset.
  public init(
    _ purpose: Purpose, title: String = "", extent: MapExtent, layer: MapLayer?,
    overlays: [MapOverlay]
  ) {
    self.purpose = purpose
    self.title = title
    self.extent = extent
    self.layer = layer
    self.overlays = overlays
  }
}
