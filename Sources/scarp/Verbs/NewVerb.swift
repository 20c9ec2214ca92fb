import Diagnostics
import Glibc
import Simulation
import Storage
import Vocabulary

/// `scarp new`: a study to begin with.
struct NewVerb: Verb {
  static let form = CommandForm(
    name: "new", summary: "Begins a study: a notebook that runs, and a folder for its data.",
    operands: [CommandForm.Operand(name: "NAME")],
    options: [
      CommandForm.Option(
        "--template", value: StudyTemplate.names, help: "what to begin with; susceptibility"),
      CommandForm.Option("--into", value: "DIR", help: "the folder to write to; ./NAME"),
      CommandForm.Option(
        "--simulated", help: "make up an area too, on which the study runs at once"),
    ],
    notes: [
      "susceptibility  from an elevation model and an inventory to a map, and what it is worth",
      "detection       landslides in images from before and after, cell by cell",
      "lesson          one method with exercises, on an area whose truth is known; always --simulated",
      "",
      "    scarp new my-valley --simulated",
      "    scarp run my-valley/my-valley.md --data my-valley/simulated",
      "",
      "data/README.md in the new folder says which files the study wants. Nothing is overwritten: where",
      "one of the files is there already, nothing is written, and the exit code is 5.",
    ])

  private let name: StudyName
  private let template: StudyTemplate
  private let folder: String
  private let isSimulated: Bool
  private let terminal: Terminal

  init(_ arguments: Arguments, _ terminal: Terminal) throws {
    name = try StudyName(arguments.operands[0])
    let wanted = arguments["--template"] ?? StudyTemplate.susceptibility.rawValue
    guard let template = StudyTemplate(rawValue: wanted) else {
      let names = StudyTemplate.allCases.map(\.rawValue)
      let near = nearest(to: wanted, among: names).map { "; did you mean “\($0)”?" } ?? ""
      throw UsageFault.badValue(
        option: "--template", value: wanted,
        expected: "one of \(names.joined(separator: ", "))\(near)")
    }
    self.template = template
    var folder = arguments["--into"] ?? name.text
    guard !folder.isEmpty else {
      throw UsageFault.badValue(option: "--into", value: "", expected: "a folder")
    }
    while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    self.folder = folder
    isSimulated = template.isSimulated || arguments.has("--simulated")
    self.terminal = terminal
  }

  func run() throws -> Int32 {
    Interrupts.listen()
    let files = try template.files(for: name)
    let data = "\(folder)/simulated"
    let all = files.map { "\(folder)/\($0.path)" } + (isSimulated ? [data] : [])
    let present = all.filter(Self.isTaken)
    guard present.isEmpty else { throw NewStudyFault.occupied(present) }
    if isSimulated {
      // First, since it takes longest: where it is interrupted, there is nothing half begun.
      let plan = try AreaPlan(hasImages: template.hasImages)
      guard let made = try SimulatedFolder.make(plan, at: data, terminal) else {
        rmdir(folder)
        return 130
      }
      terminal.say("\(data): \(made)")
    }
    for (file, path) in zip(files, all) {
      try NewFile.write(file.text.utf8, to: path)
      terminal.say("wrote \(path)")
    }
    terminal.say(advice)
    return 0
  }

  /// What to do next.
  private var advice: String {
    let notebook = "\(folder)/\(name.text).md".shellWord
    let simulated = "\(folder)/simulated".shellWord
    let images = template.hasImages ? " --images" : ""
    var lines: [String] = []
    if !template.isSimulated {
      lines.append("Your data go into \(folder)/data; README.md there says which. On made-up data:")
    }
    if !isSimulated { lines.append("    scarp simulate quickstart\(images) --into \(simulated)") }
    lines.append(
      "    scarp run \(notebook)" + (template.isSimulated ? "" : " --data \(simulated)"))
    return lines.joined(separator: "\n")
  }

  /// Whether something stands at a path, be it a link that leads nowhere.
  private static func isTaken(_ path: String) -> Bool {
    var facts = stat()
    return lstat(path, &facts) == 0
  }
}

/// Why a study cannot be begun.
enum NewStudyFault: Fault, Equatable {
  /// Files that would be overwritten.
  case occupied([String])

  var message: String {
    switch self {
    case .occupied(let paths):
      "there is already \(paths.joined(separator: ", ")), and nothing is overwritten"
    }
  }

  var advice: String { "Choose another name, or another folder with --into DIR." }

  var exitCode: Int32 { 5 }
}
