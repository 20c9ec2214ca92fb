/// Codes of figures: E27x, and of maps E290 to E294 and W260 to W264.
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
  /// Beneath a map lies something that is no hillshade.
  public static let notLight = Code(
    "E290", "Only a hillshade can lie beneath a map.",
    explanation: """
      The colours of the map grow lighter and darker with the light on the terrain; numbers that \
      mean something else would change them without a legend to read it from.
      """,
    example: "draw map of zones over dem as fig-zones \"Susceptibility.\"",
    cure: "draw map of zones over light as fig-zones \"Susceptibility.\"")
  /// An inset beside several maps, or on a map that is itself drawn near a point.
  public static let insetPlace = Code(
    "E291", "An inset stands beside one map and shows a part of it from nearer.",
    explanation: """
      Beside several maps it would not be clear of which it is a part. A map drawn near a point has \
      “within” for its own reach, so that an inset near another point has none to say.
      """,
    example: "draw maps of chance, zones, inset near 11.9 E, 46.2 N as fig-close \"A valley.\"",
    cure: "draw maps of chance, zones, near 11.9 E, 46.2 N as fig-close \"A valley.\"")
  /// One scale for values that have none in common.
  public static let oneScale = Code(
    "E292", "Maps on one scale show amounts in one unit.",
    explanation: """
      One legend serves them all: a colour means the same value on each map, which needs one unit. \
      Classes have a legend of their own and share it where they are the same.
      """,
    example: "draw maps of dem, slope, on one scale as fig-two \"Elevation and slope.\"",
    cure: "draw maps of dem, slope as fig-two \"Elevation and slope.\"")
  /// A palette for classes that have no order.
  public static let paletteOfClasses = Code(
    "E293", "A palette colours amounts and ranks, not classes without order.",
    explanation: """
      Along a palette the colours rank from least to most, which classes such as rock types do \
      not; these have colours that everyone tells apart.
      """,
    example: "draw map of geology, palette batlow as fig-rocks \"Rocks.\"",
    cure: "draw map of geology as fig-rocks \"Rocks.\"")
  /// A picture of correlations of one layer.
  public static let loneLayer = Code(
    "E295", "One layer by itself has no correlation to draw.",
    explanation: "A cell of the picture stands for a pair of layers.",
    example: "draw correlation of collinear.slope as fig-corr \"Correlation.\"",
    cure: "draw correlation of collinear as fig-corr \"Correlation.\"")
  /// Greys over the greys of a hillshade.
  public static let greyOverLight = Code(
    "W260", "Greys over a hillshade cannot be told from its light and shade.",
    explanation: """
      A light grey may be a low value in shade or a higher one in light; colours keep their hue in \
      both.
      """,
    example: "draw map of chance over light, palette grey as fig-chance \"Probability.\"",
    cure: "draw map of chance over light as fig-chance \"Probability.\"")
  /// An inset of borders within which the map does not lie.
  public static let mapOutside = Code(
    "W261", "The map does not meet the areas in which an inset is to show its place.",
    explanation: """
      The inset shows both and the gap between them. More often the areas lie in another coordinate \
      system than their file says, or the wrong ones were named.
      """,
    evidence: .outside("the areas of a file lie elsewhere"))

  /// The codes of this file, in order.
  public static let figureCodes: [Code] = [
    .colourBands, .mapPoint, .curveNeedsPlaces, .notLight, .insetPlace, .oneScale,
    .paletteOfClasses, .loneLayer, .greyOverLight, .mapOutside,
  ]
}
