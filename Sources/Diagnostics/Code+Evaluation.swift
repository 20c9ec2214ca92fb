/// Codes of what the words of scores and classes check: E25x and W25x.
extension Code {
  /// Scores of a model without saying where.
  public static let judgedWhere = Code(
    "E250", "It is not said on which places a model is judged.",
    explanation: """
      A model made with folds is judged on the places that each fold held out. Any other model \
      needs places to be judged on.
      """,
    example: "show scores of glm: auc as tbl-scores \"Scores.\"",
    cure: "show scores of glm on test: auc as tbl-scores \"Scores.\"")
  /// More or fewer limits than classes.
  public static let limitCount = Code(
    "E251", "The number of class limits or shares does not fit the number of classes.",
    explanation: """
      The limits after “at” lie between the classes: five classes have four limits. The first class \
      begins at the lowest value there can be, the last ends at the highest. Of shares each class \
      has one.
      """,
    example: "zones = classify chance into low, high at 0.3, 0.6",
    cure: "zones = classify chance into low, moderate, high at 0.3, 0.6")
  /// A class that the zones do not have.
  public static let noSuchClass = Code(
    "E252", "A class is named that the zones do not have.",
    explanation: "The classes are those that `classify … into` names.",
    example: "check share of zones at \"very hgih\" is above 0.1",
    cure: "check share of zones at \"very high\" is above 0.1")
  /// A class named twice.
  public static let classTwice = Code(
    "E253", "A class is named twice, or there is only one.",
    explanation: "`classify … into` names each class once, from the lowest values to the highest.",
    example: "zones = classify chance into low, low by quantiles",
    cure: "zones = classify chance into low, high by quantiles")
  /// Limits that fall.
  public static let limitsFall = Code(
    "E254", "Class limits do not rise from one to the next.",
    explanation: "Limits are written from the lowest to the highest, each once.",
    example: "zones = classify chance into low, mid, high at 0.6, 0.3",
    cure: "zones = classify chance into low, mid, high at 0.3, 0.6")
  /// A way of classing and limits at once, or neither.
  public static let classedHow = Code(
    "E255", "Classes are cut in one way: by a rule, or at given limits.",
    explanation: "Write “by quantiles” or another rule, or “at 0.2, 0.4”, but not both.",
    example: "zones = classify chance into low, high",
    cure: "zones = classify chance into low, high at 0.5")
  /// Which of several models was chosen.
  public static let bestChosen = Code(
    "N259", "The best of several models was chosen.",
    explanation: """
      The note says which, by which score, and what the next best has: where the two hardly differ, \
      the choice is not worth much.
      """,
    example: "best = best of trials by auc on validation",
    evidence: .run)

  /// Maps cut by breaks of their own, side by side.
  public static let ownBreaks = Code(
    "W250", "Maps stand side by side whose classes have limits of their own.",
    explanation: """
      Natural breaks and geometric intervals follow the values of one map. The class “high” of \
      another map has other limits, so neither areas nor densities of the two can be compared: \
      Cantarino et al. (2019), doi:10.1007/s10346-018-1063-4. Classes at given limits, by shares of \
      area, or by shares of landslides can be.
      """,
    example: "a = classify chance into low, high by natural breaks\n"
      + "b = classify other into low, high by natural breaks\n"
      + "show areas of a, b as tbl-areas \"Areas.\"",
    cure: "a = classify chance into low, high by shares of area 80% / 20%\n"
      + "b = classify other into low, high by shares of area 80% / 20%\n"
      + "show areas of a, b as tbl-areas \"Areas.\"")

  /// The codes of this file, in order.
  public static let evaluationCodes: [Code] = [
    .judgedWhere, .limitCount, .noSuchClass, .classTwice, .limitsFall, .classedHow, .ownBreaks,
    .bestChosen,
  ]
}
