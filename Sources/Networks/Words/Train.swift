import Diagnostics
import Learning
public import Vocabulary

/// Training of a network.
public struct Train: Word {
  /// The word's entry of the manual.
  public let entry = Entry(
    "train", .value, "Trains a network on labelled places, one setting on each line.",
    formula:
      "each step: weights − rate · step of the optimiser from the loss's gradient over a batch",
    sources: [
      "Kingma & Ba (2015), arXiv:1412.6980", "Duchi, Hazan & Singer (2011), JMLR 12, 2121-2159",
      "Milletari, Navab & Ahmadi (2016), doi:10.1109/3DV.2016.79",
    ],
    example: "long = train cnn1d on fitting, reading scaled\n  optimiser adam at 0.0003\n"
      + "  loss binary cross-entropy\n  batch 32\n  epochs 50\n  validate on validation")
  let net = Parameter<any Value>("net", .subject, .value([.net]), "The network.")
  let places = Parameter<any Value>(
    "places", .after("on"), .value([.places]), "The places to learn from.", learns: .labels)
  let stack = Parameter<(any Value)?>(
    "layers", .after("reading"), .value([.stack]),
    "The stack of layers that it learns from and predicts by.", default: nil)
  let example = Parameter<(any Value)?>(
    "as in", .after("as in"), .value([.model]), "A model whose settings hold where none is given.",
    default: nil)
  let reading = Parameter<(any Value)?>(
    "reading", .item("reading"), .value([.stack]), "The layers it reads, where they vary.",
    default: nil)
  let optimiser = Parameter<String?>(
    "optimiser", .item("optimiser"), .choice(["adam", "sgd", "rmsprop", "adagrad"]),
    "How steps are made.", default: nil)
  let rate = Parameter<Double?>(
    "optimiser.rate", .after("at"), .number(Limits(0...1000)), "The size of a step.", default: nil)
  let decay = Parameter<Double>(
    "optimiser.decay", .after("decay"), .number(Limits(0...1)),
    "By how much the rate falls at each step.", default: 0)
  let loss = Parameter<String?>(
    "loss", .item("loss"), .choice(["binary cross-entropy", "log loss", "dice"]),
    "What is lowered.",
    default: nil)
  let batch = Parameter<Int?>(
    "batch", .item("batch"), .number(.count), "How many places make a step.", default: nil)
  let epochs = Parameter<Int?>(
    "epochs", .item("epochs"), .number(.count), "How often all places are gone through.",
    default: nil)
  let validate = Parameter<(any Value)?>(
    "validate", .item("validate on"), .value([.places]),
    "Places whose loss is followed but not learned from.", default: nil)
  let stop = Parameter<Bool>(
    "stop", .item("stop"), .literal, "When training stops early.", default: false)
  let stopEpochs = Parameter<Int?>(
    "stop.epochs", .around("after", "epochs without better loss"), .number(.count),
    "After how many epochs without a better loss on the validation places.", default: nil)
  let slow = Parameter<Bool>(
    "slow", .item("slow"), .literal, "When the rate is divided by ten.", default: false)
  let slowEpochs = Parameter<Int?>(
    "slow.epochs", .around("after", "epochs without better loss"), .number(.count),
    "After how many epochs without a better loss on the validation places.", default: nil)
  let weigh = Parameter<String?>(
    "weigh classes", .item("weigh classes"), .choice(["evenly"]),
    "Whether both labels weigh the same together.", default: nil)
  let folds = Parameter<(any Value)?>(
    "folds", .item("folds"), .either([.number(.count), .value([.folds])]),
    "Into how many folds the places are divided, or the folds.", default: nil)
  let seed = Parameter<Int?>(
    "seed", .item("seed"), .number(Limits(0...1e9, whole: true)),
    "A number that changes all chance in the training.", default: nil)
  let without = Parameter<Quantity?>(
    "without", .item("without"), .literal,
    "A distance at which aligned layers are left out.", default: nil)
  let settings = Parameter<[BlockLine]>(
    "settings", .item("*"), .literals, "The network's open numbers, by name.", default: [])

  /// Creates the word.
  public init() {}

  /// A model; its settings are its parts.
  public func infer(_ call: Inference) -> ValueType {
    var result = call.model(
      on: places, reading: [stack, reading], folds: folds,
      settings: [optimiser, loss, batch, epochs, seed])
    requireSettings(call)
    let layers = (call.references(stack) + call.references(reading)).first?.type.withoutAxes()
    let given = call.checkDesign(
      net, reading: layers, at: call.type(places), settings: call.argument(settings),
      example: call.type(example))
    result.members += given.map { ValueType.Member($0.name, call.settingType($0.argument)) }
    for part in call.type(example)?.members ?? [] where result.member(part.name) == nil {
      result.members.append(part)
    }
    // What is missing was told above; a model trained “as in” this one is not to tell it again.
    for name in call.type(net).flatMap({ NetDesign($0) })?.parameters ?? []
    where result.member(name) == nil {
      result.members.append(ValueType.Member(name, ValueType(.number, unit: .one)))
    }
    follow(&result, call)
    checkWithout(call, layers)
    return result
  }

  private func requireSettings(_ call: Inference) {
    if call.gives(stack) == call.gives(reading) {
      call.report(
        .sayOnce, "The layers that the network reads must be said once.",
        at: call.gives(reading) ? reading : stack, help: ["Write: reading scaled."])
    }
    guard !call.gives(example) else { return }
    for needed: any AnyParameter in [optimiser, loss, epochs] where !call.gives(needed) {
      call.report(
        .settingUnfit, "Training needs a line “\(needed.name)”.", at: needed,
        help: ["Add it to the block, or take it from a model: as in …."])
    }
  }

  /// Notes that the validation places are seen where they decide when to stop or slow down.
  private func follow(_ result: inout ValueType, _ call: Inference) {
    let deciding: [any AnyParameter] = [stop, slow].filter { call.gives($0) }
    guard let first = deciding.first else { return }
    guard let followed = call.type(validate) else {
      if !call.gives(example) {
        call.report(
          .settingUnfit, "“\(first.name)” needs places whose loss it follows.", at: first,
          help: ["Add a line: validate on validation."])
      }
      return
    }
    guard let seen = followed.places else { return }
    result.seen.append(Seen(seen, .choice, cause: call.name, span: call.span(first)))
  }

  /// Checks that the layers hold the distances that are left out.
  private func checkWithout(_ call: Inference, _ layers: ValueType?) {
    guard let argument = call.argument(without), let layers, !layers.layers.isEmpty else { return }
    let parts: [Argument] =
      if case .each(let parts) = argument.content { parts } else { [argument] }
    for part in parts {
      guard case .quantity(let distance) = part.content,
        !layers.layers.contains(where: { $0.name.hasSuffix(" at \(distance.text)") })
      else { continue }
      call.report(
        .noSuchLayer, "No layer that the network reads is aligned at \(distance.text).",
        span: part.span, help: ["Name a distance of the “align” above."])
    }
  }
}
