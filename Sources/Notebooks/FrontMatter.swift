public import Diagnostics

/// The settings at the head of a notebook.
public struct FrontMatter: Sendable, Equatable {
  /// A value with the place where it stands.
  public struct Field<Value: Sendable & Equatable>: Sendable, Equatable {
    /// The value.
    public let value: Value
    /// Where its key stands.
    public let key: Span
    /// Where the value stands.
    public let span: Span

    /// Creates a field.
    public init(_ value: Value, key: Span, at span: Span) {
      self.value = value
      self.key = key
      self.span = span
    }
  }

  /// A named set of values for the notebook's settings: `quick`, `full`.
  public struct Profile: Sendable, Equatable {
    /// Its name.
    public let name: String
    /// Where the name stands.
    public let span: Span
    /// The settings by name, in order; each value is text for the language to read.
    public let settings: [Setting]
  }

  /// One setting's value in a profile.
  public struct Setting: Sendable, Equatable {
    /// The setting's name.
    public let name: String
    /// Where the name stands.
    public let nameSpan: Span
    /// The value as written, without quotes.
    public let value: String
    /// Where the value stands.
    public let valueSpan: Span
  }

  /// The version of the language that this program reads.
  public static let languageVersion = 1
  /// The data folder of a notebook that names none.
  public static let defaultData = "data"

  /// The lines of the front matter with their fences; none where there is none.
  public internal(set) var span: Span?
  /// The title.
  public internal(set) var title: Field<String>?
  /// The subtitle.
  public internal(set) var subtitle: Field<String>?
  /// The authors, one field each.
  public internal(set) var authors: [Field<String>] = []
  /// The date, as the author wrote it.
  public internal(set) var date: Field<String>?
  /// The language of the prose, as a BCP 47 tag.
  public internal(set) var lang: Field<String>?
  /// The abstract, in Markdown.
  public internal(set) var abstract: Field<String>?
  /// The files of the bibliography, one field each.
  public internal(set) var bibliography: [Field<String>] = []
  /// Whether the report has a list of contents.
  public internal(set) var hasContents: Field<Bool>?
  /// Whether headings are numbered.
  public internal(set) var numbersSections: Field<Bool>?
  /// Whether commands are folded away.
  public internal(set) var foldsCode: Field<Bool>?
  /// Whether commands are shown.
  public internal(set) var echo: Field<Bool>?
  /// The version of the language.
  public internal(set) var version: Field<Int>?
  /// The seed of everything random.
  public internal(set) var seed: Field<UInt64>?
  /// The data folder, relative to the notebook.
  public internal(set) var data: Field<String>?
  /// The profiles in order.
  public internal(set) var profiles: [Profile] = []

  /// Creates the front matter of a notebook that has none.
  public init() {}

  /// The data folder, relative to the notebook: the one given or ``defaultData``.
  public var dataFolder: String { data?.value ?? Self.defaultData }
}
