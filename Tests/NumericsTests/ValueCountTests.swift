import Numerics
import Testing

@Suite struct ValueCountTests {
  private let numbers: [Float] = {
    var stream = RandomStream(seed: 2, name: "values", purpose: "test")
    return (0..<5000).map { _ in Float((stream.normal() * 300).rounded() / 8) }
  }()

  @Test func countsAgreeWithADictionary() {
    let found = ValueCounts(of: numbers.map(Double.init) + [.nan, .infinity, -.infinity])
    var expected: [Double: Int] = [:]
    for number in numbers { expected[Double(number) + 0, default: 0] += 1 }
    #expect(found.values == expected.keys.sorted())
    #expect(found.counts == found.values.map { expected[$0] })
    #expect(found.total == 5000)
  }

  @Test(arguments: [1, 7, 600, 5000, 100_000])
  func batchesDoNotChangeTheCounts(batch: Int) {
    var tally = ValueTally(limit: 100_000, batch: batch)
    for start in stride(from: 0, to: numbers.count, by: 250) {
      numbers[start..<start + 250].withUnsafeBufferPointer { tally.add($0) }
    }
    #expect(tally.result() == ValueCounts(of: numbers.map(Double.init)))
  }

  @Test func tooManyValuesAreNotCounted() {
    let distinct = Set(numbers.map { $0 + 0 }).count
    for (limit, isCounted) in [(distinct, true), (distinct - 1, false)] {
      for batch in [10, 10_000] {
        var tally = ValueTally(limit: limit, batch: batch)
        numbers.withUnsafeBufferPointer { tally.add($0) }
        #expect((tally.result() != nil) == isCounted)
      }
    }
  }

  @Test func radixSortSorts() {
    var stream = RandomStream(seed: 9, name: "sort", purpose: "test")
    for count in [0, 1, 255, 257, 4000] {
      let keys = (0..<count).map { _ in stream.doubleWord() >> UInt64(stream.integer(below: 60)) }
      var sorted = keys
      radixSort(&sorted)
      #expect(sorted == keys.sorted())
      var halves = keys.map { UInt32(truncatingIfNeeded: $0) }
      radixSort(&halves)
      #expect(halves == keys.map { UInt32(truncatingIfNeeded: $0) }.sorted())
    }
    let signs: [Double] = [-.infinity, -1e300, -1, -1e-300, -0.0, 0, 1e-300, 2, .infinity]
    #expect(signs.map { sortableBits(of: $0) } == signs.map { sortableBits(of: $0) }.sorted())
    #expect(signs.map { double(ofSortableBits: sortableBits(of: $0)) } == signs)
    let small: [Float] = [-.infinity, -3, -0.0, 0, 1e-30, 7]
    #expect(small.map { float(ofSortableBits: sortableBits(of: $0)) } == small)
  }

  /// The exact result in 128-bit whole numbers.
  @Test func doubleDoublesKeepThirtyDigits() {
    let (a, b) = (DoubleDouble.exactDifference(1e16, 1), DoubleDouble.exactDifference(1e16, -1))
    let difference = b - a
    #expect(difference.high == 2 && difference.low == 0)
    let product = a.squared - b.squared
    // (10¹⁶ − 1)² − (10¹⁶ + 1)² = −4 · 10¹⁶
    #expect(product.high == -4e16 && product.low == 0)
    let third = DoubleDouble(1) / 3
    let rest = third * 3 - DoubleDouble(1)
    #expect(abs(rest.high) < 1e-31)
    #expect((a + b).high == 2e16)
  }
}
