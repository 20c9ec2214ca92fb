import Commands
public import Language
import Storage
public import Vocabulary

/// Makes the steps of a checked study: one for each member of each statement, each quantity in prose,
/// and what folds have to learn anew.
public struct Planner {
  private let program: Program
  private let catalog: Catalog
  private let context: PlanContext
  private var steps: [Step] = []
  private var known: [Instance: Int] = [:]
  private var foldSteps: [FoldInstance: Step.Link] = [:]
  private var definitions: [String: Definition] = [:]

  private struct Definition {
    let statement: Int
    let part: Int?
  }

  /// A member of a statement, made with or without a fold held out, of all layers or of some.
  private struct Instance: Hashable {
    let statement: Int
    let coordinates: [Coordinate]
    let heldOut: Step.HeldOut?
    let refit: Refit?
  }

  private struct FoldInstance: Hashable {
    let statement: Int
    let coordinates: [Coordinate]
  }

  /// What the step at hand is made for.
  private struct Setting {
    let coordinates: [Coordinate]
    var heldOut: Step.HeldOut?
    var folded: PlaceSet?
    var refit: Refit?
  }

  /// Plans a study that has no errors.
  public static func plan(_ program: Program, catalog: Catalog, context: PlanContext) -> Plan {
    var planner = Planner(program: program, catalog: catalog, context: context)
    planner.planAll()
    return Plan(steps: planner.steps, program: program)
  }

  private init(program: Program, catalog: Catalog, context: PlanContext) {
    self.program = program
    self.catalog = catalog
    self.context = context
    for statement in program.statements {
      let hasParts = statement.call.word is any PartsWord
      for (index, name) in statement.names.enumerated() {
        definitions[name] = Definition(
          statement: statement.index, part: hasParts ? index : nil)
      }
    }
  }

  private mutating func planAll() {
    for statement in program.statements where !(statement.call.word is any GroupingWord) {
      for coordinates in combinations(ownAxes(statement)) {
        _ = step(for: statement.index, Setting(coordinates: coordinates))
      }
    }
    for quantity in program.quantities { planQuantity(quantity) }
    for raster in program.mentions(of: context.rasters) { planFile(of: raster) }
  }

  /// The axes over which a statement is carried out.
  private func ownAxes(_ statement: CheckedStatement) -> [Axis] { statement.type.axes }

  private func combinations(_ axes: [Axis]) -> [[Coordinate]] {
    axes.reduce([[]]) { made, axis in
      made.flatMap { head in axis.members.map { head + [Coordinate(axis.name, $0)] } }
    }
  }

  // MARK: Steps

  private mutating func step(for index: Int, _ wanted: Setting) -> Int {
    let coordinates = wanted.coordinates
    let instance = Instance(
      statement: index, coordinates: coordinates, heldOut: wanted.heldOut, refit: wanted.refit)
    if let step = known[instance] { return step }
    let statement = program.statements[index]
    var setting = wanted
    if let axis = statement.type.axes.first(where: \.isFolds),
      statement.call.arguments["folds"] != nil,
      let member = coordinates.first(where: { $0.axis == axis.name }),
      let fold = axis.members.firstIndex(of: member.member)
    {
      let folds = foldStep(of: statement, setting)
      let places = statement.call.arguments["places"]?.references.first?.type.places
      setting = Setting(
        coordinates: coordinates,
        heldOut: Step.HeldOut(folds: folds.step, part: folds.part, path: folds.path, index: fold),
        folded: places, refit: wanted.refit)
    }
    let id = add(
      origin: .statement(index), call: pictured(statement.call), names: statement.names,
      canonical: statement.canonical, inputs: statement.inputs, setting: setting,
      type: statement.type)
    known[instance] = id
    return id
  }

  /// A call that draws, with the resolution that is asked for instead of the study's own.
  private func pictured(_ call: BoundCall) -> BoundCall {
    guard let resolution = context.resolution, let parameter = call.word.resolution else {
      return call
    }
    var arguments = call.arguments
    arguments[parameter.name] = Argument(.quantity(Quantity(Double(resolution))), call.span)
    return BoundCall(
      word: call.word, arguments: arguments, verbSpan: call.verbSpan, span: call.span)
  }

  /// The step that divides the places of a statement with a `folds` setting.
  private mutating func foldStep(of statement: CheckedStatement, _ setting: Setting) -> Step.Link {
    let outer = setting.coordinates.filter { coordinate in
      !(statement.type.axes.first { $0.name == coordinate.axis }?.isFolds ?? false)
    }
    let instance = FoldInstance(statement: statement.index, coordinates: outer)
    if let step = foldSteps[instance] { return step }
    let link: Step.Link
    if let folds = statement.call.arguments["folds"],
      case .reference(let reference) = folds.content,
      reference.type.kind == .folds
    {
      link = resolve(reference, Setting(coordinates: outer))[0]
    } else {
      let step = addImplicitFolds(statement, Setting(coordinates: outer))
      link = Step.Link(coordinates: outer, step: step, part: nil, path: [])
    }
    foldSteps[instance] = link
    return link
  }

