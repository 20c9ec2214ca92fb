import Storage
import Testing

@testable import Records

/// Records held against each other, value by value.
@Suite struct VerificationTests {
  /// A record with one quantity.
  private func record(
    value: Double, tolerance: Double = 1e-9, hash: String = "00", core: String = "HASWELL"
  ) throws -> StudyRecord {
    let json: JSONValue = [
      "schema": 1, "scarp": ["version": "0"], "notebook": ["sha256": .string(Digest(of: "t").hex)],
      "inputs": [["path": "a.tif", "sha256": .string(hash)]],
      "machine": ["core": .string(core), "libraries": ["OpenBLAS": .string("0.3 1 \(core)")]],
      "results": [
        [
          "id": "quantity 1", "kind": "quantity", "words": "auc of m", "line": 3,
          "values": [
            [
              "name": "", "text": "0.8", "value": .number(value), "tolerance": .number(tolerance),
            ]
          ],
        ]
      ],
    ]
    return try StudyRecord(parsing: json.bytes(.line))
  }

  private func verify(
    _ record: StudyRecord, _ rerun: StudyRecord, hash: String = "00", text: String = "t"
  ) throws -> Verification {
    let digest = try #require(Digest(hex: String(repeating: hash, count: 32)))
    var verification = Verification(
      record, inputs: [("a.tif", digest)], text: text)
    verification.compare(record, with: rerun)
    return verification
  }

  private let hash = String(repeating: "00", count: 32)

  @Test func numbersAgreeWithinTheRecordsTolerance() throws {
    let recorded = try record(value: 0.8, hash: hash)
    #expect(try verify(recorded, record(value: 0.8, hash: hash)).agrees)
    #expect(try verify(recorded, record(value: 0.8 * (1 + 1e-10), hash: hash)).agrees)
    #expect(!(try verify(recorded, record(value: 0.8 * (1 + 1e-8), hash: hash)).agrees))
    // The rerun's tolerance does not count.
    let exact = try record(value: 0.8, tolerance: 0, hash: hash)
    #expect(!(try verify(exact, record(value: 0.8 * (1 + 1e-10), hash: hash)).agrees))
  }

  @Test func numbersWithoutAValueOrAnEndAgreeWithThemselvesOnly() throws {
    for value in [Double.nan, .infinity, -.infinity] {
      let recorded = try record(value: value, hash: hash)
      #expect(try verify(recorded, record(value: value, hash: hash)).agrees)
      #expect(!(try verify(recorded, record(value: 1, hash: hash)).agrees))
      #expect(!(try verify(record(value: 1, hash: hash), recorded).agrees))
    }
  }

  @Test func theLikeliestCauseComesFirst() throws {
    let recorded = try record(value: 0.8, hash: hash)
    let other = try record(value: 0.7, hash: hash, core: "SKYLAKEX")
    #expect(try verify(recorded, other, hash: "01", text: "u").cause == .input)
    #expect(try verify(recorded, other, text: "u").cause == .text)
    #expect(try verify(recorded, other).cause == .core)
    #expect(try verify(recorded, record(value: 0.7, hash: hash)).cause == .unexplained)
    #expect(try verify(recorded, recorded).cause == nil)
  }

  @Test func whatIsMissingDiffers() throws {
    let recorded = try record(value: 0.8, hash: hash)
    let empty = try StudyRecord(parsing: Array("{\"schema\": 1}".utf8))
    let missing = try verify(recorded, empty)
    #expect(missing.results.map(\.got) == ["nothing"])
    let extra = try verify(empty, recorded)
    #expect(extra.results.map(\.recorded) == ["nothing"])
  }

  @Test func recordsOfAnotherFormAreRefused() throws {
    #expect(throws: RecordFault.otherSchema(99)) {
      try StudyRecord(parsing: Array("{\"schema\": 99}".utf8))
    }
    #expect(throws: RecordFault.notARecord) { try StudyRecord(parsing: Array("[]".utf8)) }
    #expect(throws: RecordFault.notARecord) { try StudyRecord(parsing: [0xFF]) }
  }
}
