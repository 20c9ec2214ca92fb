import Diagnostics
import Vocabulary

/// Binding of the parts of one sentence.
extension Binder {
  /// Binds parts until the words end or, in a nested phrase, until a word that is not its own.
  ///
  /// With a `context`, the parts are those of a block item (`optimiser.rate`), else the sentence's.
  mutating func bindParts(
    _ parts: inout Parts, _ cursor: inout Cursor, context: String?, isNested: Bool
  ) {
    let candidates = parts.parameters.filter { parameter in
      guard let context else { return !parameter.name.contains(".") }
      return parameter.name.hasPrefix(context + ".")
    }
    while !cursor.isAtEnd {
      let start = cursor.at
      if cursor.takeSymbol(",") {
        if isNested, !startsPart(cursor, candidates, parts) {
          cursor.at = start
          return
        }
        if cursor.isAtEnd {
          report(
            .unexpectedWords, "Nothing stands after this comma.",
            at: cursor.tokens[start].span, help: ["Remove the comma, or go on."])
        }
        continue
      }
      if cursor.takeSymbol(":") {
        guard let list = candidates.first(where: { $0.role == .trailing }) else {
          if isNested { cursor.at = start }
          return
        }
        take(list, into: &parts, &cursor, from: start)
        continue
      }
      if bindHead(candidates, &parts, &cursor) { continue }
      if bindMeasure(candidates, &parts, &cursor) { continue }
      if bindSubject(candidates, &parts, &cursor, isNested: isNested) { continue }
      if isNested { return }
      reportUnexpected(&cursor, parts, candidates)
    }
  }

  /// Whether the words after a comma begin a part of this word.
  private func startsPart(
    _ cursor: Cursor, _ candidates: [any AnyParameter], _ parts: Parts
  ) -> Bool {
    if head(candidates, cursor) != nil { return true }
    return measure(candidates, cursor) != nil
  }

  private func head(
    _ candidates: [any AnyParameter], _ cursor: Cursor
  ) -> (parameter: any AnyParameter, length: Int)? {
    var best: (any AnyParameter, Int)?
    for parameter in candidates {
      let head: String
      switch parameter.role {
      case .after(let text), .flag(let text), .around(let text, _): head = text
      default: continue
      }
      if let length = cursor.matches(head), length > best?.1 ?? 0 { best = (parameter, length) }
    }
    return best
  }

  private mutating func bindHead(
    _ candidates: [any AnyParameter], _ parts: inout Parts, _ cursor: inout Cursor
  ) -> Bool {
    guard let (parameter, length) = head(candidates, cursor) else { return false }
    let start = cursor.at
    if parts.isGiven(parameter) {
      report(
        .partTwice, "“\(parameter.role.head ?? parameter.name)” is given twice.",
        at: cursor.here, help: ["Keep one of the two."])
      parts.spoiled.insert(parameter.name)
    }
    cursor.at += length
    if case .flag = parameter.role {
      parts.arguments[parameter.name] = Argument(.flag, cursor.span(from: start))
      return true
    }
    if case .around(_, let noun) = parameter.role, let end = nounPosition(noun, cursor) {
      var inner = Cursor(cursor.tokens, from: cursor.at, to: end)
      take(parameter, into: &parts, &inner, from: inner.at)
      reportLeftOver(&inner, parts)
      cursor.at = end + noun.split(separator: " ").count
      return true
    }
    if case .around(let head, let noun) = parameter.role {
      report(
        .missingPart, "“\(head)” is followed by a value and “\(noun)”.",
        at: cursor.span(from: start), help: ["Write: \(head) … \(noun)."])
      parts.spoiled.insert(parameter.name)
      skip(&cursor)
      return true
    }
    take(parameter, into: &parts, &cursor, from: cursor.at)
    return true
  }

  /// The place of a noun that follows within the same part.
  private func nounPosition(_ noun: String, _ cursor: Cursor) -> Int? {
    var probe = cursor
    while probe.at < probe.end {
      if probe.at > cursor.at, probe.matches(noun) != nil { return probe.at }
      if probe.tokens[probe.at].isSymbol(","), !noun.isEmpty, probe.at > cursor.at + 8 {
        return nil
      }
      probe.at += 1
    }
    return nil
  }

  private func measure(
    _ candidates: [any AnyParameter], _ cursor: Cursor
  ) -> (parameter: any AnyParameter, end: Int, length: Int)? {
    // A measure begins with a number or the name of one: in `repeat train 5 times` it is not `train`.
    guard let token = cursor.token else { return nil }
    let named = token.word.flatMap { locals[$0] ?? scope[$0]?.type }?.kind
    guard token.number != nil || named == .number || named == .unknown else { return nil }
    for parameter in candidates {
      guard case .before(let noun) = parameter.role else { continue }
      for nounText in [noun, noun.hasSuffix("s") ? String(noun.dropLast()) : noun] {
        for length in 1...4 where cursor.at + length < cursor.end {
          var probe = cursor
          probe.at += length
          if probe.tokens[probe.at - 1].isSymbol(",") { break }
          if let count = probe.matches(nounText) { return (parameter, probe.at, count) }
        }
      }
    }
    return nil
  }

