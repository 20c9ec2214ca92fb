/// Sorts whole numbers by their digits, in linear time.
///
/// Digits of 11 bits, from the lowest; those that all numbers share are passed over.
///
/// - Parameter keys: the numbers; ascending afterwards.
/// - Source: Knuth (1998), The Art of Computer Programming 3, section 5.2.5.
public func radixSort<Key: FixedWidthInteger & UnsignedInteger & Sendable>(_ keys: inout [Key]) {
  guard keys.count > 256 else { return keys.sort() }
  let bits = 11
  let size = 1 << bits
  let digits = (Key.bitWidth + bits - 1) / bits
  var counts = [Int](repeating: 0, count: digits * size)
  counts.withUnsafeMutableBufferPointer { counts in
    for key in keys {
      for digit in 0..<digits {
        counts[digit * size + Int(truncatingIfNeeded: key >> (digit * bits)) & (size - 1)] += 1
      }
    }
  }
  let count = keys.count
  var spare = [Key](repeating: 0, count: count)
  for digit in 0..<digits {
    let tally = counts[digit * size..<(digit + 1) * size]
    if tally.contains(count) { continue }
    var places: [Int] = []
    places.reserveCapacity(size)
    var place = 0
    for found in tally {
      places.append(place)
      place += found
    }
    places.withUnsafeMutableBufferPointer { places in
      spare.withUnsafeMutableBufferPointer { spare in
        keys.withUnsafeBufferPointer { keys in
          for key in keys {
            let value = Int(truncatingIfNeeded: key >> (digit * bits)) & (size - 1)
            spare[places[value]] = key
            places[value] += 1
          }
        }
      }
    }
    swap(&keys, &spare)
  }
}

/// The bits of a number, in the order of the numbers; no number is below all or above all.
@inline(__always)
public func sortableBits(of value: Double) -> UInt64 {
  let bits = value.bitPattern
  return bits >> 63 == 1 ? ~bits : bits | 1 << 63
}

/// The number whose sortable bits these are.
@inline(__always)
public func double(ofSortableBits bits: UInt64) -> Double {
  Double(bitPattern: bits >> 63 == 1 ? bits & ~(1 << 63) : ~bits)
}

/// The bits of a number, in the order of the numbers; no number is below all or above all.
@inline(__always)
public func sortableBits(of value: Float) -> UInt32 {
  let bits = value.bitPattern
  return bits >> 31 == 1 ? ~bits : bits | 1 << 31
}

/// The number whose sortable bits these are.
@inline(__always)
public func float(ofSortableBits bits: UInt32) -> Float {
  Float(bitPattern: bits >> 31 == 1 ? bits & ~(1 << 31) : ~bits)
}
