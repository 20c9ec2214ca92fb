import Diagnostics
public import Vocabulary

extension Inference {
  /// Reports models that are judged on no places: without “on” a model needs folds.
  ///
  /// - Parameters:
  ///   - places: the parameter after “on”.
  ///   - models: the models.
  ///   - quantity: what is asked of them, to begin the sentence with.
  public func requirePlaces(
    _ places: any AnyParameter, toJudge models: any AnyParameter, as quantity: String
  ) {
    guard !gives(places) else { return }
    for reference in references(models) {
      let type = reference.type
      let isFolded = type.foldedPlaces != nil || type.axes.contains(where: \.isFolds)
      guard type.kind == .model, !isFolded else { continue }
      report(
        .judgedWhere,
        "\(quantity) of “\(reference.text)” on which places? It was made without folds.",
        span: reference.span,
        help: ["Write: \(reference.text) on test. Or give the model “folds 5”."])
    }
  }

  /// A number for one model, several for a family; folds are taken together.
  func scoreType(of models: any AnyParameter) -> ValueType {
    let types = references(models).map(\.type)
    let isOne = types.count <= 1 && types.allSatisfy { $0.axes.allSatisfy(\.isFolds) }
    return ValueType(isOne ? .number : .numbers, unit: .one)
  }
}
