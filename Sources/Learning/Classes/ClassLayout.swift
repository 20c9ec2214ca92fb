import Numerics
import Rasters

/// Which columns of a stack of classes say of which class a row is.
///
/// A layer of classes is one column of codes, or as dummies one yes-or-no column for each class.
public struct ClassLayout: Sendable, Hashable, Codable {
  /// One layer.
  public struct Layer: Sendable, Hashable, Codable {
    /// The layer's name.
    public let name: String
    /// The names of its classes, in the order of their codes.
    public let labels: [String]
    /// The codes of the classes, ascending.
    public let codes: [Double]
    /// The first of its columns.
    let first: Int
    /// Whether each class has a column.
    let isDummies: Bool

    /// The number of classes.
    public var count: Int { labels.count }
  }

  /// The layers, in order.
  public let layers: [Layer]

  /// Looks up the classes of each layer of a stack.
  ///
  /// - Throws: ``LearningError/notInClasses(layer:)``.
  init(of stack: StackValue) throws(LearningError) {
    var layers: [Layer] = []
    for (index, layer) in stack.layers.enumerated() {
      let columns = stack.columns.indices.filter { stack.columns[$0].layer == index }
      guard let first = columns.first else { continue }
      let (labels, codes, isDummies) = try ClassLayout.classes(of: layer, stack.columns[first])
      layers.append(
        Layer(name: layer.name, labels: labels, codes: codes, first: first, isDummies: isDummies))
    }
    self.layers = layers
  }

  private static func classes(
    of layer: StackValue.Layer, _ column: StackValue.Column
  ) throws(LearningError) -> (labels: [String], codes: [Double], isDummies: Bool) {
    if let classes = layer.classes, column.className != nil, column.steps.isEmpty {
      return (layer.labels(of: classes), StackValue.codes(of: classes), true)
    }
    if case .binned(let bins)? = column.steps.last {
      return (bins.labels, (1...bins.count).map(Double.init), false)
    }
    if column.steps.isEmpty, layer.isNominal, case .raster(let raster) = layer.source,
      let codes = raster.first.codes
    {
      return (layer.labels(of: codes.map { "\($0)" }), codes.map(Double.init), false)
    }
    throw .notInClasses(layer: layer.name)
  }

  /// The class of each row in one layer, counted from 0; −1 where it has none.
  ///
  /// - Parameters:
  ///   - layer: the layer, by its position.
  ///   - features: all columns of the stack.
  /// - Returns: one number for each row.
  func classes(of layer: Int, in features: Matrix) -> [Int32] {
    let facts = layers[layer]
    let n = features.rows
    return features.elements.withUnsafeBufferPointer { elements in
      facts.codes.withUnsafeBufferPointer { codes in
        [Int32](unsafeUninitializedCapacity: n) { found, count in
          for i in 0..<n {
            var index: Int32 = -1
            if facts.isDummies {
              for number in 0..<codes.count where elements[(facts.first + number) * n + i] == 1 {
                index = Int32(number)
              }
            } else {
              index = Int32(position(of: elements[facts.first * n + i], in: codes))
            }
            found.initializeElement(at: i, to: index)
          }
          count = n
        }
      }
    }
  }
}

extension StackValue.Layer {
  /// The names of classes: those that the raster has for their codes, else the codes.
  fileprivate func labels(of classes: [String]) -> [String] {
    guard case .raster(let raster) = source, let labels = raster.first.labels,
      let codes = raster.first.codes, labels.count == codes.count
    else { return classes }
    let names = Dictionary(
      zip(codes.map { "\($0)" }, labels), uniquingKeysWith: { first, _ in first })
    return classes.map { names[$0] ?? $0 }
  }
}
