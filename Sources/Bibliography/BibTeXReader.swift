import Diagnostics

/// Reads a file of BibTeX into its entries.
///
/// What stands outside of entries is passed over, as BibTeX does. A mistake costs the entry that holds
/// it; reading goes on at the next line that starts with `@`.
struct BibTeXReader {
  /// An entry as it is written.
  struct Entry {
    /// `article`, in small letters.
    let type: String
    let key: String
    let keySpan: Span
    /// The values in TeX, by names in small letters.
    var fields: [String: String] = [:]
    /// The whole entry, from its `@` to its closing brace.
    var span: Span
    /// The abbreviations that it uses.
    var uses: Set<String> = []
  }

  /// An abbreviation: `@string{nhess = "Natural Hazards"}`.
  struct Abbreviation {
    let value: String
    let span: Span?
    let uses: Set<String>
  }

  private struct Fault: Error {
    let title: String
    let offset: Int
    let help: String
  }

  private(set) var entries: [Entry] = []
  private(set) var abbreviations: [String: Abbreviation] = Dictionary(
    uniqueKeysWithValues: zip(
      ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
      [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
      ]
    ).map { ($0, Abbreviation(value: $1, span: nil, uses: [])) })
  private(set) var remarks: [Bibliography.Remark] = []
  /// Where the entry of a key stands among the entries; keys in small letters.
  private var index: [String: Int] = [:]

  /// After so many mistakes a file is no BibTeX, and what follows is not read.
  private static let mostFaults = 20

  private let bytes: [UInt8]
  private var position = 0
  /// The key of the entry that is being read.
  private var current: String?

  init(_ source: Source) { bytes = source.bytes }

  mutating func read() {
    var faults = 0
    while let at = bytes[position...].firstIndex(of: UInt8(ascii: "@")) {
      position = at + 1
      current = nil
      do throws(Fault) {
        try command(from: at)
      } catch {
        remarks.append(
          Bibliography.Remark(
            code: .bibliographySyntax, title: error.title,
            span: Span(error.offset, error.offset), help: error.help, key: current))
        faults += 1
        if faults == Self.mostFaults { return }
        position = nextCommand(after: at)
      }
    }
  }

  /// The entry of a key, whose letters may be small or capital.
  func entry(_ key: String) -> Entry? { index[key.lowercased()].map { entries[$0] } }

  /// The next line that starts with `@`, or the end.
  private func nextCommand(after at: Int) -> Int {
    var index = at + 1
    while let end = bytes[index...].firstIndex(of: 0x0A) {
      index = end + 1
      let first = bytes[index...].firstIndex { !Self.isBlank($0) }
      if let first, bytes[first] == UInt8(ascii: "@") { return first }
    }
    return bytes.count
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = next, Self.isBlank(byte) || byte == 0x0A || byte == 0x0D { position += 1 }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  // MARK: Commands

  private mutating func command(from at: Int) throws(Fault) {
    let type = word().lowercased()
    skipSpace()
    // An address or a stray sign between entries.
    guard !type.isEmpty, let opening = next,
      opening == UInt8(ascii: "{") || opening == UInt8(ascii: "(")
    else { return }
    position += 1
    let closing = opening == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: ")")
    var uses: Set<String> = []
    switch type {
    case "comment":
      position -= 1
      if closing == UInt8(ascii: "}") { _ = try group(of: "comment", from: at) }
    case "preamble":
      _ = try value(&uses, of: "preamble")
      try close(closing, of: "preamble", from: at)
    case "string":
      skipSpace()
      let name = word().lowercased()
      try equals(after: name)
      let value = try value(&uses, of: name)
      try close(closing, of: "@string", from: at)
      abbreviations[name] = Abbreviation(value: value, span: Span(at, position), uses: uses)
    default: try entry(type, from: at, closing: closing)
    }
  }

