/// The counter-based generator Philox 4x32 with ten rounds: four words from a counter and a key.
///
/// A bijection of the counter for each key; there is no state, so that any word can be had without
/// those before it.
///
/// - Source: Salmon, Moraes, Dror & Shaw (2011), "Parallel random numbers: as easy as 1, 2, 3",
///   SC11, doi:10.1145/2063384.2063405; checked against the known answers of Random123.
public enum Philox {
  /// The four words for one counter under one key.
  public static func block(_ counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
    var (c0, c1, c2, c3) = (counter.x, counter.y, counter.z, counter.w)
    var (k0, k1) = (key.x, key.y)
    for _ in 0..<10 {
      let a = UInt64(c0) &* 0xD251_1F53
      let b = UInt64(c2) &* 0xCD9E_8D57
      let n0 = UInt32(truncatingIfNeeded: b >> 32) ^ c1 ^ k0
      let n2 = UInt32(truncatingIfNeeded: a >> 32) ^ c3 ^ k1
      c1 = UInt32(truncatingIfNeeded: b)
      c3 = UInt32(truncatingIfNeeded: a)
      c0 = n0
      c2 = n2
      k0 &+= 0x9E37_79B9
      k1 &+= 0xBB67_AE85
    }
    return SIMD4(c0, c1, c2, c3)
  }
}
