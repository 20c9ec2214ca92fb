import Notebooks
import Vocabulary

/// The attributes that a report may hold; none takes an address but as a ``Link`` or ``DataURI``.
enum HTMLAttribute {
  case id(String)
  case classes(String)
  case href(Link)
  case source(DataURI)
  case alternative(String)
  case title(String)
  case language(String)
  case label(String)
  case role(String)
  case scope(String)
  case columns(Int)
  case columnSpan(Int)
  case rowSpan(Int)
  case missingEnd(String)
  case start(Int)
  case open
  case focusable
  case greatestWidth(millimetres: Double)
  case accent
  case display(String)
  case stretchy(Bool)
  case variant(String)
  case width(ems: Double)
  case metaName(String)
  case metaContent(String)
  case metaEquivalent(String)

  /// The attribute's name.
  var name: String {
    switch self {
    case .id: "id"
    case .classes: "class"
    case .href: "href"
    case .source: "src"
    case .alternative: "alt"
    case .title: "title"
    case .language: "lang"
    case .label: "aria-label"
    case .role: "role"
    case .scope: "scope"
    case .columns: "span"
    case .columnSpan: "colspan"
    case .rowSpan: "rowspan"
    case .missingEnd: "data-end"
    case .start: "start"
    case .open: "open"
    case .focusable: "tabindex"
    case .greatestWidth: "style"
    case .accent: "accent"
    case .display: "display"
    case .stretchy: "stretchy"
    case .variant: "mathvariant"
    case .width: "width"
    case .metaName: "name"
    case .metaContent: "content"
    case .metaEquivalent: "http-equiv"
    }
  }

  /// The attribute's value before it is escaped; none where its presence says all.
  var value: String? {
    switch self {
    case .id(let text), .classes(let text), .alternative(let text), .title(let text),
      .language(let text), .label(let text), .role(let text), .scope(let text), .display(let text),
      .variant(let text), .missingEnd(let text),
      .metaName(let text), .metaContent(let text), .metaEquivalent(let text):
      text
    case .href(let link): link.address
    case .source(let picture): picture.text
    case .columns(let count), .columnSpan(let count), .rowSpan(let count), .start(let count):
      String(count)
    case .open: nil
    case .focusable: "0"
    case .accent: "true"
    case .stretchy(let isStretchy): isStretchy ? "true" : "false"
    case .width(let ems): "\(ems)em"
    case .greatestWidth(let millimetres):
      "max-width:min(100%,\(Int(max(1, min(millimetres, 1000)).rounded()))mm)"
    }
  }
}

/// An address that a report may link to.
struct Link {
  /// The address.
  let address: String

  /// A place of the same report.
  init(to id: String) { address = "#" + id }

  /// An address of the page; nil where it is none that a report links to.
  init?(_ destination: String) {
    guard LinkPolicy.allows(destination) else { return nil }
    address = destination
  }
}

/// A picture held in the report itself.
struct DataURI {
  /// The URI.
  let text: String

  /// An address whose form has been looked at.
  fileprivate init(checked text: String) { self.text = text }

  /// A picture in PNG.
  init(png: [UInt8]) { text = "data:image/png;base64," + Base64.encode(png) }

  /// A drawing in SVG that the program made; as an image it is inert, whatever it holds.
  init(svg: String) { text = "data:image/svg+xml;base64," + Base64.encode(Array(svg.utf8)) }
}

extension DataURI {
  /// A picture that another report carries: PNG or SVG in base 64; nil where it is anything else.
  init?(carried text: String) {
    let heads = ["data:image/png;base64,", "data:image/svg+xml;base64,"]
    guard let head = heads.first(where: text.hasPrefix) else { return nil }
    let isBase64 = text.utf8.dropFirst(head.utf8.count).allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: "+/=".utf8.contains(byte)
      }
    }
    guard isBase64 else { return nil }
    self.init(checked: text)
  }
}
