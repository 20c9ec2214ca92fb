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
  let light = Parameter<RasterValue?>(
    "light", .after("over"), .value([.raster]),
    "A hillshade beneath: the colours grow lighter and darker with it, and keep their hue.",
    default: nil)
  let across = Parameter<Int?>(
    "across", .before("across"), .number(Limits(1...8, whole: true)),
    "How many maps stand side by side.", default: nil)
  let title = Parameter<String?>(
    "title", .after("titled"), .text, "A title over a single map.", default: nil)
  let bands = Parameter<[String]>(
    "bands", .after("coloured by"), .newNames,
    "Three bands that give red, green and blue, for an image.", default: [])
  let palette = Parameter<String?>(
    "palette", .after("palette"), .choice(NamedRamp.all.map(\.name)),
    "The colours of amounts and ranks; by what is measured if left out.", default: nil)
  let isReversed = Parameter<Bool>(
    "reversed", .flag("reversed"), .number(.any), "The colours run the other way.", default: false)
  let center = Parameter<Quantity?>(
    "centre", .after("centred at"), .literal,
    "The value in the middle of diverging colours; 0 if left out and values lie on both sides.",
    default: nil)
  let onOneScale = Parameter<Bool>(
    "one scale", .flag("on one scale"), .number(.any),
    "A colour means the same value on every map, and one legend serves all.", default: false)
  let near = Parameter<[Double]>(
    "near", .after("near"), .literals,
    "A point, x and y, round which the map is drawn: in the map's coordinates or in degrees.",
    default: [])
  let within = Parameter<Quantity?>(
    "within", .after("within"), .quantity(.length),
    "How far the map, or its inset, reaches from that point; a tenth of the longer side if left out.",
    default: nil)
  let closer = Parameter<[Double]>(
    "closer", .after("inset near"), .literals,
    "A point round which an inset shows the map from nearer; a frame on the map says where.",
    default: [])
  let borders = Parameter<[any Value]>(
    "borders", .after("inset of"), .values([.areas]),
    "Areas in whose outlines an inset shows where the map lies.", default: [])
  let showsGraticule = Parameter<Bool>(
    "graticule", .flag("graticule"), .number(.any),
    "Lines of longitude and latitude instead of the crosses of the map's own grid.",
    default: false)
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
        most frequent of classes. Maps of the same classes, probabilities, or members of a family \
        share one legend. Colours grow darker or lighter evenly and can be told apart by the \
        colour-blind: batlow for lengths, lajolla for slopes, devon for rain, vik where values lie \
        on both sides of zero, the round romaO for directions, viridis for other numbers. Ground of \
        mean light over a hillshade has the colours of the legend. The arrow points to true north. \
        Longitudes and latitudes are those of WGS 84, or of the map's own system in degrees.
        """,
      sources: plural
        ? []
        : [
          "Crameri (2018), Scientific colour maps, doi:10.5281/zenodo.1243862",
          "Crameri, Shephard & Heron (2020), doi:10.1038/s41467-020-19160-7",
        ],
      example: plural
        ? "draw maps of zones with slides, 2 across as fig-zones \"One map per model.\""
        : "draw map of zones over light with slides, regions as fig-zones \"Susceptibility.\"")
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
    call.requireWidth(width)
    checkPoints(call)
    checkLight(call)
    checkInset(call)
    checkColors(call)
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
    let shapes = try scene.shapes()
    let (near, closer) = (try call[near], try call[closer])
    let distance = try call[within]?.base
    let view = try MapView(
      scene, shapes: shapes, near: near, within: near.isEmpty ? nil : distance,
      in: call.environment)
    let overlays = scene.overlays(shapes, on: view.extent)
    let limit = try cells(of: view.extent, count: count, across: across, call)
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
      let panel = MapPanel(title: heading, layer: image, overlays: overlays)
      return try figure(call, scene, view, [panel], insets: [])
    }
    let beneath = try call[light].map {
      try scene.light($0, named: call.argument(light)?.references.first?.text ?? "")
    }
    let look = MapLook(
      palette: try call[palette].flatMap(NamedRamp.named), isReversed: try call[isReversed],
      center: try call[center], onOneScale: try call[onOneScale])
    let layers =
      count == 0
      ? []
      : try scene.mapLayers(window: try view.window(), limit: limit, look: look, light: beneath)
    let panels =
      layers.isEmpty
      ? [MapPanel(title: heading, layer: nil, overlays: overlays)]
      : zip(scene.layers, layers).map { layer, cells in
        MapPanel(title: count == 1 ? heading : layer.title, layer: cells, overlays: overlays)
      }
    var insets: [MapInset] = []
    if !closer.isEmpty {
      let part = try MapView(
        scene, shapes: shapes, near: closer, within: distance, in: call.environment)
      let cells = try layers.first.flatMap {
        try scene.closerLayer(like: $0, window: try part.window(), limit: limit / 2, light: beneath)
      }
      insets.append(MapInset(.closer, extent: part.extent, layer: cells, overlays: overlays))
    }
    if let inset = try scene.placeInset(call.members(borders), round: view.extent) {
      insets.append(inset)
    }
    return try figure(call, scene, view, panels, insets: insets, across: across)
  }

  private func figure(
    _ call: Call, _ scene: MapScene, _ view: MapView, _ panels: [MapPanel], insets: [MapInset],
    across: Int = 1
  ) throws -> MapFigure {
    guard insets.isEmpty || panels.count == 1 else {
      throw FigureError.insetOfSeveral(maps: panels.count)
    }
    return MapFigure(
      extent: view.extent, panels: panels, across: across, insets: insets,
      projection: scene.projection(), systems: scene.systems,
      showsGraticule: try call[showsGraticule])
  }

  /// How many cells a map has on its longer side: about as many as pixels in the report, so that few
  /// are hidden and none is mixed with another.
  private func cells(
    of extent: MapExtent, count: Int, across: Int, _ call: Call
  ) throws -> Int {
    let page = try FigureSize(call, width, resolution).width
    let across = min(across, max(count, 1))
    // About two thirds of a page for the map, a third for its legend.
    let width = min(
      0.65 * page / Double(across),
      MapLayout.tallest(of: max(count, 1), across: across, page: page) / extent.aspect)
    return max(Int(width * max(extent.aspect, 1) * FigureValue.mapResolution), 16)
  }
}
