/// The accents and letters of TeX.
extension TeXText {
  /// An accent: the letters that Unicode has with it, and the mark that goes over any other.
  struct Accent {
    private let plain: [Character]
    private let marked: [Character]
    private let mark: String

    fileprivate init(_ mark: String, _ plain: String, _ marked: String) {
      self.mark = mark
      self.plain = Array(plain)
      self.marked = Array(marked)
    }

    /// A text whose first letter carries the accent.
    func on(_ text: String) -> String {
      guard let first = text.first else { return mark }
      // The accent takes the place of the dot.
      let letter: Character = first == "ı" ? "i" : first == "ȷ" ? "j" : first
      let result = plain.firstIndex(of: letter).map { String(marked[$0]) } ?? "\(letter)\(mark)"
      return result + text.dropFirst()
    }
  }

  /// The accents by their commands.
  static let accents: [String: Accent] = [
    "`": Accent("\u{300}", "aeiouAEIOUnN", "àèìòùÀÈÌÒÙǹǸ"),
    "'": Accent("\u{301}", "aeiouyAEIOUYcnszlrgCNSZLRGkK", "áéíóúýÁÉÍÓÚÝćńśźĺŕǵĆŃŚŹĹŔǴḱḰ"),
    "^": Accent("\u{302}", "aeiouAEIOUcghjswyCGHJSWYzZ", "âêîôûÂÊÎÔÛĉĝĥĵŝŵŷĈĜĤĴŜŴŶẑẐ"),
    "~": Accent("\u{303}", "anoiuANOIUeEyY", "ãñõĩũÃÑÕĨŨẽẼỹỸ"),
    "\"": Accent("\u{308}", "aeiouyAEIOUYwWhH", "äëïöüÿÄËÏÖÜŸẅẄḧḦ"),
    "=": Accent("\u{304}", "aeiouAEIOUyYgG", "āēīōūĀĒĪŌŪȳȲḡḠ"),
    ".": Accent("\u{307}", "cegzCEGIZaAoObBdDmMnN", "ċėġżĊĖĠİŻȧȦȯȮḃḂḋḊṁṀṅṄ"),
    "u": Accent("\u{306}", "aegiouAEGIOU", "ăĕğĭŏŭĂĔĞĬŎŬ"),
    "v": Accent("\u{30C}", "cdenrstzCDENRSTZaioulgkAIOULGK", "čďěňřšťžČĎĚŇŘŠŤŽǎǐǒǔľǧǩǍǏǑǓĽǦǨ"),
    "H": Accent("\u{30B}", "ouOU", "őűŐŰ"),
    "c": Accent("\u{327}", "cstCSTeEgGkKlLnNrR", "çşţÇŞŢȩȨģĢķĶļĻņŅŗŖ"),
    "k": Accent("\u{328}", "aeiuAEIUoO", "ąęįųĄĘĮŲǫǪ"),
    "r": Accent("\u{30A}", "auAU", "åůÅŮ"),
    "d": Accent("\u{323}", "aeiouAEIOUdhklmnrstzDHKLMNRSTZ", "ạẹịọụẠẸỊỌỤḍḥḳḷṃṇṛṣṭẓḌḤḲḶṂṆṚṢṬẒ"),
    "b": Accent("\u{331}", "dklnrtzDKLNRTZbB", "ḏḵḻṉṟṯẕḎḴḺṈṞṮẔḇḆ"),
  ]

  /// Letters that TeX names.
  static let letters = [
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "aa": "å",
    "AA": "Å", "l": "ł", "L": "Ł", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ",
    "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ",
  ]

  /// Signs, and the letters and relations that titles have within dollar signs.
  static let signs = [
    "&": "&", "%": "%", "$": "$", "#": "#", "_": "_", "{": "{", "}": "}", " ": " ", ",": "\u{202F}",
    "\\": " ", "@": "", "textendash": "–", "textemdash": "—", "textquoteright": "’",
    "textquoteleft": "‘", "textquotedblleft": "“", "textquotedblright": "”", "ldots": "…",
    "dots": "…", "textdegree": "°", "degree": "°", "circ": "°", "copyright": "©", "S": "§",
    "textregistered": "®", "texttrademark": "™", "times": "×", "pm": "±", "cdot": "·",
    "approx": "≈", "sim": "∼", "leq": "≤", "geq": "≥", "alpha": "α", "beta": "β", "gamma": "γ",
    "delta": "δ", "epsilon": "ε", "theta": "θ", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν",
    "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "phi": "φ", "chi": "χ", "psi": "ψ",
    "omega": "ω", "Delta": "Δ", "Sigma": "Σ", "Omega": "Ω", "LaTeX": "LaTeX", "TeX": "TeX",
  ]

  static let raised: [Character: Character] = [
    "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸",
    "9": "⁹", "+": "⁺", "-": "⁻", "−": "⁻", "n": "ⁿ",
  ]

  static let lowered: [Character: Character] = [
    "0": "₀", "1": "₁", "2": "₂", "3": "₃", "4": "₄", "5": "₅", "6": "₆", "7": "₇", "8": "₈",
    "9": "₉", "+": "₊", "-": "₋", "−": "₋",
  ]

  /// The text in small letters without accents, by which works are put in order.
  static func folded(_ text: String) -> String {
    String(
      text.lowercased().flatMap { character -> [Character] in
        if let found = folds[character] { return Array(found) }
        return character.isLetter || character.isNumber || character == " " ? [character] : []
      })
  }

  private static let folds: [Character: String] = {
    var folds: [Character: String] = [
      "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i",
      "-": " ", "–": " ", "\u{A0}": " ",
    ]
    for accent in accents.values {
      for letter in "abcdefghijklmnopqrstuvwxyz" {
        for marked in accent.on(String(letter)) { folds[marked] = String(letter) }
      }
    }
    return folds
  }()
}
