public import Diagnostics
import Storage

/// A file of works in BibTeX or CSL-JSON.
public struct Bibliography: Sendable {
  /// Something in the file that is not as it should be.
  public struct Remark: Sendable, Equatable {
    /// What kind of problem it is.
    public let code: Code
    /// What was found.
    public let title: String
    /// Where, in the file.
    public let span: Span
    /// What to do about it.
    public let help: String
    /// The entry that it is about; none for the whole file.
    public var key: String?
  }

  /// The form in which a file is written.
  private enum Form {
    case bibTeX(BibTeXReader)
    case csl(items: [String: JSONValue])
  }

  /// The most bytes that a file may have.
  public static let largest = 8 << 20

  /// The keys of all works, in the order of the file.
  public let keys: [String]
  /// The works that were asked for, in the order of the file.
  public let works: [Work]
  /// What is not as it should be, in the order of the file.
  public let remarks: [Remark]
  private let form: Form
  private let source: Source

  /// Reads a file: CSL-JSON where it starts with a bracket, else BibTeX.
  ///
  /// - Parameters:
  ///   - source: the file.
  ///   - cited: the keys of the works that are asked for; nil for all. Libraries hold thousands.
  public init(_ source: Source, citing cited: Set<String>? = nil) {
    self.source = source
    let first = source.bytes.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    if first == UInt8(ascii: "[") {
      (keys, works, remarks, form) = Self.csl(source, cited)
    } else {
      (keys, works, remarks, form) = Self.bibTeX(source, cited)
    }
  }

  /// The part of the file that describes some of its works, as a file of the same form.
  ///
  /// Read again it gives the same works, and of itself the same part.
  ///
  /// - Parameter keys: the keys of the works.
  /// - Returns: the text of the part.
  public func excerpt(of keys: Set<String>) -> String {
    switch form {
    case .bibTeX(let reader):
      let chosen = reader.entries.filter { keys.contains($0.key) }
      let parents = Set(chosen.compactMap { $0.fields["crossref"]?.lowercased() })
      // What an entry refers to stands after it, as BibTeX demands.
      let entries =
        chosen
        + reader.entries.filter { !keys.contains($0.key) && parents.contains($0.key.lowercased()) }
      var names = entries.reduce(into: Set<String>()) { $0.formUnion($1.uses) }
      var waiting = names
      while let name = waiting.popFirst() {
        for used in reader.abbreviations[name]?.uses ?? [] where names.insert(used).inserted {
          waiting.insert(used)
        }
      }
      let spans =
        names.compactMap { reader.abbreviations[$0]?.span }.sorted { $0.lower < $1.lower }
        + entries.map(\.span)
      return spans.map { source[$0].replacing("\r\n", with: "\n") + "\n" }.joined(separator: "\n")
    case .csl(let items):
      let chosen = works.filter { keys.contains($0.key) }.compactMap { items[$0.key] }
      return JSONValue.array(chosen).text(.indented) + "\n"
    }
  }

  // MARK: BibTeX

  private static func bibTeX(
    _ source: Source, _ cited: Set<String>?
  ) -> ([String], [Work], [Remark], Form) {
    var reader = BibTeXReader(source)
    reader.read()
    var remarks = reader.remarks
    let chosen = reader.entries.filter { cited?.contains($0.key) ?? true }
    let works = chosen.map { entry in
      var entry = entry
      if let parent = entry.fields["crossref"] {
        if let found = reader.entry(parent) {
          inherit(from: found, to: &entry)
        } else {
          remarks.append(
            Remark(
              code: .bibliographyText,
              title: "“\(entry.key)” refers to “\(parent)”, which the file does not hold",
              span: entry.keySpan, help: "Add that entry, or delete the field crossref.",
              key: entry.key))
        }
      }
      return Work(entry, &remarks)
    }
    let keys = reader.entries.map(\.key)
    return (keys, works, remarks.sorted { $0.span.lower < $1.span.lower }, .bibTeX(reader))
  }

  /// Fills in what an entry leaves to the one that its `crossref` names.
  private static func inherit(
    from parent: BibTeXReader.Entry, to entry: inout BibTeXReader.Entry
  ) {
    let isPart = ["incollection", "inbook", "inproceedings", "conference"].contains(entry.type)
    if isPart, entry.fields["booktitle"] == nil {
      entry.fields["booktitle"] = parent.fields["booktitle"] ?? parent.fields["title"]
    }
    // The book's own authors and numbers are not the part's.
    let own: Set<String> = ["title", "author", "pages", "doi", "url", "crossref"]
    for (name, value) in parent.fields where entry.fields[name] == nil && !own.contains(name) {
      entry.fields[name] = value
    }
    entry.uses.formUnion(parent.uses)
  }

  // MARK: CSL-JSON

  private static func csl(
    _ source: Source, _ cited: Set<String>?
  ) -> ([String], [Work], [Remark], Form) {
    let items: [JSONValue]
    do {
      items = try JSONValue(parsing: source.bytes).array ?? []
    } catch {
      let fault = error as? JSONFault
      let offset = min(fault?.offset ?? 0, source.bytes.count)
      let remark = Remark(
        code: .bibliographySyntax, title: "this is not JSON: \(fault?.message ?? "\(error)")",
        span: Span(offset, offset), help: "Export the library as CSL-JSON or BibTeX again.")
      return ([], [], [remark], .csl(items: [:]))
    }
    var keys: [String] = []
    var works: [Work] = []
    var byKey: [String: JSONValue] = [:]
    var remarks: [Remark] = []
    for item in items {
      guard let work = Work(item, at: Span(0, 0)) else {
        remarks.append(
          Remark(
            code: .bibliographySyntax, title: "an item has no “id”", span: Span(0, 0),
            help: "Give each item an “id”, by which the page cites it."))
        continue
      }
      guard byKey.updateValue(item, forKey: work.key) == nil else {
        remarks.append(
          Remark(
            code: .bibliographyKeyTwice, title: "two items have the identifier “\(work.key)”",
            span: Span(0, 0), help: "Delete one of them.", key: work.key))
        continue
      }
      keys.append(work.key)
      if cited?.contains(work.key) ?? true { works.append(work) }
    }
    return (keys, works, remarks, .csl(items: byKey))
  }
}
