import Diagnostics
import Numerics
public import Vocabulary

/// How closely each layer goes with the label.
public struct AssociationWithLabel: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "association", .value, "Measures how closely each layer goes with the label.",
    formula: """
      pearson, point-biserial: r = Σ (x − x̄)(y − ȳ) / √(Σ (x − x̄)² Σ (y − ȳ)²), which for a label of \
      0 and 1 is one number; spearman: r of the ranks, ties sharing the mean
      phi = (n₁₁ n₀₀ − n₁₀ n₀₁) / √(n₁· n₀· n·₁ n·₀), of a layer a yes above the cut
      cramer: V = √(χ² / n), of classes; the table gives it without its bias as well
      p: by Student's distribution of r √((n − 2) / (1 − r²)), or by χ² without Yates's correction. \
      Places without a value in some layer are left out.
      """,
    sources: [
      "Tate (1954), doi:10.1214/aoms/1177728730", "Spearman (1904), doi:10.2307/1412159",
      "Yule (1912), doi:10.2307/2340126",
      "Cramér (1946), Mathematical Methods of Statistics, p. 282",
      "Bergsma (2013), doi:10.1016/j.jkss.2012.10.002",
    ],
    example: "phi = association of factors with label, at train, by phi, cut at median")
  let stack = Parameter<StackValue>(
    "layers", .after("of"), .value([.stack]), "The layers that are compared with the label.")
  let label = Parameter<String>(
    "with", .after("with"), .choice(["label"]), "What they are compared with.")
  let places = Parameter<PlacesValue>(
    "places", .after("at"), .value([.places]), "The places that are counted.", learns: .labels)
  let method = Parameter<String>(
    "method", .after("by"), .choice(["pearson", "spearman", "point-biserial", "phi", "cramer"]),
    "The measure: pearson and spearman for amounts, phi and cramer for classes.")
  let threshold = Parameter<String?>(
    "cut", .after("cut at"), .either([.choice(["median"]), .number(.any)]),
    "Where continuous layers are cut in two, which phi needs.", default: nil)

  /// Creates the word.
  public init() {}

  /// A number for each layer.
  public func infer(_ call: Inference) -> ValueType {
    let method = call.word(method)
    let layers = call.type(stack)?.layers ?? []
    if method == "cramer" {
      call.requireClasses(stack)
    } else {
      call.requireNoNominalCodes(stack, purpose: "an association")
    }
    if method == "phi", !call.gives(threshold), layers.contains(where: { !$0.isDummies }) {
      call.report(
        .settingUnfit, "Phi compares yes with no, but it is not said where to cut the layers.",
        at: self.method, help: ["Add “cut at median”, or a number."])
    }
    if method != "phi", call.gives(threshold) {
      call.report(
        .settingUnfit, "Only phi cuts layers in two.", at: threshold,
        help: ["Leave “cut at” out, or write “by phi”."])
    }
    var result = ValueType(.association, unit: .one)
    result.layers = layers
    result.members = layers.map { layer in
      let isOne = !layer.isDummies || method == "cramer"
      return ValueType.Member(layer.name, ValueType(isOne ? .number : .numbers, unit: .one))
    }
    return result
  }

  /// Reads the layers at the places.
  public func run(_ call: Call) throws -> any Value {
    let (stack, method) = (try call[stack], try call[method])
    let samples = try stack.sample(at: call[places], in: call.environment)
    let labels = try samples.binaryLabels()
    if method == "cramer" {
      let layout = try ClassLayout(of: stack)
      return AssociationValue(
        method: method, names: layout.layers.map(\.name),
        measures: layout.layers.indices.map {
          .cramer(layout.classes(of: $0, in: samples.features), labels)
        }, places: samples.count)
    }
    let isDummy = stack.columns.map { $0.className != nil }
    let columns = samples.names.indices.map { Array(samples.features.column($0)) }
    let cuts =
      try method == "phi"
      ? columns.indices.map { isDummy[$0] ? 0.5 : try cut(columns[$0], call) } : []
    return AssociationValue(
      method: method, names: samples.names,
      measures: columns.enumerated().map { index, values in
        switch method {
        case "phi": .phi(values.map { $0 > cuts[index] }, labels)
        case "spearman": .spearman(values, labels)
        default: .pearson(values, labels)
        }
      }, cuts: cuts.indices.map { isDummy[$0] ? .nan : cuts[$0] }, places: samples.count)
  }

  /// Above which value a column is a yes.
  private func cut(_ values: [Double], _ call: Call) throws -> Double {
    switch call.argument(threshold)?.content {
    case .quantity(let quantity): return quantity.base
    case .reference(let reference):
      guard let number = try call.value(of: reference) as? NumberValue else {
        throw CallFault.mismatch(threshold.name, expected: "a number")
      }
      return number.quantity.base
    default: return quantiles(of: values, at: [0.5])[0]
    }
  }
}
