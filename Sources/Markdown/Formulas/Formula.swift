/// A formula as a tree, read from TeX.
public indirect enum Formula: Sendable, Equatable {
  /// A variable, in italics where it is one letter, or a function's name, upright.
  case identifier(String, isUpright: Bool)
  /// A number.
  case number(String)
  /// An operator, a relation, a bracket; `stretches` where it grows with what it encloses.
  case sign(String, stretches: Bool)
  /// Words.
  case text(String)
  /// A space, in ems.
  case space(Double)
  /// Parts side by side.
  case row([Formula])
  /// A part with what stands below and above to its right; straight below and above at limits.
  case scripts(Formula, below: Formula?, above: Formula?, isLimits: Bool)
  /// A fraction.
  case fraction(Formula, Formula)
  /// A root, a square one where it has no index.
  case root(Formula, index: Formula?)
  /// A part with a mark above or below it.
  case marked(Formula, mark: String, isBelow: Bool)
  /// Rows of cells; `isAligned` where cells stand to the right and to the left by turns.
  case table([[Formula]], isAligned: Bool)
}
