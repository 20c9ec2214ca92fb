public import Language
public import Storage
public import Vocabulary

/// One piece of work of a run: one member of what one statement makes, or one quantity of the prose.
public struct Step: Sendable {
  /// Its place in the plan; it depends on earlier ones only.
  public let id: Int
  /// What it carries out.
  public let origin: Origin
  /// The word with its arguments.
  let call: BoundCall
  /// The names that the statement defines.
  let names: [String]
  /// Which member of a family it makes.
  public let coordinates: [Coordinate]
  /// The fold it must not learn from.
  let heldOut: HeldOut?
  /// How its model is fitted again, where it is.
  let refit: Refit?
  /// The steps whose values it reads, in ascending order.
  public let dependencies: [Int]
  /// Where each mention of an earlier value leads.
  let links: [String: [Link]]
  /// The steps that a gathering word shows, in page order.
  let gathered: [Int]
  /// What it is known by in the cache: it changes with everything that can change the result.
  public let key: Digest
  /// What the key is made of, for `cache why`: name and digest of each ingredient.
  public let ingredients: [Ingredient]
  /// Whether it needs neither data nor the worker's libraries.
  public let isLight: Bool

  /// Whether it makes a member of its statement's value, and not the same again without the places
  /// of a fold, of other layers or of all places.
  public var isMember: Bool {
    refit == nil && (heldOut == nil || call.arguments["folds"] != nil)
  }

  /// What a step carries out.
  public enum Origin: Sendable, Hashable {
    /// A statement, by its index in the program.
    case statement(Int)
    /// A quantity of the prose, by its index in the program.
    case quantity(Int)
    /// The division into folds that a statement's `folds` setting asks for.
    case folds(statement: Int)
    /// A raster as a file for other programs, under the name that the study gives it, with its
    /// member of a family.
    case raster(String)
  }

  /// A fold that is held out.
  struct HeldOut: Sendable, Hashable {
    /// The step that divides into folds, or holds the column that does.
    let folds: Int
    /// Which of the values of a statement with several names.
    var part: Int?
    /// The parts after dots.
    var path: [String] = []
    /// Which fold, from 0.
    let index: Int
  }

  /// One member that a mention leads to.
  struct Link: Sendable {
    let coordinates: [Coordinate]
    let step: Int
    /// Which of the values of a statement with several names.
    let part: Int?
    /// The parts after dots.
    let path: [String]
  }

  /// One of the things that a key is made of.
  public struct Ingredient: Sendable, Hashable {
    /// What it is, in words.
    public let name: String
    /// Its digest or text.
    public let value: String
  }
}

/// All steps of a study, in an order in which they can be carried out.
public struct Plan: Sendable {
  /// The steps.
  public let steps: [Step]
  /// The program they come from.
  public let program: Program
}
