import Diagnostics
import Engine
import Notebooks
import Simulation
import Storage
import Vocabulary

/// `scarp simulate`: a made-up study area whose true probabilities are known.
struct SimulateVerb: Verb {
  static let form = CommandForm(
    name: "simulate", summary: "Makes up a study area whose true probabilities are known.",
    operands: [CommandForm.Operand(name: "AREA")],
    options: [
      CommandForm.Option("--into", value: "DIR", help: "the folder to write, new or empty"),
      CommandForm.Option("--seed", value: "N", help: "the seed of all that is random; 1"),
      CommandForm.Option("--columns", value: "N", help: "how many columns, 100 to 2000; 500"),
      CommandForm.Option("--rows", value: "N", help: "how many rows, 100 to 2000; 400"),
      CommandForm.Option("--cell", value: "M", help: "the side of a cell, 10 to 40 metres; 20"),
    ],
    notes: [
      "AREA is quickstart: mountains of folded rock, with their rain, faults, land cover and",
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
        ?? standard.cell)
  }

  func run() throws -> Int32 {
    Interrupts.listen()
    try Self.refuseOccupied(folder)
    let target = try AtomicFolder(at: folder)
    var line = ProgressLine(quiet: terminal.isQuiet)
    let summary = try AreaSimulation.run(
      plan, into: target.draft, program: Surroundings.workerProgram,
      progress: { line.show("simulating, \(Int($0 * 100)) %") },
      isInterrupted: { Interrupts.isRequested })
    guard let summary else { return 130 }
    // Somebody may have put a file there meanwhile.
    try Self.refuseOccupied(folder)
    try target.commit()
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

  /// Refuses a folder that holds anything but a simulated area.
  ///
  /// - Throws: ``SimulationFault/occupied(folder:by:)``.
  private static func refuseOccupied(_ folder: String) throws {
    let names = try AtomicFolder.contents(of: folder)
    guard !names.isEmpty else { return }
    let known = Set(SimulatedArea.fileNames)
    // A viewer of maps leaves its statistics beside a raster.
    let other = names.first { !known.contains(FilePath.without(".aux.xml", $0)) }
    let bytes = try? FilePath.bytes(
      of: folder + "/dataset.yaml", limit: 1 << 20, followsLinks: false)
    guard other == nil, let bytes, DataSetFile(bytes)?.isSimulated ?? false else {
      throw SimulationFault.occupied(folder: folder, by: other ?? names[0])
    }
  }
}
