import Diagnostics
public import Vocabulary

/// Points, lines or areas from a vector file.
public struct ReadFeatures: RunnableWord {
  /// The word's entry of the manual.
  public let entry: Entry
  let file = Parameter<String>("file", .subject, .text, "The file, in the data folder.")
  let nameField = Parameter<String?>(
    "name field", .after("named by"), .text, "The field whose values name the features.",
    default: nil)
  let layer = Parameter<String?>(
    "layer", .after("layer"), .text, "The layer; needed where the file has several.",
    default: nil)
  private let shape: Geometry.Kind

  /// Creates the word that reads one kind of features.
  public init(_ kind: Geometry.Kind) {
    shape = kind
    let (example, what) =
      switch kind {
      case .points: ("slides = read points \"slides.gpkg\"", "points")
      case .lines: ("faults = read lines \"faults.geojson\"", "lines")
      case .areas: ("regions = read areas \"regions.gpkg\" named by \"name\"", "areas (polygons)")
      }
    entry = Entry(
      "read \(kind.rawValue)", .value, "Reads \(what) from a GeoPackage or GeoJSON file.",
      formula: """
        Several shapes in one feature stay one feature. Coordinates stay in the file's system until \
        the features meet a layer, and are then brought to the layer's.
        """,
      example: example)
  }

  private var kind: Kind {
    switch shape {
    case .points: .points
    case .lines: .lines
    case .areas: .areas
    }
  }

  /// Features with their fields as columns.
  public func infer(_ call: Inference) -> ValueType {
    var type = ValueType(kind)
    guard !call.gives(layer), let facts = call.facts(file, kind: kind) else { return type }
    if let geometry = facts.geometry, geometry != shape.rawValue {
      call.report(
        .badFile, "The file holds \(geometry); \(shape.rawValue) were expected.", at: file,
        help: ["Write “read \(geometry)”."])
    }
    if let columns = facts.columns, let wanted = call.word(nameField), !columns.contains(wanted) {
      call.report(
        .badFile, "The file has no field “\(wanted)”; it has \(columns.joined(separator: ", ")).",
        at: nameField, help: ["Use one of its fields."])
    }
    type.count = facts.count.map { .known($0) } ?? .unknown
    type.members = (facts.columns ?? []).map { ValueType.Member($0, ValueType(.column)) }
    return type
  }

  /// Reads all features.
  public func run(_ call: Call) throws -> any Value {
    let name = try call[file]
    let environment = call.environment
    let collection = try environment.formats().features(
      of: environment.open(input: name), layer: try call[layer], to: nil)
    guard collection.kind == shape else {
      throw RasterError.wrongKind(
        file: name, expected: shape.rawValue, found: collection.kind.rawValue)
    }
    let field = try call[nameField]
    if let field, !collection.fields.contains(field) {
      throw TableError.noColumn(file: name, column: field, columns: collection.fields)
    }
    return FeaturesValue(collection, nameField: field)
  }
}