  private mutating func addImplicitFolds(_ statement: CheckedStatement, _ setting: Setting) -> Int {
    guard let word = catalog["folds"], let places = statement.call.arguments["places"],
      let count = statement.call.arguments["folds"]
    else { preconditionFailure("a statement with folds has places: \(statement.canonical)") }
    let span = statement.call.span
    let call = BoundCall(
      word: word,
      arguments: ["places": places, "number": count, "stratified": Argument(.flag, span)],
      verbSpan: span, span: span)
    return add(
      origin: .folds(statement: statement.index), call: call,
      names: statement.names.map { $0 + ".folds" }, canonical: "folds of \(statement.canonical)",
      inputs: [], setting: setting, type: statement.type)
  }

  private mutating func planQuantity(_ quantity: CheckedQuantity) {
    guard let word = catalog["show"] else { return }
    let call = BoundCall(
      word: word, arguments: ["value": quantity.argument], verbSpan: quantity.span,
      span: quantity.span)
    _ = add(
      origin: .quantity(quantity.index), call: call, names: [],
      canonical: quantity.canonical, inputs: [],
      setting: Setting(coordinates: []), type: ValueType(.number))
  }

  /// Plans a file for each member of a raster.
  private mutating func planFile(of raster: Reference) {
    let word = Catalog.rasterFile
    let call = BoundCall(
      word: word,
      arguments: [word.parameters[0].name: Argument(.reference(raster), raster.span)],
      verbSpan: raster.span, span: raster.span)
    let axes = raster.type.axes.filter { axis in
      !raster.coordinates.contains { $0.axis == axis.name }
    }
    for coordinates in combinations(axes) {
      let member = (raster.coordinates + coordinates).map { "\($0.axis) \($0.member)" }
      let name = raster.text + (member.isEmpty ? "" : " at \(member.joined(separator: ", "))")
      _ = add(
        origin: .raster(name), call: call, names: ["file of \(name)"],
        canonical: "file of \(name)", inputs: [], setting: Setting(coordinates: coordinates),
        type: .nothing)
    }
  }

  private mutating func add(
    origin: Step.Origin, call: BoundCall, names: [String], canonical: String, inputs: [String],
    setting: Setting, type: ValueType
  ) -> Int {
    let isLight = (call.word as? any LightWord)?.isLight(call) ?? false
    var links: [String: [Step.Link]] = [:]
    var order: [String] = []
    // A light call reads no values: what it says is known to the checker.
    for (parameter, argument) in call.ordered where !isLight {
      for (mention, reference) in mentions(in: argument, of: parameter, call, setting)
      where links[mention] == nil {
        links[mention] = resolve(reference, setting)
        order.append(mention)
      }
    }
    let gathered = gatheredSteps(call)
    var dependencies = Set(links.values.flatMap { $0.map(\.step) } + gathered)
    if let heldOut = setting.heldOut { dependencies.insert(heldOut.folds) }
    let ingredients = self.ingredients(
      origin, call, names, canonical, inputs, setting, type, order.map { ($0, links[$0] ?? []) },
      gathered)
    var hasher = KeyHasher(for: "step")
    for ingredient in ingredients {
      hasher.add(ingredient.name)
      hasher.add(ingredient.value)
    }
    steps.append(
      Step(
        id: steps.count, origin: origin, call: call, names: names,
        coordinates: setting.coordinates, heldOut: setting.heldOut, refit: setting.refit,
        dependencies: dependencies.sorted(), links: links, gathered: gathered, key: hasher.finish(),
        ingredients: ingredients, isLight: isLight))
    return steps.count - 1
  }

  /// What an argument mentions, under the name by which the call finds it, and the same models
  /// fitted again where that is asked for.
  private func mentions(
    in argument: Argument, of parameter: any AnyParameter, _ call: BoundCall, _ setting: Setting
  ) -> [(name: String, reference: Reference)] {
    let known = argument.references.filter { $0.type.kind != .unknown }
    if let word = call.word as? any RefittingWord, word.refitted == parameter.name {
      // What the word chooses or compares stays; what it makes of that follows the setting.
      return known.flatMap { reference in
        var refits = word.refits(of: reference.type)
        if let layers = setting.refit?.layers {
          refits = (refits.isEmpty ? [Refit()] : refits).map { Refit(layers, isWhole: $0.isWhole) }
        }
        return [(reference.linkName, reference)]
          + refits.map { refit in
            var again = reference
            again.refit = refit
            return (again.linkName, again)
          }
      }
    }
    return known.map { reference in
      var found = reference
      // On the way to the learner; a model after “as in” lends its settings as they are.
      if reference.type.kind == .model, parameter.role != .after("as in") {
        found.refit = setting.refit
      }
      return (reference.linkName, found)
    }
  }

