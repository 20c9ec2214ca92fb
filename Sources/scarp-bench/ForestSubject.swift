import Glibc
import Learning
import Numerics

/// A random forest grown from a file of rows, as `RandomForestClassifier` grows it, and what it says
/// of the rows that follow.
///
/// The file X holds rows of 32-bit floats, y a byte for each row, 0 or 1.
enum ForestSubject: Subject {
  static let name = "forest"
  static let usage = "exact|histogram X y ROWS COLUMNS TREES"

  static func run(_ arguments: [String]) throws {
    guard arguments.count == 6, let splits = RandomForest.Splits(rawValue: arguments[0]),
      let rows = Int(arguments[3]), let columns = Int(arguments[4]), let trees = Int(arguments[5])
    else { throw UsageError() }
    let values = try read(arguments[1], as: Float.self)
    let labels = try read(arguments[2], as: UInt8.self).map { Double($0) }
    func matrix(_ range: Range<Int>) -> [[Double]] {
      (0..<columns).map { column in range.map { Double(values[$0 * columns + column]) } }
    }
    let names = (0..<columns).map { "x\($0)" }
    let training = try SampleMatrix(
      names: names, columns: matrix(0..<rows), labels: Array(labels[..<rows]))
    let test = try SampleMatrix(names: names, columns: matrix(rows..<labels.count)).features
    let random = RandomStream(seed: 1, name: "forest", purpose: "trees")

    var model: ForestModel?
    let grown = try seconds {
      model = try RandomForest(trees: trees, splits: splits).fit(training, random: random)
    }
    var probabilities: [Double] = []
    let told = (0..<5).map { _ in
      seconds { probabilities = model?.probabilities(for: test) ?? [] }
    }
    let right = zip(probabilities, labels[rows...]).count { ($0 > 0.5 ? 1 : 0) == $1 }
    tell("fit", grown)
    tell("predict", told.min() ?? 0)
    tell("accuracy", Double(right) / Double(test.rows))
  }

  private static func read<Number: BitwiseCopyable>(
    _ path: String, as type: Number.Type
  ) throws -> [Number] {
    guard let file = fopen(path, "r") else { throw UsageError() }
    defer { fclose(file) }
    fseek(file, 0, SEEK_END)
    let count = ftell(file) / MemoryLayout<Number>.size
    rewind(file)
    return [Number](unsafeUninitializedCapacity: count) { room, filled in
      filled = fread(room.baseAddress, MemoryLayout<Number>.size, count, file)
    }
  }
}
