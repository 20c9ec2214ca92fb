/// Reads the part of TeX's mathematics that methods sections use.
///
/// What it does not know makes it give up, so that the formula is shown as its author wrote it and
/// never wrongly.
public struct FormulaReader {
  /// The formula does not belong to the part of TeX that is read.
  public struct NotRead: Error {
    /// What is not understood, as it stands; empty where the formula ends too early.
    public internal(set) var found = ""
  }

  private enum Token: Equatable {
    case command(String)
    case character(Character)
  }

  private static let longest = 4_096
  private static let deepest = 24

  private let tokens: [Token]
  private var position = 0
  private var depth = 0

  /// The formula that a text in TeX means; nil where it is not all understood.
  public static func read(_ tex: String) -> Formula? { try? formula(tex) }

  /// The formula that a text in TeX means.
  ///
  /// - Throws: ``NotRead`` where it is not all understood, with what is not.
  public static func formula(_ tex: String) throws(NotRead) -> Formula {
    guard tex.utf8.count <= longest else { throw NotRead(found: "more than \(longest) bytes") }
    var reader = FormulaReader(tokens: tokens(tex))
    do {
      let formula = try reader.row { _ in false }
      guard reader.position == reader.tokens.count else { throw NotRead() }
      return formula
    } catch {
      throw NotRead(found: reader.text(around: reader.position))
    }
  }

  /// The command or sign at which reading stopped.
  private func text(around position: Int) -> String {
    // A command is passed before it is looked up.
    let places = [position - 1, position].filter(tokens.indices.contains)
    for place in places { if case .command(let name) = tokens[place] { return "\\" + name } }
    for place in places {
      if case .character(let character) = tokens[place], character != " " {
        return String(character)
      }
    }
    return ""
  }

  private init(tokens: [Token]) { self.tokens = tokens }

  private static func tokens(_ tex: String) -> [Token] {
    var tokens: [Token] = []
    let characters = Array(tex)
    var index = 0
    while index < characters.count {
      let character = characters[index]
      index += 1
      guard character == "\\", index < characters.count else {
        tokens.append(.character(character.isWhitespace ? " " : character))
        continue
      }
      var name = String(characters[index])
      index += 1
      if name.allSatisfy(isLetter) {
        while index < characters.count, isLetter(characters[index]) {
          name.append(characters[index])
          index += 1
        }
        while index < characters.count, characters[index].isWhitespace { index += 1 }
      }
      tokens.append(.command(name))
    }
    return tokens
  }

  private static func isLetter(_ character: Character) -> Bool {
    character.isASCII && character.isLetter
  }

  private var next: Token? { position < tokens.count ? tokens[position] : nil }

  private mutating func skipSpaces() {
    while next == .character(" ") { position += 1 }
  }

  // MARK: Rows and scripts

  /// Parts side by side, up to a token at which `isEnd` holds; that token is left.
  private mutating func row(until isEnd: (Token) -> Bool) throws -> Formula {
    var parts: [Formula] = []
    skipSpaces()
    while let token = next, !isEnd(token) {
      parts.append(try scripted())
      skipSpaces()
    }
    return parts.count == 1 ? parts[0] : .row(Self.spaced(parts))
  }

  /// The parts with thin spaces between a function's name and what is neither sign nor bracket.
  private static func spaced(_ parts: [Formula]) -> [Formula] {
    var spaced: [Formula] = []
    for part in parts {
      if let last = spaced.last, isFunction(last) != isFunction(part) || isFunction(part),
        !isSign(last), !isSign(part)
      {
        spaced.append(.space(0.167))
      }
      spaced.append(part)
    }
    return spaced
  }

  private static func isFunction(_ part: Formula) -> Bool {
    switch part {
    case .identifier(let name, isUpright: true): FormulaSymbols.functions.contains(name)
    case .scripts(let base, _, _, _): isFunction(base)
    default: false
    }
  }

  /// Whether a part is or starts with a sign or a space.
  private static func isSign(_ part: Formula) -> Bool {
    switch part {
    case .sign, .space: true
    case .row(let parts): parts.first.map(isSign) ?? true
    default: false
    }
  }

  private mutating func scripted() throws -> Formula {
    let base: Formula
    if next == .character("^") || next == .character("_") {
      base = .row([])
    } else {
      base = try part()
    }
    var below: Formula?
    var above: Formula?
    while true {
      skipSpaces()
      switch next {
      case .character("_") where below == nil:
        position += 1
        below = try argument()
      case .character("^") where above == nil:
        position += 1
        above = try argument()
      case .character("'") where above == nil:
        var primes = ""
        while next == .character("'") {
          primes += "′"
          position += 1
        }
        above = .sign(primes, stretches: false)
      case .character("_"), .character("^"): throw NotRead()
      // Sums and limits have theirs above and below without being told.
      case .command("limits"): position += 1
      default:
        guard below != nil || above != nil else { return base }
        return .scripts(base, below: below, above: above, isLimits: Self.takesLimits(base))
      }
    }
  }

  private static func takesLimits(_ base: Formula) -> Bool {
    switch base {
    case .sign(let sign, _): ["∑", "∏", "⋃", "⋂"].contains(sign)
    case .identifier(let name, isUpright: true):
      ["lim", "max", "min", "sup", "inf", "arg max", "arg min"].contains(name)
    default: false
    }
  }

  /// What a command or script applies to: a group in braces or one part.
  private mutating func argument() throws -> Formula {
    skipSpaces()
    return try part()
  }

  private mutating func group() throws -> Formula {
    let content = try row { $0 == .character("}") }
    try expect(.character("}"))
    return content
  }

