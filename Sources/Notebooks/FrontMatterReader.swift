import Diagnostics

/// Reads the settings at the head of a notebook.
struct FrontMatterReader {
  /// The keys that are known, in the order in which messages list them.
  static let keys = FrontMatter.keys.map(\.name)

  /// What was read.
  private(set) var frontMatter = FrontMatter()
  /// Where the Markdown starts.
  private(set) var end: Int
  /// What is wrong.
  private(set) var diagnostics: [Diagnostic] = []

  /// Reads the front matter of a source, if it starts with a line `---`.
  init(_ source: Source) {
    let start = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    end = start
    let firstEnd = source.lineSpan(1).upper
    guard Self.isFence(source.bytes[start..<firstEnd], marks: [UInt8(ascii: "-")]) else { return }
    let lineCount = source.lineStarts.count
    guard lineCount > 1, let last = (2...lineCount).first(where: { Self.closes(source, $0) }) else {
      diagnostics.append(
        Diagnostic(
          .frontMatterOpen, "the front matter is never closed", at: Span(start, firstEnd),
          help: ["Write a line --- after its last key."]))
      return
    }
    frontMatter.span = Span(start, source.lineSpan(last).upper)
    end = last < lineCount ? source.lineStarts[last] : source.bytes.count
    let body = Span(source.lineStarts[1], source.lineStarts[last - 1])
    do throws(YAMLReader.Fault) {
      if let root = try YAMLReader.read(source.bytes, in: body) { read(root) }
    } catch {
      diagnostics.append(
        Diagnostic(.frontMatterSyntax, error.title, at: error.span, help: [error.help]))
    }
  }

  private static func closes(_ source: Source, _ line: Int) -> Bool {
    let span = source.lineSpan(line)
    return isFence(source.bytes[span.lower..<span.upper], marks: Array("-.".utf8))
  }

