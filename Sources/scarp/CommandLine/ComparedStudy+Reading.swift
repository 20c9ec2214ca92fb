import Glibc
import Records
import Reports
import Storage
import Vocabulary

extension ComparedStudy {
  /// The most bytes of a report or a record that are read.
  private static let limit = 256 << 20

  /// Reads a report, or a record that lies beside one.
  ///
  /// - Throws: ``StorageFault``, ``ReportFileFault``.
  static func read(_ path: String) throws -> ComparedStudy {
    let bytes: [UInt8]
    do {
      bytes = try FilePath.bytes(of: path, limit: limit)
    } catch StorageFault.cannotRead(_, EFBIG) {
      throw ReportFileFault.tooLarge(path: path, megabytes: limit >> 20)
    }
    do {
      if let study = try ComparedStudy(name: path, report: bytes) { return study }
      return ComparedStudy(name: path, record: try StudyRecord(parsing: bytes))
    } catch RecordFault.otherSchema(let schema) {
      throw ReportFileFault.otherSchema(path: path, found: schema)
    } catch RecordFault.notARecord {
      let isPage = bytes.firstRange(of: Array("<html".utf8)) != nil
      throw ReportFileFault.notARecord(path: path, isPage: isPage)
    }
  }
}

/// Why a file cannot be compared.
enum ReportFileFault: Fault, Equatable {
  /// It is longer than is read.
  case tooLarge(path: String, megabytes: Int)
  /// It holds no record, or a damaged one.
  case notARecord(path: String, isPage: Bool)
  /// Its record has a form that this version does not read.
  case otherSchema(path: String, found: Int)

  var message: String {
    switch self {
    case .tooLarge(let path, let megabytes): "\(path) is larger than \(megabytes) MiB"
    case .notARecord(let path, true):
      "\(path) is a page without the record of a study, or with a damaged one"
    case .notARecord(let path, false): "\(path) is neither a report nor the record of a study"
    case .otherSchema(let path, let found):
      "the record of \(path) has form \(found), and this version of Scarp reads form "
        + "\(StudyRecord.schema)"
    }
  }

  var advice: String {
    switch self {
    case .tooLarge: "Compare the records that lie beside the reports: STUDY.record.json."
    case .notARecord: "Name a report that scarp run wrote, or its STUDY.record.json."
    case .otherSchema: "Compare them with the version of Scarp that made it."
    }
  }

  var exitCode: Int32 {
    switch self {
    case .tooLarge: 8
    case .notARecord, .otherSchema: 4
    }
  }
}
