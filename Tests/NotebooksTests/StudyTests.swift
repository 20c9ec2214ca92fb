import Diagnostics
import Glibc
import Markdown
import Notebooks
import Testing

/// The five studies of the design, which stand beside the repository.
@Suite struct StudyTests {
  static let studies = [
    "hokkaido-cnn1d.md", "iburi-unet.md", "isfahan-cnndnn.md", "ludian-hybrid.md",
    "veneto-sacnn.md",
  ]

  @Test(arguments: studies)
  func isReadWithoutRemark(_ name: String) throws {
    let bytes = try Self.bytes(name)
    let reading = Notebook.read(bytes: bytes, name: name)
    let notebook = try #require(reading.notebook)
    #expect(reading.diagnostics.map { $0.rendered(in: reading.source) } == [])
    #expect(notebook.frontMatter.title?.value.isEmpty == false)
    #expect(notebook.frontMatter.version?.value == 1)
    #expect(notebook.frontMatter.authors.map(\.value) == ["Study group"])
    // What a plain search of the text finds is what the reader finds.
    let text = reading.source.text
    #expect(notebook.cells.count == text.split(separator: "\n```{scarp}\n").count - 1)
    #expect(notebook.quantities.count == text.split(separator: "`{scarp} ").count - 1)
    for quantity in notebook.quantities {
      let before = Span(quantity.span.lower - "`{scarp} ".utf8.count, quantity.span.lower)
      #expect(reading.source[before] == "`{scarp} ")
      #expect(reading.source[Span(quantity.span.upper, quantity.span.upper + 1)] == "`")
    }
    for reference in notebook.crossReferences {
      #expect(reading.source[reference.span] == "@" + reference.id)
    }
    for cell in notebook.cells {
      #expect(reading.source[cell.fence] == "```{scarp}")
      #expect(reading.source[Span(cell.body.upper, cell.body.upper + 4)] == "```\n")
      #expect(!reading.source[cell.body].contains("```"))
    }
  }

  @Test(arguments: studies)
  func lineEndsAndByteOrderMarkChangeNothing(_ name: String) throws {
    let bytes = try Self.bytes(name)
    let plain = Notebook.read(bytes: bytes, name: name)
    var other: [UInt8] = [0xEF, 0xBB, 0xBF]
    for byte in bytes { other += byte == 0x0A ? [0x0D, 0x0A] : [byte] }
    let marked = Notebook.read(bytes: other, name: name)
    let a = try #require(plain.notebook)
    let b = try #require(marked.notebook)
    #expect(marked.diagnostics.isEmpty)
    #expect(a.frontMatter.title?.value == b.frontMatter.title?.value)
    #expect(a.frontMatter.seed?.value == b.frontMatter.seed?.value)
    #expect(
      a.cells.map { plain.source[$0.body] }
        == b.cells.map { marked.source[$0.body].replacing("\r\n", with: "\n") })
    #expect(
      a.quantities.map { plain.source[$0.span] } == b.quantities.map { marked.source[$0.span] })
    #expect(a.crossReferences.map(\.id) == b.crossReferences.map(\.id))
    #expect(a.blocks.map(Self.words) == b.blocks.map(Self.words))
    #expect(
      a.crossReferences.map { plain.source.line(at: $0.span.lower) }
        == b.crossReferences.map { marked.source.line(at: $0.span.lower) })
  }

  @Test(arguments: studies)
  func truncationsAreRead(_ name: String) throws {
    let bytes = try Self.bytes(name)
    for part in 0..<64 {
      let cut = Array(bytes[..<(bytes.count * part / 64)])
      let reading = Notebook.read(bytes: cut, name: name)
      for diagnostic in reading.diagnostics {
        #expect(!diagnostic.rendered(in: reading.source).isEmpty)
        #expect(diagnostic.span.map { $0.upper <= reading.source.bytes.count } ?? true)
      }
    }
  }

  private static func words(_ block: Block) -> String {
    var words = ""
    block.visitInlines { words += $0.children.isEmpty ? $0.plainText : "" }
    return words
  }

  private static func bytes(_ name: String) throws -> [UInt8] {
    let base =
      getenv("SCARP_DATA").map { String(cString: $0) + "/.." }
      ?? #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 } + "/shared"
    let path = base + "/design/notebooks/" + name
    let file = try #require(fopen(path, "rb"), "cannot open \(path): set SCARP_DATA")
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
    }
  }
}
