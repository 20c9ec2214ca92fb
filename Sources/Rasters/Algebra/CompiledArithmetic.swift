import Glibc
public import Numerics

/// Arithmetic in the order in which it is computed, ready for many cells.
///
/// Computed in double precision and rounded once to `Float`. No data in any layer that the
/// arithmetic names is no data in the result, whatever the function: `0 × no data`, `no data ^ 0`
/// and `false and no data` too. What has no value, such as the logarithm of −1, is no data.
public struct CompiledArithmetic: Sendable {
  private enum Step: Sendable {
    case constant(Double)
    case layer(Int)
    case unary(Arithmetic.Unary)
    case binary(Arithmetic.Binary)
  }

  /// The cells computed at a time: few enough to stay in the processor's first cache.
  private static let chunk = 256

  private let steps: [Step]
  private let depth: Int
  /// How many layers it needs: one more than the largest index.
  public let layerCount: Int

  /// Orders a tree's steps.
  public init(_ tree: Arithmetic) {
    var steps: [Step] = []
    var layers = 0
    func visit(_ node: Arithmetic) -> Int {
      switch node {
      case .constant(let value):
        steps.append(.constant(value))
        return 1
      case .layer(let index):
        precondition(index >= 0, "layer \(index)")
        steps.append(.layer(index))
        layers = Swift.max(layers, index + 1)
        return 1
      case .unary(let function, let operand):
        let depth = visit(operand)
        steps.append(.unary(function))
        return depth
      case .binary(let function, let left, let right):
        let first = visit(left)
        let second = visit(right)
        steps.append(.binary(function))
        return Swift.max(first, second + 1)
      }
    }
    depth = visit(tree)
    self.steps = steps
    layerCount = layers
  }

  /// Computes `count` cells.
  ///
  /// - Parameters:
  ///   - layers: the cells of each layer, `count` of them.
  ///   - count: the number of cells.
  ///   - result: room for `count` cells.
  public func evaluate(
    _ layers: [UnsafePointer<Float>], count: Int, into result: UnsafeMutablePointer<Float>
  ) {
    precondition(layers.count >= layerCount, "\(layers.count) layers of \(layerCount)")
    let room = UnsafeMutablePointer<Double>.allocate(capacity: (depth + 1) * Self.chunk)
    defer { room.deallocate() }
    for start in stride(from: 0, to: count, by: Self.chunk) {
      let n = Swift.min(Self.chunk, count - start)
      // The first row of the room holds 0, or NaN where a layer that is named has no data.
      room.update(repeating: 0, count: n)
      var top = room
      for step in steps {
        switch step {
        case .constant(let value):
          top += Self.chunk
          top.update(repeating: value, count: n)
        case .layer(let index):
          top += Self.chunk
          let cells = layers[index] + start
          for i in 0..<n {
            let value = Double(cells[i])
            top[i] = value
            room[i] = value.isNaN ? .nan : room[i]
          }
        case .unary(let function):
          Self.apply(function, top, n)
        case .binary(let function):
          let right = top
          top -= Self.chunk
          Self.apply(function, top, right, n)
        }
      }
      for i in 0..<n { result[start + i] = room[i].isNaN ? .nan : Float(top[i]) }
    }
  }

  /// Computes one value from one value of each layer.
  public func value(_ layers: [Double]) -> Double {
    if layers.prefix(layerCount).contains(where: \.isNaN) { return .nan }
    var stack: [Double] = []
    for step in steps {
      switch step {
      case .constant(let value): stack.append(value)
      case .layer(let index): stack.append(layers[index])
      case .unary(let function):
        withUnsafeMutablePointer(to: &stack[stack.count - 1]) { Self.apply(function, $0, 1) }
      case .binary(let function):
        var right = stack.removeLast()
        withUnsafeMutablePointer(to: &stack[stack.count - 1]) { left in
          Self.apply(function, left, &right, 1)
        }
      }
    }
    return stack[0]
  }

  private static func apply(
    _ function: Arithmetic.Unary, _ x: UnsafeMutablePointer<Double>, _ n: Int
  ) {
    @inline(__always) func each(_ body: (Double) -> Double) {
      for i in 0..<n { x[i] = body(x[i]) }
    }
    switch function {
    case .negate: each { -$0 }
    case .not: each { $0.isNaN ? .nan : ($0 == 0 ? 1 : 0) }
    case .ln: each { Glibc.log($0) }
    case .log10: each { Glibc.log10($0) }
    case .exp: each { Glibc.exp($0) }
    case .sqrt: each { $0.squareRoot() }
    case .abs: each { Swift.abs($0) }
    case .sin: each { Glibc.sin($0) }
    case .cos: each { Glibc.cos($0) }
    case .tan: each { Glibc.tan($0) }
    case .atan: each { Glibc.atan($0) }
    }
  }

  private static func apply(
    _ function: Arithmetic.Binary, _ x: UnsafeMutablePointer<Double>,
    _ y: UnsafePointer<Double>, _ n: Int
  ) {
    @inline(__always) func each(_ body: (Double, Double) -> Double) {
      for i in 0..<n {
        // One test for both: a sum with NaN is NaN; opposite infinities are tested again.
        let missing = (x[i] + y[i]).isNaN && (x[i].isNaN || y[i].isNaN)
        x[i] = missing ? .nan : body(x[i], y[i])
      }
    }
    switch function {
    case .add: each { $0 + $1 }
    case .subtract: each { $0 - $1 }
    case .multiply: each { $0 * $1 }
    case .divide: each { $0 / $1 }
    case .power: each { Glibc.pow($0, $1) }
    case .min: each { $1 < $0 ? $1 : $0 }
    case .max: each { $1 > $0 ? $1 : $0 }
    case .less: each { $0 < $1 ? 1 : 0 }
    case .lessOrEqual: each { $0 <= $1 ? 1 : 0 }
    case .greater: each { $0 > $1 ? 1 : 0 }
    case .greaterOrEqual: each { $0 >= $1 ? 1 : 0 }
    case .equal: each { $0 == $1 ? 1 : 0 }
    case .notEqual: each { $0 != $1 ? 1 : 0 }
    case .and: each { $0 != 0 && $1 != 0 ? 1 : 0 }
    case .or: each { $0 != 0 || $1 != 0 ? 1 : 0 }
    }
  }
}

/// Computes arithmetic on layers of one grid; see ``CompiledArithmetic`` for the no-data rule.
///
/// - Throws: ``RasterError/gridMismatch(difference:)``, and what readers and writer throw.
public func compute(
  _ arithmetic: Arithmetic, _ layers: [RasterLayer], to writer: any RasterWriter,
  threads: Int = ThreadLimit.current
) throws {
  let compiled = CompiledArithmetic(arithmetic)
  precondition(writer.bands == 1, "\(writer.bands) bands for one result")
  try mapBlocks(layers, to: writer, threads: threads) { block, outputs in
    guard let result = outputs[0].baseAddress else { return }
    compiled.evaluate(
      layers.indices.map { block.origin($0) }, count: block.window.count, into: result)
  }
}
