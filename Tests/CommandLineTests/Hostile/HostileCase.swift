import Foundation
import HostileFiles
import Testing

/// One thing that a stranger could hand in: a notebook, with what lies in its data folder.
struct HostileCase: Sendable, CustomTestStringConvertible {
  /// What it is called.
  let name: String
  /// The bytes of the notebook.
  let notebook: [UInt8]
  /// The files of the data folder.
  var files: [String: [UInt8]] = [:]
  /// What else is put beside them.
  var prepare: @Sendable (Workplace) throws -> Void = { _ in }
  /// The exit code of `scarp check`.
  let check: Int32
  /// The exit code of `scarp run`.
  let run: Int32
  /// What both say, or the run alone where the check finds nothing.
  let says: [String]
  /// Line and column in the notebook; none where the file as a whole is meant.
  let place: String?

  var testDescription: String { name }

  /// A notebook that is at fault itself: both verbs say 3.
  static func text(_ name: String, _ notebook: String, _ says: String..., at place: String?)
    -> HostileCase
  {
    bytes(name, Array(notebook.utf8), says, at: place)
  }

  /// A notebook of any bytes.
  static func bytes(_ name: String, _ notebook: [UInt8], _ says: [String], at place: String?)
    -> HostileCase
  {
    HostileCase(name: name, notebook: notebook, check: 3, run: 3, says: says, place: place)
  }

  /// A notebook of one cell with these lines, which stand from line 2 on.
  static func cell(_ name: String, _ lines: String, _ says: String..., at place: String?)
    -> HostileCase
  {
    bytes(name, Array("```{scarp}\n\(lines)\n```\n".utf8), says, at: place)
  }

  /// Lines that read files, which are at fault.
  static func data(
    _ name: String, _ files: [String: [UInt8]], _ lines: String, check: Int32 = 4, run: Int32 = 4,
    _ says: String..., at place: String?
  ) -> HostileCase {
    HostileCase(
      name: name, notebook: Array("```{scarp}\n\(lines)\n```\n".utf8), files: files, check: check,
      run: run, says: says, place: place)
  }
}
