public import Diagnostics

/// A work of a bibliography: what a list of references says of it.
public struct Work: Sendable, Equatable {
  /// What kind of work it is, as far as its reference is set differently.
  public enum Kind: Sendable {
    /// A paper in a journal.
    case article
    /// A book, a thesis, a report, a data set: something that stands by itself.
    case whole
    /// A chapter of a book or a paper in proceedings.
    case part
  }

  /// The key by which pages cite it.
  public let key: String
  /// Where the key stands in its file.
  public let span: Span
  /// What kind of work it is.
  public internal(set) var kind = Kind.whole
  /// Who wrote it.
  public internal(set) var authors = PersonList()
  /// Who edited it, or the book that it is part of.
  public internal(set) var editors = PersonList()
  /// The year; empty where none is known.
  public internal(set) var year = ""
  /// The title.
  public internal(set) var title = ""
  /// The journal or the book.
  public internal(set) var container = ""
  /// The volume of the journal or of the series.
  public internal(set) var volume = ""
  /// The number within the volume.
  public internal(set) var issue = ""
  /// The pages, or the number of the article.
  public internal(set) var pages = ""
  /// The edition, without the word.
  public internal(set) var edition = ""
  /// What a work that stands by itself is called: `Doctoral thesis`, `Technical report 12`.
  public internal(set) var genre = ""
  /// The publisher, school or institution.
  public internal(set) var publisher = ""
  /// The DOI, without an address before it.
  public internal(set) var doi = ""
  /// Another address.
  public internal(set) var url = ""

  init(key: String, span: Span) {
    self.key = key
    self.span = span
  }

  /// The address of the work: the DOI's where it has one.
  public var address: String? {
    if !doi.isEmpty { return "https://doi.org/" + doi }
    return url.isEmpty ? nil : url
  }

  /// The identifier of a DOI that may be written as an address.
  static func identifier(ofDOI text: String) -> String {
    let heads = [
      "https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/",
    ]
    let lower = text.lowercased()
    for head in heads + ["doi:"] where lower.hasPrefix(head) {
      return String(text.dropFirst(head.count).drop { $0 == " " })
    }
    return text
  }
}

/// The persons who made a work, in order.
public struct PersonList: Sendable, Equatable {
  /// Those who are named.
  public var names: [PersonName] = []
  /// Whether others follow who are not named.
  public var hasOthers = false
}
