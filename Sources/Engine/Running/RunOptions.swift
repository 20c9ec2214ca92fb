public import Vocabulary

/// How a study is to be run.
public struct RunOptions: Sendable {
  /// Values for settings, `-P name=value`.
  public var overrides: [String: Quantity] = [:]
  /// The profile of the front matter.
  public var profile: String?
  /// The data folder, instead of the front matter's.
  public var dataFolder: String?
  /// How many steps at a time, and threads for each.
  public var jobs = 2
  /// The folder of the cache.
  public var cacheFolder = ""
  /// The folder that remembers the worker's build and libraries, where it is not the cache's: a run
  /// without the cache forgets results, not the machine.
  public var machineFolder: String?
  /// Whether results of earlier runs are used.
  public var usesCache = true
  /// Which rasters are made files of as well.
  public var rasters = RasterFiles.none
  /// The pixels to the inch of all pictures, instead of those that the study asks for.
  public var resolution: Int?
  /// The worker program.
  public var workerProgram = ""

  /// Creates options for a run with all at its default.
  public init() {}

  /// A quantity as the command line gives it: `7`, `0.5`, `30 m`, `30m`, `5%`.
  public static func quantity(_ text: String) -> Quantity? {
    let digits = text.prefix { "0123456789.-+eE".contains($0) }
    var number = String(digits)
    // `30e` is not a number: the letter belongs to what follows.
    while let last = number.last, last == "e" || last == "E" { number.removeLast() }
    guard let value = Double(number), value.isFinite else { return nil }
    var rest = text.dropFirst(number.count)
    while rest.first == " " { rest.removeFirst() }
    if rest.isEmpty { return Quantity(value) }
    return Unit(spelled: String(rest)).map { Quantity(value, $0) }
  }
}
