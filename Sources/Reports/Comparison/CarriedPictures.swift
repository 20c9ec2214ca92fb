/// The pictures that a report shows, as another page may show them again.
struct CarriedPictures {
  /// The picture of each figure that has a label, by the label.
  private var labelled: [String: DataURI] = [:]
  /// The pictures in page order.
  private var all: [DataURI?] = []

  /// Finds the pictures of a report; none in a file that is none.
  init(in html: [UInt8]) {
    var rest = html[...]
    while let start = rest.firstRange(of: Array("<figure".utf8)) {
      rest = rest[start.upperBound...]
      guard let end = rest.firstIndex(of: UInt8(ascii: ">")),
        let close = rest.firstRange(of: Array("</figure>".utf8)), end < close.lowerBound
      else { return }
      let picture = Self.picture(in: rest[end..<close.lowerBound])
      all.append(picture)
      if let id = Self.value(of: "id", in: rest[..<end]), labelled[id] == nil {
        labelled[id] = picture
      }
      rest = rest[close.upperBound...]
    }
  }

  /// The picture of a figure: by its label, or else by which of all figures it is.
  func picture(_ id: String, place: (index: Int, count: Int)) -> DataURI? {
    if let picture = labelled[id] { return picture }
    return place.count == all.count && place.index < all.count ? all[place.index] : nil
  }

  private static func picture(in content: ArraySlice<UInt8>) -> DataURI? {
    guard let start = content.firstRange(of: Array("<img ".utf8)) else { return nil }
    let tag = content[start.upperBound...]
    guard let end = tag.firstIndex(of: UInt8(ascii: ">")) else { return nil }
    return value(of: "src", in: tag[..<end]).flatMap { DataURI(carried: $0) }
  }

  /// The value of an attribute of a tag, as ``HTMLWriter`` writes it.
  private static func value(of name: String, in tag: ArraySlice<UInt8>) -> String? {
    // The space before the first attribute of `<img ` was read with it.
    let padded = [UInt8(ascii: " ")] + tag
    guard let start = padded.firstRange(of: Array(" \(name)=\"".utf8)),
      let end = padded[start.upperBound...].firstIndex(of: UInt8(ascii: "\""))
    else { return nil }
    return HTMLText.plain(padded[start.upperBound..<end])
  }
}
