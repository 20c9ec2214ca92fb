public import Vocabulary

extension RasterError: Fault {
  /// 4 for inputs, 5 for outputs, 6 outside the folder, 8 over a limit.
  public var exitCode: Int32 {
    switch kind {
    case .input: 4
    case .output: 5
    case .forbidden: 6
    case .limit: 8
    }
  }
}

extension TableError: Fault {
  /// 8 for a table over the limit, 4 else.
  public var exitCode: Int32 {
    if case .tooLarge = self { 8 } else { 4 }
  }
}
