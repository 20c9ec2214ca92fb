import Diagnostics
public import Vocabulary

/// The design of a network.
public struct Net: Word {
  /// The word's entry of the manual.
  public let entry = Entry(
    "net", .value, "Designs a network, one layer on each line.",
    example: "net perceptron with n\n  input vector\n  dense n, relu\n  dense 1, sigmoid")
  let name = Parameter<[NewName]>("name", .subject, .newNames, "The network's name.")
  let open = Parameter<[NewName]>(
    "open", .after("with"), .newNames, "Numbers that are given where it is trained.", default: [])
  let layers = Parameter<[BlockLine]>("layers", .items, .lines(.layers), "The layers, in order.")

  /// Creates the word.
  public init() {}

  /// The design, after following the shapes as far as they are known here.
  public func infer(_ call: Inference) -> ValueType {
    let design = NetDesign(parameters: call.newNames(open), lines: call.argument(layers))
    var walk = ShapeWalk()
    _ = walk.walk(design)
    for problem in walk.problems {
      call.report(problem.code, problem.title, span: problem.span, help: problem.help)
    }
    return design.type(.net)
  }
}
