public import Engine
import Language
public import Vocabulary

/// A setting of a study with the value it had in a run.
public struct StudySetting: Sendable, Equatable {
  /// Its name.
  public let name: String
  /// The value it had.
  public let value: Quantity
  /// The value that the study's text gives it.
  public let written: Quantity
  /// What it means, in the study's words; empty where it does not say.
  public let meaning: String

  /// Whether the run gave it another value than the text.
  public var isChanged: Bool { value != written }

  /// The settings of a study, in page order.
  public static func all(of run: StudyRun) -> [StudySetting] {
    (run.plan?.program.statements ?? []).compactMap { statement in
      guard statement.call.word.entry.phrase == "setting", let name = statement.names.first,
        let value = statement.type.known,
        case .quantity(let written)? = statement.call.arguments["value"]?.content
      else { return nil }
      var meaning = ""
      if case .text(let text)? = statement.call.arguments["meaning"]?.content { meaning = text }
      return StudySetting(name: name, value: value, written: written, meaning: meaning)
    }
  }
}
