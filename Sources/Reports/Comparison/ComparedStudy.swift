public import Records

/// A study that is compared with another, with what its report carries.
public struct ComparedStudy: Sendable {
  /// What the comparison calls it: the name of its file.
  public let name: String
  /// What it found.
  public let record: StudyRecord
  /// Its text; nil where only its record is at hand.
  public let text: String?
  let pictures: CarriedPictures

  /// Takes a record alone.
  public init(name: String, record: StudyRecord) {
    (self.name, self.record) = (name, record)
    text = nil
    pictures = CarriedPictures(in: [])
  }

  /// Takes a study out of its report.
  ///
  /// - Returns: nil where the bytes are no report.
  /// - Throws: ``RecordFault`` where its record cannot be read.
  public init?(name: String, report html: [UInt8]) throws(RecordFault) {
    let attachments = Attachment.carried(in: html)
    guard let record = attachments.first(where: { $0.name == StudyReport.recordName }) else {
      return nil
    }
    self.name = name
    self.record = try StudyRecord(parsing: Array(record.text.utf8))
    text = attachments.first { $0.name != StudyReport.recordName }?.text
    pictures = CarriedPictures(in: html)
  }

  /// The pictures of the figures of a comparison, found by the figure.
  func picture(of figure: RecordedResult?) -> DataURI? {
    guard let figure else { return nil }
    let figures = record.results.filter { $0.kind == .figure }
    let index = figures.firstIndex { $0.id == figure.id } ?? 0
    return pictures.picture(figure.id, place: (index, figures.count))
  }
}

extension StudyComparison {
  /// Compares two studies.
  public init(from before: ComparedStudy, to after: ComparedStudy) {
    var texts: (before: String, after: String)?
    if let old = before.text, let new = after.text { texts = (old, new) }
    self.init(from: before.record, to: after.record, texts: texts)
  }
}
