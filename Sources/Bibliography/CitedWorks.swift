/// The works that a page cites, named by author and year and in the order of its list of references.
public struct CitedWorks: Sendable, Equatable {
  /// A work as the page cites it.
  public struct Citation: Sendable, Equatable {
    /// The work.
    public let work: Work
    /// Its number in the list, from 1.
    public let number: Int
    /// The authors as a citation has them: `Guzzetti et al.`.
    public let names: String
    /// The year, with a letter where another work has the same names and year.
    public let year: String
  }

  /// The works in the order of the list: by authors, year and title.
  public let list: [Citation]
  private let places: [String: Int]

  /// Creates the list of no works.
  public init() { self.init([]) }

  /// Puts works in order and names them.
  ///
  /// - Parameter works: the works that are cited, each once.
  public init(_ works: [Work]) {
    let sorted = works.map { (work: $0, order: Self.order(of: $0)) }
      .sorted { $0.order.lexicographicallyPrecedes($1.order) }.map(\.work)
    var groups: [String: [Int]] = [:]
    for (index, work) in sorted.enumerated() {
      groups["\(Self.names(of: work)) \(work.year)", default: []].append(index)
    }
    var letters: [Int: String] = [:]
    for group in groups.values where group.count > 1 {
      for (place, index) in group.enumerated() { letters[index] = Self.letter(place) }
    }
    list = sorted.enumerated().map { index, work in
      let year = work.year.isEmpty ? "n.d." : work.year
      let letter = letters[index].map { work.year.isEmpty ? "-" + $0 : $0 } ?? ""
      return Citation(
        work: work, number: index + 1, names: Self.names(of: work), year: year + letter)
    }
    places = Dictionary(
      list.enumerated().map { ($1.work.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The work of a key; nil where it is not cited or not known.
  public subscript(key: String) -> Citation? { places[key].map { list[$0] } }

  /// The authors as a citation has them: one, two, or the first of more; a work without authors is
  /// named by its editors, else by its title.
  private static func names(of work: Work) -> String {
    let persons = work.authors.names.isEmpty ? work.editors : work.authors
    let names = persons.names.map(\.short)
    guard let first = names.first else {
      return work.title.isEmpty ? work.key : "“\(work.title)”"
    }
    if names.count > 2 || persons.hasOthers { return "\(first) et al." }
    return names.count == 2 ? "\(first) and \(names[1])" : first
  }

  private static func order(of work: Work) -> [String] {
    let persons = work.authors.names.isEmpty ? work.editors : work.authors
    let names = persons.names.map { TeXText.folded("\($0.family) \($0.given)") }
    let title = TeXText.folded(work.title)
    return (names.isEmpty ? [title] : names) + ["", work.year, title, work.key]
  }

  /// The letter of a place: `a` to `z`, then `aa`.
  private static func letter(_ place: Int) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    let last = String(letters[place % 26])
    return place < 26 ? last : letter(place / 26 - 1) + last
  }
}
