import Engine
import Vocabulary

/// The options by which several verbs say how a study is to be read.
enum StudyOptions {
  static let data = CommandForm.Option(
    "--data", value: "DIR", help: "read the data from another folder")
  static let setting = CommandForm.Option(
    "-P", "--setting", value: "NAME=VALUE", help: "give a setting another value; repeatable")
  static let profile = CommandForm.Option(
    "--profile", value: "quick|full", help: "use a profile of the front matter")
  static let jobs = CommandForm.Option(
    "--jobs", value: "N", help: "how many statements at a time, and threads for each")
  static let output = CommandForm.Option(
    "-o", "--output", value: "FILE", help: "write the report there; - for standard output")

  /// The options of a run, as far as a call gives them.
  ///
  /// - Throws: ``UsageFault``.
  static func read(_ arguments: Arguments) throws(UsageFault) -> RunOptions {
    var options = RunOptions()
    options.cacheFolder = Surroundings.cacheFolder
    options.workerProgram = Surroundings.workerProgram
    options.dataFolder = arguments["--data"]
    options.profile = arguments["--profile"]
    options.jobs = min(Surroundings.processors, 16)
    if let text = arguments["--jobs"] {
      guard let jobs = Int(text), (1...256).contains(jobs) else {
        throw .badValue(
          option: "--jobs", value: text, expected: "a whole number from 1 to 256")
      }
      options.jobs = jobs
    }
    for text in arguments.all("--setting") {
      guard let equals = text.firstIndex(of: "="), equals > text.startIndex,
        let quantity = RunOptions.quantity(String(text[text.index(after: equals)...]))
      else {
        throw .badValue(
          option: "-P", value: text, expected: "a name, “=” and a number, such as side=13")
      }
      options.overrides[String(text[..<equals])] = quantity
    }
    return options
  }
}
