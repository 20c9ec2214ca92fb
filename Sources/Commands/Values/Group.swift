import Diagnostics
import Vocabulary

/// Several results under one name, side by side.
struct Group: GroupingWord {
  let entry = Entry(
    "group", .value, "Puts results side by side, so that one word is applied to each.",
    example: "models = group of glm, forest")

  let members = Parameter<[any Value]>(
    "members", .after("of"), .values([]), "Results of one kind: models, predictions, layers.",
    takesFamily: true)

  func infer(_ call: Inference) -> ValueType {
    let mentions = call.references(members)
    let kinds = Set(mentions.map(\.type.kind))
    var type = mentions.first?.type ?? ValueType(.unknown)
    if kinds.count > 1 { type = ValueType(.unknown) }
    if type.unit != nil, Set(mentions.map(\.type.unit)).count > 1 { type.unit = nil }
    let inner = mentions.first?.type.axes ?? []
    type.axes = [Axis(call.name, mentions.map(\.text))]
    type.axes += inner
    if let other = mentions.first(where: { $0.type.axes != inner }) {
      call.report(
        .unknownAxis,
        "“\(mentions[0].text)” and “\(other.text)” vary over different members.",
        span: other.span, help: ["Group results of the same folds and settings."])
    }
    let known = kinds.subtracting([.unknown])
    if known.count > 1, let other = mentions.first(where: { $0.type.kind != mentions[0].type.kind })
    {
      call.report(
        .wrongKind,
        "“\(mentions[0].text)” is \(mentions[0].type.kind.phrase) and “\(other.text)” "
          + "\(other.type.kind.phrase); a group holds one kind.",
        span: other.span, help: ["Give each kind a group of its own."])
    }
    type.members = mentions.map { ValueType.Member($0.text, $0.type.withoutAxes()) }
    type.seen = mentions.flatMap(\.type.seen)
    type.known = nil
    type.count = .known(mentions.count)
    var told: Set<String> = []
    for mention in mentions where !told.insert(mention.text).inserted {
      call.report(
        .unexpectedWords, "“\(mention.text)” stands twice in the group.", span: mention.span,
        help: ["Name each once."])
    }
    return type
  }
}
