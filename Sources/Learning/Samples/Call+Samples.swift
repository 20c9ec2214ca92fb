public import Vocabulary

extension Call {
  /// The values of a stack at the places that a word learns from, without places that lack one.
  ///
  /// What is remarkable of the places is told once and of all of them: of a model made by folds by
  /// its first fold. Where labels are learned, that are also places in one cell and layers that alone
  /// tell the classes apart.
  ///
  /// - Parameters:
  ///   - stack: the layers.
  ///   - places: the parameter that takes the places; a fold that is held out is left out of them.
  ///   - columns: which columns of the stack; all where none is given.
  /// - Returns: one row for each complete place.
  /// - Throws: ``LearningError`` and what the readers throw.
  public func samples(
    of stack: StackValue, at places: Parameter<PlacesValue>, columns: [StackValue.Column]? = nil
  ) throws -> SampleMatrix {
    let reading = try stack.reading(at: self[places], in: environment, columns: columns)
    guard refit == nil, heldOut?.index ?? 0 == 0 else { return try reading.samples() }
    var whole = reading
    if heldOut != nil, let mention = argument(places)?.references.first,
      let all = try value(of: mention) as? PlacesValue
    {
      whole = try stack.reading(at: all, in: environment, columns: columns)
    }
    let facts = whole.onLayers
    facts.warnOfLeftOut(in: environment)
    if places.learns == .labels {
      facts.warnOfDoubled(in: environment)
      EasyLayer.warn(of: whole.easyLayers, in: environment)
    }
    return try reading.samples()
  }
}
