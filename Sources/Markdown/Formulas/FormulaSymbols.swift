/// What TeX's commands mean.
enum FormulaSymbols {
  /// Letters.
  static let letters = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε",
    "zeta": "ζ", "eta": "η", "theta": "θ", "vartheta": "ϑ", "iota": "ι", "kappa": "κ",
    "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ",
    "tau": "τ", "upsilon": "υ", "phi": "ϕ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω",
    "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π",
    "Sigma": "Σ", "Upsilon": "Υ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω", "ell": "ℓ",
    "infty": "∞", "emptyset": "∅",
  ]

  /// Operators and relations.
  static let signs = [
    "times": "×", "cdot": "⋅", "div": "÷", "pm": "±", "mp": "∓", "ast": "∗", "star": "⋆",
    "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "ne": "≠", "neq": "≠", "ll": "≪", "gg": "≫",
    "approx": "≈", "sim": "∼", "simeq": "≃", "equiv": "≡", "propto": "∝", "in": "∈",
    "notin": "∉", "subset": "⊂", "subseteq": "⊆", "cup": "∪", "cap": "∩", "setminus": "∖",
    "to": "→", "rightarrow": "→", "leftarrow": "←", "Rightarrow": "⇒", "Leftrightarrow": "⇔",
    "mapsto": "↦", "mid": "∣", "parallel": "∥", "perp": "⟂", "angle": "∠", "circ": "∘",
    "degree": "°", "partial": "∂", "nabla": "∇", "forall": "∀", "exists": "∃", "neg": "¬",
    "land": "∧", "wedge": "∧", "lor": "∨", "vee": "∨", "sum": "∑", "prod": "∏", "int": "∫",
    "iint": "∬", "oint": "∮", "bigcup": "⋃", "bigcap": "⋂", "ldots": "…", "dots": "…",
    "cdots": "⋯", "vdots": "⋮", "prime": "′", "lbrace": "{", "rbrace": "}", "{": "{", "}": "}",
    "%": "%", "#": "#", "&": "&", "_": "_", "$": "$", "lfloor": "⌊", "rfloor": "⌋",
    "lceil": "⌈", "rceil": "⌉", "langle": "⟨", "rangle": "⟩", "lvert": "|", "rvert": "|",
    "lVert": "‖", "rVert": "‖", "|": "‖", "colon": ":", "odot": "⊙", "oplus": "⊕", "otimes": "⊗",
  ]

  /// Spaces, in ems.
  static let spaces = [
    ",": 0.167, ":": 0.222, ";": 0.278, "!": -0.167, " ": 0.33, "quad": 1, "qquad": 2,
  ]

  /// Marks above or below a part.
  static let marks = [
    "hat": "^", "widehat": "^", "bar": "¯", "overline": "¯", "tilde": "~", "widetilde": "~",
    "vec": "→", "dot": "˙", "ddot": "¨", "underline": "_",
  ]

  /// Functions, whose names stand upright.
  static let functions: Set<String> = [
    "sin", "cos", "tan", "cot", "sec", "csc", "arcsin", "arccos", "arctan", "sinh", "cosh",
    "tanh", "log", "ln", "lg", "exp", "max", "min", "sup", "inf", "lim", "arg", "det", "dim",
    "gcd", "Pr", "deg", "ker",
  ]

  /// Brackets that `\left` and `\right` take.
  static let delimiters = [
    "{": "{", "}": "}", "lbrace": "{", "rbrace": "}", "lfloor": "⌊", "rfloor": "⌋",
    "lceil": "⌈", "rceil": "⌉", "langle": "⟨", "rangle": "⟩", "lvert": "|", "rvert": "|",
    "lVert": "‖", "rVert": "‖", "|": "‖", "vert": "|", "Vert": "‖",
  ]

  /// Environments with their brackets.
  static let environments = [
    "aligned": (opening: "", closing: ""), "align": (opening: "", closing: ""),
    "align*": (opening: "", closing: ""), "matrix": (opening: "", closing: ""),
    "pmatrix": (opening: "(", closing: ")"), "bmatrix": (opening: "[", closing: "]"),
    "vmatrix": (opening: "|", closing: "|"), "cases": (opening: "{", closing: ""),
  ]

  /// Letters with doubled strokes.
  static let blackboard = [
    "R": "ℝ", "N": "ℕ", "Z": "ℤ", "Q": "ℚ", "C": "ℂ", "P": "ℙ", "E": "𝔼", "1": "𝟙",
  ]

  /// Latin letters and digits in bold.
  ///
  /// - Throws: ``FormulaReader/NotRead`` for anything else.
  static func bold(_ text: String) throws -> String {
    var bold = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let start: UInt32
      let first: Unicode.Scalar
      switch scalar {
      case "A"..."Z": (start, first) = (0x1D400, "A")
      case "a"..."z": (start, first) = (0x1D41A, "a")
      case "0"..."9": (start, first) = (0x1D7CE, "0")
      default: throw FormulaReader.NotRead()
      }
      guard let letter = Unicode.Scalar(start + scalar.value - first.value) else {
        throw FormulaReader.NotRead()
      }
      bold.append(letter)
    }
    return String(bold)
  }
}
