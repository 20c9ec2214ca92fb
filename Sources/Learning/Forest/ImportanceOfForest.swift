public import Vocabulary

/// What the questions of a forest say about its layers.
public struct ImportanceOfForest: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "importance", .value,
    "Says which share of the decrease of impurity in a forest each layer brings about.",
    formula: """
      decrease of a question = n · (2 p (1 − p) before − the same after, weighted by places)
      importance of a layer = Σ of the decreases by its columns / Σ of all, mean over the trees
      It is measured on the places of training, and favours layers with many values: see \
      “permutation importance”. Of a forest made with folds: mean and standard deviation over the \
      folds.
      """,
    sources: [
      "Breiman, Friedman, Olshen & Stone (1984), section 5.3, doi:10.1201/9781315139470",
      "Strobl, Boulesteix, Zeileis & Hothorn (2007), doi:10.1186/1471-2105-8-25",
    ],
    example: "weight = importance of forest")
  let model = Parameter<any Value>(
    "model", .after("of"), .value([.model]), "A random forest or a decision tree.",
    takesFolds: true)

  /// Creates the word.
  public init() {}

  /// A share for each layer.
  public func infer(_ call: Inference) -> ValueType {
    .importance(of: call.type(model), unit: .percent)
  }

  /// Looks the shares up.
  public func run(_ call: Call) throws -> any Value {
    try ImportanceValue.ofForests(call.members(model))
  }
}

/// The same, shown.
public struct ShowImportance: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "show importance", .output,
    "Shows which share of the decrease of impurity in a forest each layer brings about.",
    formula: "as “importance”, the most important layer first",
    sources: ["Breiman, Friedman, Olshen & Stone (1984), doi:10.1201/9781315139470"],
    example: "show importance of forest as tbl-importance \"Importance.\"")
  let model = Parameter<any Value>(
    "model", .after("of"), .value([.model]), "A random forest or a decision tree.",
    takesFolds: true)

  /// Creates the word.
  public init() {}

  /// A table with a row for each layer.
  public func infer(_ call: Inference) -> ValueType { ValueType(.display) }

  /// Lists the shares.
  public func run(_ call: Call) throws -> any Value {
    try ImportanceValue.ofForests(call.members(model)).display()
  }
}

extension ImportanceValue {
  /// The mean importances of a forest, or of the forests of its folds.
  static func ofForests(
    _ members: [(mention: Reference, member: FamilyMember)]
  ) throws -> ImportanceValue {
    let forests = try members.map { mention, member in
      guard let forest = member.value as? ForestValue else {
        throw LearningError.notAForest(name: mention.text)
      }
      return forest.importance
    }
    let layers = (forests.first ?? []).indices.map { index in
      Layer(
        name: forests[0][index].name, values: forests.flatMap { $0[index].values })
    }
    return .gini(
      layers, notes: forests.count > 1 ? ["Mean over the forests of \(forests.count) folds."] : [])
  }
}

extension ValueType {
  /// A number for each layer of a model.
  public static func importance(of model: ValueType?, unit: Unit) -> ValueType {
    var result = ValueType(.importance, unit: unit)
    let layers = model?.layers ?? []
    result.members = layers.map { Member($0.name, ValueType(.number, unit: unit)) }
    result.count = layers.isEmpty ? .unknown : .known(layers.count)
    return result
  }
}
