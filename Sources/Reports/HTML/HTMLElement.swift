/// The elements that a report may hold: no script, no form, no frame, no request to anywhere.
enum HTMLElement: String {
  case a, aside, body, br, caption, cite, code, col, colgroup, dd, del, details, div, dl, dt, em
  case figcaption, figure, footer, h1, h2, h3, h4, h5, h6, header, hr, img, li, main, mark
  case meta, nav, ol, p, pre, section, small, span, strong, summary, sup, table, tbody, td, tfoot
  case th, thead, time, title, tr, ul
  case blockquote, wbr
  // MathML, which browsers typeset themselves.
  case math, mfrac, mi, mn, mo, mover, mroot, mrow, mspace, msqrt, msub, msubsup, msup, mtable
  case mtd, mtext, mtr, munder, munderover

  /// Whether the element has no content and no end tag.
  var isVoid: Bool {
    switch self {
    case .br, .col, .hr, .img, .meta, .wbr: true
    default: false
    }
  }

  /// Whether a line end after the element changes nothing for the reader.
  var isBlock: Bool {
    switch self {
    case .a, .br, .cite, .code, .del, .em, .img, .mark, .small, .span, .strong, .sup, .time, .wbr:
      false
    case .math, .mfrac, .mi, .mn, .mo, .mover, .mroot, .mrow, .mspace, .msqrt, .msub, .msubsup,
      .msup, .mtable, .mtd, .mtext, .mtr, .munder, .munderover:
      false
    default: true
    }
  }

  /// The heading of a level from 1 to 6; deeper ones are of level 6.
  static func heading(_ level: Int) -> HTMLElement {
    switch level {
    case ...1: .h1
    case 2: .h2
    case 3: .h3
    case 4: .h4
    case 5: .h5
    default: .h6
    }
  }
}
