import Diagnostics

/// What the program can be asked to do.
protocol Verb: SendableMetatype {
  /// Its name, options and operands.
  static var form: CommandForm { get }

  /// Takes a call.
  ///
  /// - Throws: ``UsageFault`` where an option's value cannot be.
  init(_ arguments: Arguments, _ terminal: Terminal) throws

  /// Does it; the exit code.
  func run() throws -> Int32
}

/// The verb nearest to a word that is none.
func nearestVerb(to word: String, among verbs: [String]) -> String? {
  nearest(to: word, among: verbs)
}
