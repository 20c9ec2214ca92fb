import Numerics
import Rasters
import Vocabulary

/// The values of one layer, of all cells or at some places, as far as limits are found from them.
struct ValueSpread {
  private enum Source {
    case cells(RasterLayer, threads: Int)
    case numbers([Double])
  }

  private let source: Source
  private let name: String

  /// Looks at the values of a layer with what was stated or learned for it.
  ///
  /// - Parameters:
  ///   - index: the layer, by its position.
  ///   - stack: the layers.
  ///   - places: where to look; where none are given, at all cells.
  ///   - environment: the run.
  /// - Throws: ``LearningError/noGrid(layers:)`` for a column of places without places,
  ///   ``LearningError/noCompleteRows(given:)``, and what readers throw.
  init(
    of index: Int, in stack: StackValue, at places: PlacesValue?,
    _ environment: any RunEnvironment
  ) throws {
    name = stack.layers[index].name
    let own = stack.selecting([index])
    if let places {
      let samples = try own.sample(at: places, in: environment)
      source = .numbers(Array(samples.features.column(0)))
      return
    }
    guard let layer = try own.cellLayers(in: environment)?.first else {
      throw LearningError.noGrid(layers: [name])
    }
    source = .cells(layer, threads: environment.threads)
  }

  /// The limits of classes that hold equally many values: the smallest, the quantiles, the largest.
  func quantiles(_ count: Int) throws -> [Double] {
    let shares = (0...count).map { Double($0) / Double(count) }
    switch source {
    case .cells(let layer, let threads):
      return try Rasters.quantiles(at: shares, of: layer, threads: threads)
    case .numbers(let numbers): return Numerics.quantiles(of: numbers, at: shares)
    }
  }

  /// The limits of classes of equal width between the smallest value and the largest.
  func equalIntervals(_ count: Int) throws -> [Double] {
    let (low, high): (Double, Double)
    switch source {
    case .cells(let layer, let threads):
      let cells = try summarise(layer, threads: threads)
      guard cells.count > 0 else { throw RasterError.allNoData(what: "“\(name)”") }
      (low, high) = (cells.minimum, cells.maximum)
    case .numbers(let numbers):
      (low, high) = (numbers.min() ?? .nan, numbers.max() ?? .nan)
    }
    return (0...count).map { $0 == count ? high : low + (high - low) * Double($0) / Double(count) }
  }
}
