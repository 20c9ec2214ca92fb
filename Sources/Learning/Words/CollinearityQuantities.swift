import Diagnostics
public import Vocabulary

/// The variance inflation factor of layers.
public struct VarianceInflation: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "vif", .quantity, "Gives the variance inflation factor of a layer, or of each.",
    formula: "VIFⱼ = 1 / (1 − R²ⱼ), R²ⱼ of the regression of layer j on the others",
    sources: ["Marquardt (1970), doi:10.1080/00401706.1970.10488699"],
    example: "check highest vif of collinear is below 10")
  let measured = Parameter<CollinearityValue>(
    "collinearity", .after("of"), .value([.collinearity]), "A collinearity, or one layer's.")

  /// Creates the word.
  public init() {}

  /// A number, or one for each layer.
  public func infer(_ call: Inference) -> ValueType { call.numbersOfLayers(measured) }

  /// Picks the numbers.
  public func run(_ call: Call) throws -> any Value {
    let value = try call[measured]
    return numbers(value.chosenNames, value.chosenInflation)
  }
}

/// The tolerance of layers.
public struct Tolerances: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "tolerance", .quantity, "Gives the tolerance of a layer, or of each.",
    formula: "tolerance = 1 / VIF, the share of a layer that the others do not tell",
    sources: ["Belsley, Kuh & Welsch (1980), section 3.2, doi:10.1002/0471725153"],
    example: "check lowest tolerance of collinear is above 0.1")
  let measured = Parameter<CollinearityValue>(
    "collinearity", .after("of"), .value([.collinearity]), "A collinearity, or one layer's.")

  /// Creates the word.
  public init() {}

  /// A number, or one for each layer.
  public func infer(_ call: Inference) -> ValueType { call.numbersOfLayers(measured) }

  /// Picks the numbers.
  public func run(_ call: Call) throws -> any Value {
    let value = try call[measured]
    return numbers(value.chosenNames, value.chosenInflation.map { 1 / $0 })
  }
}

/// The correlation of two layers.
public struct Correlation: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "correlation", .quantity, "Gives Pearson's correlation of two layers of a collinearity.",
    formula: "r = Σ (x − x̄)(y − ȳ) / √(Σ (x − x̄)² Σ (y − ȳ)²)",
    sources: ["Pearson (1895), doi:10.1098/rspl.1895.0041"],
    example: "correlation of collinear between slope and elev")
  let measured = Parameter<CollinearityValue>(
    "collinearity", .after("of"), .value([.collinearity]), "A collinearity.")
  let first = Parameter<String>("first", .after("between"), .columnName, "The name of one layer.")
  let second = Parameter<String>("second", .after("and"), .columnName, "The name of the other.")

  /// Creates the word.
  public init() {}

  /// A number from −1 to 1.
  public func infer(_ call: Inference) -> ValueType {
    let layers = call.type(measured)?.layers ?? []
    // Dummies have columns whose names only the run knows.
    if !layers.isEmpty, !layers.contains(where: \.isDummies) {
      for parameter in [first, second] {
        guard let name = call.word(parameter), !layers.contains(where: { $0.name == name })
        else { continue }
        call.report(
          .noSuchLayer, "The collinearity has no layer “\(name)”.", at: parameter,
          help: [
            nearest(to: name, among: layers.map(\.name)).map { "Did you mean “\($0)”?" }
              ?? "Its layers are \(layers.map(\.name).joined(separator: ", "))."
          ])
      }
    }
    return ValueType(.number, unit: .one)
  }

  /// Looks the pair up.
  public func run(_ call: Call) throws -> any Value {
    let value = try call[measured]
    let (a, b) = (try call[first], try call[second])
    guard let r = value.correlation(of: a, and: b) else {
      throw LearningError.otherColumns(expected: [a, b], found: value.names)
    }
    return NumberValue(Quantity(r))
  }
}

extension Inference {
  /// The type of one number for each layer of a collinearity.
  func numbersOfLayers(_ parameter: any AnyParameter) -> ValueType {
    let layers = type(parameter)?.layers ?? []
    let isOne = layers.count == 1 && !layers[0].isDummies
    return ValueType(isOne ? .number : .numbers, unit: .one)
  }
}

/// One number as a number, several under their names.
func numbers(_ names: [String], _ values: [Double]) -> any Value {
  values.count == 1
    ? NumberValue(Quantity(values[0])) : NumbersValue(names: names, values: values)
}
