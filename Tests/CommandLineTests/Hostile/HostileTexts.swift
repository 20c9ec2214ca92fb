/// Notebooks whose text alone is hostile: nothing runs, and the message has line and column.
enum HostileTexts {
  private static func times(_ count: Int, _ text: String) -> String {
    String(repeating: text, count: count)
  }

  static let all: [HostileCase] = [
    .bytes("invalid UTF-8", Array("ab\ncd".utf8) + [0xFF, 0x0A], ["E001"], at: "2:3"),
    .bytes(
      "a letter cut short", Array("```{scarp}\na = 1 # ".utf8) + [0xE2, 0x82], ["E001"], at: "2:9"),
    .bytes("UTF-16", [0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00], ["E001"], at: "1:1"),
    .bytes("overlong", Array("a".utf8) + [0xC0, 0xAF], ["E001"], at: "1:2"),
    .bytes("a surrogate", Array("a\n".utf8) + [0xED, 0xA0, 0x80], ["E001"], at: "2:1"),
    .text("NUL", "a\n\u{0}b\n", "E002", at: "2:1"),
    .text("a lone carriage return", "a\rb\n", "E002", at: "1:2"),
    .text("an escape for the terminal", "a\u{1B}[2J\n", "E002", at: "1:2"),
    .text("an open fence", "text\n\n```{scarp}\na = 1\n", "E005", at: "3:1"),
    .text("open front matter", "---\ntitle: a\n", "E007", at: "1:1"),
    .text("a cell in a list", "- ```{scarp}\n  a = 1\n  ```\n", "E006", at: "1:3"),
    .text("deep quotations", times(200, "> ") + "a\n", "E004", at: "1:"),
    .text(
      "deep lists", (0..<200).map { times($0, "  ") + "- a\n" }.joined(), "E004", at: ""),
    .text("a line of 1 MB", "a\n\n" + times(1 << 20, "b") + "\n", "E003", "1048576", at: "3:1"),
    .text("a file of 5 MB", times(5 << 19, "a\n"), "E003", "5242880", at: nil),
    .text("brackets", times(10_000, "[") + "\n", "E003", at: "1:1"),
    .text("a table of 5000 columns", times(5000, "| a ") + "\n", "E003", at: "1:1"),
    .text(
      "aliases in the front matter", "---\ntitle: &a [b, b]\nauthor: *a\n---\n", "E008",
      at: "2:8"),
    .text("a tag of YAML", "---\ntitle: !!python/object x\n---\n", "E008", at: "2:8"),
    .text(
      "deep front matter", "---\ntitle: \(times(5000, "["))\n---\n", "E008", at: "2:"),
    .text("a merge key", "---\n<<: {title: a}\n---\n", "E009", at: "2:1"),
    .text("a seed beyond its bits", "---\nseed: 18446744073709551616\n---\n", "E011", at: "2:7"),
    .cell("a cycle of two", "a = b + 1\nb = a + 1", "used before", at: "2:5"),
    .cell("a cycle of one", "a = a + 1", "a", at: "2:5"),
    .cell("deep brackets", "a = \(times(900, "("))1\(times(900, ")"))", "64 deep", at: "2:"),
    .cell("many minuses", "a = \(times(900, "-"))1", "64 deep", at: "2:"),
    .cell("a chain of powers", "a = 2\(times(900, "^2"))", "64 deep", at: "2:"),
    .cell("a long sum", "a = 1\(times(900, " + 1"))", "256", at: "2:"),
    .cell("a long phrase", "check \(times(1500, "mean of "))a is 1", "2000", at: "2:1"),
    .cell("a long line of a block", "bin a\n  \(times(3000, "a, "))a", "2000", at: ""),
    .text("a long quantity", "`{scarp} \(times(1500, "mean of "))a`\n", "2000", at: "1:"),
    .cell("a sum of a whole line", "a = 1\(times(1500, " + 1"))", "2000", at: "2:"),
    .cell("a long path", "a = 1\nb = a\(times(60_000, ".a")) + 1", at: "3:"),
    .cell("a long list", "b = stack of a\(times(60_000, ", a"))", at: "2:"),
    .cell("a long product of powers", "a = 2\(times(5000, " * (2 ^ 2)"))", at: "2:"),
    .bytes(
      "many mistakes", Array(times(8000, "a\u{1}b\n").utf8), ["E002"], at: "1:2"),
    .cell("many unknown words", times(1500, "slpoe of dem\n"), "E114", "and 1000 more", at: "2:1"),
    .cell("an open quote", "a = read raster \"x", at: "2:17"),
    .cell("a number beyond all", "a = 1e999", at: "2:5"),
    .cell(
      "a deep block", "net n\n" + (1...40).map { times($0, "  ") + "dense 4\n" }.joined(),
      at: ""),
    .cell("an unknown word", "a = slpoe of dem in degrees", "E114", "slope", at: "2:5"),
    .cell("a name twice", "a = 1\na = 2", "a", at: "3:1"),
    .cell("a name of 100 kB", "\(times(100_000, "a")) = 1 +", at: "2:"),
  ]

  /// What is unusual and yet right: both verbs say 0.
  static let harmless: [(name: String, notebook: [UInt8])] = [
    ("nothing", []),
    ("a name of no letters", Array("```{scarp}\n\u{1F4A9} = 1\n```\n".utf8)),
    ("a byte order mark alone", [0xEF, 0xBB, 0xBF]),
    ("a line end alone", [0x0A]),
    ("an empty cell", Array("```{scarp}\n```\n".utf8)),
    ("CRLF", Array("---\r\ntitle: a\r\n---\r\n\r\n```{scarp}\r\na = 1\r\n```\r\n".utf8)),
    ("no line end at the end", Array("```{scarp}\na = 1\n```".utf8)),
    ("20000 paragraphs", Array(times(20_000, "a *b* `c`\n\n").utf8)),
    ("a title of 50 kB", Array("---\ntitle: \(times(50_000, "a"))\n---\n".utf8)),
    ("combining marks", Array("a\(times(20_000, "\u{301}"))\n".utf8)),
  ]
}
