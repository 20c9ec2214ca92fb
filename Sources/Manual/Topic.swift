public import Vocabulary

/// What words are about: one page of the manual each.
///
/// A new word finds its topic by what it does, what it makes and which science declares it, so that
/// nobody has to list it.
public enum Topic: String, Sendable, CaseIterable {
  /// Words that read files.
  case reading
  /// Terrain and water.
  case terrain
  /// Layers of any kind, and what is computed of them.
  case layers
  /// Where landslides are and are not, and how places are divided.
  case places
  /// What is put before a model, and what each layer tells.
  case preparation
  /// What learns, and what is made of what was learned.
  case models
  /// Networks and their layers.
  case networks
  /// Tables of the report.
  case tables
  /// Figures of the report.
  case figures
  /// Scores as single numbers.
  case scores
  /// Other numbers.
  case quantities
  /// What a study says of itself.
  case study

  /// The topic of a word.
  ///
  /// - Parameters:
  ///   - word: the word.
  ///   - kind: what its example makes.
  public init(of word: any Word, making kind: Kind) {
    let phrase = word.entry.phrase
    let science = String(reflecting: type(of: word)).split(separator: ".").first ?? ""
    switch word.entry.category {
    case .layer: self = .networks
    case .remark: self = .study
    case .output: self = phrase.hasPrefix("draw") ? .figures : .tables
    case .quantity: self = Self.isScore(word) ? .scores : .quantities
    case .value:
      if phrase.hasPrefix("read ") {
        self = .reading
      } else if science == "Networks" {
        self = .networks
      } else if science == "Terrain" {
        self = .terrain
      } else {
        self = Self.topic(making: kind, phrase)
      }
    }
  }

  private static func topic(making kind: Kind, _ phrase: String) -> Topic {
    switch kind {
    case .places, .points, .folds: return .places
    case .model, .prediction, .zones, .drops, .display: return .models
    case .stack, .ratios, .collinearity, .association: return .preparation
    case .raster, .classes, .bands, .column, .areas, .lines, .table: return .layers
    case .number, .unknown: return phrase.hasPrefix("fit ") ? .models : .study
    default: return phrase.contains("importance") ? .models : .preparation
    }
  }

  /// Whether a quantity judges models or maps.
  private static func isScore(_ word: any Word) -> Bool {
    word.parameters.contains { parameter in
      guard parameter.role == .after("of"), case .value(let kinds) = parameter.shape else {
        return false
      }
      return kinds == [.model] && parameter.takesFolds || parameter.name == "models"
    }
  }

  /// The page's title.
  public var title: String {
    switch self {
    case .reading: "Reading data"
    case .terrain: "Terrain and water"
    case .layers: "Layers"
    case .places: "Places"
    case .preparation: "Before the model"
    case .models: "Models and maps"
    case .networks: "Networks"
    case .tables: "Tables"
    case .figures: "Figures"
    case .scores: "Scores"
    case .quantities: "Quantities"
    case .study: "The study itself"
    }
  }

  /// What the page is about, one sentence.
  var summary: String {
    switch self {
    case .reading:
      "How files of the data folder come into a study: rasters, classes, features, tables."
    case .terrain: "What is measured on an elevation model: shape of the ground, and water on it."
    case .layers: "Arithmetic on layers, distances, interpolation, and bringing layers to one grid."
    case .places:
      "Where landslides are and are not, and how places are divided to learn from and to judge on."
    case .preparation:
      "Stacks of layers, scaling and classes, and what each layer tells before a model is fitted."
    case .models: "What learns from places, and what is made of what was learned."
    case .networks:
      "Networks and their layers: declared and checked, and not carried out in this version."
    case .tables: "What puts a table into the report."
    case .figures: "What puts a figure into the report."
    case .scores:
      "Scores as single numbers, in prose, checks and claims: on places, over folds, out of bag."
    case .quantities: "Other numbers, in prose, checks and claims."
    case .study: "Checks, claims, assumptions, settings: what a study says of itself."
    }
  }

  /// The page, from the manual's folder.
  public var page: String { "words/\(rawValue).md" }
}
