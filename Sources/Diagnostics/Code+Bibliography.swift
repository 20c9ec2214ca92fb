/// What can be wrong with a notebook's citations, its bibliography and its formulas.
extension Code {
  /// A citation names a work that the bibliography does not hold.
  public static let citationUnknown = Code(
    "E030", "A citation names a work that the bibliography does not hold.",
    explanation: """
      A citation [@key], or @key in running text, names an entry of the files that the front \
      matter lists under “bibliography”. Correct the key, or add the entry. An @ that is meant \
      as itself is written \\@.
      """,
    example: """
      ---
      bibliography: references.bib
      ---

      The slope is Horn's [@horn1918].
      """,
    cure: """
      ---
      bibliography: references.bib
      ---

      The slope is Horn's [@horn1981].
      """,
    evidence: .outside("it takes a bibliography beside the notebook"))

  /// A bibliography is not written as BibTeX or CSL-JSON.
  public static let bibliographySyntax = Code(
    "E031", "A bibliography is not written as BibTeX or CSL-JSON.",
    explanation: """
      An entry of BibTeX is @article{key, title = {…}, year = {…}}: a comma after the key and \
      between fields, and every brace closed. The message names the line. An entry with a \
      mistake is left out, and the reader goes on at the next line that starts with @.
      """,
    evidence: .outside("it is found in a bibliography, beside the notebook"))

  /// Two entries of the bibliography have the same key.
  public static let bibliographyKeyTwice = Code(
    "W010", "Two entries of the bibliography have the same key.",
    explanation: """
      The first one is used. Capital and small letters count as the same in keys, as in BibTeX. \
      Delete one entry, or give it another key.
      """,
    evidence: .outside("it is found in a bibliography, beside the notebook"))

  /// A work that is cited lacks what a reader needs to find it.
  public static let bibliographyFieldMissing = Code(
    "W011", "A work that is cited lacks what a reader needs to find it.",
    explanation: """
      A reference needs a title and a year, and an author, an editor or an institution. What is \
      missing is left out of the list of references, or written as “n.d.”. Works that the page \
      does not cite are not looked at.
      """,
    evidence: .outside("it is found in a bibliography, beside the notebook"))

  /// Part of an entry of the bibliography is not understood.
  public static let bibliographyText = Code(
    "W012", "Part of an entry of the bibliography is not understood.",
    explanation: """
      A command of TeX that is not known, or an abbreviation that no @string defines, is shown \
      as it is written. Write letters as themselves: the file is read as UTF-8.
      """,
    evidence: .outside("it is found in a bibliography, beside the notebook"))

  /// A formula is not all understood.
  public static let formulaNotRead = Code(
    "W013", "A formula is shown as it is written.",
    explanation: """
      Formulas are typeset from the part of LaTeX that docs/mathematics.md lists. One that holds \
      anything else is shown in the letters of its author, so that it is never typeset wrongly. \
      Write it with the commands of the list.
      """,
    example: "The weights are $\\mathfrak{w}$.",
    cure: "The weights are $\\mathbf{w}$.")

  /// Two equations have the same label.
  public static let equationTwice = Code(
    "E032", "Two equations have the same label.",
    explanation: """
      An equation gets its label behind its closing dollar signs, $$ … $$ {#eq-odds}, and is \
      referred to as @eq-odds. Each label stands once on a page.
      """,
    example: """
      $$ y = x $$ {#eq-line}

      $$ y = x^2 $$ {#eq-line}
      """,
    cure: """
      $$ y = x $$ {#eq-line}

      $$ y = x^2 $$ {#eq-curve}
      """)

  /// The codes of this file.
  public static let bibliographyCodes: [Code] = [
    .citationUnknown, .bibliographySyntax, .equationTwice, .bibliographyKeyTwice,
    .bibliographyFieldMissing, .bibliographyText, .formulaNotRead,
  ]
}
