/// Codes of what drawing and labelling of places finds: W24x and N24x.
extension Code {
  /// Places that share a cell.
  public static let placesInOneCell = Code(
    "W240", "Several places lie in one cell of the layers.",
    explanation: """
      Places in one cell have the same value in every layer. If one falls into training and another \
      into test, the model is tested on what it has seen; if their labels differ, nothing can tell \
      them apart. Thin the points by a cell's diagonal, keep absences away from landslides, or \
      split by blocks.
      """,
    example: """
      dense = draw points 3000, within regions
      places = label slides as 1, dense as 0
      glm = fit logistic regression on places, reading factors
      """,
    cure: """
      sparse = draw points 300, within surveyed, away from slides by 40 m, thinned by 40 m, on cells of factors
      places = label slides as 1, sparse as 0
      glm = fit logistic regression on places, reading factors
      """,
    evidence: .run)
  /// Absences that one layer alone tells apart.
  public static let easyGround = Code(
    "W241", "One layer alone tells landslides from the other places almost without error.",
    explanation: """
      A layer whose values alone reach an AUC of 0.9 (or of 0.1 and less) between the two classes, \
      with at least 20 places of each, is called outstanding by Hosmer, Lemeshow & Sturdivant \
      (2013), and no single factor of the terrain is that in honest samples. The other places then \
      come mostly from trivial ground, such as plains or valley floors: the scores of a model are \
      flattering, and worth little on the slopes where the question is open (Steger & Glade 2017, \
      The challenge of “trivial areas”, Advancing Culture of Living with Landslides 2, 803–808). Draw the other places in the whole surveyed area, with a \
      distance from the landslides only, and look at: draw histogram of slope at places. Or the \
      layer was made from the landslides themselves.
      """,
    example: """
      plains = draw points as many as slides, where slope < 8 degrees
      places = label slides as 1, plains as 0
      glm = fit logistic regression on places, reading factors
      """,
    cure: "glm = fit logistic regression on places, reading factors",
    evidence: .run)
  /// Areas that gave no point.
  public static let areasLeftOut = Code(
    "W242", "Areas gave no point because they lie outside the layer or on no data.",
    explanation: """
      A point of presence lies on a cell that has data. Areas that hold no such cell are counted \
      and left out.
      """,
    example: """
      heights = relief of dem in m, within 600 m
      tops = presence from scars, at highest of heights
      """,
    cure: "tops = presence from scars, at highest of dem",
    evidence: .run)
  /// Points that are not what was asked for, to the letter.
  public static let pointsMoved = Code(
    "N240", "Some areas are represented by another point than the one asked for.",
    explanation: """
      The centroid of a bent area can lie outside it; then the middle of the nearest level chord \
      through its height stands for it. An area that is smaller than a cell may hold no centre of \
      a cell; then the cell of its centroid does.
      """,
    example: "tops = presence from scars, at centroid",
    evidence: .run)
  /// Points drawn on ground of which nobody says whether it was looked at.
  public static let noSurveyedArea = Code(
    "N241", "Points are drawn without a surveyed area.",
    explanation: """
      Where nobody looked, because photographs end or clouds hide the ground, the absence of a \
      mapped landslide says nothing: Bornaetxea et al. (2018), doi:10.5194/nhess-18-2455-2018. \
      Name the areas that were surveyed, and those that were hidden: within surveyed, outside clouds.
      """,
    example: "random = draw points as many as slides, on cells of dem",
    cure:
      "random = draw points as many as slides, within surveyed, outside clouds, on cells of dem",
    evidence: .run)

  /// The codes of this file, in order.
  public static let samplingCodes: [Code] = [
    .placesInOneCell, .easyGround, .areasLeftOut, .pointsMoved, .noSurveyedArea,
  ]
}
