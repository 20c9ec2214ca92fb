import Storage

extension StudyComparison {
  static func study(_ before: StudyRecord, _ after: StudyRecord) -> [Change] {
    func facts(_ record: StudyRecord) -> [(String, String)] {
      let notebook = record.json["notebook"]
      return [
        ("name", text(notebook?["name"])), ("text", text(notebook?["sha256"])),
        ("data folder", text(notebook?["data"])), ("language", text(notebook?["language"])),
      ]
    }
    return changes(facts(before), facts(after))
  }

  static func inputs(_ before: StudyRecord, _ after: StudyRecord) -> [Change] {
    func facts(_ record: StudyRecord) -> [(String, String)] {
      let data = record.json["data"]
      return ["title", "source", "licence", "simulated", "described"].map { ($0, text(data?[$0])) }
        + (record.json["inputs"]?.array ?? []).map { input in
          ("file " + text(input["path"]), text(input["sha256"]))
        }
    }
    return changes(facts(before), facts(after))
  }

  static func settings(_ before: StudyRecord, _ after: StudyRecord) -> [Change] {
    func facts(_ record: StudyRecord) -> [(String, String)] {
      [("seed", text(record.json["seed"])), ("profile", text(record.json["profile"]))]
        + (record.json["settings"]?.array ?? []).map { setting in
          let unit = text(setting["unit"])
          return (text(setting["name"]), text(setting["value"]) + (unit.isEmpty ? "" : " " + unit))
        }
    }
    return changes(facts(before), facts(after))
  }

  static func software(_ before: StudyRecord, _ after: StudyRecord) -> [Change] {
    func facts(_ record: StudyRecord) -> [(String, String)] {
      let scarp = record.json["scarp"]
      return [("Scarp", text(scarp?["version"])), ("build of Scarp", text(scarp?["build"]))]
        + (record.json["machine"]?["libraries"]?.members ?? []).map { library in
          // OpenBLAS adds the processor's type to its version.
          let words = text(library.value).split(separator: " ").prefix(2)
          return (library.name, words.joined(separator: " "))
        }
    }
    return changes(facts(before), facts(after))
  }

  static func processor(_ before: StudyRecord, _ after: StudyRecord) -> [Change] {
    func facts(_ record: StudyRecord) -> [(String, String)] {
      let machine = record.json["machine"]
      return [
        ("processor", text(machine?["core"])), ("instruction level", text(machine?["kernels"])),
      ]
    }
    return changes(facts(before), facts(after))
  }

  /// What statements made, by their names, or else by their words.
  static func statements(_ before: StudyRecord, _ after: StudyRecord) -> [Change] {
    func facts(_ record: StudyRecord) -> [(String, String)] {
      var facts: [(String, String)] = []
      for statement in record.json["statements"]?.array ?? [] {
        let names = (statement["names"]?.array ?? []).map(text).joined(separator: ", ")
        // What a statement without a name makes is among the results.
        guard !names.isEmpty else { continue }
        for member in statement["members"]?.array ?? [] {
          let at = (member["at"]?.members ?? []).map { "\($0.name) \(text($0.value))" }
          let failure = member["failed"]?.string.map { "failed: " + $0 }
          facts.append((([names] + at).joined(separator: ", "), failure ?? text(member["made"])))
        }
      }
      return facts
    }
    return changes(facts(before), facts(after)).filter { $0.before != nil && $0.after != nil }
  }

  /// Warnings, notes, assumptions and allowances of one record only; those that both have several
  /// times are counted.
  static func remarks(_ before: StudyRecord, _ after: StudyRecord) -> [Change] {
    func texts(_ record: StudyRecord) -> [String] {
      let remarks = (record.json["remarks"]?.array ?? []).map {
        "\(text($0["code"])) \(text($0["title"]))"
      }
      return remarks
        + [("assumptions", "assumed"), ("allowances", "permitted")].flatMap { member, word in
          (record.json[member]?.array ?? []).map {
            "\(word): \(text($0["statement"])), because \(text($0["because"]))"
          }
        }
    }
    let (old, new) = (texts(before), texts(after))
    var left: [String: Int] = [:]
    for text in old { left[text, default: 0] += 1 }
    var gained: [Change] = []
    for text in new {
      if let count = left[text], count > 0 {
        left[text] = count - 1
      } else {
        gained.append(Change("gained", before: nil, after: text))
      }
    }
    var lost: [Change] = []
    for text in old where (left[text] ?? 0) > 0 {
      left[text, default: 0] -= 1
      lost.append(Change("lost", before: text, after: nil))
    }
    return lost + gained
  }

  // MARK: Facts

  /// The facts whose text differs, in the order of the second record, then those of the first only.
  private static func changes(
    _ before: [(String, String)], _ after: [(String, String)]
  ) -> [Change] {
    let old = Dictionary(before, uniquingKeysWith: { first, _ in first })
    let new = Dictionary(after, uniquingKeysWith: { first, _ in first })
    var told: Set<String> = []
    var changes: [Change] = []
    for (name, text) in after where old[name] != text && told.insert(name).inserted {
      changes.append(Change(name, before: old[name], after: text))
    }
    for (name, text) in before where new[name] == nil && told.insert(name).inserted {
      changes.append(Change(name, before: text, after: nil))
    }
    return changes
  }

  /// A member of a record as a text.
  private static func text(_ json: JSONValue?) -> String {
    switch json {
    case nil, .null: ""
    case .string(let text): text
    case .bool(let value): value ? "yes" : "no"
    case .int(let value): String(value)
    case .number(let value):
      abs(value) < 1e15 && value == value.rounded() ? String(Int(value)) : String(value)
    case let other?: other.text(.line)
    }
  }
}
