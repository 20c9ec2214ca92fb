import Diagnostics
import Storage

extension Work {
  /// The work that an item of CSL-JSON describes; nil where it has no identifier.
  ///
  /// - Source: Citation Style Language 1.0.2, schema csl-data.json.
  init?(_ item: JSONValue, at span: Span) {
    func text(_ name: String) -> String {
      let value = item[name]
      return Self.withoutMarkup(value?.string ?? value?.int.map(String.init) ?? "")
    }
    let id = item["id"]
    guard let key = id?.string ?? id?.int.map(String.init), !key.isEmpty else { return nil }
    self.init(key: key, span: span)
    authors = Self.persons(item["author"])
    editors = Self.persons(item["editor"])
    title = text("title")
    year = Self.year(item["issued"])
    container = text("container-title")
    volume = text("volume")
    issue = text("issue")
    let stated = text("page")
    pages = Self.range(stated.isEmpty ? text("number") : stated)
    edition = text("edition")
    publisher = text("publisher")
    doi = Self.identifier(ofDOI: text("DOI"))
    url = text("URL")
    switch text("type") {
    case "article-journal", "article-magazine", "article-newspaper", "article": kind = .article
    case "chapter", "paper-conference", "entry", "entry-encyclopedia": kind = .part
    case "thesis":
      genre = text("genre")
      if genre.isEmpty { genre = "Thesis" }
    case "report":
      let name = text("genre").isEmpty ? "Report" : text("genre")
      genre = pages.isEmpty ? name : "\(name) \(pages)"
      pages = ""
    case "dataset": genre = "Data set"
    case "software": genre = "Software"
    default: break
    }
  }

  private static func persons(_ value: JSONValue?) -> PersonList {
    var list = PersonList()
    for person in value?.array ?? [] {
      let family = person["family"]?.string ?? person["literal"]?.string ?? ""
      guard !family.isEmpty else { continue }
      list.names.append(
        PersonName(
          given: person["given"]?.string ?? "",
          particle: person["non-dropping-particle"]?.string
            ?? person["dropping-particle"]?.string ?? "",
          family: family, suffix: person["suffix"]?.string ?? ""))
    }
    return list
  }

  private static func year(_ date: JSONValue?) -> String {
    if let year = date?["date-parts"]?.array?.first?.array?.first {
      return year.int.map(String.init) ?? year.string ?? ""
    }
    let raw = date?["raw"]?.string ?? date?["literal"]?.string ?? ""
    return String(raw.prefix { $0 != "-" })
  }

  /// The text without the elements `i`, `b`, `sub`, `sup` and `span` that titles may hold.
  private static func withoutMarkup(_ text: String) -> String {
    text.replacing(/<\/?(i|b|sub|sup|sc|span)(\s[^<>]*)?>/, with: "")
  }
}
