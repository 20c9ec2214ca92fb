/// What is wrong with a call of the program.
enum UsageFault: Error {
  /// No verb of that name.
  case unknownVerb(String, near: String?)
  /// No option of that name.
  case unknownOption(String, near: String?, verb: String)
  /// An option without the value it takes.
  case missingValue(option: String, value: String, verb: String)
  /// A value for an option that takes none.
  case valueNotTaken(option: String, value: String, verb: String)
  /// An option's value that cannot be.
  case badValue(option: String, value: String, expected: String)
  /// A name that no study can have.
  case badName(String, expected: String)
  /// A word that the verb needs is not there.
  case missingOperand(String, verb: String)
  /// A word too many.
  case unexpectedOperand(String, verb: String)
  /// A word of the language, or a code, that is not known.
  case unknownWord(String, near: String?)
  /// What a study does not have in a form that is asked for.
  case nothingToExport(String, format: String, near: String?)
  /// More than one file for standard output.
  case severalFiles([String])
  /// A statement that the study does not have.
  case unknownStatement(String, near: String?)

  /// What was found.
  var message: String {
    switch self {
    case .unknownVerb(let name, _): "there is no verb “\(name)”"
    case .unknownOption(let name, _, let verb): "“scarp \(verb)” has no option “\(name)”"
    case .missingValue(let option, let value, _): "\(option) needs a value: \(option) \(value)"
    case .valueNotTaken(let option, let value, _):
      "\(option) takes no value, found “\(value)”"
    case .badValue(let option, let value, let expected):
      "\(option) \(value): expected \(expected)"
    case .badName(let name, let expected): "“\(name)”: expected \(expected)"
    case .missingOperand(let name, let verb): "“scarp \(verb)” needs \(name)"
    case .unexpectedOperand(let word, let verb): "“scarp \(verb)” does not take “\(word)”"
    case .unknownWord(let word, _): "the language has no word and no code “\(word)”"
    case .nothingToExport(let name, let format, _):
      "the study has nothing called “\(name)” to export as \(format)"
    case .severalFiles(let names):
      "standard output takes one file, but there are \(names.count): "
        + names.prefix(6).joined(separator: ", ") + (names.count > 6 ? ", …" : "")
    case .unknownStatement(let name, _): "the study has no statement that makes “\(name)”"
    }
  }

  /// What to do about it.
  var advice: String {
    switch self {
    case .unknownVerb(_, let near?), .unknownWord(_, let near?), .unknownStatement(_, let near?),
      .nothingToExport(_, _, let near?):
      "Did you mean “\(near)”?"
    case .unknownVerb: "Run “scarp --help” for all verbs."
    case .unknownOption(_, let near?, _): "Did you mean “\(near)”?"
    case .unknownOption(_, nil, let verb), .missingValue(_, _, let verb),
      .valueNotTaken(_, _, let verb), .missingOperand(_, let verb),
      .unexpectedOperand(_, let verb):
      "Run “scarp \(verb) --help”."
    case .badValue: "Correct the value."
    case .badName: "Choose another name: scarp new my-valley."
    case .nothingToExport(_, let format, nil):
      format == "geotiff"
        ? "Name a raster of the study, or leave the names out."
        : "Name a label of the study, or leave the names out."
    case .severalFiles: "Name one, or a folder with -o DIR."
    case .unknownWord: "Run “scarp explain” for all words and codes."
    case .unknownStatement: "Run “scarp cache why STUDY.md” for all statements."
    }
  }
}
