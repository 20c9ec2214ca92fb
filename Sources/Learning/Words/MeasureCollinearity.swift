import Numerics
public import Vocabulary

/// Whether layers say the same.
public struct MeasureCollinearity: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "collinearity", .value,
    "Measures tolerance, variance inflation and Pearson correlation of layers at places.",
    formula: """
      VIFⱼ = (R⁻¹)ⱼⱼ,  tolerance = 1 / VIF,  R the correlation matrix
      Of a layer as dummies the first class is left out.
      """,
    sources: ["Belsley, Kuh & Welsch (1980), section 3.2, doi:10.1002/0471725153"],
    example: "collinear = collinearity of factors at train")
  let stack = Parameter<StackValue>("layers", .after("of"), .value([.stack]), "The layers.")
  let places = Parameter<PlacesValue>(
    "places", .after("at"), .value([.places]), "The places at which they are read.")

  /// Creates the word.
  public init() {}

  /// A part for each layer.
  public func infer(_ call: Inference) -> ValueType {
    call.requireNoNominalCodes(stack, purpose: "collinearity")
    var type = ValueType(.collinearity, unit: .one)
    type.layers = call.type(stack)?.layers ?? []
    type.members = type.layers.map { layer in
      var part = ValueType(.collinearity, unit: .one)
      part.layers = [layer]
      return ValueType.Member(layer.name, part)
    }
    return type
  }

  /// Reads the layers and inverts their correlations.
  public func run(_ call: Call) throws -> any Value {
    let stack = try call[stack]
    let samples = try stack.sample(
      at: call[places], in: call.environment, columns: stack.columnsWithoutReference)
    let measured = try Collinearity(of: samples, using: call.environment.linearAlgebra())
    return CollinearityValue(measured, places: samples.count)
  }
}
