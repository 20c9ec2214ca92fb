public import Diagnostics

/// What the run lends to a word.
public protocol RunEnvironment: Sendable {
  /// The study's seed.
  var seed: UInt64 { get }
  /// How many threads the word may use; the result must not depend on it.
  var threads: Int { get }
  /// The path at which to write a payload file of this statement.
  func payload(_ name: String) throws -> String
  /// The reference under which that payload is kept.
  func reference(_ name: String) -> PayloadReference
  /// The path at which to read a payload of an earlier statement, verified.
  func path(of payload: PayloadReference) throws -> String
  /// The path of an input file beneath the study's data folder, verified to lie there.
  func input(_ name: String) throws -> String
  /// A service of the worker, such as the reader of file formats; `nil` where it has none.
  func service<Service>(_ type: Service.Type) -> Service?
  /// Tells how far the statement is, from 0 to 1.
  func progress(_ share: Double)
  /// Adds a remark to the statement in the report.
  func warn(_ code: Code, _ title: String, help: [String])
}

/// One member of a family, with its value.
public struct FamilyMember: Sendable {
  /// Which member; empty for a value that is no family.
  public let coordinates: [Coordinate]
  /// Its value.
  public let value: any Value

  /// Creates a member.
  public init(_ coordinates: [Coordinate], _ value: any Value) {
    self.coordinates = coordinates
    self.value = value
  }

  /// The member's name for a table: its coordinates, or nothing.
  public var label: String { coordinates.map(\.member).joined(separator: ", ") }
}

/// Places of which a fold can be held out.
public protocol Foldable: Value {
  /// These places without those of one fold.
  func without(fold: Int, of folds: any Value) throws -> Self
  /// Those of these places that are in one fold.
  func only(fold: Int, of folds: any Value) throws -> Self
}

/// The fold that a call must not learn from.
public struct HeldOutFold: Sendable {
  /// The division into folds.
  public let folds: any Value
  /// The fold held out, from 0.
  public let index: Int

  /// Creates a selection.
  public init(folds: any Value, index: Int) {
    self.folds = folds
    self.index = index
  }
}

/// The arguments of one call in the run, with the values of what they name.
public struct Call: Sendable {
  /// Finds the members of an earlier value, at the coordinates of the current member.
  public typealias Lookup =
    @Sendable (Reference, _ coordinates: [Coordinate]) throws ->
    [FamilyMember]

  /// The call as checked.
  public let bound: BoundCall
  /// The names that the statement defines.
  public let names: [String]
  /// Which member of a family this call makes.
  public let coordinates: [Coordinate]
  /// The fold that the call must not learn from, where it is made for a fold.
  public let heldOut: HeldOutFold?
  /// How the call's model is fitted again, where it is.
  public let refit: Refit?
  /// The run.
  public let environment: any RunEnvironment
  /// What the statements that a ``GatheringWord`` gathers have made, in page order.
  public let gathered: [any Value]
  let lookup: Lookup

  /// Creates a call.
  public init(
    bound: BoundCall, names: [String], coordinates: [Coordinate], heldOut: HeldOutFold?,
    refit: Refit? = nil, environment: any RunEnvironment, gathered: [any Value] = [],
    lookup: @escaping Lookup
  ) {
    self.bound = bound.narrowed(to: coordinates)
    self.names = names
    self.coordinates = coordinates
    self.heldOut = heldOut
    self.refit = refit
    self.environment = environment
    self.gathered = gathered
    self.lookup = lookup
  }

  /// The key of this member's random numbers: the defined name and the coordinates, never a line
  /// number or a setting.
  public var randomName: String {
    ([names.first ?? bound.word.entry.phrase] + coordinates.map { "\($0.axis)=\($0.member)" }
      + (heldOut.map { ["held out \($0.index)"] } ?? [])).joined(separator: "/")
  }

  /// The same call with another word's arguments: for quantity phrases within checks and claims.
  public func nested(_ bound: BoundCall, at coordinates: [Coordinate]) -> Call {
    Call(
      bound: bound, names: [], coordinates: coordinates, heldOut: nil, environment: environment,
      lookup: lookup)
  }

  /// Whether the call gives the parameter.
  public func gives(_ parameter: any AnyParameter) -> Bool {
    bound.arguments[parameter.name] != nil
  }

  /// The argument of a parameter as written.
  public func argument(_ parameter: any AnyParameter) -> Argument? {
    bound.arguments[parameter.name]
  }

  /// The argument of a parameter, or its default.
  public subscript<Value>(parameter: Parameter<Value>) -> Value {
    get throws {
      guard let argument = bound.arguments[parameter.name] else {
        if let value = parameter.defaultValue { return value }
        throw CallFault.missing(parameter.name)
      }
      let forms = try candidates(argument, of: parameter)
      guard let value = convert(forms, to: Value.self) else {
        throw CallFault.mismatch(parameter.name, expected: "\(Value.self)")
      }
      return value
    }
  }

