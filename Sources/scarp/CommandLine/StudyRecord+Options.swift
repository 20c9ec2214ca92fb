import Engine
import Records
import Storage
import Vocabulary

extension StudyRecord {
  /// The options of a run that repeats the recorded one: its profile and its changed settings.
  func options(over given: RunOptions) -> RunOptions {
    var options = given
    options.profile = json["profile"]?.string
    for setting in json["settings"]?.array ?? [] where setting["changed"]?.bool ?? false {
      guard let name = setting["name"]?.string, let value = setting["value"]?.double else {
        continue
      }
      let unit = setting["unit"]?.string.flatMap { Unit(spelled: $0) } ?? .one
      options.overrides[name] = Quantity(value, unit)
    }
    return options
  }
}