  /// Whether a line is three equal marks and white space.
  private static func isFence(_ line: ArraySlice<UInt8>, marks: [UInt8]) -> Bool {
    guard let first = line.first, marks.contains(first), line.count >= 3 else { return false }
    return line.prefix(3).allSatisfy { $0 == first }
      && line.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  private mutating func read(_ root: YAMLNode) {
    guard case .mapping(let pairs) = root.kind else {
      diagnostics.append(
        Diagnostic(
          .frontMatterSyntax, "expected lines “key: value”, found \(root.description)",
          at: root.span, help: ["Write one key and its value on each line."]))
      return
    }
    var seen: Set<String> = []
    for pair in pairs {
      guard case .scalar(let key, isPlain: _) = pair.key.kind else {
        wrong(pair.key, "a key", expected: "a word")
        continue
      }
      guard seen.insert(key).inserted else {
        diagnostics.append(
          Diagnostic(
            .frontMatterKeyTwice, "“\(key)” is given twice", at: pair.key.span,
            help: ["Delete one of the two."]))
        continue
      }
      read(key, pair.key.span, pair.value)
    }
  }

  private mutating func read(_ key: String, _ place: Span, _ value: YAMLNode) {
    switch key {
    case "title": frontMatter.title = text(key, place, value)
    case "subtitle": frontMatter.subtitle = text(key, place, value)
    case "author": frontMatter.authors = texts(key, place, value)
    case "date": frontMatter.date = text(key, place, value)
    case "lang": frontMatter.lang = language(key, place, value)
    case "abstract": frontMatter.abstract = text(key, place, value)
    case "bibliography": frontMatter.bibliography = texts(key, place, value)
    case "toc": frontMatter.hasContents = truth(key, place, value)
    case "number-sections": frontMatter.numbersSections = truth(key, place, value)
    case "code-fold": frontMatter.foldsCode = truth(key, place, value)
    case "echo": frontMatter.echo = truth(key, place, value)
    case "scarp": frontMatter.version = version(key, place, value)
    case "seed": frontMatter.seed = seed(key, place, value)
    case "data": frontMatter.data = text(key, place, value)
    case "profiles": readProfiles(value)
    default:
      let guess = nearest(to: key, among: Self.keys)
      diagnostics.append(
        Diagnostic(
          .frontMatterKey, "“\(key)” is no key of the front matter", at: place,
          help: [
            guess.map { "Did you mean “\($0)”?" }
              ?? "Use one of \(Self.keys.joined(separator: ", ")), or delete the line."
          ]))
    }
  }

  private mutating func wrong(_ value: YAMLNode, _ key: String, expected: String) {
    diagnostics.append(
      Diagnostic(
        .frontMatterValue, "\(key) takes \(expected), found \(value.description)", at: value.span,
        help: ["Write \(expected)."]))
  }

  private mutating func text(
    _ key: String, _ place: Span, _ value: YAMLNode
  ) -> FrontMatter.Field<String>? {
    guard case .scalar(let text, let isPlain) = value.kind, !(isPlain && text.isEmpty) else {
      wrong(value, key, expected: "a text")
      return nil
    }
    return FrontMatter.Field(text, key: place, at: value.span)
  }

  private mutating func texts(
    _ key: String, _ place: Span, _ value: YAMLNode
  ) -> [FrontMatter.Field<String>] {
    guard case .sequence(let items) = value.kind else {
      return text(key, place, value).map { [$0] } ?? []
    }
    return items.compactMap { text(key, place, $0) }
  }

  private mutating func truth(
    _ key: String, _ place: Span, _ value: YAMLNode
  ) -> FrontMatter.Field<Bool>? {
    switch value.kind {
    case .scalar("true", isPlain: true): return FrontMatter.Field(true, key: place, at: value.span)
    case .scalar("false", isPlain: true):
      return FrontMatter.Field(false, key: place, at: value.span)
    default:
      wrong(value, key, expected: "true or false")
      return nil
    }
  }

  private mutating func seed(
    _ key: String, _ place: Span, _ value: YAMLNode
  ) -> FrontMatter.Field<UInt64>? {
    guard case .scalar(let text, isPlain: true) = value.kind,
      text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let seed = UInt64(text)
    else {
      wrong(value, key, expected: "a whole number from 0 to \(UInt64.max)")
      return nil
    }
    return FrontMatter.Field(seed, key: place, at: value.span)
  }

  private mutating func version(
    _ key: String, _ place: Span, _ value: YAMLNode
  ) -> FrontMatter.Field<Int>? {
    let expected = FrontMatter.languageVersion
    guard case .scalar(let text, isPlain: true) = value.kind, let version = Int(text) else {
      wrong(value, key, expected: "the version of the language, \(expected)")
      return nil
    }
    guard version == expected else {
      diagnostics.append(
        Diagnostic(
          .languageVersion,
          "the notebook is written in version \(version) of the language; "
            + "this program reads version \(expected)", at: value.span,
          help: ["Run it with a Scarp that reads version \(version), or write scarp: \(expected)."])
      )
      return nil
    }
    return FrontMatter.Field(version, key: place, at: value.span)
  }

  /// A tag of letters, digits and hyphens, as BCP 47 forms them.
  private mutating func language(
    _ key: String, _ place: Span, _ value: YAMLNode
  ) -> FrontMatter.Field<String>? {
    guard let field = text(key, place, value) else { return nil }
    let parts = field.value.utf8.split(
      separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let isTag = parts.allSatisfy { part in
      (1...8).contains(part.count)
        && part.allSatisfy {
          ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39)
        }
    }
    guard isTag else {
      wrong(value, key, expected: "a language tag such as en or it-IT")
      return nil
    }
    return field
  }

  private mutating func readProfiles(_ value: YAMLNode) {
    let expected = "names, each with its settings (quick: {length: 5})"
    guard case .mapping(let pairs) = value.kind else {
      return wrong(value, "profiles", expected: expected)
    }
    var names: Set<String> = []
    for pair in pairs {
      guard case .scalar(let name, isPlain: _) = pair.key.kind else {
        wrong(pair.key, "a profile", expected: "a name")
        continue
      }
      guard names.insert(name).inserted else {
        diagnostics.append(
          Diagnostic(
            .frontMatterKeyTwice, "the profile “\(name)” is given twice", at: pair.key.span,
            help: ["Delete one of the two."]))
        continue
      }
      frontMatter.profiles.append(
        FrontMatter.Profile(name: name, span: pair.key.span, settings: settings(name, pair.value)))
    }
  }

  private mutating func settings(_ profile: String, _ value: YAMLNode) -> [FrontMatter.Setting] {
    let pairs: [(key: YAMLNode, value: YAMLNode)]
    switch value.kind {
    case .mapping(let given): pairs = given
    case .scalar("", isPlain: true): return []
    default:
      wrong(value, "the profile “\(profile)”", expected: "settings with their values (length: 5)")
      return []
    }
    var settings: [FrontMatter.Setting] = []
    for pair in pairs {
      guard case .scalar(let name, isPlain: _) = pair.key.kind,
        case .scalar(let text, isPlain: _) = pair.value.kind
      else {
        wrong(pair.value, "a setting of “\(profile)”", expected: "one value")
        continue
      }
      guard !settings.contains(where: { $0.name == name }) else {
        diagnostics.append(
          Diagnostic(
            .frontMatterKeyTwice, "“\(name)” is given twice", at: pair.key.span,
            help: ["Delete one of the two."]))
        continue
      }
      settings.append(
        FrontMatter.Setting(
          name: name, nameSpan: pair.key.span, value: text, valueSpan: pair.value.span))
    }
    return settings
  }
}
