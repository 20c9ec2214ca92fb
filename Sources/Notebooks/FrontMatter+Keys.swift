extension FrontMatter {
  /// A key of the front matter, as the manual explains it.
  public struct Key: Sendable {
    /// How it is spelled.
    public let name: String
    /// What it takes.
    public let takes: String
    /// What it means.
    public let meaning: String
  }

  /// The keys that are known, in the order in which messages list them.
  public static let keys = [
    Key(name: "title", takes: "a text", meaning: "The title of the report."),
    Key(name: "subtitle", takes: "a text", meaning: "A line below the title."),
    Key(name: "author", takes: "a text, or a list of texts", meaning: "Who wrote the study."),
    Key(name: "date", takes: "a text", meaning: "A date, printed as it is written."),
    Key(
      name: "lang", takes: "a language tag such as `en` or `it-IT`",
      meaning: "The language of the prose, for screen readers and hyphenation."),
    Key(name: "abstract", takes: "a text, in Markdown", meaning: "An abstract above the contents."),
    Key(
      name: "bibliography", takes: "the name of a file, or a list of names",
      meaning: "The files that describe the works cited."),
    Key(name: "toc", takes: "true or false", meaning: "Whether the report has a list of contents."),
    Key(
      name: "number-sections", takes: "true or false", meaning: "Whether headings are numbered."),
    Key(
      name: "code-fold", takes: "true or false",
      meaning: "Whether all commands are folded away until the reader opens them."),
    Key(name: "echo", takes: "true or false", meaning: "Whether commands are shown at all."),
    Key(
      name: "scarp", takes: "1",
      meaning: "The version of the language that the study is written in."),
    Key(
      name: "seed", takes: "a whole number from 0 to 18446744073709551615",
      meaning: "The seed of everything random; 0 if left out."),
    Key(
      name: "data", takes: "a folder in the notebook's own folder",
      meaning: "Where the files lie that the study reads; `data` if left out. --data names another."
    ),
    Key(
      name: "profiles", takes: "names, each with its settings: `quick: {epochs: 5}`",
      meaning: "Sets of values for settings, which --profile chooses by name."),
  ]
}
