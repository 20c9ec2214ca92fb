import Numerics
import Testing

@Suite struct RandomTests {
  /// Known answers: Random123 1.14.0, tests/kat_vectors, lines `philox4x32 10`.
  @Test func philoxGivesTheKnownAnswers() {
    #expect(
      Philox.block(SIMD4(repeating: 0), key: SIMD2(repeating: 0))
        == SIMD4(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8))
    #expect(
      Philox.block(SIMD4(repeating: .max), key: SIMD2(repeating: .max))
        == SIMD4(0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd))
    let counter = SIMD4<UInt32>(0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344)
    #expect(
      Philox.block(counter, key: SIMD2(0xa409_3822, 0x299f_31d0))
        == SIMD4(0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1))
  }

  /// The words that Python 3.11 makes, `philox` being the ten rounds of the paper.
  ///
  ///     m = struct.pack('<Q', 42) + b''.join(struct.pack('<Q', len(t)) + t
  ///         for t in (b'train', b'batch=16', b'split'))
  ///     d = struct.unpack('<8I', hashlib.sha256(m).digest())
  ///     philox([0, 3, d[2], d[3]], [d[0], d[1]]) + philox([1, 3, d[2], d[3]], [d[0], d[1]])
  @Test func streamIsKeyedByWhatItIsFor() {
    func stream() -> RandomStream {
      RandomStream(seed: 42, name: "train", member: "batch=16", purpose: "split", index: 3)
    }
    var words = stream()
    let expected: [UInt32] = [
      0x5b1d_0318, 0x39ae_af1a, 0xf148_08e9, 0x3afe_c20f, 0x90f_5cde, 0x74a_7617,
    ]
    #expect(expected.map { _ in words.word() } == expected)
    var numbers = stream()
    #expect(numbers.uniform() == 0.22532171624617447)
    #expect(numbers.uniform() == 0.2304497994348652)
    var moved = RandomStream(seed: 42, name: "train", member: "batch=16", purpose: "split")
      .at(index: 3)
    #expect(moved.word() == 0x5b1d_0318)
  }

  @Test func partsOfTheKeyAreKeptApart() {
    var firsts = Set<UInt64>()
    for (name, member, purpose) in [
      ("a", "b", "c"), ("ab", "", "c"), ("", "ab", "c"), ("a", "", "bc"), ("b", "a", "c"),
    ] {
      var stream = RandomStream(seed: 1, name: name, member: member, purpose: purpose)
      firsts.insert(stream.doubleWord())
    }
    var other = RandomStream(seed: 2, name: "a", member: "b", purpose: "c")
    firsts.insert(other.doubleWord())
    #expect(firsts.count == 6)
  }

  @Test func integersAreEvenlySpread() {
    var stream = RandomStream(seed: 7, name: "x", purpose: "integers")
    var counts = [Int](repeating: 0, count: 6)
    for _ in 0..<60_000 { counts[stream.integer(below: 6)] += 1 }
    // χ² with 5 degrees of freedom stays below 25.7 with probability 0.9999.
    let chiSquare = counts.map { Double(($0 - 10_000) * ($0 - 10_000)) / 10_000 }.reduce(0, +)
    #expect(chiSquare < 25.7)
    #expect(stream.integer(below: 1) == 0)
    #expect((0..<1 << 62).contains(stream.integer(below: 1 << 62)))
  }

  @Test func uniformsAndNormalsHaveTheirMoments() {
    var stream = RandomStream(seed: 7, name: "x", purpose: "moments")
    let uniforms = (0..<40_000).map { _ in stream.uniform() }
    #expect(uniforms.allSatisfy { (0..<1).contains($0) })
    #expect(abs(mean(of: uniforms) - 0.5) < 4 * 0.2887 / 200)
    let normals = (0..<40_000).map { _ in stream.normal() }
    #expect(abs(mean(of: normals)) < 4.0 / 200)
    #expect(abs(standardDeviation(of: normals, kind: .sample) - 1) < 4 * 0.7071 / 200)
  }

  @Test func permutationsAreEquallyLikely() {
    var stream = RandomStream(seed: 3, name: "x", purpose: "orders")
    var counts: [[Int]: Int] = [:]
    for _ in 0..<24_000 { counts[stream.permutation(of: 4), default: 0] += 1 }
    #expect(counts.count == 24)
    // χ² with 23 degrees of freedom stays below 58.6 with probability 0.9999.
    let chiSquare = counts.values.map { Double(($0 - 1000) * ($0 - 1000)) / 1000 }.reduce(0, +)
    #expect(chiSquare < 58.6)
    var none: [Int] = []
    stream.shuffle(&none)
    #expect(none.isEmpty)
  }
}
