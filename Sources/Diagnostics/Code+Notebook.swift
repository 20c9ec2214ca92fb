/// What can be wrong with a notebook's text before a word of the language is read.
extension Code {
  /// The file is not text in UTF-8.
  public static let notUTF8 = Code(
    "E001", "The file is not text in UTF-8.",
    explanation: """
      A notebook is read as UTF-8, so that every program sees the same letters. A byte that \
      cannot be UTF-8 usually means that an old editor saved the file in another encoding. \
      Save it again as UTF-8.
      """,
    evidence: .outside("the bytes of the file are no text"))

  /// The file holds a control character.
  public static let controlCharacter = Code(
    "E002", "The file holds a control character.",
    explanation: """
      Only tabs and line ends may stand among the letters of a notebook. Others, NUL first of \
      all, are invisible and make programs disagree about what the text says. Delete the \
      character; a line must end in a line feed, alone or after a carriage return.
      """,
    evidence: .outside("the character cannot be seen"))

  /// The file, a line or a paragraph is larger than a study can need.
  public static let textTooLarge = Code(
    "E003", "The file, a line or a paragraph is larger than a study can need.",
    explanation: """
      A notebook holds prose and commands; data stand in files of the data folder. The limit \
      keeps a hostile file from filling the memory.
      """,
    evidence: .outside("the text would be larger than this manual"))

  /// Lists, quotations or emphasis stand too deep in one another.
  public static let nestingTooDeep = Code(
    "E004", "Lists, quotations or emphasis stand too deep in one another.",
    explanation: """
      The reader follows sixty-four levels. What lies deeper is not read, so the study does \
      not run.
      """,
    evidence: .outside("the text would be sixty-five levels deep"))

  /// A code fence is never closed.
  public static let fenceOpen = Code(
    "E005", "A code fence is never closed.",
    explanation: """
      Without its closing fence a cell swallows the rest of the page. Write ``` on a line of \
      its own, with at least as many backticks as the opening fence, after the cell's last \
      line.
      """,
    example: """
      ```{scarp}
      epochs_of_training = setting 100 "epochs"
      """,
    cure: """
      ```{scarp}
      epochs_of_training = setting 100 "epochs"
      ```
      """)

  /// A cell stands in a list or a quotation, or its fence is indented.
  public static let cellNotAtMargin = Code(
    "E006", "A cell stands in a list or a quotation, or its fence is indented.",
    explanation: """
      The indentation of a cell's lines has a meaning, so its fences stand at the left margin \
      of the page.
      """,
    example: """
      - ```{scarp}
        epochs_of_training = setting 100 "epochs"
        ```
      """,
    cure: """
      ```{scarp}
      epochs_of_training = setting 100 "epochs"
      ```
      """)

  /// Two headings have the same identifier.
  public static let sectionTwice = Code(
    "E017", "Two headings have the same identifier.",
    explanation: """
      An identifier names one section, so that a cross-reference leads to one place.
      """,
    example: """
      # Data {#sec-data}
      # More data {#sec-data}
      """,
    cure: """
      # Data {#sec-data}
      # More data {#sec-more}
      """)

  /// A cross-reference names a section that is not there.
  public static let sectionUnknown = Code(
    "E018", "A cross-reference names a section that is not there.",
    explanation: """
      @sec-data refers to the heading that ends in {#sec-data}. Give the heading the \
      identifier, or refer to another one.
      """,
    example: """
      See @sec-data.

      # Data
      """,
    cure: """
      See @sec-data.

      # Data {#sec-data}
      """)

  /// An inline quantity is empty.
  public static let quantityEmpty = Code(
    "E019", "An inline quantity is empty.",
    explanation: """
      After {scarp} stands the quantity that the report is to print.
      """,
    example: """
      ```{scarp}
      side = setting 13
      ```

      The window is `{scarp}` cells wide.
      """,
    cure: """
      ```{scarp}
      side = setting 13
      ```

      The window is `{scarp} side` cells wide.
      """)