  private mutating func expect(_ token: Token) throws {
    guard next == token else { throw NotRead() }
    position += 1
  }

  // MARK: Parts

  private mutating func part() throws -> Formula {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest, let token = next else { throw NotRead() }
    position += 1
    switch token {
    case .character("{"): return try group()
    case .character(let character): return try plain(character)
    case .command(let name): return try command(name)
    }
  }

  private mutating func plain(_ character: Character) throws -> Formula {
    switch character {
    case "0"..."9": return number(from: character)
    case "a"..."z", "A"..."Z": return .identifier(String(character), isUpright: false)
    case "-": return .sign("−", stretches: false)
    case "*": return .sign("∗", stretches: false)
    case "~": return .space(0.33)
    case "+", "=", "<", ">", "/", ",", ";", ":", "!", "|", "(", ")", "[", "]", ".", "?":
      return .sign(String(character), stretches: false)
    case "^", "_", "&", "}", "\\", "#", "$", "%", "\"", "`", "@", " ": throw NotRead()
    default:
      guard !character.isASCII, character.isLetter || character.isMathSymbol || character == "°"
      else { throw NotRead() }
      return character.isLetter
        ? .identifier(String(character), isUpright: false)
        : .sign(String(character), stretches: false)
    }
  }

  private mutating func number(from first: Character) -> Formula {
    var digits = String(first)
    while case .character(let character) = next {
      let isPoint: Bool
      if character == ".", position + 1 < tokens.count,
        case .character(let after) = tokens[position + 1], ("0"..."9").contains(after)
      {
        isPoint = true
      } else {
        isPoint = false
      }
      guard ("0"..."9").contains(character) || isPoint else { break }
      digits.append(character)
      position += 1
    }
    return .number(digits)
  }

  private mutating func command(_ name: String) throws -> Formula {
    if let letter = FormulaSymbols.letters[name] { return .identifier(letter, isUpright: false) }
    if let sign = FormulaSymbols.signs[name] { return .sign(sign, stretches: false) }
    if let width = FormulaSymbols.spaces[name] { return .space(width) }
    if let mark = FormulaSymbols.marks[name] {
      return .marked(try argument(), mark: mark, isBelow: name == "underline")
    }
    if FormulaSymbols.functions.contains(name) { return .identifier(name, isUpright: true) }
    switch name {
    case "frac", "dfrac", "tfrac": return .fraction(try argument(), try argument())
    case "sqrt": return try root()
    case "text", "textrm", "mbox": return .text(try words())
    case "mathrm", "operatorname", "textit", "mathit":
      return .identifier(try words(), isUpright: name != "mathit" && name != "textit")
    case "mathbf", "boldsymbol", "bm":
      return .identifier(try FormulaSymbols.bold(try words()), isUpright: true)
    case "mathbb":
      guard let letter = FormulaSymbols.blackboard[try words()] else { throw NotRead() }
      return .identifier(letter, isUpright: true)
    case "left": return try fenced()
    case "begin": return try environment()
    case "displaystyle", "nonumber": return .row([])
    default: throw NotRead()
    }
  }

  private mutating func root() throws -> Formula {
    skipSpaces()
    guard next == .character("[") else { return .root(try argument(), index: nil) }
    position += 1
    let index = try row { $0 == .character("]") }
    try expect(.character("]"))
    return .root(try argument(), index: index)
  }

  /// The words of a group, as they stand.
  private mutating func words() throws -> String {
    skipSpaces()
    try expect(.character("{"))
    var words = ""
    while let token = next, token != .character("}") {
      switch token {
      case .character("{"), .character("$"): throw NotRead()
      case .character(let character): words.append(character)
      case .command(let name):
        guard ["%", "_", "&", "#", "$"].contains(name) else { throw NotRead() }
        words += name
      }
      position += 1
    }
    try expect(.character("}"))
    return words
  }

  private mutating func fenced() throws -> Formula {
    let opening = try delimiter()
    let content = try row { $0 == .command("right") }
    try expect(.command("right"))
    let closing = try delimiter()
    return .row(
      [opening, content, closing].filter { $0 != .sign("", stretches: true) })
  }

  private mutating func delimiter() throws -> Formula {
    skipSpaces()
    guard let token = next else { throw NotRead() }
    position += 1
    switch token {
    case .character("."): return .sign("", stretches: true)
    case .character(let character) where "()[]|/".contains(character):
      return .sign(String(character), stretches: true)
    case .command(let name):
      guard let sign = FormulaSymbols.delimiters[name] else { throw NotRead() }
      return .sign(sign, stretches: true)
    default: throw NotRead()
    }
  }

  private mutating func environment() throws -> Formula {
    let name = try words()
    guard let brackets = FormulaSymbols.environments[name] else { throw NotRead() }
    var rows: [[Formula]] = [[]]
    while true {
      let cell = try row {
        $0 == .character("&") || $0 == .command("\\") || $0 == .command("end")
      }
      rows[rows.count - 1].append(cell)
      switch next {
      case .character("&"): position += 1
      case .command("\\"):
        position += 1
        rows.append([])
      default:
        try expect(.command("end"))
        guard try words() == name else { throw NotRead() }
        if rows.last == [.row([])] { rows.removeLast() }
        let table = Formula.table(rows, isAligned: name.hasPrefix("align"))
        return .row(
          [
            .sign(brackets.opening, stretches: true), table,
            .sign(brackets.closing, stretches: true),
          ]
          .filter { $0 != .sign("", stretches: true) })
      }
    }
  }
}
