import Evaluation
import Learning
import ReferenceData
import Testing

/// The AUC of each stored fold, as the README of each data set gives it.
@Suite struct FoldReferenceTests {
  private struct Study {
    let samples: SampleMatrix
    let table: ReferenceTable
  }

  private func expect(
    _ study: Study, folds: String, areas: [Double], mean: Double, pooled: Double?
  ) throws {
    let values = try study.table.column(folds).map { "\(Int($0))" }
    let partition = try Partition.byColumn(values)
    #expect(partition.names == ["1", "2", "3", "4", "5"])
    var held = [Double](repeating: .nan, count: study.samples.count)
    var found: [Double] = []
    for fold in 0..<partition.count {
      let model = try LogisticRegression().fit(
        study.samples.selecting(partition.rows(outside: fold)), using: PlainAlgebra())
      let test = study.samples.selecting(partition.rows(in: fold))
      let probabilities = model.probabilities(for: test.features)
      for (row, p) in zip(partition.rows(in: fold), probabilities) { held[row] = p }
      let predictions = try Predictions(
        labels: test.binaryLabels(), probabilities: probabilities)
      found.append(try AreaUnderCurve(of: predictions).value)
    }
    for (a, b) in zip(found, areas) { #expect(abs(a - b) <= 5.1e-7, "\(a) is not \(b)") }
    #expect(abs(found.reduce(0, +) / 5 - mean) <= 5.1e-7)
    if let pooled {
      let all = try Predictions(labels: study.samples.binaryLabels(), probabilities: held)
      #expect(abs(try AreaUnderCurve(of: all).value - pooled) <= 5.1e-7)
    }
  }

  @Test func ecuador() throws {
    let study = Study(
      samples: try glmSamples("ecuador-lsl/lsl.csv", ecuadorNames, label: "lslpts"),
      table: try ReferenceTable("ecuador-lsl/lsl.csv"))
    try expect(
      study, folds: "fold_random", areas: [0.912829, 0.763889, 0.750817, 0.907895, 0.746929],
      mean: 0.816472, pooled: 0.807184)
    try expect(
      study, folds: "fold_spatial", areas: [0.833333, 0.803350, 0.734211, 0.800815, 0.717500],
      mean: 0.777842, pooled: 0.755853)
  }

  @Test func ecuador751() throws {
    let path = "ecuador-751/ecuador.csv"
    let six = ["dem", "slope", "hcurv", "vcurv", "log10_carea", "cslope"]
    let small = Study(
      samples: try glmSamples(path, six, label: "slides"), table: try ReferenceTable(path))
    try expect(
      small, folds: "fold_random", areas: [0.567715, 0.604097, 0.676471, 0.599923, 0.571777],
      mean: 0.603996, pooled: 0.592701)
    try expect(
      small, folds: "fold_spatial", areas: [0.530254, 0.578720, 0.680370, 0.529670, 0.557239],
      mean: 0.575251, pooled: 0.572486)
    let nine = six + ["distroad", "distdeforest", "distslidespast"]
    let large = Study(
      samples: try glmSamples(path, nine, label: "slides"), table: small.table)
    try expect(
      large, folds: "fold_random", areas: [0.708176, 0.679975, 0.716095, 0.718943, 0.703711],
      mean: 0.705380, pooled: 0.702080)
    try expect(
      large, folds: "fold_spatial", areas: [0.662043, 0.779295, 0.834186, 0.538462, 0.523850],
      mean: 0.667567, pooled: 0.682127)
    for (samples, area) in [(small.samples, 0.6184781), (large.samples, 0.7244223)] {
      let model = try LogisticRegression().fit(samples, using: PlainAlgebra())
      let fitted = try Predictions(
        labels: samples.binaryLabels(), probabilities: model.probabilities(for: samples.features))
      #expect(abs(try AreaUnderCurve(of: fitted).value - area) <= 5.1e-8)
    }
  }

  @Test func landsePixels() throws {
    let table = try ReferenceTable("landse-pixel/pixels.csv")
    let soil = try table.column("soil")
    let dummies = (2...5).map { k in soil.map { $0 == Double(k) ? 1.0 : 0 } }
    let samples = try SampleMatrix(
      names: ["dem", "slope"] + (2...5).map { "soil\($0)" },
      columns: table.columns(["dem", "slope"]) + dummies, labels: table.column("scarp"))
    let study = Study(samples: samples, table: table)
    try expect(
      study, folds: "fold_random", areas: [0.789455, 0.784986, 0.780431, 0.786602, 0.782705],
      mean: 0.784836, pooled: nil)
    try expect(
      study, folds: "fold_spatial", areas: [0.706238, 0.655052, 0.917252, 0.765028, 0.775785],
      mean: 0.763871, pooled: 0.708844)
  }
}
