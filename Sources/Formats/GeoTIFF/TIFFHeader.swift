import Rasters

/// The bytes before the cells of a TIFF whose bands lie one after another, row by row, uncompressed.
///
/// - Source: TIFF 6.0 (1992); BigTIFF where the file is larger than 32-bit positions reach; GeoTIFF
///   1.1 (OGC 19-008r4) for the tags taken over.
struct TIFFHeader {
  /// The header, a multiple of the pages in which systems keep files.
  let bytes: [UInt8]

  /// One tag of a directory, its values in the file's byte order.
  private struct Tag {
    var number: UInt16
    var type: UInt16
    var count: Int
    var values: [UInt8]
  }

  private static let page = 4096
  /// How large a strip should be, bytes: readers decode whole ones.
  private static let stripBytes = 1 << 16

  /// Makes the header for a grid; none where the template is not such a file.
  ///
  /// - Parameters:
  ///   - template: a classic little-endian TIFF of the same bands, from which the tags of place,
  ///     coordinate system, names and no data are taken over.
  ///   - grid: where the cells lie.
  ///   - bands: the number of bands.
  init?(_ template: [UInt8], _ grid: Grid, _ bands: Int) {
    guard let taken = Self.tags(of: template) else { return nil }
    let stripRows = max(1, min(grid.rows, Self.stripBytes / (grid.columns * 4)))
    let strips = (grid.rows + stripRows - 1) / stripRows
    // Room for the tags and for both lists of strips, eight bytes each.
    let room = 4096 + taken.reduce(0) { $0 + $1.values.count + 32 } + 16 * strips * bands
    let start = (room + Self.page - 1) / Self.page * Self.page
    let bandBytes = grid.count * 4
    let isBig = start + bands * bandBytes > Int(UInt32.max)
    let position: UInt16 = isBig ? 16 : 4
    var offsets: [Int] = []
    var sizes: [Int] = []
    for band in 0..<bands {
      for strip in 0..<strips {
        let row = strip * stripRows
        offsets.append(start + band * bandBytes + row * grid.columns * 4)
        sizes.append(min(stripRows, grid.rows - row) * grid.columns * 4)
      }
    }
    var tags = [
      Self.tag(256, 4, [grid.columns]), Self.tag(257, 4, [grid.rows]),
      Self.tag(258, 3, [Int](repeating: 32, count: bands)), Self.tag(259, 3, [1]),
      Self.tag(262, 3, [1]), Self.tag(273, position, offsets), Self.tag(277, 3, [bands]),
      Self.tag(278, 4, [stripRows]), Self.tag(279, position, sizes),
      Self.tag(284, 3, [bands > 1 ? 2 : 1]),
      Self.tag(339, 3, [Int](repeating: 3, count: bands)),
    ]
    if bands > 1 { tags.append(Self.tag(338, 3, [Int](repeating: 0, count: bands - 1))) }
    // Private tags: GeoTIFF's and GDAL's.
    tags += taken.filter { $0.number >= 32_768 }
    bytes = Self.file(tags.sorted { $0.number < $1.number }, isBig: isBig, upTo: start)
  }

  private static func tag(_ number: UInt16, _ type: UInt16, _ values: [Int]) -> Tag {
    let size = Self.size(of: type)
    return Tag(
      number: number, type: type, count: values.count,
      values: values.flatMap { little($0, size) })
  }

  private static func file(_ tags: [Tag], isBig: Bool, upTo end: Int) -> [UInt8] {
    let inline = isBig ? 8 : 4
    var result =
      isBig
      ? Array("II".utf8) + little(43, 2) + little(8, 2) + little(0, 2) + little(16, 8)
      : Array("II".utf8) + little(42, 2) + little(8, 4)
    result += little(tags.count, isBig ? 8 : 2)
    var outside: [UInt8] = []
    let first = result.count + tags.count * (isBig ? 20 : 12) + inline
    for tag in tags {
      result += little(Int(tag.number), 2) + little(Int(tag.type), 2) + little(tag.count, inline)
      if tag.values.count <= inline {
        result += tag.values + [UInt8](repeating: 0, count: inline - tag.values.count)
      } else {
        result += little(first + outside.count, inline)
        outside += tag.values
        if outside.count % 2 != 0 { outside.append(0) }
      }
    }
    result += little(0, inline) + outside
    return result + [UInt8](repeating: 0, count: end - result.count)
  }

  /// The tags of the first directory.
  private static func tags(of file: [UInt8]) -> [Tag]? {
    func number(_ offset: Int, _ size: Int) -> Int? {
      guard offset >= 0, offset + size <= file.count else { return nil }
      return (0..<size).reduce(0) { $0 | Int(file[offset + $1]) << (8 * $1) }
    }
    guard file.starts(with: Array("II*\0".utf8)), let directory = number(4, 4),
      let count = number(directory, 2)
    else { return nil }
    var tags: [Tag] = []
    for index in 0..<count {
      let entry = directory + 2 + 12 * index
      guard let name = number(entry, 2), let type = number(entry + 2, 2),
        let values = number(entry + 4, 4)
      else { return nil }
      let bytes = values * size(of: UInt16(type))
      guard let start = bytes <= 4 ? entry + 8 : number(entry + 8, 4), start + bytes <= file.count
      else { return nil }
      tags.append(
        Tag(
          number: UInt16(name), type: UInt16(type), count: values,
          values: Array(file[start..<start + bytes])))
    }
    return tags
  }

  /// The bytes of one value of a type.
  private static func size(of type: UInt16) -> Int {
    switch type {
    case 3, 8: 2
    case 4, 9, 11, 13: 4
    case 5, 10, 12, 16, 17, 18: 8
    default: 1
    }
  }

  private static func little(_ value: Int, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}
