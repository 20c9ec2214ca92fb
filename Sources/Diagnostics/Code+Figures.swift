/// Codes of figures: E27x.
extension Code {
  /// Bands for an image that are not there, or not three.
  public static let colourBands = Code(
    "E270", "An image in colour needs three bands of its layers.",
    explanation: """
      The first band gives red, the second green, the third blue; each is stretched from its 2 % \
      to its 98 % quantile.
      """,
    example: "draw map of sharp, coloured by red, green as fig-image \"The image.\"",
    cure: "draw map of sharp, coloured by red, green, blue as fig-image \"The image.\"")
  /// A point of other than two coordinates.
  public static let mapPoint = Code(
    "E271", "A point on a map is two numbers.",
    explanation: """
      The first is the easting or longitude, the second the northing or latitude, in the map's \
      coordinates or in degrees.
      """,
    example: "draw map of chance, near 11.9 E as fig-close \"A valley.\"",
    cure: "draw map of chance, near 11.9 E, 46.2 N as fig-close \"A valley.\"")
  /// A curve of a model that was not made by folds, without places to judge it on.
  public static let curveNeedsPlaces = Code(
    "E272", "A curve needs places on which the model is judged.",
    explanation: """
      Models made by folds are judged on the places that each fold held out; any other model needs \
      places, best such as its training has not seen: Chung & Fabbri (2003), \
      doi:10.1023/B:NHAZ.0000007172.62651.2b.
      """,
    example: "draw roc of glm as fig-roc \"ROC curve.\"",
    cure: "draw roc of glm on test as fig-roc \"ROC curve.\"")
  /// A picture of correlations of one layer.
  public static let loneLayer = Code(
    "E295", "One layer by itself has no correlation to draw.",
    explanation: "A cell of the picture stands for a pair of layers.",
    example: "draw correlation of collinear.slope as fig-corr \"Correlation.\"",
    cure: "draw correlation of collinear as fig-corr \"Correlation.\"")

  /// The codes of this file, in order.
  public static let figureCodes: [Code] = [
    .colourBands, .mapPoint, .curveNeedsPlaces, .loneLayer,
  ]
}
