import Foundation
import Testing

extension Workplace {
  /// Calls the program, and measures the most memory that it, or the worker it waits for, held at once.
  ///
  /// The kernel takes what the caller holds for the first memory of the program that it starts, and these
  /// tests hold hundreds of megabytes: GNU time, which holds next to nothing, stands between.
  func measured(
    _ arguments: [String], environment: [String: String] = [:]
  ) throws -> (outcome: Outcome, peakMegabytes: Int) {
    let report = folder.path + "/.memory"
    let outcome = try call(
      ["--format=%M", "--output=\(report)", Self.program("scarp").path] + arguments,
      of: URL(fileURLWithPath: "/usr/bin/time"), environment: environment)
    // A word on how the program ended may stand in a line before.
    let last = try String(contentsOfFile: report, encoding: .utf8).split(separator: "\n").last
    let kilobytes = try #require(last.flatMap { Int($0) }, "/usr/bin/time tells the memory")
    return (outcome, kilobytes / 1024)
  }
}
