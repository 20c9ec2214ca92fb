public import Vocabulary

/// The reader of file formats, as the worker lends it to words.
public struct FormatService: Sendable {
  /// The reader.
  public let formats: any FormatReader

  /// Wraps a reader.
  public init(_ formats: any FormatReader) { self.formats = formats }
}

extension RunEnvironment {
  /// The worker's reader of file formats.
  ///
  /// - Throws: ``RasterError/noFormats`` where the worker has none.
  public func formats() throws -> any FormatReader {
    guard let service = service(FormatService.self) else { throw RasterError.noFormats }
    return service.formats
  }

  /// Opens an input file, beneath the study's data folder.
  public func open(input name: String) throws -> InputFile {
    try InputFile(verified: input(name), name: name)
  }
}
