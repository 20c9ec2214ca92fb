/// A work as a list of references sets it.
public struct ReferenceText: Sendable, Equatable {
  /// A piece of it.
  public enum Piece: Sendable, Equatable {
    /// Text.
    case plain(String)
    /// A title in italics.
    case title(String)
    /// An address, to be followed.
    case address(String)
  }

  /// The pieces in order.
  public private(set) var pieces: [Piece] = []

  /// Sets a work: who, when, what, where, and its address.
  public init(_ citation: CitedWorks.Citation) {
    let work = citation.work
    let authors = work.authors.names.isEmpty ? "" : Self.names(work.authors)
    let editors =
      Self.names(work.editors) + (work.editors.names.count == 1 ? " (Ed.)" : " (Eds.)")
    let year = " (\(citation.year)). "
    if !authors.isEmpty {
      add(.plain(authors + year))
    } else if work.kind != .part, !work.editors.names.isEmpty {
      add(.plain(editors + year))
    }
    let hasNames = !pieces.isEmpty
    // Without names the title comes first and the year after it.
    let after = hasNames ? "" : " (\(citation.year))"
    switch work.kind {
    case .article, .part: add(.plain(Self.sentence(work.title + after)))
    case .whole: add(.title(work.title), .plain(after))
    }
    switch work.kind {
    case .article: addJournal(work)
    case .part: addBook(work, hasNames ? editors : "")
    case .whole: addWhole(work)
    }
    if let address = work.address { add(.plain(" "), .address(address)) }
  }

  /// The text without any marking.
  public var plainText: String {
    pieces.map { piece in
      switch piece {
      case .plain(let text), .title(let text), .address(let text): text
      }
    }.joined()
  }

  private mutating func add(_ pieces: Piece...) {
    for piece in pieces {
      switch piece {
      case .plain(""), .title(""), .address(""): continue
      case .plain(let text):
        if case .plain(let before)? = self.pieces.last {
          self.pieces[self.pieces.count - 1] = .plain(before + text)
        } else {
          self.pieces.append(piece)
        }
      default: self.pieces.append(piece)
      }
    }
  }

  private mutating func addJournal(_ work: Work) {
    guard !work.container.isEmpty else { return end(with: [work.publisher]) }
    add(.plain(" "), .title(work.container))
    if !work.volume.isEmpty { add(.plain(", "), .title(work.volume)) }
    if !work.issue.isEmpty {
      add(.plain(work.volume.isEmpty ? ", (\(work.issue))" : "(\(work.issue))"))
    }
    if !work.pages.isEmpty { add(.plain(", " + work.pages)) }
    add(.plain("."))
  }

  private mutating func addBook(_ work: Work, _ editors: String) {
    if !work.container.isEmpty {
      add(.plain(" In "))
      if !work.editors.names.isEmpty, !editors.isEmpty { add(.plain(editors + ", ")) }
      add(.title(work.container))
      let facts =
        [
          work.edition.isEmpty ? "" : Self.ordinal(work.edition),
          work.volume.isEmpty ? "" : "Vol. \(work.volume)",
          work.pages.isEmpty ? "" : (work.pages.contains("–") ? "pp. " : "p. ") + work.pages,
        ].filter { !$0.isEmpty }
      if !facts.isEmpty { add(.plain(" (\(facts.joined(separator: ", ")))")) }
      add(.plain("."))
    }
    end(with: [work.publisher])
  }

  private mutating func addWhole(_ work: Work) {
    let facts =
      [
        work.edition.isEmpty ? "" : Self.ordinal(work.edition),
        work.volume.isEmpty ? "" : "Vol. \(work.volume)",
      ].filter { !$0.isEmpty }
    if !facts.isEmpty { add(.plain(" (\(facts.joined(separator: ", ")))")) }
    if !work.genre.isEmpty { add(.plain(" [\(work.genre)]")) }
    add(.plain("."))
    end(with: [work.publisher])
  }

  private mutating func end(with facts: [String]) {
    let known = facts.filter { !$0.isEmpty }
    if !known.isEmpty { add(.plain(" " + Self.sentence(known.joined(separator: ", ")))) }
  }

  /// The names; of more than twenty the first nineteen and the last.
  private static func names(_ persons: PersonList) -> String {
    var names = persons.names.map(\.inverted)
    if persons.hasOthers { return names.joined(separator: ", ") + ", et al." }
    guard names.count > 1, let last = names.popLast() else { return names.joined() }
    if names.count >= 20 { return names.prefix(19).joined(separator: ", ") + ", … " + last }
    return names.joined(separator: ", ") + ", & " + last
  }

  /// `2nd ed.` of `2` or `second`.
  private static func ordinal(_ edition: String) -> String {
    guard let number = Int(edition) else {
      return edition.lowercased().hasSuffix("ed.") ? edition : edition + " ed."
    }
    let ending =
      (11...13).contains(number % 100) ? "th" : [1: "st", 2: "nd", 3: "rd"][number % 10] ?? "th"
    return "\(number)\(ending) ed."
  }

  private static func sentence(_ text: String) -> String {
    guard let last = text.last else { return "" }
    return ".?!…".contains(last) ? text : text + "."
  }
}
