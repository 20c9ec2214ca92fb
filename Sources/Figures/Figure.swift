public import Drawing

/// A picture of results: what it shows as a drawing, and in words.
public protocol Figure: Sendable {
  /// The picture.
  ///
  /// - Parameter width: millimetres that it may take on paper.
  /// - Returns: the drawing, narrower where its shape or content needs less.
  func drawing(width: Double) -> Drawing

  /// What the picture shows, made from its data, for readers who do not see it.
  var alternativeText: String { get }
}
