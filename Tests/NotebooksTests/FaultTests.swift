import Diagnostics
import Notebooks
import Testing

@Suite struct FaultTests {
  private func read(_ text: String) -> Notebook.Reading {
    Notebook.read(bytes: Array(text.utf8), name: "test.md")
  }

  /// Each text with the codes it raises and the words that each one marks.
  @Test(arguments: [
    ("---\nsede: 1\n---\n", ["E009 sede"]),
    ("---\nseed: 1\nseed: 2\n---\n", ["E010 seed"]),
    ("---\ntoc: maybe\nseed: -1\n---\n", ["E011 maybe", "E011 -1"]),
    ("---\nseed: 18446744073709551616\n---\n", ["E011 18446744073709551616"]),
    ("---\nseed: 18446744073709551615\n---\n", []),
    ("---\nseed: \"1\"\n---\n", ["E011 \"1\""]),
    ("---\nscarp: 2\n---\n", ["E012 2"]),
    ("---\ntitle: [a, b]\n---\n", ["E011 [a, b]"]),
    ("---\ntitle:\n---\n", ["E011 "]),
    ("---\nlang: \"en\\\" onload=x\"\n---\n", ["E011 \"en\\\" onload=x\""]),
    ("---\nauthor: [Ada, Bob]\nprofiles:\n  quick: {length: 5}\n---\n", []),
    ("---\nprofiles: quick\n---\n", ["E011 quick"]),
    ("---\nprofiles:\n  quick: {length: [1]}\n---\n", ["E011 [1]"]),
    ("---\ntitle: a: b\n---\n", ["E008 "]),
    ("---\ntitle: &a b\n---\n", ["E008 &a b"]),
    ("---\ntitle: *a\n---\n", ["E008 *a"]),
    ("---\n- a\n---\n", ["E008 - a\n"]),
    ("---\ntitle: a\n", ["E007 ---"]),
    ("---\n---\n", []),
    ("Text without front matter.\n", []),
    ("```{scarp}\na = 1\n", ["E005 ```{scarp}"]),
    ("```text\na = 1\n", ["E005 ```text"]),
    ("- ```{scarp}\n  a\n  ```\n", ["E006 ```{scarp}"]),
    (" ```scarp\n a\n ```\n", ["E006 ```scarp"]),
    ("```{scrap}\na\n```\n", ["W002 ```{scrap}"]),
    ("```scrap\na\n```\n", ["W002 ```scrap"]),
    ("```{python}\na\n```\n", ["W002 ```{python}"]),
    ("```python\na\n```\n", []),
    ("Value `{scrap} n`.\n", ["W002 {scrap} n"]),
    (
      "```{scarp}\n#| ecoh: false\n#| echo: no\n#| fold\n```\n",
      ["E013 ecoh", "E014 no", "E013 #| fold"]
    ),
    ("```{scarp}\n#| echo: true\n#| echo: true\n```\n", ["E013 echo"]),
    ("```{scarp}\na = 1\n#| echo: true\n```\n", ["E015 #| echo: true"]),
    ("```{scarp}\n#| label: a\n```\n\n```{scarp}\n#| label: a\n```\n", ["E016 a"]),
    ("# A {#sec-a}\n\n# B {#sec-a}\n", ["E017 # B {#sec-a}"]),
    ("See @sec-a.\n", ["E018 @sec-a"]),
    ("See `{scarp} `.\n", ["E019 `{scarp} `"]),
    ("A ![b](c.png) d\n", ["W004 ![b](c.png)"]),
    ("A [b](javascript:alert(1)) d\n", ["W005 [b](javascript:alert(1))"]),
    ("A [b](https://example.org) [c](#x) [d](mailto:a@b.c)\n", []),
    ("A <b>c</b>\n", ["W006 <b>", "W006 </b>"]),
    ("a\u{202E}b\n", ["W003 \u{202E}"]),
    ("a\u{0}b\u{1}\n", ["E002 \u{0}", "E002 \u{1}"]),
    ("a\rb\n", ["E002 \r"]),
  ])
  func isToldAtItsPlace(_ text: String, _ expected: [String]) {
    let reading = read(text)
    let found = reading.diagnostics.map { diagnostic in
      diagnostic.code.id + " " + (diagnostic.span.map { reading.source[$0] } ?? "?")
    }
    #expect(found == expected)
  }

  @Test func bytesThatAreNoTextAreToldWithTheirPlace() throws {
    let bytes: [UInt8] = Array("ab\ncd".utf8) + [0xFF] + Array("é".utf8) + [0xE2, 0x82, 0x0A, 0xC3]
    let reading = Notebook.read(bytes: bytes, name: "test.md")
    #expect(reading.notebook == nil)
    #expect(reading.diagnostics.map(\.code.id) == ["E001", "E001", "E001"])
    let places = reading.diagnostics.compactMap { diagnostic in
      diagnostic.span.map { reading.source.position(at: $0.lower) }
    }
    #expect(places.map(\.line) == [2, 2, 3])
    #expect(places.map(\.column) == [3, 5, 1])
    #expect(reading.source.text == String(decoding: bytes, as: UTF8.self))
  }

  @Test func misspeltKeysAreGuessed() throws {
    let help = try #require(read("---\ntitel: a\n---\n").diagnostics.first).help
    #expect(help == ["Did you mean “title”?"])
  }

  @Test func fieldsKnowTheirPlaces() throws {
    let reading = read(
      "---\ntitle: \"Ä title\"\nauthor: [Åsa, Bo]\ndata: ../x\nprofiles:\n  quick:\n    length: 5 km\n---\n"
    )
    let front = try #require(reading.notebook).frontMatter
    #expect(front.title?.value == "Ä title")
    #expect(front.title.map { reading.source[$0.span] } == "\"Ä title\"")
    #expect(front.title.map { reading.source[$0.key] } == "title")
    #expect(front.authors.map { reading.source[$0.span] } == ["Åsa", "Bo"])
    #expect(front.dataFolder == "../x")
    let setting = try #require(front.profiles.first?.settings.first)
    #expect(setting.name == "length" && setting.value == "5 km")
    #expect(reading.source[setting.valueSpan] == "5 km")
  }

  @Test func optionsKnowTheirPlaces() throws {
    let reading = read(
      "```{scarp}\n# A comment.\n#|  label: models\n#| echo: false\n\na = 1\n```\n")
    let cell = try #require(reading.notebook?.cells.first)
    #expect(cell.options.label?.value == "models")
    #expect(cell.options.label.map { reading.source[$0.span] } == "models")
    #expect(cell.options.echo?.value == false)
    #expect(cell.options.fold == nil)
    #expect(cell.isRun)
  }

  @Test func quantitiesAreCountedInPageOrder() throws {
    let reading = read("A[^n] `{scarp} b`.\n\n[^n]: `{scarp} c`\n\n`{scarp} d`\n")
    let notebook = try #require(reading.notebook)
    #expect(notebook.quantities.map { reading.source[$0.span] } == ["b", "c", "d"])
    #expect(notebook.quantities.map(\.index) == [0, 1, 2])
  }
}
