import Diagnostics
public import Vocabulary

/// What the checker offers to words.
extension Checker: InferenceHost {
  func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  func facts(ofFile path: String, kind: Kind, at span: Span) -> FileFacts? {
    let mention = InputMention(path: path, kind: kind, span: span)
    if mentioned.insert(mention.key).inserted { inputs.append(mention) }
    if let problem = Self.problem(ofPath: path) {
      report(
        .outsideFolder, "“\(Diagnostic.shown(path))” \(problem).", at: span,
        help: ["Put the file into the study's data folder and name it from there."])
      return nil
    }
    if !ownInputs.contains(path) { ownInputs.append(path) }
    switch options.facts(path, kind) {
    case .known(let facts): return facts
    case .bad(let code, let message, let advice):
      if missingFiles.insert(path).inserted { report(code, message, at: span, help: [advice]) }
      return nil
    case .missing: break
    }
    if missingFiles.insert(path).inserted {
      report(
        .missingFile, "The file “\(Diagnostic.shown(path))” is not here.", at: span,
        help: [
          "Put \(kind.fileForm) there under this name, or name another folder with --data DIR."
        ])
    }
    return nil
  }

  /// Why a path cannot name a file of the data folder, from its text alone.
  static func problem(ofPath path: String) -> String? {
    if path.isEmpty { return "names no file" }
    if path.hasPrefix("/") { return "is an absolute path" }
    if path.split(separator: "/").contains("..") { return "leads out of the data folder" }
    if path.utf8.contains(0) || path.contains("://") || path.hasPrefix("<")
      || path.prefixMatch(of: /[A-Za-z][A-Za-z0-9_]+:/) != nil
    {
      // Libraries take “NAME:…” for the name of a connection, and “<…” for its description.
      return "is not the path of a file"
    }
    return nil
  }

  func state(cell: Quantity, of grid: GridFact) { statedCells[grid.origin] = cell }

  func statedCell(of grid: GridFact) -> Quantity? { statedCells[grid.origin] }

  func state(count: Int, of name: String) { statedCounts[name] = count }

  func statedCount(of name: String) -> Int? { statedCounts[name] }

  func allows(_ topic: String, _ name: String) -> Bool { allowances.contains("\(topic) \(name)") }

  var metrics: [MetricFact] { catalog.metrics }

  func override(of name: String) -> Quantity? { options.overrides[name] }

  // MARK: Quantities in prose

  func checkQuantities() {
    for (index, span) in study.quantities.enumerated() {
      var lexer = Lexer(source: study.source)
      let tokens = lexer.lines(in: span).flatMap(\.tokens)
      diagnostics += lexer.diagnostics
      var binder = Binder(catalog: catalog, scope: scope)
      guard binder.isShort(tokens) else {
        diagnostics += binder.diagnostics
        continue
      }
      var cursor = Cursor(tokens)
      let read = binder.valueOrPhrase(&cursor)
      let format = binder.numberFormat(&cursor)
      if let token = cursor.token {
        binder.report(
          .unexpectedWords, "“\(token.text)” does not go on with the quantity.", at: token.span,
          help: ["Write for example: auc of glm on test, 3 decimals."])
      } else if read == nil, binder.diagnostics.isEmpty {
        binder.report(
          .valueExpected, "A quantity is expected here.", at: span,
          help: ["Write for example: `{scarp} count of slides`."])
      }
      diagnostics += binder.diagnostics
      guard let read, binder.diagnostics.isEmpty else { continue }
      let argument = typed(read)
      checkScalar(argument)
      quantities.append(
        CheckedQuantity(
          index: index, argument: argument, format: format ?? argument.format, span: span,
          canonical: Formatter.line(tokens)))
    }
  }

  private func checkScalar(_ argument: Argument) {
    let type: ValueType
    switch argument.content {
    case .phrase(let phrase): type = phrase.type
    case .reference(let reference): type = reference.type
    default: return
    }
    let scalars: [Kind] = [.number, .text, .truth, .unknown]
    if type.kind == .numbers || (!type.axes.isEmpty && type.kind == .number) {
      report(
        .familyNeedsChoice, "This quantity has several values; prose needs one.",
        at: argument.span, help: ["Write “highest …” or “lowest …”, or name one member."])
    } else if !scalars.contains(type.kind) {
      report(
        .wrongKind, "Prose prints a number, but this is \(type.kind.phrase).", at: argument.span,
        help: ["Ask for a number of it, for example its count."])
    }
  }
}

extension Argument {
  /// The format that a quantity phrase states.
  public var format: NumberFormat? {
    guard case .phrase(let phrase) = content else { return nil }
    return phrase.format
  }
}

extension Kind {
  /// What a file holds from which a value of the kind is read, as a message says it.
  fileprivate var fileForm: String {
    switch self {
    case .raster: "a GeoTIFF with one layer of numbers"
    case .classes: "a GeoTIFF with one layer of whole class codes"
    case .bands: "a GeoTIFF with these bands"
    case .points: "a GeoPackage or GeoJSON file of points"
    case .lines: "a GeoPackage or GeoJSON file of lines"
    case .areas: "a GeoPackage or GeoJSON file of polygons"
    case .table, .places: "a CSV file with these columns"
    default: "it"
    }
  }
}
