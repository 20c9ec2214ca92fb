import Evaluation
import Glibc
import Numerics

/// Natural breaks of made-up numbers: the squares of uniform ones, as floats, in 5 classes.
enum BreaksSubject: Subject {
  static let name = "breaks"
  static let usage = "COUNT [THREADS]"

  static func run(_ arguments: [String]) throws {
    guard (1...2).contains(arguments.count), let count = Int(arguments[0]), count > 0,
      let threads = Int(arguments.count > 1 ? arguments[1] : "\(ThreadLimit.current)"), threads > 0
    else { throw UsageError() }
    // xorshift, so that the peer can make the same numbers.
    var state: UInt64 = 88_172_645_463_325_252
    let numbers = (0..<count).map { _ -> Double in
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      let uniform = Double(state >> 11) / 9_007_199_254_740_992
      return Double(Float(uniform * uniform))
    }
    var found: NaturalBreaks?
    let before = processorSeconds()
    let took = try seconds { found = try NaturalBreaks(of: numbers, classes: 5, threads: threads) }
    let worked = processorSeconds() - before
    tell("breaks", took)
    tell("processor", worked)
    print((found?.largest ?? []).map { "\($0)" }.joined(separator: " "))
  }

  /// The processor time of this program: what others do at the same time changes it little.
  private static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
