import Learning
import ReferenceData

let ecuadorNames = ["slope", "cplan", "cprof", "elev", "log10_carea"]

/// Some columns of a reference table with its labels.
func glmSamples(_ path: String, _ names: [String], label: String) throws -> SampleMatrix {
  let table = try ReferenceTable(path)
  return try SampleMatrix(
    names: names, columns: table.columns(names), labels: table.column(label))
}
