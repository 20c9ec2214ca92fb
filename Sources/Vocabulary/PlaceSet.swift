public import Diagnostics

/// A set of places as the checker knows it: where it came from and by which splits it was cut out.
public struct PlaceSet: Sendable, Hashable {
  /// The name under which the whole set was made.
  public let root: String
  /// The parts taken, one for each split it went through, by the split's identity.
  public let parts: [Part]

  /// One part of one split.
  public struct Part: Sendable, Hashable {
    /// The names that the split defined, which identify it.
    public let split: String
    /// Which of its parts.
    public let index: Int

    /// Creates a part of a split.
    public init(split: String, index: Int) {
      self.split = split
      self.index = index
    }
  }

  /// Creates the whole set that a statement made.
  public init(root: String, parts: [Part] = []) {
    self.root = root
    self.parts = parts
  }

  /// One part of a split of this set.
  public func part(_ index: Int, of split: String) -> PlaceSet {
    PlaceSet(root: root, parts: parts + [Part(split: split, index: index)])
  }

  /// Whether a place can be in both: they have one origin and no split that puts them apart.
  public func overlaps(_ other: PlaceSet) -> Bool {
    guard root == other.root else { return false }
    for mine in parts {
      for theirs in other.parts where mine.split == theirs.split && mine.index != theirs.index {
        return false
      }
    }
    return true
  }
}

/// How well a value knows some places.
public enum Acquaintance: Sendable, Hashable {
  /// It has learned from the labels of all of them.
  case learned
  /// It has learned from some of them.
  case partly
  /// It has learned from none.
  case apart
}

extension ValueType {
  /// Whether the making of this value has learned from the labels of some places or points.
  ///
  /// Parts of one set of places are known by their splits. Points are known by what they were read
  /// from: whoever has learned from places made of them, or of the same source, has learned them.
  public func acquaintance(with others: ValueType, named name: String) -> Acquaintance {
    let sights = seen.filter { $0.way != .features }
    let known: [Bool]
    if let places = others.places {
      known = sights.filter { $0.places.overlaps(places) }.map {
        $0.places.root == places.root && places.parts.starts(with: $0.places.parts)
      }
    } else {
      let sources = others.sources.isEmpty ? [name] : others.sources
      known = sights.filter { !Set($0.sources).isDisjoint(with: sources) }.map(
        \.places.parts.isEmpty)
    }
    if known.isEmpty { return .apart }
    let isFolded = foldedPlaces != nil || axes.contains(where: \.isFolds)
    return known.contains(true) && !isFolded ? .learned : .partly
  }
}

/// Places that a value has learned from, and how.
public struct Seen: Sendable, Hashable {
  /// What of the places was seen.
  public enum Way: String, Sendable {
    /// The layers' values there, as scaling does.
    case features
    /// The labels, as frequency ratios, selection and fitting do.
    case labels
    /// A score there, as early stopping and choosing the best of several do.
    case choice
  }

  /// Which places.
  public let places: PlaceSet
  /// What of them.
  public let way: Way
  /// The name of the value whose making saw them.
  public let cause: String
  /// The words of the notebook that say so.
  public let span: Span
  /// The inventories that the places were made of.
  public let sources: [String]

  /// Records that a value's making saw some places.
  public init(
    _ places: PlaceSet, _ way: Way, cause: String, span: Span, sources: [String] = []
  ) {
    self.places = places
    self.way = way
    self.cause = cause
    self.span = span
    self.sources = sources
  }
}
