/// How a report was made: enough to repeat it, and the same for every repetition.
public struct Provenance: Sendable, Equatable {
  /// A file that the study read.
  public struct Input: Sendable, Equatable {
    /// Its path within the data folder.
    public var path: String
    /// Its size in bytes.
    public var size: Int
    /// The SHA-256 of its bytes, in hexadecimal digits.
    public var hash: String
    /// What it holds: size, reference system, number of rows.
    public var description: String

    /// Creates an input.
    public init(path: String, size: Int, hash: String, description: String = "") {
      self.path = path
      self.size = size
      self.hash = hash
      self.description = description
    }
  }

  /// A name with its value.
  public struct Fact: Sendable, Equatable {
    /// The name.
    public var name: String
    /// The value.
    public var value: String
    /// What else is to be known.
    public var note: String

    /// Creates a fact.
    public init(_ name: String, _ value: String, note: String = "") {
      self.name = name
      self.value = value
      self.note = note
    }
  }

  /// A statement with its reason: an assumption, a permitted leakage.
  public struct Reasoned: Sendable, Equatable {
    /// What is stated.
    public var statement: String
    /// Why.
    public var reason: String

    /// Creates a statement.
    public init(_ statement: String, because reason: String) {
      self.statement = statement
      self.reason = reason
    }
  }

  /// The name of the study's file; empty where it has none.
  public var study = ""
  /// The files that were read.
  public var inputs: [Input] = []
  /// What the files of the bibliography say of the works cited.
  public var bibliography: [Input] = []
  /// The settings with the values they had.
  public var settings: [Fact] = []
  /// The seeds of what is random.
  public var seeds: [Fact] = []
  /// What fills the gaps of the study's source.
  public var assumptions: [Reasoned] = []
  /// What the author permits although it is bad practice.
  public var allowances: [Reasoned] = []
  /// The program, its libraries and the kind of processor.
  public var versions: [Fact] = []

  /// Creates the provenance of nothing.
  public init() {}

  /// Whether there is nothing to say.
  var isEmpty: Bool {
    inputs.isEmpty && bibliography.isEmpty && settings.isEmpty && seeds.isEmpty
      && assumptions.isEmpty
      && allowances.isEmpty && versions.isEmpty
  }
}
