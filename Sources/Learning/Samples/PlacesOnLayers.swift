import Diagnostics
import Rasters
import Vocabulary

/// How places meet the layers of a stack: what fell outside, on no data or twice on a cell.
public struct PlacesOnLayers: Sendable, Equatable {
  /// A layer and how many places on its grid lack a value in it.
  public struct Gap: Sendable, Equatable {
    /// The layer's name.
    public let layer: String
    /// How many places.
    public let places: Int
  }

  /// How many places were given.
  public let given: Int
  /// How many lie outside the layers' grid; 0 of columns, which lie on none.
  public let outside: Int
  /// The layers in which places of the grid lack a value; one place may lack several.
  public let gaps: [Gap]
  /// How many places lack a value in some layer, those outside among them.
  public let leftOut: Int
  /// How many complete places lie in a cell that an earlier one lies in, at another point: what lies
  /// at one point is told where the places are made.
  public let doubled: Int
  /// How many of these have another label than the first place of their cell.
  public let contradicting: Int

  /// Looks at places.
  ///
  /// - Parameters:
  ///   - layers: the layers' names.
  ///   - columns: the columns that are read: the place of its layer, and its values.
  ///   - points: where the places lie on the grid; none without a grid.
  ///   - grid: the layers' grid; none of columns.
  ///   - labels: one for each place, or none.
  init(
    layers: [String], columns: [(layer: Int, values: [Double])], points: [SIMD2<Double>]?,
    grid: Grid?, labels: [Double]?
  ) {
    given = columns.first?.values.count ?? 0
    let onGrid = grid.flatMap { grid in points?.map { grid.cell(x: $0.x, y: $0.y) } }
    var lacks = [[Bool]](repeating: [Bool](repeating: false, count: given), count: layers.count)
    for column in columns {
      for (i, value) in column.values.enumerated() where value.isNaN {
        lacks[column.layer][i] = true
      }
    }
    var (outside, leftOut, doubled, contradicting) = (0, 0, 0, 0)
    var missing = [Int](repeating: 0, count: layers.count)
    var first: [SIMD2<Int>: Double] = [:]
    var known: Set<SIMD2<Double>> = []
    for i in 0..<given {
      let isOutside = onGrid.map { $0[i] == nil } ?? false
      let lacking = layers.indices.filter { lacks[$0][i] }
      let label = labels?[i] ?? 0
      if isOutside { outside += 1 } else { for layer in lacking { missing[layer] += 1 } }
      if isOutside || !lacking.isEmpty || label.isNaN {
        leftOut += 1
        continue
      }
      guard let cell = onGrid?[i], let point = points?[i], known.insert(point).inserted else {
        continue
      }
      let place = SIMD2(cell.column, cell.row)
      guard let earlier = first[place] else {
        first[place] = label
        continue
      }
      doubled += 1
      if earlier != label { contradicting += 1 }
    }
    (self.outside, self.leftOut) = (outside, leftOut)
    (self.doubled, self.contradicting) = (doubled, contradicting)
    gaps = zip(layers, missing).filter { $0.1 > 0 }.map { Gap(layer: $0.0, places: $0.1) }
  }

  /// Adds a remark where places were left out.
  func warnOfLeftOut(in environment: any RunEnvironment) {
    guard leftOut > 0 else { return }
    let lie = { (count: Int) in count == 1 ? "1 lies" : "\(count) lie" }
    var reasons: [String] = []
    if outside > 0 { reasons.append("\(lie(outside)) outside the layers") }
    if leftOut > outside, !gaps.isEmpty {
      let named = gaps.map { "“\($0.layer)” \($0.places)" }.joined(separator: ", ")
      let verb = leftOut - outside == 1 ? "has" : "have"
      reasons.append("\(leftOut - outside) \(verb) no value (\(named))")
    }
    environment.warn(
      .placesLeftOut,
      "\(leftOut) of \(given) places \(leftOut == 1 ? "was" : "were") left out"
        + (reasons.isEmpty ? "." : ": \(reasons.joined(separator: ", "))."),
      help: ["Draw points on the cells of these layers, or check that the layers cover the places."]
    )
  }

  /// Adds a remark where places share a cell.
  func warnOfDoubled(in environment: any RunEnvironment) {
    guard doubled > 0 else { return }
    environment.warn(
      .placesInOneCell,
      (doubled == 1 ? "1 place lies" : "\(doubled) places lie")
        + " in a cell of the layers that holds another one already"
        + (contradicting > 0 ? ", \(contradicting) of them with the other label." : "."),
      help: ["Thin the points, keep absences away from landslides, or split by blocks."])
  }
}
