public import Vocabulary

extension Call {
  /// The places of the fold that a model made by this call must not learn from, of those that a
  /// parameter names; none for a model of all its places.
  public func heldOut(of places: Parameter<PlacesValue>) throws -> PlacesValue? {
    guard let fold = heldOut, let mention = argument(places)?.references.first,
      let whole = try value(of: mention) as? PlacesValue
    else { return nil }
    return try whole.only(fold: fold.index, of: fold.folds)
  }
}