  private mutating func entry(_ type: String, from at: Int, closing: UInt8) throws(Fault) {
    skipSpace()
    let start = position
    while let byte = next, byte != UInt8(ascii: ","), byte != closing, byte != 0x0A,
      byte != 0x0D, byte != UInt8(ascii: "="), !Self.isBlank(byte)
    {
      position += 1
    }
    let key = String(decoding: bytes[start..<position], as: UTF8.self)
    let keySpan = Span(start, position)
    skipSpace()
    guard !key.isEmpty, next == UInt8(ascii: ",") || next == closing else {
      throw Fault(
        title: "an entry @\(type) has no key", offset: at,
        help: "Write @\(type){key, and then the fields.")
    }
    current = key
    var entry = Entry(type: type, key: key, keySpan: keySpan, span: keySpan)
    while true {
      skipSpace()
      if next == UInt8(ascii: ",") {
        position += 1
        continue
      }
      if next == closing { break }
      let place = position
      let name = word().lowercased()
      guard !name.isEmpty else {
        throw Fault(
          title: next == nil
            ? "the entry “\(key)” is never closed"
            : "the entry “\(key)” holds something that is no field",
          offset: next == nil ? at : place,
          help: "Write “name = {value},” for each field, and a closing brace after the last.")
      }
      try equals(after: name)
      let value = try value(&entry.uses, of: name)
      if entry.fields[name] == nil { entry.fields[name] = value }
      skipSpace()
      guard next == UInt8(ascii: ",") || next == closing else {
        throw Fault(
          title: "expected a comma after the field “\(name)” of “\(key)”",
          offset: place, help: "Count its braces, and write a comma after it.")
      }
    }
    position += 1
    entry.span = Span(at, position)
    guard let first = index[key.lowercased()] else {
      index[key.lowercased()] = entries.count
      entries.append(entry)
      return
    }
    let name = entries[first].key
    remarks.append(
      Bibliography.Remark(
        code: .bibliographyKeyTwice, title: "two entries have the key “\(name)”",
        span: keySpan, help: "Delete one of them, or give it another key.", key: name))
  }

  // MARK: Parts

  private mutating func word() -> String {
    let start = position
    while let byte = next, Self.isWord(byte) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
    default: "-_:.+/!?&*<>|;$^".utf8.contains(byte)
    }
  }

  private mutating func equals(after name: String) throws(Fault) {
    skipSpace()
    guard !name.isEmpty, next == UInt8(ascii: "=") else {
      throw Fault(
        title: name.isEmpty ? "a value has no name" : "expected “=” after “\(name)”",
        offset: min(position, bytes.count), help: "Write “name = {value}”.")
    }
    position += 1
  }

  private mutating func close(_ closing: UInt8, of what: String, from at: Int) throws(Fault) {
    skipSpace()
    guard next == closing else {
      throw Fault(
        title: "\(what) is never closed", offset: at, help: "Write its closing brace.")
    }
    position += 1
  }

  /// The content of a group in braces; the position is at its opening one.
  private mutating func group(of name: String, from at: Int) throws(Fault) -> String {
    var depth = 0
    let start = position + 1
    while let byte = next {
      position += 1
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      if depth == 0 { return String(decoding: bytes[start..<(position - 1)], as: UTF8.self) }
    }
    throw Fault(
      title: "the braces of “\(name)” are never closed", offset: at,
      help: "Count the braces from here on: each { needs its }.")
  }

  private mutating func quoted(of name: String, from at: Int) throws(Fault) -> String {
    var depth = 0
    let start = position + 1
    position += 1
    while let byte = next {
      position += 1
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      if byte == UInt8(ascii: "\""), depth == 0 {
        return String(decoding: bytes[start..<(position - 1)], as: UTF8.self)
      }
    }
    throw Fault(
      title: "the quotes of “\(name)” are never closed", offset: at,
      help: "Write the closing quote; a quote within stands in braces.")
  }

  /// A value: groups, quotes, numbers and abbreviations, joined by `#`.
  private mutating func value(
    _ uses: inout Set<String>, of name: String
  ) throws(Fault) -> String {
    var value = ""
    while true {
      skipSpace()
      let start = position
      switch next {
      case UInt8(ascii: "{"): value += try group(of: name, from: start)
      case UInt8(ascii: "\""): value += try quoted(of: name, from: start)
      default:
        let word = word()
        guard !word.isEmpty else {
          throw Fault(
            title: "“\(name)” has no value", offset: start, help: "Write it in braces: {value}.")
        }
        if word.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
          value += word
        } else if let abbreviation = abbreviations[word.lowercased()] {
          value += abbreviation.value
          uses.insert(word.lowercased())
        } else {
          remarks.append(
            Bibliography.Remark(
              code: .bibliographyText, title: "“\(word)” is no abbreviation that @string defines",
              span: Span(start, position),
              help: nearest(to: word, among: abbreviations.keys.sorted()).map {
                "Did you mean “\($0)”?"
              } ?? "Put the value in braces: {\(word)}."))
          value += word
        }
      }
      skipSpace()
      guard next == UInt8(ascii: "#") else { return value }
      position += 1
    }
  }
}