  private mutating func bindMeasure(
    _ candidates: [any AnyParameter], _ parts: inout Parts, _ cursor: inout Cursor
  ) -> Bool {
    guard let (parameter, end, length) = measure(candidates, cursor) else { return false }
    if parts.isGiven(parameter) { return false }
    var inner = Cursor(cursor.tokens, from: cursor.at, to: end)
    take(parameter, into: &parts, &inner, from: inner.at)
    reportLeftOver(&inner, parts)
    cursor.at = end + length
    return true
  }

  private mutating func bindSubject(
    _ candidates: [any AnyParameter], _ parts: inout Parts, _ cursor: inout Cursor, isNested: Bool
  ) -> Bool {
    let open = candidates.filter { $0.role == .subject && !parts.isGiven($0) }
    guard !open.isEmpty else { return false }
    for parameter in open {
      let saved = diagnostics
      let start = cursor.at
      if let argument = argument(parameter, &cursor, word: parts.word), diagnostics == saved {
        parts.arguments[parameter.name] = argument
        return true
      }
      diagnostics = saved
      cursor.at = start
      if !parameter.isOptional { break }
    }
    guard let wanted = open.first(where: { !$0.isOptional }) ?? (isNested ? nil : open.last) else {
      return false
    }
    take(wanted, into: &parts, &cursor, from: cursor.at)
    return true
  }

  /// Reads the argument of a parameter and keeps it; a part that cannot be read is passed over.
  private mutating func take(
    _ parameter: any AnyParameter, into parts: inout Parts, _ cursor: inout Cursor, from start: Int
  ) {
    let before = diagnostics.count
    if let argument = argument(parameter, &cursor, word: parts.word) {
      parts.arguments[parameter.name] = argument
      if diagnostics[before...].contains(where: { $0.severity == .error }) {
        parts.spoiled.insert(parameter.name)
      }
      return
    }
    if diagnostics.count == before {
      let found = cursor.token.map { "found “\($0.text)”" } ?? "nothing follows"
      report(
        .valueExpected, "Expected \(parameter.shape.phrase), \(found).", at: cursor.here,
        help: [parameter.help])
    }
    parts.spoiled.insert(parameter.name)
    skip(&cursor)
  }

  /// Goes on to the next comma or colon.
  private func skip(_ cursor: inout Cursor) {
    while let token = cursor.token, !token.isSymbol(","), !token.isSymbol(":") { cursor.at += 1 }
  }

  private mutating func reportUnexpected(
    _ cursor: inout Cursor, _ parts: Parts, _ candidates: [any AnyParameter]
  ) {
    let start = cursor.at
    skip(&cursor)
    if cursor.at == start { cursor.at += 1 }
    let span = cursor.span(from: start)
    let first = cursor.tokens[start].text
    let heads = candidates.filter { !parts.isGiven($0) }.compactMap { $0.role.head }
    var help: [String] = []
    if let near = nearest(
      to: first, among: heads.flatMap { $0.split(separator: " ").map(String.init) })
    {
      help.append("Did you mean “\(near)”?")
    } else if !heads.isEmpty {
      help.append("Here can stand: " + heads.joined(separator: ", ") + ".")
    }
    report(
      .unexpectedWords,
      "“\(first)” does not fit into a sentence with “\(parts.word.entry.phrase)”.", at: span,
      help: help + ["Example: \(parts.word.entry.example.split(separator: "\n").first ?? "")"])
  }

  mutating func reportLeftOver(_ cursor: inout Cursor, _ parts: Parts) {
    guard let token = cursor.token else { return }
    let start = cursor.at
    cursor.at = cursor.end
    report(
      .unexpectedWords, "“\(token.text)” does not fit here.", at: cursor.span(from: start),
      help: ["Example: \(parts.word.entry.example.split(separator: "\n").first ?? "")"])
  }

  mutating func reportMissing(_ parts: Parts) {
    for parameter in parts.parameters where !parameter.isOptional && !parts.isGiven(parameter) {
      let head = parameter.role.head.map { "“\($0) …”" } ?? parameter.shape.phrase
      report(
        .missingPart,
        "“\(parts.word.entry.phrase)” needs \(head): \(parameter.help.lowercasedFirst)",
        at: parts.verb,
        help: ["Example: \(parts.word.entry.example.split(separator: "\n").first ?? "")"])
    }
  }
}

extension String {
  /// The sentence as it goes on after a colon.
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
