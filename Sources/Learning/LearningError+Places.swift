public import Vocabulary

extension LearningError: Fault {
  /// 1 where the method fails on good data, 4 else.
  public var exitCode: Int32 {
    switch self {
    case .dependentColumns, .separated, .notConverged, .otherLearner, .noErrorUnderRidge,
      .infiniteNumber, .tooFewDistinctValues, .notAForest, .nothingOutOfBag:
      1
    default: 4
    }
  }
}

/// Faults of places, stacks and what is made of them.
extension LearningError {
  var messageOfPlaces: String {
    switch self {
    case .noColumn(let name, let known):
      "There is no column “\(name)”; there are \(list(known))."
    case .missingValues(let column):
      "The column “\(column)” has rows without a value."
    case .columnOfTexts(let name):
      "The column “\(name)” holds texts; numbers were expected."
    case .otherPlaces(let expected, let found):
      "These folds divide “\(expected)”, but the places are of “\(found)”, or more than were divided."
    case .notLabelledFrom(let name, let known):
      known.isEmpty
        ? "The places are not labelled from “\(name)” but read from a table."
        : "The places are labelled from \(list(known)), not from “\(name)”."
    case .tooManyPlaces(let found, let most):
      "\(found) places are more than the \(most) that can be kept."
    case .noCoordinates(let places):
      "The places of “\(places)” have no coordinates."
    case .noCoordinateSystem(let places):
      "It is not said in which coordinate system the places of “\(places)” lie."
    case .degrees(let places):
      "The coordinates of “\(places)” are degrees; blocks need metres."
    case .noGrid(let layers):
      "\(list(layers)) do not all lie on a grid, so there is nothing to map."
    case .otherUnit(let layer, let expected, let found):
      "“\(layer)” is in \(found.isEmpty ? "plain numbers" : found), but the model read it in "
        + "\(expected.isEmpty ? "plain numbers" : expected)."
    case .otherLearner(let expected):
      "The model is not a \(expected)."
    case .forestTooLarge(let rows, let columns):
      "A tree on \(rows) places and \(columns) columns can have more nodes than can be numbered."
    case .notAForest(let name):
      "“\(name)” is neither a random forest nor a decision tree."
    case .nothingOutOfBag(let name):
      "Every place was drawn for every tree of “\(name)”, so that nothing is out of bag."
    case .noErrorUnderRidge:
      "Standard errors and information criteria have no meaning under a ridge penalty."
    case .wrongCount(let what, let expected, let found):
      "There are \(found) \(what), but the notebook says \(expected)."
    default: messageOfClasses
    }
  }

  var adviceOfPlaces: String {
    switch self {
    case .noColumn, .columnOfTexts: "Name another column, or read it as dummies."
    case .missingValues: "Fill the column, or leave those rows out of the file."
    case .otherPlaces: "Make the folds of the same places, or of the set they are part of."
    case .notLabelledFrom: "Count one of the values that “label” names."
    case .tooManyPlaces: "Draw points instead, or clip the layer to a smaller area."
    case .noCoordinates: "Read the places with “at x, y”."
    case .noCoordinateSystem: "Read the places with their system: , crs \"EPSG:32717\"."
    case .degrees: "Bring the places to a projected coordinate system."
    case .noGrid: "Name a stack of rasters with the same layers after “over”."
    case .otherUnit: "Read or compute the layer in a unit of the same dimension."
    case .otherLearner: "Name a model of that kind."
    case .forestTooLarge: "Learn from fewer places, or from fewer layers."
    case .notAForest: "Name a forest, or ask for the permutation importance, which any model has."
    case .nothingOutOfBag: "Judge the model on places that it was not fitted on."
    case .noErrorUnderRidge: "Fit the model without “ridge”."
    case .wrongCount: "Correct the number, or look at the file."
    default: adviceOfClasses
    }
  }
}
