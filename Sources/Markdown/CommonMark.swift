import CMarkdown

/// A tree of the CommonMark library, freed with its owner; the one place that calls the library.
final class CommonMark {
  /// The document's node.
  let root: Node

  /// The library's table of extensions is filled once, by one thread.
  private static let hasExtensions: Bool = {
    cmark_gfm_core_extensions_ensure_registered()
    return true
  }()

  /// Parses the bytes from an offset on; nil where the library has no memory for it.
  init?(_ bytes: [UInt8], from offset: Int) {
    guard Self.hasExtensions, let parser = cmark_parser_new(CMARK_OPT_FOOTNOTES) else { return nil }
    defer { cmark_parser_free(parser) }
    for name in ["table", "strikethrough"] {
      guard let syntax = cmark_find_syntax_extension(name),
        cmark_parser_attach_syntax_extension(parser, syntax) == 1
      else { return nil }
    }
    bytes.withUnsafeBytes { buffer in
      let rest = UnsafeRawBufferPointer(rebasing: buffer[offset...])
      if let start = rest.baseAddress {
        cmark_parser_feed(parser, start.assumingMemoryBound(to: CChar.self), rest.count)
      }
    }
    guard let pointer = cmark_parser_finish(parser) else { return nil }
    root = Node(pointer: pointer)
  }

  deinit { cmark_node_free(root.pointer) }
}

extension CommonMark {
  /// A node of the tree, valid as long as the tree.
  struct Node {
    /// What a node is.
    enum Kind {
      case paragraph, heading, quotation, list, item, codeBlock, htmlBlock, rule
      case footnoteDefinition, table, tableRow, tableCell
      case text, softBreak, lineBreak, code, html, emphasis, strong, strikethrough
      case link, image, footnoteReference
      case other
    }

    /// The fence of a code block.
    struct Fence {
      let length: Int
      let character: UInt8
      let info: String
    }

    fileprivate let pointer: OpaquePointer

    /// What the node is.
    var kind: Kind {
      switch cmark_node_get_type(pointer) {
      case CMARK_NODE_PARAGRAPH: .paragraph
      case CMARK_NODE_HEADING: .heading
      case CMARK_NODE_BLOCK_QUOTE: .quotation
      case CMARK_NODE_LIST: .list
      case CMARK_NODE_ITEM: .item
      case CMARK_NODE_CODE_BLOCK: .codeBlock
      case CMARK_NODE_HTML_BLOCK: .htmlBlock
      case CMARK_NODE_THEMATIC_BREAK: .rule
      case CMARK_NODE_FOOTNOTE_DEFINITION: .footnoteDefinition
      case CMARK_NODE_TEXT: .text
      case CMARK_NODE_SOFTBREAK: .softBreak
      case CMARK_NODE_LINEBREAK: .lineBreak
      case CMARK_NODE_CODE: .code
      case CMARK_NODE_HTML_INLINE: .html
      case CMARK_NODE_EMPH: .emphasis
      case CMARK_NODE_STRONG: .strong
      case CMARK_NODE_LINK: .link
      case CMARK_NODE_IMAGE: .image
      case CMARK_NODE_FOOTNOTE_REFERENCE: .footnoteReference
      default: extensionKind
      }
    }

    /// The kind of a node that an extension made: these have names, not numbers.
    private var extensionKind: Kind {
      switch String(cString: cmark_node_get_type_string(pointer)) {
      case "table": .table
      case "table_header", "table_row": .tableRow
      case "table_cell": .tableCell
      case "strikethrough": .strikethrough
      default: .other
      }
    }

    /// The children in order.
    var children: Siblings { Siblings(first: cmark_node_first_child(pointer)) }

    /// The text of a leaf; the name of a footnote's definition; the number of its reference.
    var literal: String { Self.string(cmark_node_get_literal(pointer)) }

    /// The first line and column, from 1, columns in bytes; 0 where the library does not know.
    var start: (line: Int, column: Int) {
      (Int(cmark_node_get_start_line(pointer)), Int(cmark_node_get_start_column(pointer)))
    }

    /// The last line and column, from 1, columns in bytes; 0 where the library does not know.
    var end: (line: Int, column: Int) {
      (Int(cmark_node_get_end_line(pointer)), Int(cmark_node_get_end_column(pointer)))
    }

    /// The level of a heading.
    var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }

    /// The first number of a list whose items are numbered.
    var listStart: Int? {
      cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST
        ? Int(cmark_node_get_list_start(pointer)) : nil
    }

    /// Whether the items of a list stand without space between them.
    var isTight: Bool { cmark_node_get_list_tight(pointer) == 1 }

    /// The address of a link or image.
    var destination: String { Self.string(cmark_node_get_url(pointer)) }

    /// The title of a link or image.
    var title: String { Self.string(cmark_node_get_title(pointer)) }

    /// The fence of a code block that has one.
    var fence: Fence? {
      var length: Int32 = 0
      var offset: Int32 = 0
      var character: CChar = 0
      guard cmark_node_get_fenced(pointer, &length, &offset, &character) == 1 else { return nil }
      return Fence(
        length: Int(length), character: UInt8(bitPattern: character),
        info: Self.string(cmark_node_get_fence_info(pointer)))
    }

    /// The alignment letters of a table's columns: `l`, `c`, `r` or 0.
    var alignments: [UInt8] {
      let count = Int(cmark_gfm_extensions_get_table_columns(pointer))
      guard let given = cmark_gfm_extensions_get_table_alignments(pointer) else { return [] }
      return (0..<count).map { given[$0] }
    }

    private static func string(_ pointer: UnsafePointer<CChar>?) -> String {
      pointer.map { String(cString: $0) } ?? ""
    }
  }

  /// The siblings from a node on.
  struct Siblings: Sequence, IteratorProtocol {
    private var current: OpaquePointer?

    fileprivate init(first: OpaquePointer?) { current = first }

    /// The next sibling.
    mutating func next() -> Node? {
      guard let pointer = current else { return nil }
      current = cmark_node_next(pointer)
      return Node(pointer: pointer)
    }
  }
}
