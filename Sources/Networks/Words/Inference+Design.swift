import Diagnostics
import Learning
import Vocabulary

extension Inference {
  /// Checks a design where it is given layers to read: that every open number is given, that the
  /// places have the form it reads, and that shapes fit.
  ///
  /// - Parameters:
  ///   - net: the network.
  ///   - stack: the layers read.
  ///   - places: the places read, where they are known.
  ///   - settings: lines, each with a setting's name and value.
  ///   - example: the parts of a model whose settings hold where none is given.
  /// - Returns: the settings given, by name.
  func checkDesign(
    _ net: any AnyParameter, reading stack: ValueType?, at places: ValueType?,
    settings: Argument?, example: ValueType?
  ) -> [(name: String, argument: Argument)] {
    guard let type = type(net), let design = NetDesign(type) else { return [] }
    let given = namedSettings(settings, of: design, net)
    let missing = design.parameters.filter { name in
      !given.contains { $0.name == name } && example?.member(name) == nil
    }
    if let first = missing.first, example?.kind != .unknown {
      report(
        .settingUnfit, "“\(references(net)[0].text)” leaves “\(first)” open, and nothing gives it.",
        at: net, help: ["Add it, for example: \(first) 32."])
    }
    var walk = ShapeWalk()
    var numbers: [String: Int] = [:]
    for name in design.parameters {
      if let value = example?.member(name)?.known { numbers[name] = Int(exactly: value.value) }
    }
    for (name, argument) in given {
      if case .quantity(let value) = argument.content { numbers[name] = Int(exactly: value.value) }
    }
    walk.settings = numbers
    if let stack { walk.columns = stack.count.value ?? columnCount(stack.layers).value }
    if let places { check(design, at: places, net) }
    if let sides = places.flatMap({ PatchSides.of($0) }) { walk.patch = sides }
    _ = walk.walk(design)
    var alone = ShapeWalk()
    _ = alone.walk(design)
    for problem in walk.problems
    where !alone.problems.contains(where: { $0.code == problem.code && $0.span == problem.span }) {
      report(problem.code, problem.title, span: problem.span, help: problem.help)
    }
    return given
  }

  private func namedSettings(
    _ settings: Argument?, of design: NetDesign, _ net: any AnyParameter
  ) -> [(name: String, argument: Argument)] {
    guard case .lines(let lines) = settings?.content else { return [] }
    var given: [(name: String, argument: Argument)] = []
    for line in lines {
      guard design.parameters.contains(line.head) else {
        let near = nearest(to: line.head, among: design.parameters)
        let listed = design.parameters.joined(separator: ", ")
        report(
          .settingUnfit,
          "“\(line.head)” is no setting of the training, nor of “\(references(net)[0].text)”.",
          span: line.span,
          help: [
            near.map { "Did you mean “\($0)”?" }
              ?? (listed.isEmpty
                ? "The network leaves nothing open." : "It leaves open: \(listed).")
          ])
        continue
      }
      if given.contains(where: { $0.name == line.head }) {
        report(
          .sayOnce, "“\(line.head)” is given twice.", span: line.span,
          help: ["Delete one of the two lines."])
      }
      if let first = line.arguments.first { given.append((line.head, single(first))) }
    }
    return given
  }

  /// The one element of a list of one.
  private func single(_ argument: Argument) -> Argument {
    if case .list(let parts) = argument.content, parts.count == 1 { return parts[0] }
    return argument
  }

  private func check(_ design: NetDesign, at places: ValueType, _ net: any AnyParameter) {
    guard let form = design.inputForm, places.kind == .places else { return }
    let arePatches = PatchSides.of(places) != nil
    guard (form == "patch") != arePatches else { return }
    let name = references(net)[0].text
    report(
      .inputUnfit,
      arePatches
        ? "“\(name)” reads a \(form) at each place, but these places are patches."
        : "“\(name)” reads patches, but these places are single.",
      at: net,
      help: [
        arePatches
          ? "Write “input patch” in the network."
          : "Cut the places into patches, or use “input window”."
      ])
  }
}
