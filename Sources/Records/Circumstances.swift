/// What a run was asked for, beside the study itself.
public struct Circumstances: Sendable {
  /// The study's seed.
  public var seed: UInt64
  /// The profile that was asked for.
  public var profile: String?
  /// What is known of the data.
  public var data: DataDescription

  /// Gathers what a run was asked for.
  public init(seed: UInt64, profile: String?, data: DataDescription) {
    self.seed = seed
    self.profile = profile
    self.data = data
  }

  /// Whether the run was of the study as published: the full profile, on real data.
  var isFull: Bool { (profile ?? "full") == "full" && !data.isSimulated }
}

/// What is known of a data set, from its `dataset.yaml`.
public struct DataDescription: Sendable, Equatable {
  /// The name of its folder.
  public var folder: String
  /// Its title.
  public var title: String?
  /// Where it comes from.
  public var source: String?
  /// Under what terms it may be used.
  public var licence: String?
  /// Whether it is made up.
  public var isSimulated: Bool
  /// Whether there is a description at all.
  public var isDescribed: Bool

  /// Describes a data set of which nothing but the folder is known.
  public init(folder: String) {
    self.folder = folder
    isSimulated = false
    isDescribed = false
  }
}
