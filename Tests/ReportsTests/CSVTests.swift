import Foundation
import Reports
import Testing
import Vocabulary

/// Tables as CSV, read back with Python's `csv`.
@Suite struct CSVTests {
  private static let numbers: [Double] = [
    0.1 + 0.2, 1 / 3, -2.5e-300, 1e22, .leastNonzeroMagnitude, .greatestFiniteMagnitude,
    123_456_789, -0.5, 0,
  ]

  private static let table = DisplayTable(
    columns: [
      .text("Model, \"best\""), .number("Area", unit: "km2"),
      .number("landslide", under: "Predicted"), .number("landslide", under: "Predicted"),
      .text("=SUM(A1)"),
    ],
    rows: [
      [
        .text("a,b"), .number(0.1 + 0.2, decimals: 2), .number(7, decimals: 0), .empty,
        .text("=1+1"),
      ],
      [
        .text("a \"q\"\r\nb"), .number(.nan, decimals: 2), .number(.infinity, decimals: 0),
        .number(-.infinity, decimals: nil), .text("-1.5"),
      ],
      [.text("größe"), .empty, .empty, .empty, .text("@x")],
      [.text(""), .number(-5, decimals: 1), .empty, .empty, .text("\tx")],
    ])

  @Test func theBytesAreThoseOfTheStandard() {
    #expect(
      Self.table.csv
        == [
          "\"Model, \"\"best\"\"\",Area (km2),Predicted: landslide,Predicted: landslide (2),'=SUM(A1)",
          "\"a,b\",0.30000000000000004,7,,'=1+1",
          "\"a \"\"q\"\"\r\nb\",nan,inf,-inf,-1.5", "größe,,,,'@x", ",-5,,,'\tx", "",
        ].joined(separator: "\r\n"))
  }

  @Test func pythonReadsTheSameBits() throws {
    let table = DisplayTable(
      columns: [.number("x")], rows: Self.numbers.map { [.number($0, decimals: 1)] })
    let found = try Self.python(
      """
      from csv import reader
      from struct import pack
      from sys import argv
      rows = list(reader(open(argv[1], newline='', encoding='utf-8'), strict=True))
      print(' '.join(pack('>d', float(r[0])).hex() for r in rows[1:]))
      """, table.csv)
    #expect(
      found.split(separator: " ").map { UInt64($0, radix: 16) } == Self.numbers.map(\.bitPattern))
  }

  @Test func pythonReadsTheSameTexts() throws {
    let found = try Self.python(
      """
      from csv import reader
      from sys import argv
      rows = list(reader(open(argv[1], newline='', encoding='utf-8'), strict=True))
      print([len(r) for r in rows], rows[0][0], repr(rows[2][0]), rows[3][0], rows[1][4])
      """, Self.table.csv)
    #expect(
      found == #"[5, 5, 5, 5, 5] Model, "best" 'a "q"\r\nb' größe '=1+1"#)
  }

  /// What Python prints of a file with this text.
  private static func python(_ program: String, _ text: String) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).csv")
    try text.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = ["-c", program, file.path]
    process.environment = ["PYTHONIOENCODING": "utf-8"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .newlines)
  }
}
