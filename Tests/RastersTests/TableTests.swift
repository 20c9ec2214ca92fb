import Rasters
import Testing

@Suite struct TableTests {
  private func table(_ text: String) throws(TableError) -> Table {
    try CSVReader.table(Array(text.utf8), file: "t.csv")
  }

  @Test func typesAndMissing() throws {
    let table = try table("id,name,x\n1,a,0.1\n2,\"b, \"\"c\"\"\",NA\n-3e2,,\n")
    #expect(table.rowCount == 3 && table.columns.map(\.name) == ["id", "name", "x"])
    #expect(table["id"]?.numbers == [1, 2, -300])
    #expect(table["name"]?.texts == ["a", "b, \"c\"", nil])
    let x = try table.numbers("x")
    #expect(x[0] == 0.1 && x[1].isNaN && x[2].isNaN)
  }

  @Test func markAndLineEndsMakeNoDifference() throws {
    let plain = try table("a,b\n1,x\n2,y\n")
    #expect(try table("\u{FEFF}a,b\r\n1,x\r\n2,y\r\n") == plain)
    #expect(try table("a,b\n1,x\n2,y") == plain)
    #expect(try table("a,b\n1,x\n2,y\n\n\n") == plain)
    #expect(try table("a,b\r1,x\r2,y") == plain)
  }

  @Test func numbersAreReadToTheNearestDouble() throws {
    let texts = ["0.1", "1e-320", "9007199254740993", "1.7976931348623157e308", ".5", "5.", "+2"]
    let table = try table("x\n" + texts.joined(separator: "\n"))
    #expect(table["x"]?.numbers == texts.map { Double($0) ?? .nan })
  }

  @Test(arguments: ["0x10", "inf", "1,5", "1e", "--1", " 1", "1_000"])
  func notNumbers(_ text: String) throws {
    let table = try table("x\n\"\(text)\"\n")
    #expect(table["x"]?.texts == [text])
    #expect(throws: TableError.notNumbers(file: "t.csv", column: "x", row: 1, found: text)) {
      try table.numbers("x")
    }
  }

  static let faults: [(String, TableError)] = [
    ("", .empty(file: "t.csv")),
    ("a,b\n", .empty(file: "t.csv")),
    ("a,a\n1,2\n", .duplicateColumn(file: "t.csv", name: "a", first: 1, second: 2)),
    ("a,\n1,2\n", .unnamedColumn(file: "t.csv", column: 2)),
    ("a,b\n1,2\n1\n", .raggedRow(file: "t.csv", line: 3, found: 1, expected: 2)),
    ("a,b\n1,2,3\n", .raggedRow(file: "t.csv", line: 2, found: 3, expected: 2)),
    ("a,b\n\"x\ny\",2\n1,\"z\n", .openQuote(file: "t.csv", line: 4, column: 2)),
    ("a,b\n\"x\"y,2\n", .strayQuote(file: "t.csv", line: 2, column: 1)),
    ("a,b\n1,x\"y\n", .strayQuote(file: "t.csv", line: 2, column: 2)),
    ("a;b\n1;2\n", .wrongSeparator(file: "t.csv", found: "semicolons")),
    ("a,b\n1,\0\n", .notText(file: "t.csv", line: 2)),
  ]

  @Test(arguments: faults)
  func faultsNameLineAndColumn(_ text: String, _ fault: TableError) {
    #expect(throws: fault) { try table(text) }
    #expect(!fault.message.isEmpty && !fault.advice.isEmpty)
  }

  @Test func invalidBytes() {
    #expect(throws: TableError.notText(file: "t.csv", line: 3)) {
      try CSVReader.table([0x61, 0x0A, 0x31, 0x0A, 0xFF, 0x0A], file: "t.csv")
    }
  }

  @Test func anyBytesAreReadOrRefused() {
    var state: UInt64 = 42
    let alphabet = Array("a1,\"\n\r.;e-\u{FEFF}é\0".utf8)
    for _ in 0..<3000 {
      var bytes: [UInt8] = []
      for _ in 0..<(state >> 20) % 40 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(alphabet[Int(state >> 33) % alphabet.count])
      }
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      _ = try? CSVReader.table(bytes, file: "t.csv")
    }
  }
}
