/// What can be wrong with the settings of a notebook: its front matter, the options of its cells.
extension Code {
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
      half = setting 9
      ```
      """,
    cure: """
      ```{scarp}
      #| label: models
      side = setting 13
      ```

      ```{scarp}
      #| label: results
      half = setting 9
      ```
      """)

  /// The codes of this file, in order.
  public static let frontMatterCodes: [Code] = [
    .frontMatterOpen, .frontMatterSyntax, .frontMatterKey, .frontMatterKeyTwice,
    .frontMatterValue, .languageVersion, .cellOption, .cellOptionValue, .cellOptionPlace,
    .cellLabelTwice,
  ]
}