  /// All members that an argument names, each with the mention it came from.
  ///
  /// - Parameters:
  ///   - parameter: the parameter.
  ///   - refit: how the models are fitted again; only a ``RefittingWord`` may ask for that.
  /// - Returns: the members, in the order of mention.
  /// - Throws: what finding a value throws.
  public func members<Value>(
    _ parameter: Parameter<Value>, refit: Refit? = nil
  ) throws -> [(mention: Reference, member: FamilyMember)] {
    guard let argument = bound.arguments[parameter.name] else { return [] }
    return try argument.references.flatMap { reference in
      var mention = reference
      mention.refit = refit
      return try lookup(mention, coordinates).map { (mention, $0) }
    }
  }

  /// All members of one mention, at the coordinates of this call.
  public func members(of reference: Reference) throws -> [FamilyMember] {
    try lookup(reference, coordinates)
  }

  /// The value of one mention, which must not be a family here.
  public func value(of reference: Reference) throws -> any Value {
    let members = try lookup(reference, coordinates)
    guard members.count == 1 else {
      throw CallFault.mismatch(reference.text, expected: "one value, not \(members.count)")
    }
    return members[0].value
  }

  private func candidates(
    _ argument: Argument, of parameter: any AnyParameter
  ) throws -> Candidates {
    switch argument.content {
    case .reference(let reference), .labelled(let reference, _):
      var value = try value(of: reference)
      if parameter.learns != nil, let heldOut, let places = value as? any Foldable {
        value = try places.without(fold: heldOut.index, of: heldOut.folds)
      }
      if let kept = refit?.layers, let layers = value as? any Layered {
        value = try layers.refitted(kept)
      }
      if let number = value as? NumberValue { return .forms(forms(of: number.quantity) + [number]) }
      return .forms([value, reference])
    case .list(let parts), .each(let parts):
      return .list(try parts.map { try candidates($0, of: parameter) })
    case .quantity(let quantity): return .forms(forms(of: quantity))
    case .word(let text), .text(let text): return .forms([text])
    case .unit(let unit): return .forms([unit])
    case .flag: return .forms([true])
    case .newNames(let names): return .forms([names, names.map(\.name)])
    case .range(let low, let high): return .forms([[low, high], [low.value, high.value]])
    case .pair(let a, let b):
      return .list([try candidates(a, of: parameter), try candidates(b, of: parameter)])
    case .shares(let shares): return .forms([shares])
    case .expression(let expression): return .forms([expression])
    case .phrase(let phrase): return .forms([phrase])
    case .metric(let name, _): return .forms([name])
    case .claim(let claim): return .forms([claim])
    case .tolerance(let tolerance): return .forms([tolerance])
    case .lines(let lines): return .forms([lines])
    }
  }

  private func forms(of quantity: Quantity) -> [any Sendable] {
    let whole = Int(exactly: quantity.value)
    return [quantity, quantity.unit == .percent ? quantity.base : quantity.value]
      + (whole.map { [$0] } ?? [])
  }
}

/// Why a call cannot give an argument: a word asks for what its declaration does not promise.
public enum CallFault: Error, Sendable, Equatable {
  /// A required argument is not there.
  case missing(String)
  /// The argument is of another type.
  case mismatch(String, expected: String)
}

/// The forms in which one argument can be had, before a word's type picks one.
private enum Candidates {
  case forms([any Sendable])
  case list([Candidates])
}

private protocol ListForm {
  static func make(_ parts: [Candidates]) -> Any?
}

private protocol OptionalForm {
  static func make(_ candidates: Candidates) -> Any?
}

extension Array: ListForm {
  fileprivate static func make(_ parts: [Candidates]) -> Any? {
    var result: [Element] = []
    for part in parts {
      guard let element = convert(part, to: Element.self) else { return nil }
      result.append(element)
    }
    return result
  }
}

extension Optional: OptionalForm {
  fileprivate static func make(_ candidates: Candidates) -> Any? {
    convert(candidates, to: Wrapped.self)
  }
}

private func convert<Wanted>(_ candidates: Candidates, to type: Wanted.Type) -> Wanted? {
  if let optional = type as? any OptionalForm.Type {
    // What cannot be converted is a mismatch, never the absence of a value.
    guard let wanted = optional.make(candidates) else { return nil }
    return wanted as? Wanted
  }
  switch candidates {
  case .forms(let forms):
    for form in forms { if let wanted = form as? Wanted { return wanted } }
    if let list = type as? any ListForm.Type { return list.make([candidates]) as? Wanted }
    return nil
  case .list(let parts):
    return (type as? any ListForm.Type)?.make(parts) as? Wanted
  }
}
