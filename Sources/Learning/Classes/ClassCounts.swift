import Numerics
import Rasters
public import Vocabulary

/// How many cells and how many landslides each class of each layer holds.
///
/// Only cells and landslides that have a class in every layer count, so that all layers divide the
/// same wholes. Landslides are the places labelled 1.
public struct ClassCounts: Sendable, Hashable, Codable {
  /// One layer.
  public struct Layer: Sendable, Hashable, Codable {
    /// The layer's name.
    public let name: String
    /// The names of its classes.
    public let labels: [String]
    /// The codes of its classes, ascending.
    public let codes: [Double]
    /// The cells of each class.
    public let cells: [Int]
    /// The landslides in each class.
    public let landslides: [Int]

    /// Keeps counts, one for each class.
    public init(
      name: String, labels: [String], codes: [Double], cells: [Int], landslides: [Int]
    ) {
      precondition(
        [codes.count, cells.count, landslides.count].allSatisfy { $0 == labels.count },
        "\(cells.count) and \(landslides.count) counts of \(labels.count) classes")
      self.name = name
      self.labels = labels
      self.codes = codes
      self.cells = cells
      self.landslides = landslides
    }
  }

  /// The layers, in order.
  public let layers: [Layer]
  /// All cells that count.
  public let cells: Int
  /// All landslides that count.
  public let landslides: Int
  /// Whether the cells are the places themselves, as where layers are columns of a table.
  public let areOfPlaces: Bool

  /// Keeps counts.
  public init(layers: [Layer], cells: Int, landslides: Int, areOfPlaces: Bool) {
    self.layers = layers
    self.cells = cells
    self.landslides = landslides
    self.areOfPlaces = areOfPlaces
  }

  /// Counts the classes of a stack: over all cells of its grid, or where a layer is a column of
  /// places over these places.
  ///
  /// - Parameters:
  ///   - stack: layers of classes.
  ///   - places: where the landslides are, labelled 1.
  ///   - environment: the run, which is told how many places have no class in some layer.
  /// - Throws: ``LearningError/notInClasses(layer:)``, ``LearningError/noLabels``,
  ///   ``LearningError/noLandslides``, and what readers throw.
  public init(
    of stack: StackValue, at places: PlacesValue, in environment: any RunEnvironment
  ) throws {
    let layout = try ClassLayout(of: stack)
    let samples = try stack.sample(at: places, in: environment)
    guard let labels = samples.labels else { throw LearningError.noLabels }
    let landslides = labels.map { $0 == 1 }
    guard landslides.contains(true) else { throw LearningError.noLandslides }
    let slides = ClassTally(layout, samples.features) { landslides[$0] }
    let whole =
      stack.grid == nil
      ? ClassTally(layout, samples.features) { _ in true }
      : try ClassTally(layout, cellsOf: stack, in: environment)
    self.init(
      layers: layout.layers.indices.map { index in
        let layer = layout.layers[index]
        return Layer(
          name: layer.name, labels: layer.labels, codes: layer.codes, cells: whole.counts[index],
          landslides: slides.counts[index])
      }, cells: whole.total, landslides: slides.total, areOfPlaces: stack.grid == nil)
  }

  /// One layer's counts, of the same wholes.
  func only(_ name: String) -> ClassCounts? {
    layers.first { $0.name == name }.map {
      ClassCounts(layers: [$0], cells: cells, landslides: landslides, areOfPlaces: areOfPlaces)
    }
  }
}

/// How many rows fall into each class of each layer.
struct ClassTally {
  /// For each layer the rows of each class.
  private(set) var counts: [[Int]]
  /// The rows with a class in every layer, which alone count.
  private(set) var total = 0

  /// Counts some rows of a matrix of a stack's columns.
  init(_ layout: ClassLayout, _ features: Matrix, where isCounted: (Int) -> Bool) {
    counts = layout.layers.map { [Int](repeating: 0, count: $0.count) }
    let classes = layout.layers.indices.map { layout.classes(of: $0, in: features) }
    for row in 0..<features.rows where isCounted(row) {
      guard classes.allSatisfy({ $0[row] >= 0 }) else { continue }
      total += 1
      for index in classes.indices { counts[index][Int(classes[index][row])] += 1 }
    }
  }

  /// Counts all cells of a stack, block by block.
  init(
    _ layout: ClassLayout, cellsOf stack: StackValue, in environment: any RunEnvironment
  ) throws {
    counts = layout.layers.map { [Int](repeating: 0, count: $0.count) }
    let bands = try stack.rasters.flatMap { try $0.rasterLayers(in: environment) }
    var sum = self
    try reduceBlocks(bands, threads: environment.threads) { block in
      ClassTally(layout, stack.features(of: block, columns: stack.columns)) { _ in true }
    } combine: {
      sum.add($0)
    }
    self = sum
  }

  private mutating func add(_ other: ClassTally) {
    total += other.total
    for (layer, part) in other.counts.enumerated() {
      for (index, count) in part.enumerated() { counts[layer][index] += count }
    }
  }
}
