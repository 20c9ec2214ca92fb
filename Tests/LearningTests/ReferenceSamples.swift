import Learning
import ReferenceData
import Testing

let ecuadorNames = ["slope", "cplan", "cprof", "elev", "log10_carea"]

/// The 350 points of ecuador-lsl.
func ecuador() throws -> SampleMatrix {
  let table = try ReferenceTable("ecuador-lsl/lsl.csv")
  return try SampleMatrix(
    names: ecuadorNames, columns: table.columns(ecuadorNames), labels: table.column("lslpts"))
}

/// The 82,964 pixels of landse-pixel, soil as dummies against soil 1.
func landse() throws -> SampleMatrix {
  let table = try ReferenceTable("landse-pixel/pixels.csv")
  let soil = try table.column("soil")
  let dummies = (2...5).map { k in soil.map { $0 == Double(k) ? 1.0 : 0 } }
  return try SampleMatrix(
    names: ["dem", "slope"] + (2...5).map { "soil\($0)" },
    columns: table.columns(["dem", "slope"]) + dummies, labels: table.column("scarp"))
}

/// Compares values one by one, within a share of those expected.
func expect(
  _ found: [Double], _ expected: [Double], within share: Double,
  at location: SourceLocation = #_sourceLocation
) {
  #expect(found.count == expected.count, sourceLocation: location)
  for (a, b) in zip(found, expected) {
    #expect(
      abs(a - b) <= share * abs(b), "\(a) is not \(b) within \(share)", sourceLocation: location)
  }
}
