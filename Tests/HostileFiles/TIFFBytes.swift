/// A TIFF written tag by tag, which can say of itself whatever a test wants it to.
public struct TIFFBytes {
  /// The values of a tag.
  public enum Values {
    case short([Int])
    case long([Int])
    case long8([Int])
    case double([Double])
    case text(String)
    /// Values that lie elsewhere: a type, a count and a position of which nothing is true.
    case stated(type: Int, count: Int, at: Int)
  }

  /// The tags by their number.
  public var tags: [Int: Values]
  /// What follows the directory: the cells.
  public var cells: [UInt8]
  /// The tag that tells where the cells begin.
  public var place = 273
  /// Where the next directory is; 0 for none.
  public var next = 0

  /// The system of the made-up areas.
  public static let system = 32_717

  /// A raster of one band of `Float32`, little-endian, in one strip.
  ///
  /// - Parameters:
  ///   - columns: the cells of a row.
  ///   - rows: the rows.
  ///   - cell: the width of a cell, in the system's unit.
  ///   - west: the west edge.
  ///   - north: the north edge.
  ///   - epsg: the system's code; none for a file that does not say it.
  ///   - noData: the value declared to stand for no data, as it is spelled.
  ///   - value: the value of the cell in a column and a row.
  public init(
    _ columns: Int = 20, _ rows: Int = 20, cell: Double = 10, west: Double = 500_000,
    north: Double = 9_500_200, epsg: Int? = TIFFBytes.system, noData: String? = nil,
    value: (_ column: Int, _ row: Int) -> Float = { Float(100 + ($0 * 7 + $1 * 3) % 50) }
  ) {
    cells = (0..<rows).flatMap { row in
      (0..<columns).flatMap { Self.little(Int(value($0, row).bitPattern), 4) }
    }
    tags = [
      256: .long([columns]), 257: .long([rows]), 258: .short([32]), 259: .short([1]),
      262: .short([1]), 277: .short([1]), 278: .long([rows]), 279: .long([cells.count]),
      284: .short([1]), 339: .short([3]), 33_550: .double([cell, cell, 0]),
      33_922: .double([0, 0, 0, west, north, 0]),
    ]
    if let epsg {
      let isGeographic = (4000..<5000).contains(epsg)
      tags[34_735] = .short([
        1, 1, 0, 3, 1024, 0, 1, isGeographic ? 2 : 1, 1025, 0, 1, 1, isGeographic ? 2048 : 3072, 0,
        1, epsg,
      ])
    }
    if let noData { tags[42_113] = .text(noData) }
  }

  /// The same with other values of a tag; none takes the tag away.
  public func with(_ tag: Int, _ values: Values?) -> TIFFBytes {
    var other = self
    other.tags[tag] = values
    return other
  }

  /// The file.
  public var bytes: [UInt8] {
    var all = tags
    if all[place] == nil { all[place] = .long([0]) }
    let sorted = all.sorted { $0.key < $1.key }
    var outside: [UInt8] = []
    let first = 8 + 2 + 12 * sorted.count + 4
    let outsideCount = sorted.reduce(0) { sum, tag in
      let count = Self.encoded(tag.value).bytes.count
      return sum + (count > 4 ? count + count % 2 : 0)
    }
    var result = Array("II".utf8) + Self.little(42, 2) + Self.little(8, 4)
    result += Self.little(sorted.count, 2)
    for (number, values) in sorted {
      let isPlace = number == place && tags[place] == nil
      let (type, count, bytes) = Self.encoded(isPlace ? .long([first + outsideCount]) : values)
      result += Self.little(number, 2) + Self.little(type, 2) + Self.little(count, 4)
      if bytes.count <= 4 {
        result += bytes + [UInt8](repeating: 0, count: 4 - bytes.count)
      } else {
        result += Self.little(first + outside.count, 4)
        outside += bytes + [UInt8](repeating: 0, count: bytes.count % 2)
      }
    }
    return result + Self.little(next, 4) + outside + cells
  }

  /// The TIFF of 146 bytes that says of itself that it is one tile of 50000 x 50000 bytes.
  public static let hugeTile: [UInt8] = {
    var tiff = TIFFBytes(0, 0)
    tiff.tags = [
      256: .long([50_000]), 257: .long([50_000]), 258: .short([8]), 259: .short([8]),
      262: .short([1]), 277: .short([1]), 322: .long([50_000]), 323: .long([50_000]),
      325: .long([12]),
    ]
    tiff.place = 324
    tiff.cells = [UInt8](repeating: 0, count: 12)
    return tiff.bytes
  }()

  /// The values of a tag of shorts or longs in a little-endian file; none where it lacks the tag.
  public static func values(of tag: Int, in file: [UInt8]) -> [Int]? {
    func number(_ offset: Int, _ size: Int) -> Int {
      (0..<size).reduce(0) { $0 | Int(file[offset + $1]) << (8 * $1) }
    }
    let directory = number(4, 4)
    let entries = (0..<number(directory, 2)).map { directory + 2 + 12 * $0 }
    guard let entry = entries.first(where: { number($0, 2) == tag }) else { return nil }
    let size = number(entry + 2, 2) == 3 ? 2 : 4
    let count = number(entry + 4, 4)
    let start = count * size <= 4 ? entry + 8 : number(entry + 8, 4)
    return (0..<count).map { number(start + $0 * size, size) }
  }

  private static func encoded(_ values: Values) -> (type: Int, count: Int, bytes: [UInt8]) {
    switch values {
    case .short(let list): (3, list.count, list.flatMap { little($0, 2) })
    case .long(let list): (4, list.count, list.flatMap { little($0, 4) })
    case .long8(let list): (16, list.count, list.flatMap { little($0, 8) })
    case .double(let list):
      (12, list.count, list.flatMap { little(Int(bitPattern: UInt($0.bitPattern)), 8) })
    case .text(let text): (2, text.utf8.count + 1, Array(text.utf8) + [0])
    case .stated(let type, let count, let at): (type, count, little(at, 4))
    }
  }

  private static func little(_ value: Int, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}
