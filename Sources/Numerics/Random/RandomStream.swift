/// A stream of random numbers that belongs to one purpose of one named value of a study.
///
/// Its numbers follow from the seed, the defined name, the member's coordinates, the purpose and
/// the index alone: a statement put in elsewhere, another thread count or another order of work
/// changes none of them.
///
///     digest  = SHA-256(seed, name, member, purpose)
///     key     = words 0 and 1 of the digest
///     counter = (block, index, word 2, word 3 of the digest)
///
/// The seed counts eight bytes, little endian; each text is preceded by its length in eight such
/// bytes, so that no two quadruples are written alike; words are little endian.
public struct RandomStream: Sendable {
  private let key: SIMD2<UInt32>
  private let fixed: SIMD2<UInt32>
  private let index: UInt32
  private var block: UInt32 = 0
  private var words = SIMD4<UInt32>()
  private var used = 4

  /// Creates the stream of one purpose.
  ///
  /// - Parameters:
  ///   - seed: the seed of the study.
  ///   - name: the name that the statement defines.
  ///   - member: the coordinates of the member of a family, empty where there is no family.
  ///   - purpose: what the numbers are for, such as `split`.
  ///   - index: the number of the draw, such as a fold or an epoch.
  public init(seed: UInt64, name: String, member: String = "", purpose: String, index: UInt32 = 0) {
    var message: [UInt8] = []
    func append(_ value: UInt64) {
      for shift in stride(from: UInt64(0), to: 64, by: 8) {
        message.append(UInt8(truncatingIfNeeded: value >> shift))
      }
    }
    append(seed)
    for text in [name, member, purpose] {
      append(UInt64(text.utf8.count))
      message += text.utf8
    }
    let digest = SHA256.words(of: message).map(\.byteSwapped)
    key = SIMD2(digest[0], digest[1])
    fixed = SIMD2(digest[2], digest[3])
    self.index = index
  }

  private init(key: SIMD2<UInt32>, fixed: SIMD2<UInt32>, index: UInt32) {
    self.key = key
    self.fixed = fixed
    self.index = index
  }

  /// The stream of the same purpose with another index, from its beginning.
  public func at(index: UInt32) -> RandomStream {
    RandomStream(key: key, fixed: fixed, index: index)
  }

  /// The next 32 random bits.
  public mutating func word() -> UInt32 {
    if used == 4 {
      words = Philox.block(SIMD4(block, index, fixed.x, fixed.y), key: key)
      block += 1
      used = 0
    }
    defer { used += 1 }
    return words[used]
  }

  /// The next 64 random bits, the first word being the lower half.
  public mutating func doubleWord() -> UInt64 {
    let low = UInt64(word())
    return low | UInt64(word()) << 32
  }

  /// The next number of 0..<1: 53 random bits over 2⁵³.
  public mutating func uniform() -> Double {
    Double(doubleWord() >> 11) * 0x1p-53
  }

  /// The next whole number of 0..<bound, each equally likely.
  ///
  /// - Source: Lemire (2019), "Fast random integer generation in an interval", algorithm 5,
  ///   doi:10.1145/3230636.
  public mutating func integer(below bound: Int) -> Int {
    precondition(bound >= 1, "a random number below \(bound)")
    let range = UInt64(bound)
    var product = doubleWord().multipliedFullWidth(by: range)
    if product.low < range {
      let threshold = (0 &- range) % range
      while product.low < threshold { product = doubleWord().multipliedFullWidth(by: range) }
    }
    return Int(product.high)
  }

  /// The next number of the standard normal distribution, by inversion: one uniform each.
  public mutating func normal() -> Double {
    // The middle of the interval that 53 bits name, so that neither 0 nor 1 is inverted.
    NormalDistribution.quantile((Double(doubleWord() >> 12) + 0.5) * 0x1p-52)
  }

  /// Puts the elements of an array in a random order, each order equally likely.
  ///
  /// - Source: Durstenfeld (1964), algorithm 235, doi:10.1145/364520.364540.
  public mutating func shuffle<Element>(_ array: inout [Element]) {
    var i = array.count - 1
    while i > 0 {
      array.swapAt(i, integer(below: i + 1))
      i -= 1
    }
  }

  /// The numbers 0..<count in a random order, each order equally likely.
  public mutating func permutation(of count: Int) -> [Int] {
    var order = Array(0..<count)
    shuffle(&order)
    return order
  }
}