  private func gatheredSteps(_ call: BoundCall) -> [Int] {
    guard let gathering = call.word as? any GatheringWord else { return [] }
    return steps.filter { $0.call.word.entry.phrase == gathering.gathers }.map(\.id)
  }

  // MARK: Keys

  private func ingredients(
    _ origin: Step.Origin, _ call: BoundCall, _ names: [String], _ canonical: String,
    _ inputs: [String], _ setting: Setting, _ type: ValueType, _ links: [(String, [Step.Link])],
    _ gathered: [Int]
  ) -> [Step.Ingredient] {
    var result: [Step.Ingredient] = []
    func add(_ name: String, _ value: String) {
      result.append(Step.Ingredient(name: name, value: value))
    }
    let version = (call.word as? any RunnableWord)?.version ?? 0
    add("build, libraries and processor", context.machine.hex)
    add("word", "\(call.word.entry.phrase) \(version)")
    add("statement", canonical)
    add("names", names.joined(separator: ","))
    add("seed", String(context.seed))
    if let resolution = context.resolution, call.word.resolution != nil {
      add("pixels to the inch", String(resolution))
    }
    if let known = type.known { add("value given", known.text) }
    for coordinate in setting.coordinates { add("member \(coordinate.axis)", coordinate.member) }
    if let heldOut = setting.heldOut {
      add("folds", ([steps[heldOut.folds].key.hex] + heldOut.path).joined(separator: "."))
      add("fold held out", String(heldOut.index + 1))
    }
    if let refit = setting.refit { add("fitted again", refit.text) }
    for path in inputs { add("file \(path)", context.inputs[path]?.hex ?? "not here") }
    for (mention, targets) in links {
      for target in targets {
        let member = target.coordinates.map(\.member).joined(separator: ", ")
        let part = target.part.map { " part \($0)" } ?? ""
        let path = target.path.map { "." + $0 }.joined()
        add(
          "\(mention)\(member.isEmpty ? "" : " at " + member)",
          steps[target.step].key.hex + part + path)
      }
    }
    for step in gathered { add("gathered", steps[step].key.hex) }
    return result
  }

  // MARK: Mentions

  /// The members to which a mention leads, with the axes that the setting leaves open.
  private mutating func resolve(_ reference: Reference, _ setting: Setting) -> [Step.Link] {
    guard let definition = definitions[reference.name] else { return [] }
    let statement = program.statements[definition.statement]
    let fixed = reference.coordinates + setting.coordinates
    if statement.call.word is any GroupingWord {
      return resolveGroup(statement, reference, setting, fixed)
    }
    let seenFolded = setting.folded.map { folded in
      statement.type.seen.contains { $0.places.overlaps(folded) }
    }
    // Only what has learned from the folded places is learned again without the fold.
    let heldOut = seenFolded ?? false ? setting.heldOut : nil
    let isWhole = reference.refit?.isWhole ?? false
    let open = statement.type.axes.filter { !isWhole || !$0.isFolds }.map { axis -> Axis in
      guard let chosen = fixed.first(where: { $0.axis == axis.name }),
        axis.members.contains(chosen.member)
      else { return axis }
      return Axis(axis.name, [chosen.member], isFolds: axis.isFolds)
    }
    return combinations(open).map { coordinates in
      Step.Link(
        coordinates: coordinates,
        step: step(
          for: statement.index,
          Setting(
            coordinates: coordinates, heldOut: heldOut, folded: setting.folded,
            refit: reference.refit)),
        part: definition.part, path: reference.path)
    }
  }

  private mutating func resolveGroup(
    _ group: CheckedStatement, _ reference: Reference, _ setting: Setting, _ fixed: [Coordinate]
  ) -> [Step.Link] {
    guard let axis = group.type.axes.first else { return [] }
    let chosen = fixed.first { $0.axis == axis.name }?.member
    let mentions = group.call.ordered.flatMap { $0.argument.references }
    var result: [Step.Link] = []
    for member in mentions where chosen == nil || member.text == chosen {
      var mention = member
      mention.refit = reference.refit
      for link in resolve(mention, setting) {
        result.append(
          Step.Link(
            coordinates: [Coordinate(axis.name, mention.text)] + link.coordinates, step: link.step,
            part: link.part, path: link.path + reference.path))
      }
    }
    return result
  }
}

extension Word {
  /// The parameter that says how fine the picture is, of a word that draws one.
  fileprivate var resolution: (any AnyParameter)? {
    parameters.first { $0.role == .before("dpi") }
  }
}

extension Reference {
  /// The mention as links are kept by: the text with the members picked.
  var linkName: String {
    text + coordinates.map { "@\($0.axis)=\($0.member)" }.joined()
      + (refit.map { " \($0.text)" } ?? "")
  }
}
