public import Numerics

/// Ranks drawn from 0..<count without repetition, each order equally likely.
///
/// A shuffle by Durstenfeld of which only the places that moved are kept, so that memory grows with
/// the ranks drawn and not with those there are. The first k ranks are the same however many are
/// drawn after them.
///
/// - Source: Durstenfeld (1964), algorithm 235, doi:10.1145/364520.364540.
public struct RankDraw: Sendable {
  private var moved: [Int: Int] = [:]
  /// How many ranks are left.
  public private(set) var remaining: Int

  /// Prepares to draw from `count` ranks.
  public init(of count: Int) { remaining = count }

  /// The next rank; none where all are drawn.
  public mutating func next(_ stream: inout RandomStream) -> Int? {
    guard remaining > 0 else { return nil }
    let place = stream.integer(below: remaining)
    let last = remaining - 1
    let rank = moved[place] ?? place
    moved[place] = moved[last] ?? last
    moved[last] = nil
    remaining = last
    return rank
  }

  /// The next ranks, as many as there are up to `count`.
  public mutating func next(_ count: Int, _ stream: inout RandomStream) -> [Int] {
    var ranks: [Int] = []
    ranks.reserveCapacity(min(count, remaining))
    while ranks.count < count, let rank = next(&stream) { ranks.append(rank) }
    return ranks
  }
}
