/// The shape of what stands between two layers of a network, as far as it is known before the run.
enum TensorShape: Sendable, Equatable {
  /// Rows and columns of cells, each with channels.
  case cells(height: Int?, width: Int?, channels: Int?)
  /// Steps in a row, each with channels.
  case steps(Int?, channels: Int?)
  /// Plain numbers.
  case vector(Int?)
  /// Not known, after a mistake that is told already.
  case unknown

  /// What a message calls it.
  var text: String {
    switch self {
    case .cells(let height?, let width?, _): "cells, \(height) x \(width)"
    case .cells: "cells"
    case .steps(let length?, _): "a sequence of \(length)"
    case .steps: "a sequence"
    case .vector: "a vector"
    case .unknown: "something unknown"
    }
  }

  static func text(_ number: Int?) -> String { number.map(String.init) ?? "?" }
}

/// The product, where both are known.
func product(_ a: Int?, _ b: Int?) -> Int? {
  guard let a, let b else { return nil }
  let (value, overflow) = a.multipliedReportingOverflow(by: b)
  return overflow ? nil : value
}

/// The sum, where both are known.
func sum(_ a: Int?, _ b: Int?) -> Int? {
  guard let a, let b else { return nil }
  return a + b
}
