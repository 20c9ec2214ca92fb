import Diagnostics
import Vocabulary

/// A number that the reader of a study may change, from the command line or the preview.
struct Setting: LightWord {
  let entry = Entry(
    "setting", .value, "Names a number that a run may change with -P name=value.",
    example: "side = setting 13, from 3 to 31, odd \"side of the window, in cells\"")

  let value = Parameter<Quantity>("value", .subject, .literal, "The value unless a run changes it.")
  let lowest = Parameter<Quantity?>(
    "lowest", .after("from"), .literal, "The least value accepted.", default: nil)
  let highest = Parameter<Quantity?>(
    "highest", .after("to"), .literal, "The greatest value accepted.", default: nil)
  let odd = Parameter<Bool>("odd", .flag("odd"), .text, "Only odd values.", default: false)
  let multiple = Parameter<Double?>(
    "multiple", .after("multiple of"), .number(.count), "Only multiples of this.", default: nil)
  let meaning = Parameter<String>(
    "meaning", .subject, .text, "What the number means, for the reader.", default: "")

  func infer(_ call: Inference) -> ValueType {
    guard let written = call.quantity(value) else { return ValueType(.text) }
    var chosen = written
    if let override = call.host.override(of: call.name) {
      if override.unit == .one || override.unit.dimension == written.unit.dimension {
        chosen = override.unit == .one ? Quantity(override.value, written.unit) : override
      } else {
        call.report(
          .wrongDimension,
          "-P \(call.name)=\(override.text): expected \(written.unit.dimension.phrase).", at: value,
          help: ["Give the value in \(written.unit.symbol)."])
      }
    }
    check(chosen, call)
    return .number(chosen)
  }

  private func check(_ chosen: Quantity, _ call: Inference) {
    let number = chosen.value
    var expected: String?
    for (parameter, isLow) in [(lowest, true), (highest, false)] {
      guard let limit = call.quantity(parameter) else { continue }
      guard limit.unit == .one || limit.unit.dimension == chosen.unit.dimension else {
        call.report(
          .wrongDimension, "Expected \(chosen.unit.dimension.phrase), found \(limit.text).",
          at: parameter, help: ["Give the limits in \(chosen.unit.symbol), as the value."])
        continue
      }
      let bound = limit.unit == .one ? limit.value * chosen.unit.scale : limit.base
      if isLow, chosen.base < bound { expected = "at least \(limit.text)" }
      if !isLow, chosen.base > bound { expected = "at most \(limit.text)" }
    }
    if call.gives(odd), number.truncatingRemainder(dividingBy: 2) == 0 {
      expected = "an odd number"
    }
    if let step = call.number(multiple), number.truncatingRemainder(dividingBy: step) != 0 {
      expected = "a multiple of \(Quantity.plain(step))"
    }
    guard let expected else { return }
    call.report(
      .outOfRange, "Expected \(expected), found \(chosen.text).", at: value,
      help: ["Change the value, here or in -P \(call.name)=…."])
  }

  func run(_ call: Call) throws -> any Value { NumberValue(try call[value]) }
}
