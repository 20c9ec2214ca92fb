public import Vocabulary

/// A value of which `count of X` tells how many things it holds.
public protocol Countable: Value {
  /// How many.
  var count: Int { get }

  /// How many lie in something else: `count of slides in regions`.
  ///
  /// - Throws: a fault where the question has no meaning.
  func count(in other: any Value) throws -> Int
}

extension Countable {
  /// Nothing can be counted in this value but by itself.
  public func count(in other: any Value) throws -> Int {
    throw RasterError.outOfRange(
      what: "“in” of a count", found: type(of: other).kind.phrase,
      expected: "areas, or places that the value knows")
  }
}

/// A value of which `area of X` tells the area: areas, and zones by class.
public protocol Measurable: Value {
  /// The area, m²; of one class where one is named.
  ///
  /// - Throws: a fault where there is no such class, or where coordinates are degrees.
  func area(of label: String?, in environment: any RunEnvironment) throws -> Double
}

/// A value that `clip X to AREAS` can cut.
public protocol Clippable: Value {
  /// The value with no data outside areas; the areas are in its coordinate system.
  ///
  /// - Parameters:
  ///   - areas: where data stay.
  ///   - environment: the run, whose payload “cells” it may write.
  /// - Returns: a value of the same type.
  /// - Throws: a fault of the data.
  func clipped(
    to areas: FeatureCollection, in environment: any RunEnvironment
  ) throws -> any Value

  /// The coordinate system that areas must be in.
  var clipSystem: CoordinateSystem { get }
}

extension RasterValue: Countable {
  /// The cells with data; of several layers, those of the first.
  public var count: Int { first.statistics.count }
}

/// A value that knows how many of something else it holds: `count of slides in train`, where the
/// places were labelled from the slides.
public protocol Inventory: Value {
  /// How many.
  ///
  /// - Parameters:
  ///   - part: the value that is counted.
  ///   - name: the name by which the notebook calls it.
  /// - Returns: the number.
  /// - Throws: a fault where the value does not know.
  func count(of part: any Value, called name: String) throws -> Int
}
