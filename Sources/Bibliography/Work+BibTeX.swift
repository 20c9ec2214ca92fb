import Diagnostics

extension Work {
  /// The work that an entry of BibTeX describes.
  ///
  /// - Parameters:
  ///   - entry: the entry, with the fields of the entry that its `crossref` names.
  ///   - remarks: gets what is not understood.
  init(_ entry: BibTeXReader.Entry, _ remarks: inout [Bibliography.Remark]) {
    self.init(key: entry.key, span: entry.keySpan)
    var unknown: [String] = []
    func text(_ names: String...) -> String {
      for name in names {
        guard let field = entry.fields[name] else { continue }
        let text = TeXText.plain(field, unknown: &unknown)
        if !text.isEmpty { return text }
      }
      return ""
    }
    authors = BibTeXNames.list(entry.fields["author"] ?? "", unknown: &unknown)
    editors = BibTeXNames.list(entry.fields["editor"] ?? "", unknown: &unknown)
    title = text("title")
    if case let subtitle = text("subtitle"), !subtitle.isEmpty { title += ": " + subtitle }
    year = text("year")
    if year.isEmpty { year = String(text("date").prefix { $0 != "-" && $0 != "/" }) }
    container = text("journal", "journaltitle", "booktitle")
    volume = text("volume")
    issue = text("number", "issue")
    pages = Self.range(text("pages", "eid", "articleno", "article-number"))
    edition = text("edition")
    publisher = text("publisher", "school", "institution", "organization", "howpublished")
    // Addresses are read as they stand: in them `_` and `~` are letters.
    doi = Self.identifier(ofDOI: Self.plainAddress(entry.fields["doi"] ?? ""))
    url = Self.plainAddress(entry.fields["url"] ?? "")
    switch entry.type {
    case "article", "periodical": kind = .article
    case "incollection", "inbook", "inproceedings", "conference", "suppbook": kind = .part
    default: kind = container.isEmpty ? .whole : .article
    }
    let stated = text("type")
    switch entry.type {
    case "phdthesis": genre = stated.isEmpty ? "Doctoral thesis" : stated
    case "mastersthesis": genre = stated.isEmpty ? "Master’s thesis" : stated
    case "thesis":
      genre = ["phdthesis": "Doctoral thesis", "mathesis": "Master’s thesis"][stated] ?? stated
    case "techreport", "report":
      let name = stated.isEmpty || stated == "techreport" ? "Technical report" : stated
      genre = issue.isEmpty ? name : "\(name) \(issue)"
    case "dataset": genre = "Data set"
    case "software": genre = "Software"
    default: break
    }
    for command in Set(unknown).sorted() {
      remarks.append(
        Bibliography.Remark(
          code: .bibliographyText,
          title: "the entry “\(key)” holds “\(command)”, which is shown as it is written",
          span: span, help: "Write the letter itself: the file is read as UTF-8.", key: key))
    }
  }

  /// A range of pages with an en dash, however it is written.
  static func range(_ text: String) -> String {
    let parts = text.split(whereSeparator: { "-–—".contains($0) })
    guard parts.count == 2, parts.allSatisfy({ $0.contains(where: \.isNumber) }) else {
      return text
    }
    return parts.map { $0.split(separator: " ").joined(separator: " ") }.joined(separator: "–")
  }

  private static func plainAddress(_ tex: String) -> String {
    let inner =
      tex.hasPrefix("\\url{") && tex.hasSuffix("}") ? String(tex.dropFirst(5).dropLast()) : tex
    return inner.filter { !"\\{}".contains($0) && !$0.isWhitespace }
  }
}
