import Diagnostics
import Markdown
import Testing

@Suite struct BlockTests {
  private func block(_ text: String) throws -> Block {
    try #require(Reading(text).document.blocks.first)
  }

  @Test(arguments: [
    ("# Data {#sec-data}", 1, "sec-data", false, "Data"),
    ("## Data {#sec-data .unnumbered} ##", 2, "sec-data", true, "Data"),
    ("# Data {-}", 1, nil, true, "Data"),
    ("Data\nmore {#sec-data}\n===", 1, "sec-data", false, "Data more"),
    ("# Data {.wide}", 1, nil, false, "Data {.wide}"),
    ("# {#sec-a} Data", 1, nil, false, "{#sec-a} Data"),
    ("# A {#sec-a_b_c}", 1, "sec-a_b_c", false, "A"),
  ])
  func headingsCarryAttributes(
    _ text: String, _ level: Int, _ id: String?, _ isUnnumbered: Bool, _ title: String
  ) throws {
    guard case .heading(let heading) = try block(text).kind else {
      Issue.record("no heading")
      return
    }
    #expect(heading.level == level)
    #expect(heading.id == id)
    #expect(heading.isUnnumbered == isUnnumbered)
    #expect(heading.content.map(\.plainText).joined() == title)
  }

  @Test func codeBlocksTellTheirParts() throws {
    let text = "Before.\n\n```{scarp}\na = 1\n\n  b\n```\n\nAfter.\n"
    let reading = Reading(text)
    guard case .code(let code) = reading.document.blocks[1].kind else {
      Issue.record("no code")
      return
    }
    #expect(code.info == "{scarp}")
    #expect(code.text == "a = 1\n\n  b\n")
    #expect(reading.source[code.body] == "a = 1\n\n  b\n")
    #expect(reading.source[code.fence] == "```{scarp}")
    #expect(reading.source[reading.document.blocks[1].span] == "```{scarp}\na = 1\n\n  b\n```")
    #expect(code.isClosed && code.isFenced && code.isAtMargin)
  }

  @Test(arguments: [
    ("```\n", false), ("```\na", false), ("````\n```\n", false), ("```\n~~~\n", false),
    ("> ```\n> a\n\n```", false), ("```\n```", true), ("````\na\n`````  ", true),
    ("> ```\n> a\n> ```", true), ("    indented", true),
  ])
  func openFencesAreKnown(_ text: String, _ isClosed: Bool) {
    var found: CodeBlock?
    Reading(text).document.visitBlocks {
      if case .code(let code) = $0.kind, found == nil { found = code }
    }
    #expect(found?.isClosed == isClosed)
  }

  @Test func tablesAreRead() throws {
    let text = "| a | b | c |\n|:--|:-:|--:|\n| `x` | *y* | $z$ |\n| 1 |\n"
    guard case .table(let table) = try block(text).kind else {
      Issue.record("no table")
      return
    }
    #expect(table.alignments == [.left, .center, .right])
    #expect(table.header.map { $0.map(\.plainText).joined() } == ["a", "b", "c"])
    #expect(
      table.rows.map { $0.map { $0.map(\.plainText).joined() } } == [
        ["x", "y", "z"], ["1", "", ""],
      ])
  }

  @Test func footnotesAreReadInTheOrderOfTheirReferences() throws {
    let reading = Reading(
      "B[^b] and A[^a] and B[^b].\n\n[^a]: First $x$.\n\n[^b]: Second `{scarp} q`.\n")
    #expect(reading.document.footnotes.map(\.label) == ["b", "a"])
    #expect(reading.diagnostics.isEmpty)
    let numbers = reading.inlines.compactMap { inline -> Int? in
      if case .footnote(let number) = inline.kind { number } else { nil }
    }
    #expect(numbers == [0, 1, 0])
    let quantity = try #require(
      reading.inlines.first { if case .quantity = $0.kind { true } else { false } })
    #expect(reading.source[quantity.span] == "`{scarp} q`")
  }

  @Test(arguments: [
    ("A[^x].", ["E020"]), ("A.\n\n[^x]: text", ["W001"]),
    ("A[^x].\n\n[^x]: one\n\n[^x]: two", ["E021"]), ("`A[^x]` and \\[^x]", []),
    ("```\n[^x]: code\n```", []),
  ])
  func footnotesThatDoNotMatchAreTold(_ text: String, _ codes: [String]) {
    #expect(Reading(text).codes == codes)
  }

  @Test func htmlIsText() throws {
    #expect(try block("<script>alert(1)</script>\n").kind == .html("<script>alert(1)</script>\n"))
    #expect(
      Reading("a <b onclick=x>c").inlines.map(\.kind) == [
        .text("a "), .html("<b onclick=x>"), .text("c"),
      ])
  }

  @Test func listsAndQuotations() throws {
    guard case .list(let list) = try block("3. a\n4. b\n").kind else {
      Issue.record("no list")
      return
    }
    #expect(list.start == 3 && list.isTight && list.items.count == 2)
    guard case .quotation(let blocks) = try block("> a\n> \n> b\n").kind else {
      Issue.record("no quotation")
      return
    }
    #expect(blocks.count == 2)
  }

  @Test func spansOfOrdinaryTextCoverIt() {
    let text =
      "One *two*\n   three **four** `five`\n> six *seven*\n> > eight ~~nine~~\nten `eleven`\n"
    let reading = Reading(text)
    for inline in reading.inlines {
      let found = reading.source[inline.span]
      switch inline.kind {
      case .text(let text): #expect(found == text)
      case .code(let text): #expect(found == text)
      case .emphasis: #expect(found.hasPrefix("*") && found.hasSuffix("*"))
      case .strong: #expect(found == "**four**")
      default: break
      }
    }
  }
}
