import Diagnostics
public import Vocabulary

/// What the checker knows of a network or a block: its open numbers and its lines.
public struct NetDesign: Sendable, Equatable {
  /// The names of the open numbers.
  public let parameters: [String]
  /// The lines, those of the blocks it uses in place of their mention.
  public let lines: [NetLine]

  /// Reads a design from the arguments of `net` or `block`.
  init(parameters: [NewName], lines: Argument?) {
    self.parameters = parameters.map(\.name)
    guard case .lines(let blockLines) = lines?.content else {
      self.lines = []
      return
    }
    self.lines = blockLines.flatMap(NetLine.lines(of:))
  }

  /// The form of places that the network reads: `window`, `sequence`, `patch` or `vector`.
  public var inputForm: String? {
    let first = lines.first?.head == "branch" ? lines.first?.nested.first : lines.first
    guard let first, first.head == "input" else { return nil }
    return first.numbers["window.height"] == nil ? first.words.first : "window"
  }
}

/// The checker keeps of a value only its type, so a design travels as named parts of the type.
extension NetDesign {
  /// The design of a value of kind `net` or `block`.
  public init?(_ type: ValueType) {
    guard type.kind == .net || type.kind == .block, let lines = type.member("layers") else {
      return nil
    }
    parameters = type.members.map(\.name).filter { $0 != "layers" }
    self.lines = lines.members.compactMap { NetLine(head: $0.name, $0.type) }
  }

  /// The type that holds the design.
  public func type(_ kind: Kind) -> ValueType {
    var type = ValueType(kind)
    type.members = parameters.map { ValueType.Member($0, ValueType(.number, unit: .one)) }
    var layers = ValueType(.nothing)
    layers.members = lines.map { ValueType.Member($0.head, $0.type) }
    type.members.append(ValueType.Member("layers", layers))
    return type
  }
}

extension NetLine {
  fileprivate init?(head: String, _ type: ValueType) {
    guard let lower = type.member("from")?.known, let upper = type.member("upto")?.known else {
      return nil
    }
    self.init(head: head, span: Span(Int(lower.value), Int(upper.value)))
    words = type.classes
    names = type.member("names")?.classes ?? []
    keptAs = type.member("kept")?.classes.first
    nested = type.member("layers")?.members.compactMap { NetLine(head: $0.name, $0.type) } ?? []
    for part in type.member("numbers")?.members ?? [] {
      if let known = part.type.known {
        numbers[part.name] = .known(Int(known.value))
      } else if let open = part.type.classes.first {
        numbers[part.name] = .open(open)
      }
    }
  }

  fileprivate var type: ValueType {
    var type = ValueType(.nothing)
    type.classes = words
    type.members = [
      ValueType.Member("from", .number(Quantity(Double(span.lower)))),
      ValueType.Member("upto", .number(Quantity(Double(span.upper)))),
      ValueType.Member("names", Self.list(names)),
      ValueType.Member("kept", Self.list(keptAs.map { [$0] } ?? [])),
    ]
    var figures = ValueType(.nothing)
    figures.members = numbers.sorted { $0.key < $1.key }.map { name, number in
      switch number {
      case .known(let value): ValueType.Member(name, .number(Quantity(Double(value))))
      case .open(let setting): ValueType.Member(name, Self.list([setting]))
      }
    }
    var layers = ValueType(.nothing)
    layers.members = nested.map { ValueType.Member($0.head, $0.type) }
    type.members += [ValueType.Member("numbers", figures), ValueType.Member("layers", layers)]
    return type
  }

  private static func list(_ names: [String]) -> ValueType {
    var type = ValueType(.nothing)
    type.classes = names
    return type
  }
}
