import Diagnostics
import Evaluation
import Learning
import Vocabulary

/// Any value as a table in the report.
struct Show: LightWord {
  let entry = Entry(
    "show", .output, "Puts a value into the report as a table.",
    formula:
      "show MODELS by METRIC: the members of a family, best first; of models made with folds "
      + "the mean and standard deviation (n − 1) over the folds",
    example: "show collinear as tbl-vif \"Variance inflation of the factors.\"")

  let value = Parameter<Argument>(
    "value", .subject, .expression, "The value, a quantity phrase or arithmetic.",
    takesFamily: true)
  let metric = Parameter<String?>(
    "metric", .after("by"), .metric, "The score by which the members of a family are compared.",
    default: nil)

  var version: Int { 2 }

  func infer(_ call: Inference) -> ValueType {
    if call.gives(metric) { checkRanking(call) }
    return ValueType(.display)
  }

  /// Reports what is no family of models, or is judged nowhere.
  private func checkRanking(_ call: Inference) {
    guard let mention = call.references(value).first else {
      call.report(
        .wrongKind, "Only models are compared by a metric.", at: value,
        help: ["Name a family or a group of models."])
      return
    }
    let type = mention.type
    if type.kind == .unknown { return }
    if type.kind != .model {
      call.report(
        .wrongKind, "Expected models, but “\(mention.text)” is \(type.kind.phrase).",
        span: mention.span, help: ["Name a family or a group of models."])
    } else if type.axes.allSatisfy(\.isFolds) {
      call.report(
        .noSuchAxis, "“\(mention.text)” is one model, with none to compare.", span: mention.span,
        help: ["Write for example: show scores of \(mention.text) on test: auc."])
    } else if case .metric(let name, .none)? = call.argument(metric)?.content,
      type.foldedPlaces == nil, !type.axes.contains(where: \.isFolds)
    {
      call.report(
        .judgedWhere,
        "\(name) of “\(mention.text)” on which places? It was made without folds.",
        at: metric, help: ["Write: by \(name) on test. Or give the models “folds 5”."])
    }
  }

  /// A number that the checker knows, or a setting, needs no data.
  func isLight(_ call: BoundCall) -> Bool {
    call.arguments[value.name].map { Quantities.known($0) != nil } ?? false
  }

  func run(_ call: Call) throws -> any Value {
    guard let argument = call.argument(value) else { throw CallFault.missing(value.name) }
    if case .metric(let name, let places)? = call.argument(metric)?.content {
      return try ranking(of: argument, by: name, on: places, call)
    }
    let members = try Quantities.values(of: argument, call)
    let tables = members.map { (label: $0.label, table: $0.value.display()) }
    guard tables.count > 1 || !(tables.first?.label.isEmpty ?? true) else {
      return tables.first?.table ?? DisplayTable(columns: [], rows: [])
    }
    return try DisplayTable.stacked(tables, under: "Member")
  }

  /// The models of a family, best first.
  private func ranking(
    of models: Argument, by name: String, on places: Reference?, _ call: Call
  ) throws -> DisplayTable {
    guard let mention = models.references.first else {
      throw CallFault.mismatch(value.name, expected: "a family of models")
    }
    guard let metric = Metric.named(name) else { throw EvaluationError.noSuchMetric(name: name) }
    let members = try call.members(of: mention).map { (mention: mention, member: $0) }
    let stated = try places.map { places in
      guard let value = try call.value(of: places) as? PlacesValue else {
        throw CallFault.mismatch(places.text, expected: "places")
      }
      return value
    }
    return try ScoreRanking(call.judged(members, on: stated), by: metric).table(
      judgedOn: places?.text)
  }
}
