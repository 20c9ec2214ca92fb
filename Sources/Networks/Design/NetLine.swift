public import Diagnostics
import Vocabulary

/// One line of a network's design, as the notebook writes it.
public struct NetLine: Sendable, Equatable {
  /// The layer: `conv2d`.
  public let head: String
  /// The line's numbers by the name of their parameter; the two of a pair end in `.height` and
  /// `.width`.
  public var numbers: [String: Number] = [:]
  /// The line's choices and flags.
  public var words: [String] = []
  /// The parts of the network that it names.
  public var names: [String] = []
  /// The name under which what it gives is kept.
  public var keptAs: String?
  /// Lines nested below.
  public var nested: [NetLine] = []
  /// The words.
  public let span: Span

  /// A number of a design.
  public enum Number: Sendable, Equatable {
    /// Known.
    case known(Int)
    /// Given where the network is trained, by this setting.
    case open(String)
  }

  init(head: String, span: Span) {
    self.head = head
    self.span = span
  }
}

extension NetLine {
  /// The lines that one line of a block stands for: itself, or the lines of the block it names.
  static func lines(of line: BlockLine) -> [NetLine] {
    if let call = line.call {
      var result = NetLine(head: line.head, span: line.span)
      result.keptAs = line.keptAs
      result.nested = line.nested.flatMap(lines(of:))
      for (parameter, argument) in call.ordered { result.take(argument, as: parameter.name) }
      return [result]
    }
    var use = NetLine(head: line.head, span: line.span)
    var block: NetDesign?
    for argument in line.arguments {
      if case .reference(let reference) = argument.content, reference.type.kind == .block {
        block = NetDesign(reference.type)
      } else {
        use.take(argument, as: "value")
      }
    }
    use.keptAs = line.keptAs
    guard let block else { return [use] }
    var settings: [String: Number] = [:]
    if let first = block.parameters.first { settings[first] = use.numbers["value"] }
    var lines = block.lines.map { $0.filled(with: settings, at: line.span) }
    if !lines.isEmpty { lines[lines.count - 1].keptAs = line.keptAs }
    return lines
  }

  /// The line with its open numbers given, as part of the line that uses its block.
  private func filled(with settings: [String: Number], at span: Span) -> NetLine {
    var result = NetLine(head: head, span: span)
    result.numbers = numbers.mapValues { number in
      if case .open(let name) = number { settings[name] ?? number } else { number }
    }
    result.words = words
    result.names = names
    result.keptAs = keptAs
    result.nested = nested.map { $0.filled(with: settings, at: span) }
    return result
  }

  private mutating func take(_ argument: Argument, as name: String) {
    switch argument.content {
    case .quantity(let quantity): numbers[name] = Int(exactly: quantity.value).map { .known($0) }
    case .pair(let height, let width):
      take(height, as: name + ".height")
      take(width, as: name + ".width")
    case .word(let word), .text(let word): words.append(word)
    case .flag: words.append(name)
    case .newNames(let new): names += new.map(\.name)
    case .list(let parts):
      for part in parts { take(part, as: name) }
    case .reference(let reference):
      if let known = reference.type.known {
        numbers[name] = Int(exactly: known.value).map { .known($0) }
      } else if reference.type.kind == .number {
        numbers[name] = .open(reference.name)
      } else {
        names.append(reference.name)
      }
    default: break
    }
  }
}
