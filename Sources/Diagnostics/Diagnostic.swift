/// A problem found in a notebook or met while it ran, told so that its author can repair it.
///
/// The title says what was found and what was expected, in the words of the language; each help is
/// one imperative sentence.
public struct Diagnostic: Error, Sendable, Hashable {
  /// How much a diagnostic matters.
  public enum Severity: String, Sendable, Codable {
    /// The study cannot run, or the statement failed.
    case error
    /// The study runs; the report keeps the remark.
    case warning
    /// A remark that changes nothing.
    case note
  }

  /// What kind of problem it is.
  public let code: Code
  /// What is wrong: found and expected, one sentence.
  public let title: String
  /// Where, in the notebook; none where it concerns the whole file.
  public let span: Span?
  /// What to do about it, one imperative sentence each.
  public let help: [String]

  /// How much it matters: a property of its code.
  public var severity: Severity { code.severity }

  /// Creates a diagnostic.
  public init(_ code: Code, _ title: String, at span: Span?, help: [String] = []) {
    self.code = code
    self.title = title
    self.span = span
    self.help = help
  }
}

/// A stable kind of problem: `E219`, `W401`.
///
/// Codes are declared as static members in the `Code+….swift` file of their hundred, each with the
/// text that `scarp explain CODE` prints, and listed in ``Code/all``.
public struct Code: Sendable, Hashable {
  /// The identifier: a letter for the severity and three digits.
  public let id: String
  /// The kind of problem, one sentence.
  public let summary: String
  /// Why it matters and how to repair it, in a few sentences.
  public let explanation: String
  /// Lines of a notebook that raise it.
  public let example: String
  /// The same lines, repaired; empty where nothing has to be repaired.
  public let cure: String
  /// What it takes to raise it.
  public let evidence: Evidence

  /// What it takes to raise a code; the manual and the tests go by it.
  public enum Evidence: Sendable, Hashable {
    /// Lines of a cell, checked.
    case lines
    /// A whole page, read.
    case page
    /// Lines of a cell, carried out.
    case run
    /// Something outside any text: why no example shows it.
    case outside(String)

    /// Why no example shows it; empty where one does.
    public var reason: String {
      guard case .outside(let reason) = self else { return "" }
      return reason
    }
  }

  /// Declares a code.
  ///
  /// - Parameters:
  ///   - id: the identifier.
  ///   - summary: one sentence.
  ///   - explanation: why it matters and how to repair it.
  ///   - example: what raises it.
  ///   - cure: the example, repaired.
  ///   - evidence: what it takes to raise it; unless stated a page for codes below 100, which are of
  ///     the notebook's text, and lines for all others.
  public init(
    _ id: String, _ summary: String, explanation: String, example: String = "", cure: String = "",
    evidence: Evidence? = nil
  ) {
    self.id = id
    self.summary = summary
    self.explanation = explanation
    self.example = example
    self.cure = cure
    self.evidence = evidence ?? (id.dropFirst().first == "0" ? .page : .lines)
  }

  /// How much diagnostics of this code matter.
  public var severity: Diagnostic.Severity {
    switch id.first {
    case "W": .warning
    case "N": .note
    default: .error
    }
  }
}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension Code {
  public static func == (a: Code, b: Code) -> Bool { a.id == b.id }
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
