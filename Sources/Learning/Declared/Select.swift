import Diagnostics
public import Vocabulary

/// The columns that matter most to a model.
public struct Select: Word {
  /// The word's entry of the manual.
  public let entry = Entry(
    "select", .value, "Keeps the columns that a fitted model weighs most.",
    formula: "the n columns of the greatest |weight|, in the stack's order",
    example: "strong = select scaled by weight of linear, strongest 2")
  let stack = Parameter<any Value>(
    "layers", .subject, .value([.stack]), "The stack whose columns are chosen from.")
  let model = Parameter<any Value>(
    "model", .after("by weight of"), .value([.model]), "A linear model that reads these layers.")
  let count = Parameter<Int>(
    "count", .after("strongest"), .number(.count), "How many columns to keep.")

  /// Creates the word.
  public init() {}

  /// A stack of so many columns; which ones is known after the fit.
  public func infer(_ call: Inference) -> ValueType {
    let whole = call.type(stack)
    var result = ValueType(.stack, grid: whole?.grid)
    guard let wanted = call.number(count).map({ Int($0) }) else { return result }
    let available = whole.map { $0.count.value ?? call.columnCount($0.layers).value } ?? nil
    if let available, wanted > available {
      call.report(
        .countImpossible,
        "\(wanted) columns are asked for, but “\(call.references(stack)[0].text)” has \(available).",
        at: count, help: ["Ask for at most \(available)."])
    }
    if let read = call.type(model).map({ call.columnCount($0.layers).value }) ?? nil, read > 0,
      let available, read != available
    {
      call.report(
        .countImpossible,
        "“\(call.references(model)[0].text)” was fitted on \(read) columns, but "
          + "“\(call.references(stack)[0].text)” has \(available).",
        at: model, help: ["Select from the layers that the model reads."])
    }
    result.count = .known(wanted)
    result.layers = [
      LayerFact(
        "strongest of \(call.references(stack).first?.text ?? "layers")", unit: .one,
        columns: .known(wanted))
    ]
    return result
  }
}
