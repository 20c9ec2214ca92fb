import Vocabulary

// Words that the studies below need beside the declared ones, with only what the checker asks.

struct StandInSetting: Word {
  let entry = Entry("setting", .value, "Names a number.", example: "side = setting 13")
  let value = Parameter<Quantity>("value", .subject, .literal, "The value.")
  func infer(_ call: Inference) -> ValueType { .number(call.quantity(value) ?? Quantity(0)) }
}

struct StandInStack: Word {
  let entry = Entry("stack", .value, "Puts layers together.", example: "s = stack of a")
  let layers = Parameter<[any Value]>("layers", .after("of"), .layers, "The layers.")
  func infer(_ call: Inference) -> ValueType {
    var type = ValueType(.stack, grid: call.requireOneGrid(call.references(layers)))
    for reference in call.references(layers) {
      if reference.type.kind == .stack {
        type.layers += reference.type.layers
      } else {
        type.layers.append(
          LayerFact(
            reference.path.last ?? reference.name, unit: reference.type.unit,
            isNominal: reference.type.kind == .classes))
      }
    }
    type.count = call.columnCount(type.layers)
    return type
  }
}

struct StandInLabel: Word {
  let entry = Entry("label", .value, "Labels points.", example: "p = label a as 1")
  let points = Parameter<any Value>("points", .subject, .labelled([.points]), "The points.")
  func infer(_ call: Inference) -> ValueType {
    var type = ValueType(.places)
    type.places = PlaceSet(root: call.name)
    return type
  }
}

struct StandInSplit: PartsWord {
  let entry = Entry("split", .value, "Divides places.", example: "a, b = split p 70% / 30%")
  let places = Parameter<any Value>("places", .subject, .value([.places]), "The places.")
  let shares = Parameter<[Double]>("shares", .subject, .shares, "The shares.")
  func infer(_ call: Inference) -> ValueType { call.type(places) ?? ValueType(.places) }
  func parts(of whole: ValueType, names: [String], _ call: Inference) -> [ValueType] {
    names.indices.map { index in
      var part = whole
      part.places = whole.places?.part(index, of: names.joined(separator: ","))
      return part
    }
  }
}

struct StandInGroup: Word {
  let entry = Entry("group", .value, "Puts results together.", example: "g = group of a, b")
  let members = Parameter<any Value>(
    "members", .after("of"), .values([]), "The results.", takesFamily: true)
  func infer(_ call: Inference) -> ValueType {
    let mentions = call.references(members)
    var type = mentions.first?.type ?? ValueType(.unknown)
    type.axes = [Axis(call.name, mentions.map(\.text))]
    type.members = mentions.map { ValueType.Member($0.text, $0.type) }
    return type
  }
}

struct StandInScore: Word {
  let entry = Entry("f1", .quantity, "Scores a model.", example: "f1 of m on p")
  let model = Parameter<any Value>("model", .after("of"), .value([.model]), "The model.")
  let places = Parameter<any Value>("places", .after("on"), .value([.places]), "The places.")
  func infer(_ call: Inference) -> ValueType { ValueType(.number, unit: .one) }
}
