import Foundation
import Testing

/// The check of a study takes steps in proportion to its length, whatever it holds.
///
/// Steps are instructions, counted by Valgrind: times would depend on what else the machine does.
@Suite(.serialized) struct LinearWorkTests {
  /// The instructions that `scarp check` takes for a notebook.
  private func steps(_ notebook: String, in workplace: Workplace) throws -> Int {
    let program = workplace.folder.appendingPathComponent("scarp").path
    // Valgrind does not understand all that a Swift program says for debuggers.
    try run("/usr/bin/strip", ["-o", program, Workplace.program("scarp").path], workplace)
    try workplace.write(notebook, to: "study.md")
    let told = try run(
      "/usr/bin/valgrind",
      [
        "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null", program, "check",
        "study.md",
      ], workplace)
    let count = try #require(told.firstMatch(of: /I +refs: +([0-9,]+)/), "\(told.suffix(2000))")
    return try #require(Int(String(count.1).replacing(",", with: "")))
  }

  @discardableResult private func run(
    _ program: String, _ arguments: [String], _ workplace: Workplace
  ) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = workplace.folder
    process.environment = workplace.standardEnvironment
    process.standardOutput = FileHandle.nullDevice
    let messages = workplace.folder.appendingPathComponent(".told")
    try Data().write(to: messages)
    process.standardError = try FileHandle(forWritingTo: messages)
    try process.run()
    process.waitUntilExit()
    return String(decoding: try Data(contentsOf: messages), as: UTF8.self)
  }

  private static func lines(_ count: Int, _ line: (Int) -> String) -> String {
    (0..<count).map(line).joined(separator: "\n") + "\n"
  }

  private static func cell(_ lines: String) -> String { "```{scarp}\n\(lines)```\n" }

  /// A text made of so many parts.
  struct Shape: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let parts: Int
    let text: @Sendable (Int) -> String
  }

  static let shapes = [
    Shape(testDescription: "statements", parts: 150) { count in
      cell(lines(count) { "a\($0) = \($0) + 1" })
    },
    Shape(testDescription: "mistakes", parts: 130) { count in
      cell(lines(count) { "a\($0) = 1 m\nb\($0) = slope of name\($0) in degrees" })
    },
    Shape(testDescription: "prose", parts: 100) { count in
      "---\nauthor: [\((0..<count).map { "a\($0)" }.joined(separator: ", "))]\n---\n\n"
        + cell("a = 1\n")
        + (0..<count).map { index in
          """
          ## A {#sec-\(index)}

          *a* `b` $x^2$ `{scarp} a` @sec-\(index) [c](https://e.org) d[^\(index)]

          > - e

          [^\(index)]: f

          ```scarp
          b = 1
          ```


          """
        }.joined() + "| a | b |\n|---|---|\n" + lines(count) { "| \($0) | c |" }
    },
  ]

  /// From twice to four times the length twice as many steps are added as from once to twice it.
  @Test(arguments: shapes) func stepsGrowWithTheLength(_ shape: Shape) throws {
    let workplace = try Workplace()
    let counts = try [1, 2, 4].map {
      try steps(shape.text(shape.parts * $0), in: workplace)
    }
    let growth = Double(counts[2] - counts[1]) / Double(counts[1] - counts[0])
    #expect(growth < 2.2, "\(counts): \(growth)")
    #expect(counts[1] > counts[0] + 1_000_000)
  }
}
