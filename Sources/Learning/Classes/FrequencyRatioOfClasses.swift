import Diagnostics
public import Vocabulary

/// How much more of the landslides than of the area each class holds.
public struct FrequencyRatioOfClasses: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "frequency ratio", .value,
    "Says for each class of each layer how much more of the landslides than of the area it holds.",
    formula: """
      ratio = (landslides in the class / all landslides) / (cells of the class / all cells)
      Landslides are the places labelled 1; cells are all cells of the stack, labelled or not. Both \
      count where every layer has a class. Of a stack of columns the cells are the places.
      """,
    sources: ["Lee & Talib (2005), doi:10.1007/s00254-005-1228-z"],
    example: "fr = frequency ratio of binned given train")
  let stack = Parameter<StackValue>(
    "layers", .after("of"), .value([.stack]),
    "A stack of class layers, read as classes or cut by bin.")
  let places = Parameter<PlacesValue>(
    "places", .after("given"), .value([.places]), "The places whose landslides are counted.",
    learns: .labels)

  /// Creates the word.
  public init() {}

  /// A ratio for each class of each layer.
  public func infer(_ call: Inference) -> ValueType {
    call.warnOfSharesOfPlaces(stack, "frequency ratio")
    return call.numbersOfClasses(stack, .ratios)
  }

  /// Counts.
  public func run(_ call: Call) throws -> any Value {
    RatiosValue(try ClassCounts(of: call[stack], at: call[places], in: call.environment))
  }
}
