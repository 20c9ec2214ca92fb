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

  /// The front matter is never closed.
  public static let frontMatterOpen = Code(
    "E007", "The front matter is never closed.",
    explanation: """
      Front matter starts with a line --- at the top of the file and ends with a second one.
      """,
    example: """
      ---
      title: "My study"

      # Question
      """,
    cure: """
      ---
      title: "My study"
      ---

      # Question
      """)

  /// The front matter is not the YAML that Scarp reads.
  public static let frontMatterSyntax = Code(
    "E008", "The front matter is not the YAML that Scarp reads.",
    explanation: """
      Front matter is a list of lines “key: value”. A value that holds a colon and a space, or \
      starts with a special character, is put in quotes. Anchors, aliases and tags are not \
      read: what the page says must stand there.
      """,
    example: """
      ---
      title: Landslides: a study
      ---
      """,
    cure: """
      ---
      title: "Landslides: a study"
      ---
      """)

  /// A key of the front matter is not known.
  public static let frontMatterKey = Code(
    "E009", "A key of the front matter is not known.",
    explanation: """
      Only known keys are read, so that a misspelt one is noticed and not left without effect: \
      title, subtitle, author, date, lang, abstract, bibliography, toc, number-sections, code- \
      fold, echo, scarp, seed, data and profiles.
      """,
    example: """
      ---
      sede: 2018
      ---
      """,
    cure: """
      ---
      seed: 2018
      ---
      """)

  /// A key of the front matter is given twice.
  public static let frontMatterKeyTwice = Code(
    "E010", "A key of the front matter is given twice.",
    explanation: """
      Programs disagree about which of the two holds. Delete one.
      """,
    example: """
      ---
      seed: 2018
      seed: 2019
      ---
      """,
    cure: """
      ---
      seed: 2018
      ---
      """)

  /// A value of the front matter is not of the kind that its key takes.
  public static let frontMatterValue = Code(
    "E011", "A value of the front matter is not of the kind that its key takes.",
    explanation: """
      Each key takes one kind of value: toc, number-sections, code-fold and echo take true or \
      false; seed takes a whole number from 0 to 18446744073709551615; author and bibliography \
      take a text or a list of texts; profiles takes names, each with its settings.
      """,
    example: """
      ---
      toc: maybe
      ---
      """,
    cure: """
      ---
      toc: true
      ---
      """)

  /// The notebook is written in another version of the language.
  public static let languageVersion = Code(
    "E012", "The notebook is written in another version of the language.",
    explanation: """
      The key scarp says which version of the language the notebook is written in. This Scarp \
      reads version 1. Another version may give the same words another meaning, so nothing \
      runs.
      """,
    example: """
      ---
      scarp: 2
      ---
      """,
    cure: """
      ---
      scarp: 1
      ---
      """)

  /// A cell's option is not known.
  public static let cellOption = Code(
    "E013", "A cell's option is not known.",
    explanation: """
      A line that starts with #| sets how the report presents the cell: label (the cell's \
      name), echo (whether its commands are shown) and fold (whether they are folded away). An \
      option changes no result.
      """,
    example: """
      ```{scarp}
      #| ecoh: false
      epochs_of_training = setting 100 "epochs"
      ```
      """,
    cure: """
      ```{scarp}
      #| echo: false
      epochs_of_training = setting 100 "epochs"
      ```
      """)

  /// A cell's option has a value of the wrong kind.
  public static let cellOptionValue = Code(
    "E014", "A cell's option has a value of the wrong kind.",
    explanation: """
      echo and fold take true or false; label takes a name of letters, digits and hyphens that \
      starts with a letter.
      """,
    example: """
      ```{scarp}
      #| echo: no
      epochs_of_training = setting 100 "epochs"
      ```
      """,
    cure: """
      ```{scarp}
      #| echo: false
      epochs_of_training = setting 100 "epochs"
      ```
      """)

  /// A cell's option stands after its first statement.
  public static let cellOptionPlace = Code(
    "E015", "A cell's option stands after its first statement.",
    explanation: """
      Options belong to the whole cell, so they stand at its head, before the first statement.
      """,
    example: """
      ```{scarp}
      epochs_of_training = setting 100 "epochs"
      #| echo: false
      ```
      """,
    cure: """
      ```{scarp}
      #| echo: false
      epochs_of_training = setting 100 "epochs"
      ```
      """)

  /// Two cells have the same label.
  public static let cellLabelTwice = Code(
    "E016", "Two cells have the same label.",
    explanation: """
      A label names one cell, so that a message or a link can point to it.
      """,
    example: """
      ```{scarp}
      #| label: models
      side = setting 13
      ```

      ```{scarp}
      #| label: models
      width = setting 9
      ```
      """,
    cure: """
      ```{scarp}
      #| label: models
      side = setting 13
      ```

      ```{scarp}
      #| label: results
      width = setting 9
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
      [^horn]: By Horn.

      [^horn]: By Zevenbergen.
      """,
    cure: """
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
    .frontMatterOpen, .frontMatterSyntax, .frontMatterKey, .frontMatterKeyTwice, .frontMatterValue,
    .languageVersion, .cellOption, .cellOptionValue, .cellOptionPlace, .cellLabelTwice,
    .sectionTwice, .sectionUnknown, .quantityEmpty, .footnoteUnknown, .footnoteGivenTwice,
    .labelUnknown, .footnoteUnused, .cellOfAnotherKind, .hiddenDirection, .imageNotShown,
    .linkNotFollowed, .rawHTML,
  ]
}
