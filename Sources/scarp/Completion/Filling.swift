import Commands
import Diagnostics
import Vocabulary

/// What can stand in a place of the command line: read from the name of the place, so that help,
/// completion and manual page say the same.
///
///     quick|full          one of these words
///     STUDY.md|A.html     a file that ends so
///     FILE, DIR           any file; a folder
///     WORD|CODE|TOPIC     a word of the language, the code of a message, a topic of the guides
///     N, M, NAME=VALUE    what nobody can guess
enum Filling: Equatable {
  /// One of some words.
  case choices([String])
  /// A file with one of some endings, or any where there are none.
  case file(endings: [String])
  /// A folder.
  case folder
  /// A word of the language, a metric or a code.
  case word
  /// A verb of the program.
  case verb
  /// Nothing that could be proposed.
  case free

  /// The names of places that nobody can guess; any other name has a meaning.
  static let freeNames: Set<String> = ["N", "M", "NAME", "NAME=VALUE", "TEXT"]

  /// Reads the name of a place; nil where it has no meaning.
  init?(named name: String) {
    switch name {
    case "DIR": self = .folder
    case "FILE": self = .file(endings: [])
    case "WORD|CODE|TOPIC": self = .word
    case "VERB": self = .verb
    case _ where Self.freeNames.contains(name): self = .free
    default:
      let parts = name.split(separator: "|").map(String.init)
      let endings = parts.map { part in
        part.contains(".") ? part.split(separator: ".").dropFirst().joined(separator: ".") : ""
      }
      if !parts.isEmpty, endings.allSatisfy({ !$0.isEmpty }) {
        var unique: [String] = []
        for ending in endings where !unique.contains(ending) { unique.append(ending) }
        self = .file(endings: unique)
      } else if !parts.isEmpty, parts.allSatisfy(Self.isChoice) {
        self = .choices(parts)
      } else {
        return nil
      }
    }
  }

  /// All words that `scarp explain` knows, each as its words one after the other.
  static var explained: [String] {
    Catalog.standard.words.map(\.entry.phrase) + Catalog.standard.metrics.map(\.name)
      + Code.all.map(\.id)
  }

  private static func isChoice(_ word: String) -> Bool {
    word.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }
  }
}
