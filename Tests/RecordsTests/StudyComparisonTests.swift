import Storage
import Testing

@testable import Records

/// Two records held against each other.
@Suite struct StudyComparisonTests {
  /// A result with values: numbers where they read as such.
  private func result(
    _ id: String, _ kind: String, _ words: String, _ values: [(String, String)]
  ) -> JSONValue {
    [
      "id": .string(id), "kind": .string(kind), "words": .string(words), "line": 1,
      "values": .array(
        values.map { name, text in
          var json: JSONValue = ["name": .string(name), "text": .string(text)]
          if let number = Double(text) {
            json["value"] = .number(number)
            json["tolerance"] = number == number.rounded() ? 0 : 1e-9
          }
          return json
        }),
    ]
  }

  private func record(
    _ results: [JSONValue], hash: String = "00", seed: String = "1", remarks: [JSONValue] = []
  ) throws -> StudyRecord {
    let json: JSONValue = [
      "schema": 1, "scarp": ["version": "0"], "seed": .string(seed),
      "notebook": ["name": "a.md", "sha256": "aa"],
      "inputs": [["path": "a.tif", "sha256": .string(hash)]],
      "machine": ["core": "HASWELL"], "results": .array(results), "remarks": .array(remarks),
    ]
    return try StudyRecord(parsing: json.bytes(.line))
  }

  @Test func resultsAreFoundByLabelOrWordsWhereverTheyStand() throws {
    let before = try record([
      result("quantity 1", "quantity", "count of places", [("", "40")]),
      result("quantity 2", "quantity", "auc of m", [("", "0.8")]),
      result("tbl-a", "table", "show a", [("row 1, AUC", "0.5")]),
    ])
    let after = try record([
      result("tbl-a", "table", "show a, b", [("row 1, AUC", "0.5")]),
      result("quantity 1", "quantity", "cell of dem", [("", "20")]),
      result("quantity 2", "quantity", "count of places", [("", "40")]),
      result("quantity 3", "quantity", "auc of m", [("", "0.75")]),
    ])
    let comparison = StudyComparison(from: before, to: after)
    #expect(comparison.agreeing == 2)
    #expect(comparison.results.map(\.name) == ["cell of dem", "auc of m"])
    #expect(comparison.results[0].before == nil)
    let change = try #require(comparison.results[1].changes.first)
    #expect(change.before == "0.8" && change.after == "0.75")
    #expect(abs((change.difference ?? 0) + 0.05) < 1e-12)
    #expect(abs((change.relative ?? 0) + 0.0625) < 1e-12)
    #expect(comparison.causes == [.unexplained])
  }

  @Test func aDifferenceWithinTheToleranceOfVerifyIsNone() throws {
    let before = try record([result("quantity 1", "quantity", "auc", [("", "0.8000000000000001")])])
    let after = try record([result("quantity 1", "quantity", "auc", [("", "0.8")])])
    #expect(StudyComparison(from: before, to: after).agrees)
    let counts = try record([result("quantity 1", "quantity", "n", [("", "40")])])
    let more = try record([result("quantity 1", "quantity", "n", [("", "41")])])
    #expect(!StudyComparison(from: counts, to: more).agrees)
  }

  @Test func rowsOfTablesAreFoundByTheirWords() throws {
    let before = result(
      "tbl-s", "table", "show scores",
      [
        ("row 1, Model", "glm"), ("row 1, AUC", "0.7"), ("row 1, Old", "1"),
        ("row 2, Model", "forest"), ("row 2, AUC", "0.8"),
      ])
    let after = result(
      "tbl-s", "table", "show scores",
      [
        ("row 1, Model", "tree"), ("row 1, AUC", "0.6"),
        ("row 2, Model", "forest"), ("row 2, AUC", "0.85"), ("row 2, New", "2"),
        ("row 3, Model", "glm"), ("row 3, AUC", "0.7"),
      ])
    let comparison = StudyComparison(from: try record([before]), to: try record([after]))
    let table = try #require(comparison.results.first?.table)
    #expect(table.heads == ["Model", "AUC"])
    #expect(table.lostHeads == ["Old"] && table.newHeads == ["New"])
    #expect(table.rows.map(\.before) == [nil, 2, 1])
    #expect(comparison.results.first?.changes.map(\.name) == ["forest, AUC"])
    // Without words in front, rows are those of the same number.
    let numbers = TableComparison(
      from: try #require(RecordedResult(result("t", "table", "t", [("row 1, A", "1")]))),
      to: try #require(
        RecordedResult(result("t", "table", "t", [("row 1, A", "2"), ("row 2, A", "1")]))))
    #expect(numbers.rows.map(\.before) == [1, nil])
  }

  @Test func verdictsRemarksAndCausesAreTold() throws {
    func claim(_ verdict: String) -> JSONValue {
      result("claim 1", "claim", "auc of m", [("found", "0.8"), ("verdict", verdict)])
    }
    let warning: JSONValue = ["code": "W230", "title": "two places"]
    let before = try record([claim("reproduced")], remarks: [warning, warning])
    let after = try record(
      [claim("differs")], hash: "11", seed: "2",
      remarks: [warning, ["code": "W241", "title": "x"]])
    let comparison = StudyComparison(from: before, to: after)
    #expect(comparison.results.first?.verdicts?.after == "differs")
    #expect(comparison.inputs.map(\.name) == ["file a.tif"])
    #expect(comparison.settings.map(\.name) == ["seed"])
    #expect(comparison.causes == [.input, .setting])
    #expect(comparison.remarks.map(\.before) == ["W230 two places", nil])
    #expect(comparison.remarks.map(\.after) == [nil, "W241 x"])
    let json = comparison.json
    #expect(json["same"]?.bool == false)
    #expect(json["inputs"]?.array?.first?["after"]?.string == "11")
  }

  @Test func whatARecordLacksOrInventsIsNoReasonToEnd() throws {
    let odd = try StudyRecord(
      parsing: Array(
        #"{"schema":1,"inputs":7,"results":[{"id":"x"},{"id":"tbl-a","kind":"table","words":"","line":1,"values":[{"name":"row 9999999, A","text":"1"},{"name":"row 0, A","text":"1"},{"name":"row -1","text":"1"}]}],"settings":[null],"statements":[{"members":4,"names":["a"]}]}"#
          .utf8))
    let comparison = StudyComparison(from: odd, to: try record([]))
    #expect(!comparison.agrees)
    #expect(StudyComparison(from: odd, to: odd).agrees)
  }
}
