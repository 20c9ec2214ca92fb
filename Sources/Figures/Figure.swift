public import Drawing

/// A picture of results: what it shows as a drawing, and in words.
public protocol Figure: Sendable {
  /// The picture.
  ///
  /// - Parameter width: millimetres that it may take on paper; a picture whose shape or content needs
  ///   less is narrower.
  func drawing(width: Double) -> Drawing

  /// What the picture shows, made from its data, for readers who do not see it.
  var alternativeText: String { get }
}
