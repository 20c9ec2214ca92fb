import Glibc

/// A comma-separated table of the reference data, read plainly: a header and numbers.
public struct ReferenceTable: Sendable {
  /// Why a table could not be read.
  public struct Unreadable: Error, CustomStringConvertible {
    /// What to do about it.
    public let description: String

    /// Says what cannot be read.
    public init(description: String) { self.description = description }
  }

  private let columns: [String: [Double]]
  /// The number of rows.
  public let count: Int

  /// Reads a table beneath the folder of the reference data: the environment variable SCARP_DATA,
  /// or `../shared/data` beside the package.
  public init(_ path: String) throws {
    let whole = ReferenceTable.root + "/" + path
    guard let file = fopen(whole, "r") else {
      throw Unreadable(
        description: "The tests need \(whole); set SCARP_DATA to the folder of the data.")
    }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = fread(&buffer, 1, buffer.count, file)
      if got == 0 { break }
      bytes += buffer[..<got]
    }
    var (names, values, rows) = ([String](), [[Double]](), 0)
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      if names.isEmpty {
        names = fields.map { String(decoding: $0, as: UTF8.self) }
        values = names.map { _ in [] }
        continue
      }
      rows += 1
      for (j, field) in fields.enumerated() {
        values[j].append(Double(String(decoding: field, as: UTF8.self)) ?? .nan)
      }
    }
    columns = Dictionary(uniqueKeysWithValues: zip(names, values))
    count = rows
  }

  /// The values of a column.
  public func column(_ name: String) throws -> [Double] {
    guard let column = columns[name] else {
      throw Unreadable(description: "There is no column \(name).")
    }
    return column
  }

  /// The values of some columns.
  public func columns(_ names: [String]) throws -> [[Double]] {
    try names.map { try column($0) }
  }

  /// The folder of the reference data.
  public static let root: String = {
    if let stated = getenv("SCARP_DATA") { return String(cString: stated) }
    let parts = #filePath.split(separator: "/").dropLast(4)
    return "/" + parts.joined(separator: "/") + "/shared/data"
  }()
}
