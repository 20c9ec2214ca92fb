public import Vocabulary

/// What kept points from being drawn: facts, without the place in a notebook.
public enum SamplingError: Error, Sendable, Equatable {
  /// Fewer cells fulfil what is asked than points are wanted; which condition removed how many.
  case tooFewCells(wanted: Int, found: Int, removed: [Removal])
  /// So few points could be placed with the distance kept between them.
  case tooClose(wanted: Int, placed: Int, apart: String)
  /// So few points were found in the areas by so many tries.
  case tooFewPoints(wanted: Int, found: Int, tries: Int, removed: [Removal])
  /// There is nothing of which as many could be drawn.
  case nothingToMatch(name: String)
  /// The layer by which points are stratified holds no classes.
  case noStrata(layer: String)
  /// Nothing says on which ground points are drawn.
  case noGround
  /// Distances are asked for in degrees.
  case degrees(what: String, system: String)
  /// None of the areas gave a point.
  case noPresence(areas: Int, what: String)

  /// A condition and how many cells, or tries, it removed that those before it had left.
  public struct Removal: Sendable, Equatable {
    /// The condition, as a clause: “lie outside the areas”.
    public let reason: String
    /// How many.
    public let count: Int

    /// Creates a removal.
    public init(_ reason: String, _ count: Int) {
      self.reason = reason
      self.count = count
    }
  }
}

extension SamplingError: Fault {
  /// 4: the data do not hold what is asked for.
  public var exitCode: Int32 { 4 }

  /// What was found and what was expected, in one sentence.
  public var message: String {
    switch self {
    case .tooFewCells(let wanted, let found, let removed):
      "\(wanted) points are wanted, but \(found == 1 ? "1 cell is" : "\(found) cells are") left"
        + Self.list(removed, of: "cells") + "."
    case .tooClose(let wanted, let placed, let apart):
      "Only \(placed) of \(wanted) points could be placed \(apart) apart."
    case .tooFewPoints(let wanted, let found, let tries, let removed):
      "Only \(found) of \(wanted) points were found by \(tries) tries"
        + Self.list(removed, of: "tries") + "."
    case .nothingToMatch(let name): "“\(name)” is empty, so there is nothing to draw as many as."
    case .noStrata(let layer): "“\(layer)” holds no classes to stratify by."
    case .noGround: "Nothing says where the points are drawn."
    case .degrees(let what, let system):
      "\(what) needs metres, but coordinates of \(system) are degrees."
    case .noPresence(let areas, let what):
      "None of the \(areas) areas lies on cells of “\(what)” that have data."
    }
  }

  /// What to do about it, one imperative sentence.
  public var advice: String {
    switch self {
    case .tooFewCells: "Draw fewer points, or loosen a condition."
    case .tooClose: "Draw fewer points, or thin them by a shorter distance."
    case .tooFewPoints: "Draw fewer points, loosen a condition, or name a grid: on cells of dem."
    case .nothingToMatch: "Check what it was read from, or write a number."
    case .noStrata: "Name a layer that is read as classes."
    case .noGround: "Name a grid (on cells of dem) or areas (within surveyed)."
    case .degrees: "Name a grid whose coordinates are metres: on cells of dem."
    case .noPresence: "Check that areas and layer show the same ground."
    }
  }

  private static func list(_ removed: [Removal], of what: String) -> String {
    let parts = removed.filter { $0.count > 0 }
    guard let first = parts.first else { return "" }
    let rest = parts.dropFirst().map { ", \($0.count) \($0.reason)" }
    return ": \(first.count) \(what) \(first.reason)" + rest.joined()
  }
}
