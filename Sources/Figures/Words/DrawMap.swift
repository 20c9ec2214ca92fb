import Diagnostics
import Drawing
import Evaluation
import Rasters
public import Vocabulary

/// One map or several: layers with legend, scale bar and coordinates, and shapes over them.
public struct DrawMap: RunnableWord {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public let version = 2
  /// The word's entry of the manual.
  public let entry: Entry
  let layers = Parameter<any Value>(
    "layers", .after("of"),
    .values([
      .raster, .classes, .bands, .prediction, .zones, .stack, .points, .lines, .areas, .places,
    ]), "What is mapped: layers, one map each, or shapes.", takesFamily: true)
  let shapes = Parameter<[any Value]>(
    "shapes", .after("with"), .values([.points, .lines, .areas, .places]),
    "Points, lines and outlines drawn over every map.", default: [], takesFamily: true)
  let across = Parameter<Int?>(
    "across", .before("across"), .number(Limits(1...8, whole: true)),
    "How many maps stand side by side.", default: nil)
  let title = Parameter<String?>(
    "title", .after("titled"), .text, "A title over a single map.", default: nil)
  let bands = Parameter<[String]>(
    "bands", .after("coloured by"), .newNames,
    "Three bands that give red, green and blue, for an image.", default: [])
  let near = Parameter<[Double]>(
    "near", .after("near"), .literals,
    "A point, x and y, round which the map is drawn: in the map's coordinates or in degrees.",
    default: [])
  let within = Parameter<Quantity?>(
    "within", .after("within"), .quantity(.length),
    "How far the map reaches from that point; a tenth of the longer side if left out.",
    default: nil)
  let width = FigureSize.width
  let resolution = FigureSize.resolution

  /// Declares `draw map`, or `draw maps`, which differ in nothing but how they read.
  public init(plural: Bool = false) {
    entry = Entry(
      plural ? "draw maps" : "draw map", .output,
      plural
        ? "Draws maps side by side, one for each layer, member of a family or model."
        : "Draws a map with legend, scale bar, north arrow and coordinates.",
      formula: """
        A layer with more cells than the picture shows them by blocks: the mean of amounts, the \
        most frequent of classes. Maps of the same classes share one legend. Colours grow \
        darker or lighter evenly and can be told apart by the colour-blind.
        """,
      sources: plural ? [] : ["Crameri, Shephard & Heron (2020), doi:10.1038/s41467-020-19160-7"],
      example: plural
        ? "draw maps of zones with slides, 2 across as fig-zones \"One map per model.\""
        : "draw map of zones with slides, regions as fig-zones \"Susceptibility.\"")
  }

  /// A figure; layers must lie on one grid, and bands must be there.
  public func infer(_ call: Inference) -> ValueType {
    call.requireOneGrid(call.references(layers))
    call.warnOfOwnBreaks(layers)
    let wanted = call.newNames(bands)
    if call.gives(bands) {
      let known = call.type(layers)?.members.map(\.name) ?? []
      let missing = wanted.first { !known.isEmpty && !known.contains($0.name) }
      if wanted.count != 3 {
        call.report(
          .colourBands, "An image needs three bands, but \(wanted.count) are named.", at: bands,
          help: ["Name three, for red, green and blue: coloured by red, green, blue."])
      } else if let missing {
        call.report(
          .colourBands,
          "“\(missing.name)” is no band of “\(call.references(layers)[0].text)”.",
          span: missing.span, help: ["Its bands are \(known.joined(separator: ", "))."])
      }
    }
    call.requirePositive(within)
    call.requireWidth(width)
    if case .list(let parts)? = call.argument(near)?.content, parts.count != 2 {
      call.report(
        .mapPoint, "A point is two numbers, but \(parts.count) stand here.", at: near,
        help: ["Write: near 11.9 E, 46.2 N."])
    }
    return ValueType(.figure)
  }

  /// Reads overviews of the layers and draws them.
  public func run(_ call: Call) throws -> any Value {
    try FigureValue.make(
      try figure(call), as: .png, FigureSize(call, width, resolution), in: call.environment)
  }

  /// What is drawn.
  func figure(_ call: Call) throws -> MapFigure {
    var scene = MapScene(in: call.environment)
    let subjects = try call.members(layers)
    let only = Set(subjects.map(\.mention.text)).count == 1
    for (mention, member) in subjects { try scene.add(mention, member, isOnly: only) }
    for (mention, member) in try call.members(shapes) {
      guard member.value is any ShapedOnMap else {
        throw FigureError.notOnMap(
          name: mention.text, kind: type(of: member.value).kind.phrase)
      }
      try scene.add(mention, member, isOnly: false)
    }
    let count = scene.layers.count
    let across = try call[across] ?? (count <= 1 ? 1 : (count <= 4 ? 2 : 3))
    let overlays = try scene.overlays()
    let view = try MapView(
      scene, overlays: overlays, near: try call[near],
      within: try call[within]?.base, in: call.environment)
    // As many cells as the picture has pixels, at most a thousand on a side.
    let limit = min(1000, 1150 / min(across, max(count, 1)))
    let heading = try call[title] ?? ""
    let bands = try call[bands]
    guard bands.isEmpty else {
      let chosen = try bands.map { band in
        guard let layer = scene.layers.first(where: { $0.facts.name == band }) else {
          throw FigureError.noBand(
            name: subjects.first?.mention.text ?? "", band: band,
            bands: scene.layers.map(\.facts.name))
        }
        return layer
      }
      let image = try scene.colorLayer(chosen, window: try view.window(), limit: limit)
      return MapFigure(
        extent: view.extent,
        panels: [MapPanel(title: heading, layer: image, overlays: overlays)])
    }
    guard count > 0 else {
      return MapFigure(
        extent: view.extent, panels: [MapPanel(title: heading, layer: nil, overlays: overlays)])
    }
    let panels = try scene.layers.map { layer in
      MapPanel(
        title: count == 1 ? heading : layer.title,
        layer: try scene.mapLayer(layer, window: try view.window(), limit: limit),
        overlays: overlays)
    }
    return MapFigure(extent: view.extent, panels: panels, across: across)
  }
}
