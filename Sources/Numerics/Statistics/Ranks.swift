/// The order that sorts some numbers ascending; equal numbers keep their order.
///
/// - Parameter values: the numbers, none of them not a number.
/// - Returns: the positions of the smallest, the next, … the largest.
public func ascendingOrder(of values: [Double]) -> [Int] {
  var keyed: [(value: Double, index: Int)] = []
  keyed.reserveCapacity(values.count)
  for (i, value) in values.enumerated() { keyed.append((value, i)) }
  keyed.sort { $0.value < $1.value || ($0.value == $1.value && $0.index < $1.index) }
  return keyed.map(\.index)
}

/// The ranks of some numbers, from one; equal numbers share the mean of their ranks.
///
/// - Parameter values: the numbers, none of them not a number.
/// - Returns: one rank for each number, in the order given.
public func midranks(of values: [Double]) -> [Double] {
  let order = ascendingOrder(of: values)
  var ranks = [Double](repeating: 0, count: values.count)
  var first = 0
  while first < order.count {
    var end = first + 1
    while end < order.count && values[order[end]] == values[order[first]] { end += 1 }
    let shared = Double(first + 1 + end) / 2
    for i in first..<end { ranks[order[i]] = shared }
    first = end
  }
  return ranks
}
