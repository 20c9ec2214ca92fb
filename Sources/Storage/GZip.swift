import CZlib

/// Bytes packed as a gzip file (RFC 1952), without name and time: the same bytes give the same file.
public enum GZip {
  /// The window of 32 KiB, with gzip's head and sum.
  private static let window: Int32 = 15 + 16

  /// Packs bytes.
  public static func packed(_ bytes: [UInt8]) -> [UInt8] {
    precondition(bytes.count < 1 << 31, "\(bytes.count) bytes are too many to be packed at once")
    var stream = z_stream()
    let started = deflateInit2_(
      &stream, Z_BEST_COMPRESSION, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    precondition(started == Z_OK, "zlib cannot start: \(started)")
    defer { deflateEnd(&stream) }
    let room = Int(deflateBound(&stream, UInt(bytes.count)))
    var input = bytes
    return [UInt8](unsafeUninitializedCapacity: room) { output, count in
      input.withUnsafeMutableBufferPointer { input in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(room)
        let ended = deflate(&stream, Z_FINISH)
        precondition(ended == Z_STREAM_END, "zlib needs more room than it asked for: \(ended)")
        count = room - Int(stream.avail_out)
      }
    }
  }

  /// Unpacks a file; nil where it is none, is damaged, or holds more than `limit` bytes.
  public static func unpacked(_ bytes: [UInt8], limit: Int) -> [UInt8]? {
    var stream = z_stream()
    guard bytes.count < 1 << 31,
      inflateInit2_(&stream, window, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return nil }
    defer { inflateEnd(&stream) }
    var result: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    var input = bytes
    return input.withUnsafeMutableBufferPointer { input -> [UInt8]? in
      stream.next_in = input.baseAddress
      stream.avail_in = UInt32(input.count)
      while true {
        let (status, made) = chunk.withUnsafeMutableBufferPointer { room -> (Int32, Int) in
          stream.next_out = room.baseAddress
          stream.avail_out = UInt32(room.count)
          let status = inflate(&stream, Z_NO_FLUSH)
          return (status, room.count - Int(stream.avail_out))
        }
        guard status == Z_OK || status == Z_STREAM_END, result.count + made <= limit else {
          return nil
        }
        result += chunk[..<made]
        if status == Z_STREAM_END { return stream.avail_in == 0 ? result : nil }
      }
    }
  }
}
