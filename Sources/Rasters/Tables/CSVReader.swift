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

  /// One field: its bytes, and whether it was quoted.
  private struct Field {
    var bytes: [UInt8] = []
    var quoted = false

    var isMissing: Bool {
      guard !quoted else { return false }
      switch bytes.count {
      case 0: return true
      case 2: return bytes.elementsEqual("NA".utf8)
      case 3: return bytes.elementsEqual("NaN".utf8) || bytes.elementsEqual("nan".utf8)
      default: return false
      }
    }
  }

  private mutating func table() throws(TableError) -> Table {
    try checkText()
    guard position < bytes.endIndex else { throw .empty(file: file) }
    let header = try names(try row())
    var builders = header.map { _ in ColumnBuilder() }
    while position < bytes.endIndex {
      if onlyBlanksFollow() { break }
      let start = line
      let fields = try row()
      guard fields.count == header.count else {
        throw .raggedRow(file: file, line: start, found: fields.count, expected: header.count)
      }
      for (index, field) in fields.enumerated() {
        builders[index].append(field.isMissing ? nil : field.bytes)
      }
    }
    guard builders[0].count > 0 else { throw .empty(file: file) }
    let columns = zip(header, builders).map { Table.Column(name: $0, cells: $1.cells) }
    return Table(columns: columns, source: file)
  }

  /// The names of a header, each there and each its own.
  private func names(_ fields: [Field]) throws(TableError) -> [String] {
    let names = fields.map { String(decoding: $0.bytes, as: UTF8.self) }
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

  /// The fields of the next row, past its line end.
  private mutating func row() throws(TableError) -> [Field] {
    var fields: [Field] = []
    while true {
      fields.append(try field(number: fields.count + 1))
      guard position < bytes.endIndex else { return fields }
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: ",") { continue }
      if byte == 0x0D, position < bytes.endIndex, bytes[position] == 0x0A { position += 1 }
      line += 1
      return fields
    }
  }

  /// The next field; ends at a comma, a line end or the end of the text.
  private mutating func field(number: Int) throws(TableError) -> Field {
    var field = Field()
    let quote = UInt8(ascii: "\"")
    if position < bytes.endIndex, bytes[position] == quote {
      field.quoted = true
      let start = line
      position += 1
      while true {
        guard position < bytes.endIndex else {
          throw .openQuote(file: file, line: start, column: number)
        }
        let byte = bytes[position]
        position += 1
        if byte == quote {
          guard position < bytes.endIndex, bytes[position] == quote else { break }
          position += 1
        }
        if byte == 0x0A { line += 1 }
        field.bytes.append(byte)
      }
      guard position == bytes.endIndex || endsField(bytes[position]) else {
        throw .strayQuote(file: file, line: line, column: number)
      }
      return field
    }
    let start = position
    while position < bytes.endIndex, !endsField(bytes[position]) {
      if bytes[position] == quote { throw .strayQuote(file: file, line: line, column: number) }
      position += 1
    }
    field.bytes = Array(bytes[start..<position])
    return field
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

  /// The number that a text is: digits with a point, an exponent and a sign, nothing else.
  static func number(_ text: String) -> Double? {
    var rest = Substring(text).utf8
    func digits() -> Int {
      let count = rest.prefix { $0 >= 0x30 && $0 <= 0x39 }.count
      rest.removeFirst(count)
      return count
    }
    func sign() {
      if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    }
    sign()
    var count = digits()
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      count += digits()
    }
    guard count > 0 else { return nil }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest.removeFirst()
      sign()
      guard digits() > 0 else { return nil }
    }
    return rest.isEmpty ? Double(text) : nil
  }

  /// A column as it grows: numbers until a field is none, texts from then on.
  private struct ColumnBuilder {
    private var numbers: [Double] = []
    private var texts: [String?] = []
    private var isNumeric = true
    /// The fields so far, kept as texts in case that a later one is not a number.
    var count: Int { texts.count }

    mutating func append(_ field: [UInt8]?) {
      let text = field.map { String(decoding: $0, as: UTF8.self) }
      texts.append(text)
      guard isNumeric else { return }
      if let text {
        if let number = CSVReader.number(text) {
          numbers.append(number)
        } else {
          isNumeric = false
          numbers = []
        }
      } else {
        numbers.append(.nan)
      }
    }

    /// The cells; a column with no field at all is of numbers.
    var cells: Table.Cells { isNumeric ? .numbers(numbers) : .texts(texts) }
  }
}
