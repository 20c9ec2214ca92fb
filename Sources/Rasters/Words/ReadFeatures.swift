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
  let field = Parameter<String?>(
    "field", .after("where"), .columnName, "The field by which features are chosen.", default: nil)
  let wanted = Parameter<[String]>(
    "wanted", .after("is"), .literals,
    "Values of the field, texts or numbers; features that have one of them are read.",
    default: [])
  private let shape: Geometry.Kind

  /// Creates the word that reads one kind of features.
  public init(_ kind: Geometry.Kind) {
    shape = kind
    let (example, what) =
      switch kind {
      case .points: ("slides = read points \"slides.gpkg\"", "points")
      case .lines: ("faults = read lines \"faults.geojson\"", "lines")
      case .areas:
        (
          "clouds = read areas \"survey.gpkg\" layer \"seen\", where kind is \"cloud\"",
          "areas (polygons)"
        )
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
    type.isLocated = shape == .points
    if call.gives(field) != call.gives(wanted) {
      call.report(
        .sayOnce, "“where” needs both a field and the values after “is”.",
        at: call.gives(field) ? field : wanted,
        help: ["Write for example: where kind is \"cloud\"."])
    }
    guard !call.gives(layer), let facts = call.facts(file, kind: kind) else { return type }
    if let geometry = facts.geometry, geometry != shape.rawValue {
      call.report(
        .badFile, "The file holds \(geometry); \(shape.rawValue) were expected.", at: file,
        help: ["Write “read \(geometry)”."])
    }
    for parameter in [nameField, field] {
      guard let columns = facts.columns, let wanted = call.word(parameter),
        !columns.contains(wanted)
      else { continue }
      call.report(
        .badFile, "The file has no field “\(wanted)”; it has \(columns.joined(separator: ", ")).",
        at: parameter, help: ["Use one of its fields."])
    }
    if !call.gives(field) { type.count = facts.count.map { .known($0) } ?? .unknown }
    var column = ValueType(.column)
    column.isLocated = shape == .points
    type.members = (facts.columns ?? []).map { ValueType.Member($0, column) }
    return type
  }

  /// Reads all features, or those that a field chooses.
  public func run(_ call: Call) throws -> any Value {
    let name = try call[file]
    let environment = call.environment
    let collection = try environment.formats().features(
      of: environment.open(input: name), layer: try call[layer], to: nil)
    guard collection.kind == shape else {
      throw RasterError.wrongKind(
        file: name, expected: shape.rawValue, found: collection.kind.rawValue)
    }
    let naming = try call[nameField]
    if let naming, !collection.fields.contains(naming) {
      throw TableError.noColumn(file: name, column: naming, columns: collection.fields)
    }
    guard let field = try call[field] else { return FeaturesValue(collection, nameField: naming) }
    let chosen = try collection.choosing(field, file: name, literals(call.argument(wanted)))
    return FeaturesValue(chosen, nameField: naming)
  }

  private func literals(_ argument: Argument?) -> [Feature.Value] {
    switch argument?.content {
    case .list(let parts)?: parts.flatMap { literals($0) }
    case .text(let text)?, .word(let text)?: [.text(text)]
    case .quantity(let quantity)?: [.number(quantity.value)]
    default: []
    }
  }
}

extension FeatureCollection {
  /// The features whose value of a field is one of some texts or numbers.
  ///
  /// Texts are compared letter by letter, numbers by their value; a missing value is none of them.
  ///
  /// - Throws: ``TableError/noColumn(file:column:columns:)`` where there is no such field,
  ///   ``RasterError/outOfRange(what:found:expected:)`` where no feature has such a value.
  public func choosing(
    _ field: String, file: String, _ wanted: [Feature.Value]
  ) throws -> FeatureCollection {
    guard let index = fields.firstIndex(of: field) else {
      throw TableError.noColumn(file: file, column: field, columns: fields)
    }
    let chosen = features.filter { feature in
      let value = feature.values[index]
      guard value != .missing else { return false }
      return wanted.contains { other in
        other == value || (other.number != nil && other.number == value.number)
          // A number in quotes, or one that the file holds as text.
          || other.text == value.text
      }
    }
    if chosen.isEmpty {
      let known = Set(features.map { $0.values[index].text }).subtracting([""]).sorted()
      throw RasterError.outOfRange(
        what: "“\(field)” of “\(source)”",
        found: "nowhere \(wanted.map { "“\($0.text)”" }.joined(separator: " or "))",
        expected: "one of \(known.prefix(20).joined(separator: ", "))")
    }
    return FeatureCollection(
      crs: crs, kind: kind, fields: fields, features: chosen, source: source)
  }
}
