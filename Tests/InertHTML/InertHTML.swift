/// A parser that accepts only the HTML a report may hold, and tells whatever else it meets.
///
/// Written apart from the writer, so that it finds the writer's mistakes: it knows a list of
/// elements with their attributes, demands that elements are closed in order and that every `<`
/// and `&` is markup of that list.
public struct InertHTML {
  /// What a report may not hold.
  public private(set) var faults: [String] = []
  /// The text outside of markup.
  public private(set) var text = ""
  /// The identifiers of elements.
  public private(set) var ids: [String] = []
  /// The identifiers that links lead to.
  public private(set) var targets: [String] = []

  private static let everywhere: Set<String> = [
    "id", "class", "title", "lang", "role", "aria-label",
  ]
  private static let allowed: [String: Set<String>] = [
    "html": [], "head": [], "meta": ["charset", "name", "content", "http-equiv"], "title": [],
    "style": [], "body": [], "header": [], "main": [], "footer": [], "section": [], "nav": [],
    "aside": [], "h1": [], "h2": [], "h3": [], "h4": [], "h5": [], "h6": [], "p": [], "ul": [],
    "ol": ["start"], "li": [], "dl": [], "dt": [], "dd": [], "blockquote": [], "hr": [],
    "table": [], "caption": [], "thead": [], "tbody": [], "tr": [], "colgroup": ["span"],
    "th": ["scope", "colspan", "rowspan"], "td": ["data-end"],
    "figure": [], "figcaption": [], "img": ["src", "alt", "style"], "div": ["tabindex"],
    "details": ["open"], "summary": [], "pre": [], "code": [], "span": [], "a": ["href"],
    "em": [], "strong": [], "cite": [], "del": [], "mark": [], "sup": [], "br": [],
    "math": ["display"], "mrow": [], "mi": ["mathvariant"], "mn": [], "mo": ["stretchy"],
    "mtext": [], "mspace": ["width"], "mfrac": [], "msqrt": [], "mroot": [], "msub": [],
    "msup": [], "msubsup": [], "munder": ["accent"], "mover": ["accent"], "munderover": [],
    "mtable": [],
    "mtr": [], "mtd": [],
  ]
  private static let void: Set<String> = ["meta", "img", "br", "hr"]
  private static let entities = ["&amp;", "&lt;", "&gt;", "&quot;"]

  private let characters: [Unicode.Scalar]
  private var position = 0
  private var stack: [String] = []

  /// Reads a page.
  public init(_ html: String) {
    characters = Array(html.unicodeScalars)
    let prefix = "<!DOCTYPE html>"
    if html.hasPrefix(prefix) { position = prefix.unicodeScalars.count }
    while position < characters.count { step() }
    if !stack.isEmpty { faults.append("open at the end: \(stack)") }
  }

  private mutating func step() {
    switch characters[position] {
    case "<": markup()
    case "&":
      let rest = String(String.UnicodeScalarView(characters[position...].prefix(7)))
      if let number = rest.prefixMatch(of: /&#([0-9]{1,4});/) {
        position += number.0.unicodeScalars.count
        if let scalar = UInt32(number.1).flatMap(Unicode.Scalar.init) {
          text.unicodeScalars.append(scalar)
        }
        return
      }
      guard let entity = Self.entities.first(where: { rest.hasPrefix($0) }) else {
        faults.append("a bare & before “\(rest)”")
        position += 1
        return
      }
      position += entity.unicodeScalars.count
      text +=
        ["&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\""][entity] ?? ""
    case ">",
      "\"" where stack.last != "style", "'" where stack.last != "style":
      if stack.last != "style" { faults.append("a bare \(characters[position]) in text") }
      position += 1
    default:
      text.unicodeScalars.append(characters[position])
      position += 1
    }
  }

  private mutating func markup() {
    position += 1
    let isEnd = position < characters.count && characters[position] == "/"
    if isEnd { position += 1 }
    let name = take { $0.properties.isAlphabetic || ("0"..."9").contains($0) }
    if isEnd {
      if stack.popLast() != name { faults.append("</\(name)> closes another element") }
      expect(">")
      return
    }
    guard let allowed = Self.allowed[name] else {
      faults.append("<\(name)>")
      return
    }
    while position < characters.count, characters[position] == " " {
      position += 1
      attribute(of: name, allowed.union(Self.everywhere))
    }
    expect(">")
    if !Self.void.contains(name) { stack.append(name) }
    guard name == "style" else { return }
    while position < characters.count, characters[position] != "<" { position += 1 }
  }

  private mutating func attribute(of element: String, _ allowed: Set<String>) {
    let name = take { $0.properties.isAlphabetic || $0 == "-" }
    if !allowed.contains(name) { faults.append("<\(element) \(name)>") }
    guard position < characters.count, characters[position] == "=" else {
      if name != "open" { faults.append("\(name) without a value") }
      return
    }
    position += 1
    expect("\"")
    var value = ""
    while position < characters.count, characters[position] != "\"" {
      if characters[position] == "<" { faults.append("a bare < in \(name)") }
      value.unicodeScalars.append(characters[position])
      position += 1
    }
    expect("\"")
    check(name, value.replacing("&amp;", with: "&"))
  }

  private mutating func check(_ name: String, _ value: String) {
    switch name {
    case "href":
      if value.hasPrefix("#") {
        targets.append(String(value.dropFirst()))
      } else if !["http://", "https://", "mailto:"].contains(where: {
        value.lowercased().hasPrefix($0)
      }) {
        faults.append("href=\(value)")
      }
    case "src":
      if !value.hasPrefix("data:image/png;base64,")
        && !value.hasPrefix("data:image/svg+xml;base64,")
      {
        faults.append("src=\(value)")
      }
    case "style":
      if value.wholeMatch(of: /max-width:min\(100%,[0-9]+mm\)/) == nil {
        faults.append("style=\(value)")
      }
    case "id": ids.append(value)
    default: break
    }
  }

  private mutating func take(while isPart: (Unicode.Scalar) -> Bool) -> String {
    var taken = String.UnicodeScalarView()
    while position < characters.count, isPart(characters[position]) {
      taken.append(characters[position])
      position += 1
    }
    return String(taken)
  }

  private mutating func expect(_ scalar: Unicode.Scalar) {
    guard position < characters.count, characters[position] == scalar else {
      faults.append("expected \(scalar) at \(position)")
      return
    }
    position += 1
  }
}
