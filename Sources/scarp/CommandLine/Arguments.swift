import Diagnostics

/// What a call of the program gives to its verb.
struct Arguments {
  /// The words that are no options, in order.
  private(set) var operands: [String] = []
  private var values: [String: [String]] = [:]

  /// Reads the words after the verb.
  ///
  /// An option's value follows it as a word of its own or after `=`; after `--` nothing is an option.
  ///
  /// - Throws: ``UsageFault`` with a suggestion where a word is not known.
  init(_ words: some Collection<String>, for form: CommandForm) throws(UsageFault) {
    var rest = Array(words)[...]
    while let word = rest.popFirst() {
      if word == "--" {
        operands += rest
        break
      }
      guard word.hasPrefix("-"), word != "-" else {
        operands.append(word)
        continue
      }
      let (spelled, attached) = Self.parts(of: word)
      guard let option = form.allOptions.first(where: { $0.spellings.contains(spelled) }) else {
        throw .unknownOption(
          spelled, near: Self.nearest(spelled, among: form), verb: form.name)
      }
      if let valueName = option.value {
        guard let value = attached ?? rest.popFirst() else {
          throw .missingValue(option: spelled, value: valueName, verb: form.name)
        }
        values[option.name, default: []].append(value)
      } else if let attached {
        throw .valueNotTaken(option: spelled, value: attached, verb: form.name)
      } else {
        values[option.name, default: []].append("")
      }
    }
    // Help is given whatever else is missing.
    if self["--help"] != nil || self["--version"] != nil { return }
    let least = form.operands.count { !$0.isOptional }
    guard operands.count >= least else {
      throw .missingOperand(form.operands[operands.count].name, verb: form.name)
    }
    guard operands.count <= form.operands.count || form.operands.last?.takesMany ?? false else {
      throw .unexpectedOperand(operands[form.operands.count], verb: form.name)
    }
  }

  /// The last value of an option, empty for one without values; nil where it is not given.
  subscript(name: String) -> String? { values[name]?.last }

  /// All values of an option, in order.
  func all(_ name: String) -> [String] { values[name] ?? [] }

  /// Whether an option is given.
  func has(_ name: String) -> Bool { values[name] != nil }

  /// The option and the value attached to it: `--jobs=4`, `-P side=9`, `-Pside=9`.
  private static func parts(of word: String) -> (option: String, value: String?) {
    if word.hasPrefix("--") {
      guard let equals = word.firstIndex(of: "=") else { return (word, nil) }
      return (String(word[..<equals]), String(word[word.index(after: equals)...]))
    }
    guard word.count > 2 else { return (word, nil) }
    return (String(word.prefix(2)), String(word.dropFirst(2)))
  }

  private static func nearest(_ spelled: String, among form: CommandForm) -> String? {
    let known = form.allOptions.flatMap(\.spellings)
    return Diagnostics.nearest(to: spelled, among: known.filter { $0.hasPrefix("--") })
      ?? known.first { $0.lowercased() == spelled.lowercased() }
  }
}
