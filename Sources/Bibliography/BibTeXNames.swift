/// Reads lists of names by the rules of BibTeX: `First von Last`, `von Last, First` and
/// `von Last, Jr, First`, with `and` between them.
///
/// - Source: Patashnik (1988), BibTeXing, section 4.
enum BibTeXNames {
  /// The names of a field in TeX; `unknown` gets the commands that are not known.
  static func list(_ tex: String, unknown: inout [String]) -> PersonList {
    var list = PersonList()
    for name in people(tex) {
      if name == "others" {
        list.hasOthers = true
      } else {
        list.names.append(person(name, &unknown))
      }
    }
    return list
  }

  private static func people(_ tex: String) -> [String] {
    var people: [[Substring]] = [[]]
    for word in pieces(tex, at: isSpace) {
      if word.lowercased() == "and" {
        people.append([])
      } else {
        people[people.count - 1].append(word)
      }
    }
    return people.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
  }

  private static func person(_ tex: String, _ unknown: inout [String]) -> PersonName {
    let parts = pieces(tex, at: { $0 == "," }).map { pieces(String($0), at: isSpace) }
    func text(_ words: some Collection<Substring>) -> String {
      TeXText.plain(words.joined(separator: " "), unknown: &unknown)
    }
    guard parts.count > 1, let last = parts.first, let given = parts.last else {
      let words = parts.first ?? []
      let before = Array(words.dropLast())
      guard let first = before.firstIndex(where: startsLow),
        let end = before.lastIndex(where: startsLow)
      else {
        return PersonName(given: text(before), family: text(words.suffix(1)))
      }
      return PersonName(
        given: text(words[..<first]), particle: text(words[first...end]),
        family: text(words[(end + 1)...]))
    }
    let split = Array(last.dropLast()).lastIndex(where: startsLow).map { $0 + 1 } ?? 0
    return PersonName(
      given: text(given), particle: text(last[..<split]), family: text(last[split...]),
      suffix: parts.count > 2 ? text(parts[1]) : "")
  }

  private static func isSpace(_ character: Character) -> Bool {
    character.isWhitespace || character == "~"
  }

  /// The text cut where no brace is open; empty pieces are left out.
  private static func pieces(
    _ text: String, at isCut: (Character) -> Bool
  ) -> [Substring] {
    var depth = 0
    return text.split { character in
      if character == "{" { depth += 1 }
      if character == "}" { depth -= 1 }
      return depth == 0 && isCut(character)
    }
  }

  /// Whether a word starts with a small letter: braces hide letters, but for those of an accent.
  private static func startsLow(_ word: Substring) -> Bool {
    var depth = 0
    var index = word.startIndex
    while index < word.endIndex {
      let character = word[index]
      let next = word.index(after: index)
      switch character {
      case "{":
        if depth == 0, next < word.endIndex, word[next] == "\\" {
          return isLowCommand(word[word.index(after: next)...])
        }
        depth += 1
      case "}": depth -= 1
      case "\\" where depth == 0: return isLowCommand(word[next...])
      case _ where depth == 0 && character.isLetter: return character.isLowercase
      default: break
      }
      index = next
    }
    return false
  }

  private static func isLowCommand(_ rest: Substring) -> Bool {
    let name = String(rest.prefix { $0.isASCII && $0.isLetter })
    if TeXText.letters[name] != nil { return name.first?.isLowercase ?? false }
    return rest.dropFirst(name.count).first { $0.isLetter }?.isLowercase ?? false
  }
}