  /// A footnote is referred to but not given.
  public static let footnoteUnknown = Code(
    "E020", "A footnote is referred to but not given.",
    explanation: """
      [^name] needs a line “[^name]: text” somewhere in the notebook. Where the brackets are \
      meant as such, write \\[^name].
      """,
    example: "Slope matters.[^horn]",
    cure: """
      Slope matters.[^horn]

      [^horn]: By Horn's method.
      """)

  /// A footnote is given twice.
  public static let footnoteGivenTwice = Code(
    "E021", "A footnote is given twice.",
    explanation: """
      Only one of the two texts could be shown. Give the second one another name.
      """,
    example: """
      Slope.[^horn]

      [^horn]: By Horn.

      [^horn]: By Zevenbergen.
      """,
    cure: """
      Slope.[^horn] Curvature.[^zt]

      [^horn]: By Horn.

      [^zt]: By Zevenbergen.
      """)

  /// A cross-reference names a figure or table that is not there.
  public static let labelUnknown = Code(
    "E022", "A cross-reference names a figure or table that is not there.",
    explanation: """
      @fig-roc refers to a statement that ends in “as fig-roc "caption"”, @tbl-scores to one \
      that ends in “as tbl-scores”.
      """,
    evidence: .outside(
      "a check finds it first, as E134; it remains for the page of a run that failed"))

  /// A footnote is referred to nowhere.
  public static let footnoteUnused = Code(
    "W001", "A footnote is referred to nowhere.",
    explanation: """
      Its text is not in the report. Write [^name] where it belongs, or delete it.
      """,
    example: "[^horn]: By Horn's method.",
    cure: """
      Slope matters.[^horn]

      [^horn]: By Horn's method.
      """)

  /// A block or a code span looks like a cell, but Scarp will not run it.
  public static let cellOfAnotherKind = Code(
    "W002", "A block or a code span looks like a cell, but Scarp will not run it.",
    explanation: """
      Only blocks fenced as {scarp} run; those fenced as scarp are shown and checked. All \
      other blocks are shown as they are. Where the name is misspelt, a part of the study \
      would be missing from its results.
      """,
    example: """
      ```{scrap}
      epochs_of_training = setting 100 "epochs"
      ```
      """,
    cure: """
      ```{scarp}
      epochs_of_training = setting 100 "epochs"
      ```
      """)

  /// The text holds a character that changes the direction of writing unseen.
  public static let hiddenDirection = Code(
    "W003", "The text holds a character that changes the direction of writing unseen.",
    explanation: """
      Such characters can make a line read otherwise than it is run. Delete it unless the \
      language of the text needs it.
      """,
    evidence: .outside("the character cannot be seen"))

  /// An image of the page is not shown.
  public static let imageNotShown = Code(
    "W004", "An image of the page is not shown.",
    explanation: """
      A report holds only the pictures that its own commands draw, and asks nothing of any \
      other machine. The image's text is shown in its place.
      """,
    example: "![Photograph](photo.jpg)",
    cure: "See the photograph in the appendix.")

  /// A link is shown as text.
  public static let linkNotFollowed = Code(
    "W005", "A link is shown as text.",
    explanation: """
      A report links to http, https and mailto addresses and to places within itself. Any \
      other address is shown as text.
      """,
    example: "[data](file:///data.zip)",
    cure: "[data](https://example.org/data.zip)")

  /// Raw HTML is shown as text.
  public static let rawHTML = Code(
    "W006", "Raw HTML is shown as text.",
    explanation: """
      A report takes no markup from the page but Markdown's own, so that no notebook can put a \
      script in it. The text of the tag is shown as written.
      """,
    example: "<b>high</b>",
    cure: "**high**")

  /// The codes of this file, in order.
  public static let notebookCodes: [Code] = [
    .notUTF8, .controlCharacter, .textTooLarge, .nestingTooDeep, .fenceOpen, .cellNotAtMargin,
    .sectionTwice, .sectionUnknown, .quantityEmpty, .footnoteUnknown, .footnoteGivenTwice,
    .labelUnknown, .footnoteUnused, .cellOfAnotherKind, .hiddenDirection, .imageNotShown,
    .linkNotFollowed, .rawHTML,
  ]
}
