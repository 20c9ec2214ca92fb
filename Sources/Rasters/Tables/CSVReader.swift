/// Reads comma-separated values strictly: RFC 4180 with a header, UTF-8, “.” for the decimal point.
///
/// A byte order mark and CRLF make no difference. A field that is empty, `NA`, `NaN` or `nan`,
/// unquoted, is missing. A column is of numbers where all its other fields are decimal numbers,
/// which are read to the nearest double; it is of texts else. Blank lines at the end are passed
/// over; a blank line elsewhere is a row of one missing field.
public struct CSVReader {
  /// The largest file that is read, bytes.
  public static let limit = 1 << 30

  private let bytes: ArraySlice<UInt8>
  private let file: String
  private var position: Int
  private var line = 1

  /// Reads a table from a file.
  ///
  /// - Throws: ``TableError`` naming line and column, and ``RasterError`` where the file fails.
  public static func table(_ file: InputFile) throws -> Table {
    guard file.size <= limit else {
      throw TableError.tooLarge(file: file.name, bytes: file.size, limit: limit)
    }
    return try table(file.bytes(limit: limit), file: file.name)
  }

  /// Reads a table from bytes.
  ///
  /// - Parameters:
  ///   - bytes: the text.
  ///   - file: the name that messages use.
  /// - Returns: the table.
  /// - Throws: ``TableError``, naming line and column.
  public static func table(_ bytes: [UInt8], file: String) throws(TableError) -> Table {
    var reader = CSVReader(bytes, file: file)
    return try reader.table()
  }

  private init(_ bytes: [UInt8], file: String) {
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    self.bytes = mark ? bytes.dropFirst(3) : bytes[...]
    self.file = file
    position = self.bytes.startIndex
  }

  /// One field: where its bytes are, and how they are quoted.
  private struct Field {
    var range: Range<Int>
    var isQuoted = false
    /// Whether quotes stand in it, twice each.
    var hasQuotes = false
  }

  /// Whether a field says that its value is missing.
  private func isMissing(_ field: Field) -> Bool {
    guard !field.isQuoted else { return false }
    switch field.range.count {
    case 0: return true
    case 2: return bytes[field.range].elementsEqual("NA".utf8)
    case 3:
      return bytes[field.range].elementsEqual("NaN".utf8)
        || bytes[field.range].elementsEqual("nan".utf8)
    default: return false
    }
  }

  /// A field's text.
  private func text(_ field: Field) -> String {
    guard field.hasQuotes else { return String(decoding: bytes[field.range], as: UTF8.self) }
    var result: [UInt8] = []
    var wasQuote = false
    for byte in bytes[field.range] {
      wasQuote = byte == UInt8(ascii: "\"") && !wasQuote
      if !wasQuote { result.append(byte) }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private mutating func table() throws(TableError) -> Table {
    try checkText()
    guard position < bytes.endIndex else { throw .empty(file: file) }
    var first: [Field] = []
    try row(into: &first)
    let header = try names(first)
    var columns = [[Field]](repeating: [], count: header.count)
    var fields: [Field] = []
    while position < bytes.endIndex {
      if onlyBlanksFollow() { break }
      let start = line
      fields.removeAll(keepingCapacity: true)
      try row(into: &fields)
      guard fields.count == header.count else {
        throw .raggedRow(file: file, line: start, found: fields.count, expected: header.count)
      }
      for (index, field) in fields.enumerated() {
        columns[index].append(field)
      }
    }
    guard !columns[0].isEmpty else { throw .empty(file: file) }
    return Table(
      columns: zip(header, columns).map { Table.Column(name: $0, cells: cells($1)) }, source: file)
  }

  /// The cells of a column: numbers where all fields that are there are numbers.
  private func cells(_ fields: [Field]) -> Table.Cells {
    var numbers: [Double] = []
    numbers.reserveCapacity(fields.count)
    for field in fields {
      if isMissing(field) {
        numbers.append(.nan)
      } else if let number = DecimalNumber.read(bytes[field.range]) {
        numbers.append(number)
      } else {
        return .texts(fields.map { isMissing($0) ? nil : text($0) })
      }
    }
    return .numbers(numbers)
  }

  /// The names of a header, each there and each its own.
  private func names(_ fields: [Field]) throws(TableError) -> [String] {
    let names = fields.map { text($0) }
    if names.count == 1 {
      for (sign, name) in [(";", "semicolons"), ("\t", "tabs")] where names[0].contains(sign) {
        throw .wrongSeparator(file: file, found: name)
      }
    }
    var first: [String: Int] = [:]
    for (index, name) in names.enumerated() {
      guard !name.isEmpty else { throw .unnamedColumn(file: file, column: index + 1) }
      if let earlier = first[name] {
        throw .duplicateColumn(file: file, name: name, first: earlier + 1, second: index + 1)
      }
      first[name] = index
    }
    return names
  }

  /// Appends the fields of the next row, and goes past its line end.
  private mutating func row(into fields: inout [Field]) throws(TableError) {
    while true {
      fields.append(try field(number: fields.count + 1))
      guard position < bytes.endIndex else { return }
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: ",") { continue }
      if byte == 0x0D, position < bytes.endIndex, bytes[position] == 0x0A { position += 1 }
      line += 1
      return
    }
  }

  /// The next field; ends at a comma, a line end or the end of the text.
  private mutating func field(number: Int) throws(TableError) -> Field {
    let quote = UInt8(ascii: "\"")
    if position < bytes.endIndex, bytes[position] == quote { return try quoted(number: number) }
    let start = position
    while position < bytes.endIndex, !endsField(bytes[position]) {
      if bytes[position] == quote { throw .strayQuote(file: file, line: line, column: number) }
      position += 1
    }
    return Field(range: start..<position)
  }

  /// The next field, which begins with a quote.
  private mutating func quoted(number: Int) throws(TableError) -> Field {
    let quote = UInt8(ascii: "\"")
    let firstLine = line
    position += 1
    let start = position
    var hasQuotes = false
    while true {
      guard position < bytes.endIndex else {
        throw .openQuote(file: file, line: firstLine, column: number)
      }
      let byte = bytes[position]
      position += 1
      if byte == quote {
        guard position < bytes.endIndex, bytes[position] == quote else { break }
        position += 1
        hasQuotes = true
      }
      if byte == 0x0A { line += 1 }
    }
    guard position == bytes.endIndex || endsField(bytes[position]) else {
      throw .strayQuote(file: file, line: line, column: number)
    }
    return Field(range: start..<position - 1, isQuoted: true, hasQuotes: hasQuotes)
  }

  private func endsField(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == 0x0A || byte == 0x0D
  }

  private func onlyBlanksFollow() -> Bool {
    bytes[position...].allSatisfy { $0 == 0x0A || $0 == 0x0D }
      && (bytes[position] == 0x0A || bytes[position] == 0x0D)
  }

  /// Whether the bytes are text: UTF-8 without NUL.
  private func checkText() throws(TableError) {
    if !bytes.contains(0), String(validating: bytes, as: UTF8.self) != nil { return }
    var line = 1
    for part in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if part.contains(0) || String(validating: part, as: UTF8.self) == nil { break }
      line += 1
    }
    throw .notText(file: file, line: line)
  }
}
