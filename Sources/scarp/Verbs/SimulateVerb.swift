import Simulation

/// `scarp simulate`: a made-up study area whose true probabilities are known.
struct SimulateVerb: Verb {
  static let form = CommandForm(
    name: "simulate", summary: "Makes up a study area whose true probabilities are known.",
    operands: [CommandForm.Operand(name: "quickstart")],
    options: [
      CommandForm.Option("--into", value: "DIR", help: "the folder to write, new or empty"),
      CommandForm.Option("--seed", value: "N", help: "the seed of all that is random; 1"),
      CommandForm.Option("--columns", value: "N", help: "how many columns, 100 to 2000; 500"),
      CommandForm.Option("--rows", value: "N", help: "how many rows, 100 to 2000; 400"),
      CommandForm.Option("--cell", value: "M", help: "the side of a cell, 10 to 40 metres; 20"),
      CommandForm.Option("--images", help: "also images from before and after the landslides"),
    ],
    notes: [
      "quickstart is mountains of folded rock, with their rain, faults, land cover and",
      "landslides. The same seed and size give the same files. A folder that holds a simulated area",
      "and nothing else is replaced; any other is refused. dataset.yaml says how the area was made.",
      "",
      "    scarp simulate quickstart --into notebooks/data/quickstart",
      "    scarp run notebooks/quickstart.md",
    ])

  private let folder: String
  private let plan: AreaPlan
  private let terminal: Terminal

  init(_ arguments: Arguments, _ terminal: Terminal) throws {
    self.terminal = terminal
    guard arguments.operands[0] == "quickstart" else {
      throw SimulationFault.unknownArea(name: arguments.operands[0])
    }
    guard let folder = arguments["--into"], !folder.isEmpty else {
      throw UsageFault.missingOperand("--into DIR", verb: "simulate")
    }
    self.folder = folder
    let standard = AreaPlan.standard
    let whole = "a whole number, 0 or more"
    plan = try AreaPlan(
      seed: Self.number(arguments, "--seed", whole, { UInt64($0) }) ?? standard.seed,
      columns: Self.number(arguments, "--columns", whole, { Int($0) }) ?? standard.columns,
      rows: Self.number(arguments, "--rows", whole, { Int($0) }) ?? standard.rows,
      cell: Self.number(arguments, "--cell", "a number of metres", { Double($0) })
        ?? standard.cell,
      hasImages: arguments.has("--images"))
  }

  func run() throws -> Int32 {
    Interrupts.listen()
    guard let summary = try SimulatedFolder.make(plan, at: folder, terminal) else { return 130 }
    terminal.say("\(folder): \(summary)")
    return 0
  }

  private static func number<Number>(
    _ arguments: Arguments, _ option: String, _ expected: String, _ read: (String) -> Number?
  ) throws -> Number? {
    guard let text = arguments[option] else { return nil }
    guard let number = read(text) else {
      throw UsageFault.badValue(option: option, value: text, expected: expected)
    }
    return number
  }
}
