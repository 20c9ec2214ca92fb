extension FeatureCollection {
  /// The first bytes of the encoding: a name and a version.
  private static let magic: [UInt8] = Array("SCARPVF1".utf8)

  /// The collection as bytes: exact, and the same for equal collections.
  ///
  /// Little-endian: numbers as 8 bytes, texts and lists as their count and content, cases as 1 byte.
  public func encoded() -> [UInt8] {
    var writer = ByteWriter()
    writer.bytes = Self.magic
    writer.put(crs.wkt)
    writer.put(crs.name)
    writer.put(crs.authority ?? "")
    writer.put(crs.isGeographic ? 1 : 0)
    writer.put(crs.metresPerUnit ?? .nan)
    writer.put(kind.rawValue)
    writer.put(source)
    writer.put(fields) { $0.put($1) }
    writer.put(features) { writer, feature in
      writer.put(feature.geometry)
      writer.put(feature.values) { $0.put($1) }
    }
    return writer.bytes
  }

  /// Reads what ``encoded()`` made; none where the bytes are anything else.
  public init?(encoded bytes: [UInt8]) {
    guard bytes.starts(with: Self.magic) else { return nil }
    var reader = ByteReader(bytes: bytes, position: Self.magic.count)
    guard let wkt = reader.text(), let name = reader.text(), let authority = reader.text(),
      let geographic = reader.integer(), let metres = reader.number(),
      let kind = reader.text().flatMap(Geometry.Kind.init(rawValue:)),
      let source = reader.text(), let fields = reader.list({ $0.text() }),
      let features = reader.list({ reader -> Feature? in
        guard let geometry = reader.geometry(), geometry.kind == kind,
          let values = reader.list({ $0.value() }), values.count == fields.count
        else { return nil }
        return Feature(geometry, values: values)
      }), reader.position == bytes.count
    else { return nil }
    let crs = CoordinateSystem(
      wkt: wkt, name: name, authority: authority.isEmpty ? nil : authority,
      isGeographic: geographic == 1, metresPerUnit: metres.isNaN ? nil : metres)
    self.init(crs: crs, kind: kind, fields: fields, features: features, source: source)
  }
}

/// Builds the bytes of a collection.
private struct ByteWriter {
  var bytes: [UInt8] = []

  mutating func put(_ value: Int) {
    withUnsafeBytes(of: Int64(value).littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func put(_ value: Double) {
    withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func put(_ text: String) {
    put(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func put<Element>(
    _ list: [Element], _ each: (inout ByteWriter, Element) -> Void
  ) {
    put(list.count)
    for element in list { each(&self, element) }
  }

  mutating func put(_ points: [SIMD2<Double>]) {
    put(points) { writer, point in
      writer.put(point.x)
      writer.put(point.y)
    }
  }

  mutating func put(_ geometry: Geometry) {
    switch geometry {
    case .point(let point):
      bytes.append(1)
      put([point])
    case .multiPoint(let points):
      bytes.append(2)
      put(points)
    case .line(let line):
      bytes.append(3)
      put(line)
    case .multiLine(let lines):
      bytes.append(4)
      put(lines) { $0.put($1) }
    case .polygon(let rings):
      bytes.append(5)
      put(rings) { $0.put($1) }
    case .multiPolygon(let polygons):
      bytes.append(6)
      put(polygons) { writer, rings in writer.put(rings) { $0.put($1) } }
    }
  }

  mutating func put(_ value: Feature.Value) {
    switch value {
    case .missing: bytes.append(0)
    case .integer(let value):
      bytes.append(1)
      put(value)
    case .number(let value):
      bytes.append(2)
      put(value)
    case .text(let value):
      bytes.append(3)
      put(value)
    }
  }
}

/// Reads the bytes of a collection; nil wherever they are not what was expected.
private struct ByteReader {
  let bytes: [UInt8]
  var position: Int

  mutating func byte() -> UInt8? {
    guard position < bytes.count else { return nil }
    defer { position += 1 }
    return bytes[position]
  }

  mutating func word() -> UInt64? {
    guard bytes.count - position >= 8 else { return nil }
    defer { position += 8 }
    return bytes.withUnsafeBytes {
      UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: position, as: UInt64.self))
    }
  }

  mutating func integer() -> Int? { word().map { Int(Int64(bitPattern: $0)) } }
  mutating func number() -> Double? { word().map { Double(bitPattern: $0) } }

  mutating func text() -> String? {
    guard let count = integer(), count >= 0, count <= bytes.count - position else { return nil }
    defer { position += count }
    return String(validating: bytes[position..<position + count], as: UTF8.self)
  }

  mutating func list<Element>(_ each: (inout ByteReader) -> Element?) -> [Element]? {
    // Each element takes a byte at least, so a count beyond the rest is not ours.
    guard let count = integer(), count >= 0, count <= bytes.count - position else { return nil }
    var list: [Element] = []
    for _ in 0..<count {
      guard let element = each(&self) else { return nil }
      list.append(element)
    }
    return list
  }

  mutating func points() -> [SIMD2<Double>]? {
    list { reader in
      guard let x = reader.number(), let y = reader.number() else { return nil }
      return SIMD2(x, y)
    }
  }

  mutating func geometry() -> Geometry? {
    switch byte() {
    case 1:
      guard let points = points(), points.count == 1 else { return nil }
      return .point(points[0])
    case 2: return points().map { .multiPoint($0) }
    case 3: return points().map { .line($0) }
    case 4: return list { $0.points() }.map { .multiLine($0) }
    case 5: return list { $0.points() }.map { .polygon($0) }
    case 6: return list { $0.list { $0.points() } }.map { .multiPolygon($0) }
    default: return nil
    }
  }

  mutating func value() -> Feature.Value? {
    switch byte() {
    case 0: return .missing
    case 1: return integer().map { .integer($0) }
    case 2: return number().map { .number($0) }
    case 3: return text().map { .text($0) }
    default: return nil
    }
  }
}
