public import Vocabulary

/// A number for each class of a layer, by the code of the class.
public struct ClassNumbers: Sendable, Hashable, Codable {
  /// The codes, ascending.
  public let codes: [Double]
  /// The number of each; not a number where a class has none.
  public let numbers: Blob<Double>

  /// Pairs codes and numbers.
  ///
  /// - Precondition: as many numbers as codes, and these ascending.
  public init(codes: [Double], numbers: [Double]) {
    precondition(
      codes.count == numbers.count && zip(codes, codes.dropFirst()).allSatisfy { $0 < $1 },
      "codes \(codes) for \(numbers.count) numbers")
    self.codes = codes
    self.numbers = Blob(numbers)
  }

  func apply(to values: UnsafeMutableBufferPointer<Double>) {
    let numbers = numbers.numbers
    codes.withUnsafeBufferPointer { codes in
      for i in values.indices {
        let place = position(of: values[i], in: codes)
        values[i] = place < 0 ? .nan : numbers[place]
      }
    }
  }
}

/// Where a code stands among ascending codes; −1 where it is none of them.
func position(of code: Double, in codes: UnsafeBufferPointer<Double>) -> Int {
  guard let first = codes.first else { return -1 }
  // Codes mostly follow one another without gaps.
  let guess = code - first
  if guess >= 0, guess < Double(codes.count), codes[Int(guess)] == code { return Int(guess) }
  var (low, high) = (0, codes.count)
  while low < high {
    let middle = (low + high) / 2
    if codes[middle] < code { low = middle + 1 } else { high = middle }
  }
  return low < codes.count && codes[low] == code ? low : -1
}
