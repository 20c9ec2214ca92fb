/// One map of a figure.
public struct MapPanel: Sendable, Equatable {
  /// Its title, empty for none.
  public let title: String
  /// Its cells; none for a map of points and lines alone.
  public let layer: MapLayer?
  /// What is drawn over them, in order.
  public let overlays: [MapOverlay]

  /// Creates a panel.
  public init(title: String = "", layer: MapLayer?, overlays: [MapOverlay] = []) {
    self.title = title
    self.layer = layer
    self.overlays = overlays
  }
}
