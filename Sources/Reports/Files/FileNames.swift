/// Names for the files of one folder: safe on every system, and each given once.
struct FileNames {
  /// The names given, in lower case: some file systems take `A` and `a` for the same.
  private var known: Set<String> = []

  /// A name for what the study calls so: `tbl-scores`, `chance`, `table 2 at fold 1`.
  ///
  /// Letters and digits of ASCII, points, hyphens and underscores stay; anything else becomes a
  /// hyphen. What would be a name a second time gets a number.
  mutating func name(for text: String) -> String {
    var name = ""
    for scalar in text.unicodeScalars {
      let isSafe =
        scalar.isASCII
        && (scalar.properties.isAlphabetic || "0123456789._-".unicodeScalars.contains(scalar))
      if isSafe {
        name.unicodeScalars.append(scalar)
      } else if !name.hasSuffix("-") {
        name += "-"
      }
    }
    name = String(name.drop { $0 == "." || $0 == "-" }.prefix(100))
    while let last = name.last, last == "." || last == "-" { name.removeLast() }
    if name.isEmpty { name = "unnamed" }
    var distinct = name
    var count = 1
    while !known.insert(distinct.lowercased()).inserted {
      count += 1
      distinct = "\(name)-\(count)"
    }
    return distinct
  }
}
