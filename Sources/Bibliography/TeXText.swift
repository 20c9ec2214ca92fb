/// Turns the TeX of a bibliography into plain text: accents, dashes, quotes, commands of style.
struct TeXText {
  private static let deepest = 64

  private let tokens: [Character]
  private var position = 0
  private var depth = 0
  private var unknown: [String] = []

  /// The text that some TeX stands for; `unknown` gets the commands that are not known, which stay
  /// as they are written.
  static func plain(_ tex: String, unknown: inout [String]) -> String {
    // A scalar each, so that no combining mark hides a brace or backslash.
    var reader = TeXText(tokens: tex.unicodeScalars.map(Character.init))
    var text = ""
    while reader.position < reader.tokens.count {
      text += reader.sequence()
      // A brace that nothing opened.
      if reader.position < reader.tokens.count { reader.position += 1 }
    }
    unknown += reader.unknown
    return text.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r\n" })
      .joined(separator: " ")
  }

  private init(tokens: [Character]) { self.tokens = tokens }

  private var next: Character? { position < tokens.count ? tokens[position] : nil }

  /// The text up to a closing brace or the end.
  private mutating func sequence() -> String {
    var text = ""
    while let character = next, character != "}" { text += part(character) }
    return text
  }

  private mutating func part(_ character: Character) -> String {
    position += 1
    switch character {
    case "{": return group()
    case "\\": return command()
    case "~": return "\u{A0}"
    case "-":
      switch 1 + count(of: "-", upTo: 2) {
      case 1: return "-"
      case 2: return "–"
      default: return "—"
      }
    case "`": return count(of: "`", upTo: 1) == 1 ? "“" : "‘"
    case "'": return count(of: "'", upTo: 1) == 1 ? "”" : "’"
    case "$": return mathematics()
    default: return String(character)
    }
  }

  private mutating func count(of character: Character, upTo most: Int) -> Int {
    var count = 0
    while count < most, next == character {
      position += 1
      count += 1
    }
    return count
  }

  private mutating func group() -> String {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { return "" }
    let text = sequence()
    if next == "}" { position += 1 }
    return text
  }

  private mutating func name() -> String {
    guard let first = next else { return "" }
    position += 1
    guard first.isASCII, first.isLetter else { return String(first) }
    var name = String(first)
    while let letter = next, letter.isASCII, letter.isLetter {
      name.append(letter)
      position += 1
    }
    while next?.isWhitespace ?? false { position += 1 }
    return name
  }

  private mutating func command() -> String {
    let name = name()
    if let letter = Self.letters[name] { return letter }
    if let sign = Self.signs[name] { return sign }
    if let accent = Self.accents[name] { return accent.on(argument()) }
    switch name {
    case "emph", "textit", "textbf", "textsc", "textrm", "textsf", "texttt", "textup", "mbox",
      "url", "textsuperscript", "textsubscript", "enquote", "uppercase", "lowercase", "mathrm",
      "nocite", "ensuremath":
      return argument()
    case "href":
      _ = argument()
      return argument()
    case "em", "it", "bf", "sc", "rm", "sf", "tt", "itshape", "bfseries", "small", "/", "-",
      "relax", "noopsort":
      return ""
    default:
      unknown.append("\\" + name)
      return "\\" + name
    }
  }

  /// What a command applies to: a group, a command's result or one character.
  private mutating func argument() -> String {
    while next?.isWhitespace ?? false { position += 1 }
    guard let character = next, character != "}" else { return "" }
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { return "" }
    return part(character)
  }

  /// A formula of few signs, as titles have it: `$^\circ$`, `$\alpha$`, `CO$_2$`.
  private mutating func mathematics() -> String {
    var text = ""
    while let character = next, character != "$" {
      position += 1
      switch character {
      case "^", "_":
        let inner = argument()
        let table = character == "^" ? Self.raised : Self.lowered
        text += String(inner.map { table[$0] ?? $0 })
      case "{": text += group()
      case "}": continue
      case "\\": text += command()
      case "-": text += "−"
      default: text.append(character)
      }
    }
    if next == "$" { position += 1 }
    return text
  }
}
