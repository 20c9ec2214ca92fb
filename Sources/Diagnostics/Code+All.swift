extension Code {
  /// All codes, those of each severity in the order of their numbers.
  public static let all: [Code] =
    (languageCodes + checkCodes + notebookCodes + frontMatterCodes + bibliographyCodes
    + evaluationCodes + figureCodes + declaredCodes + hydrologyCodes + learningCodes + rasterCodes
    + runCodes + samplingCodes).sorted {
      $0.id < $1.id
    }

  /// The code of an identifier.
  public init?(id: String) {
    guard let code = Code.all.first(where: { $0.id == id }) else { return nil }
    self = code
  }
}
