import Glibc
import Records
import Reports
import Storage

/// `scarp diff`: which figures changed between two reports, and why.
struct DiffVerb: Verb {
  static let form = CommandForm(
    name: "diff", summary: "Says which figures changed between two reports.",
    operands: [CommandForm.Operand(name: "A.html"), CommandForm.Operand(name: "B.html")],
    options: [
      CommandForm.Option(
        "-o", "--output", value: "FILE", help: "write a page too, with pictures side by side"),
      CommandForm.Option("--json", help: "print what differs as JSON"),
    ],
    notes: [
      "Reads what the reports carry, and runs nothing. STUDY.record.json does too, but carries neither",
      "the study's text nor pictures. Numbers that `scarp verify` would call equal are not listed.",
      "Exit codes: 0 nothing differs; 7 something does; 4 a file is no report.",
    ])

  private let paths: [String]
  private let output: String?
  private let isJSON: Bool
  private let terminal: Terminal

  init(_ arguments: Arguments, _ terminal: Terminal) throws {
    paths = arguments.operands
    output = arguments["--output"]
    isJSON = arguments.has("--json")
    self.terminal = terminal
    if isJSON, output == "-" {
      throw UsageFault.badValue(
        option: "-o", value: "-", expected: "a file, since --json prints to standard output")
    }
  }

  func run() throws -> Int32 {
    let before = try ComparedStudy.read(paths[0])
    let after = try ComparedStudy.read(paths[1])
    let comparison = StudyComparison(from: before, to: after)
    if let output {
      let template = try Template.load(from: TemplateFolder(), adding: ComparisonPage.rules)
      let page = ComparisonPage(comparison, from: before, to: after, in: template)
      if output == "-" {
        try terminal.write(page.html)
      } else {
        try AtomicFile.write(page.html, to: output)
        terminal.say("wrote \(output)")
      }
    }
    if isJSON {
      try terminal.write(comparison.json.text(.indented) + "\n")
    } else if output != "-" {
      let color = terminal.usesColor && isatty(STDOUT_FILENO) == 1
      try terminal.write(ComparisonText(comparison, from: before, to: after, color: color).text)
    }
    return comparison.agrees ? 0 : 7
  }
}
