/// What kept a learner, a scaling or a split from its work: facts, without the place in a notebook.
public enum LearningError: Error, Sendable, Equatable {
  /// Of `given` rows none has every value.
  case noCompleteRows(given: Int)
  /// There are fewer rows than `needed`.
  case tooFewRows(rows: Int, needed: Int)
  /// A label is neither 0 nor 1.
  case labelNotBinary(value: Double, row: Int)
  /// All labels are the same.
  case oneClass(label: Double, rows: Int)
  /// Rows without labels were given to a learner.
  case noLabels
  /// A column has the same value in every row.
  case constantColumn(name: String)
  /// A value is infinite.
  case notFinite(name: String, row: Int)
  /// These columns are linear combinations of each other.
  case dependentColumns(names: [String])
  /// The columns of two tables are not the same.
  case otherColumns(expected: [String], found: [String])
  /// A combination of these columns tells the classes apart without error, so that the likelihood
  /// has no greatest value.
  case separated(Separation)
  /// The likelihood did not settle.
  case notConverged(iterations: Int)
  /// A tree on so many rows and columns has more nodes than can be numbered.
  case forestTooLarge(rows: Int, columns: Int)
  /// Something is asked of a model that only a forest has.
  case notAForest(name: String)
  /// What trees say out of bag is asked of a model that has drawn every place for every tree.
  case nothingOutOfBag(name: String)
  /// The shares are not all positive or do not sum to one.
  case unusableShares([Double])
  /// A side of blocks is not a length above 0.
  case unusableSide(Double)
  /// There are fewer rows, blocks or rows of a class than parts to fill.
  case tooFewGroups(found: Int, kind: GroupKind, parts: Int)

  /// There is no column of that name.
  case noColumn(name: String, known: [String])
  /// A column that must have a value in every row lacks some.
  case missingValues(column: String)
  /// A column of texts is read as numbers.
  case columnOfTexts(name: String)
  /// Folds or parts are of other places.
  case otherPlaces(expected: String, found: String)
  /// The places were not labelled from what is named.
  case notLabelledFrom(name: String, known: [String])
  /// There are more places than can be kept.
  case tooManyPlaces(found: Int, most: Int)
  /// The places have no coordinates.
  case noCoordinates(places: String)
  /// The notebook does not say in which coordinate system the places lie.
  case noCoordinateSystem(places: String)
  /// Coordinates are degrees where metres are needed.
  case degrees(places: String)
  /// A map is asked of layers that are not all rasters.
  case noGrid(layers: [String])
  /// A layer measures something else than the one it stands for.
  case otherUnit(layer: String, expected: String, found: String)
  /// A model of another learner is given where settings are copied.
  case otherLearner(expected: String)
  /// A number is asked for that a penalised fit does not have.
  case noErrorUnderRidge
  /// The number of folds or parts is not what the notebook says.
  case wrongCount(what: String, expected: Int, found: Int)

  /// Limits of classes do not ascend.
  case limitsNotAscending(limits: [Double])
  /// Fewer than two classes are asked for.
  case tooFewClasses(layer: String)
  /// The values of a layer are too alike to be divided into so many classes.
  case tooFewDistinctValues(layer: String, classes: Int)
  /// A layer holds numbers where classes are counted.
  case notInClasses(layer: String)
  /// No place that counts is labelled 1.
  case noLandslides
  /// A layer is not among those that are known.
  case noLayer(name: String, known: [String])
  /// A class has landslides alone, or none, so that its number is infinite.
  case infiniteNumber(layer: String, className: String, what: String)
  /// A layer has other classes than were counted.
  case otherClasses(layer: String)
  /// A layer was changed in another way than a model expects.
  case otherPreparation(layer: String)

  /// What rows are kept together by when they are divided.
  public enum GroupKind: String, Sendable {
    /// Each row by itself.
    case rows
    /// All rows of one square on the ground.
    case blocks
    /// All rows with one value in a column.
    case values
    /// All rows of one strip of ground.
    case strips
    /// All rows at one point.
    case points
  }
}

extension LearningError {
  /// What happened, one sentence.
  public var message: String {
    switch self {
    case .noCompleteRows(let given):
      "None of the \(given) places has a value in every layer."
    case .tooFewRows(let rows, let needed):
      "There are \(rows) places with every value, but \(needed) are needed."
    case .labelNotBinary(let value, let row):
      "The label of row \(row + 1) is \(value), neither 0 nor 1."
    case .oneClass(let label, let rows):
      "All \(rows) places are labelled \(Int(label)): there is nothing to tell apart."
    case .noLabels:
      "The places have no labels."
    case .constantColumn(let name):
      "“\(name)” has the same value at every place."
    case .notFinite(let name, let row):
      "“\(name)” is infinite in row \(row + 1)."
    case .dependentColumns(let names):
      "\(list(names)) are linear combinations of each other."
    case .otherColumns(let expected, let found):
      "The columns are \(list(found)), but \(list(expected)) were expected."
    case .separated(let separation):
      separation.message
    case .notConverged(let iterations):
      "The likelihood did not settle within \(iterations) steps."
    case .unusableShares(let shares):
      "The shares \(shares.map { "\($0)" }.joined(separator: " / ")) "
        + "are not all positive or do not sum to one."
    case .unusableSide(let side):
      "Blocks cannot have a side of \(side) m."
    case .tooFewGroups(let found, let kind, let parts):
      (found == 1
        ? "There is 1 \(kind.rawValue.dropLast())" : "There are \(found) \(kind.rawValue)")
        + " to fill \(parts) parts."
    default: messageOfPlaces
    }
  }

  /// What to do about it, one imperative sentence.
  public var advice: String {
    switch self {
    case .noCompleteRows, .tooFewRows:
      "Check that the places lie inside the layers, and leave out layers with many gaps."
    case .labelNotBinary:
      "Label landslides 1 and other places 0."
    case .oneClass:
      "Add places of the other class, or divide the places with “stratified”."
    case .noLabels:
      "Label the places first."
    case .constantColumn, .dependentColumns:
      "Leave one of them out."
    case .notFinite:
      "Check how the layer was made, and mark such cells as no data."
    case .otherColumns:
      "Use the same layers, in the same order, as when it was learned."
    case .separated:
      "Add a line “ridge 1” below the statement, or leave out or regroup what separates the classes."
    case .notConverged:
      "Scale the layers, leave out nearly equal ones, or add a line “ridge 1” below the statement."
    case .unusableShares:
      "Give positive shares that sum to 100 %."
    case .unusableSide:
      "Give a side above 0 m."
    case .tooFewGroups:
      "Ask for fewer parts, or for smaller blocks."
    default: adviceOfPlaces
    }
  }

  func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.map { "“\($0)”" }.joined() }
    return names.dropLast().map { "“\($0)”" }.joined(separator: ", ") + " and “\(last)”"
  }
}
