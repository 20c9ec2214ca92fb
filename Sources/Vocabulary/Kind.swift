/// What a value is, in the words of the language.
public struct Kind: Sendable, Hashable, Codable {
  /// The kind's name without an article: `raster`.
  public let name: String

  /// Declares a kind.
  public init(_ name: String) { self.name = name }

  /// The kind with its article, as messages say it.
  public var phrase: String {
    switch name {
    case "points", "lines", "areas", "bands", "places", "folds", "classes", "drops", "zones",
      "frequency ratios", "weights", "numbers", "nothing":
      return name
    default:
      return ("aeiou".contains(name.prefix(1)) ? "an " : "a ") + name
    }
  }

  /// Anything: the kind of a value whose statement has a mistake, so that one mistake is told once.
  public static let unknown = Kind("anything")
  /// A number, with or without a unit.
  public static let number = Kind("number")
  /// Several named numbers.
  public static let numbers = Kind("numbers")
  /// A text.
  public static let text = Kind("text")
  /// A yes or a no.
  public static let truth = Kind("yes or no")
  /// One layer of numbers on a grid.
  public static let raster = Kind("raster")
  /// One layer of class codes on a grid.
  public static let classes = Kind("classes")
  /// Several named layers on one grid.
  public static let bands = Kind("bands")
  /// Point features.
  public static let points = Kind("points")
  /// Line features.
  public static let lines = Kind("lines")
  /// Polygon features.
  public static let areas = Kind("areas")
  /// Rows and named columns.
  public static let table = Kind("table")
  /// One column of a table or of places.
  public static let column = Kind("column")
  /// Where, and with what label.
  public static let places = Kind("places")
  /// A division of places into folds.
  public static let folds = Kind("folds")
  /// Layers that a model reads, in order.
  public static let stack = Kind("stack")
  /// The design of a network.
  public static let net = Kind("net")
  /// A repeated part of a network.
  public static let block = Kind("block")
  /// Something fitted, which predicts.
  public static let model = Kind("model")
  /// Susceptibility values of a model over an area.
  public static let prediction = Kind("prediction")
  /// A prediction cut into classes.
  public static let zones = Kind("zones")
  /// Correlation, tolerance and variance inflation of layers.
  public static let collinearity = Kind("collinearity")
  /// Frequency ratio of each class of each layer.
  public static let ratios = Kind("frequency ratios")
  /// Association of each layer with the label.
  public static let association = Kind("association")
  /// Loss of a score when one layer is left out.
  public static let drops = Kind("drops")
  /// A table in the report.
  public static let display = Kind("display")
  /// A figure in the report.
  public static let figure = Kind("figure")
  /// What a statement makes that gives no value.
  public static let nothing = Kind("nothing")
}
