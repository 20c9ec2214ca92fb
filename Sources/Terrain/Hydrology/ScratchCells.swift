import Glibc
import Rasters

/// Room for one number for each cell of a whole raster, all zero at first.
///
/// Memory; or, where that would take more than an eighth of the machine's and a folder is given, a file
/// there without a name, which the system can write out and which is gone with this value.
///
/// Unchecked: whoever shares it sees to it that no two threads touch one cell.
final class ScratchCells<Number: BitwiseCopyable>: @unchecked Sendable {
  /// The numbers.
  let cells: UnsafeMutableBufferPointer<Number>
  /// The first of them.
  let start: UnsafeMutablePointer<Number>
  private let room: UnsafeMutableRawPointer
  private let bytes: Int

  /// Takes room.
  ///
  /// - Parameters:
  ///   - count: the number of cells, at least one.
  ///   - folder: where a file may be kept; none for memory alone.
  /// - Throws: ``RasterError/system(file:action:errno:)`` where there is neither memory nor disk.
  init(_ count: Int, folder: String?) throws {
    precondition(count > 0, "room for \(count) cells")
    bytes = count * MemoryLayout<Number>.stride
    let memory = sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE))
    if let folder, bytes > memory / 8 {
      room = try Self.map(bytes, fileIn: folder)
    } else {
      room = try Self.map(bytes, descriptor: -1, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE)
      madvise(room, bytes, MADV_HUGEPAGE)
    }
    start = room.bindMemory(to: Number.self, capacity: count)
    cells = UnsafeMutableBufferPointer(start: start, count: count)
  }

  deinit { munmap(room, bytes) }

  /// Maps a file without a name.
  ///
  /// Its blocks are taken beforehand: a full disk is an error here and not a signal later.
  private static func map(_ bytes: Int, fileIn folder: String) throws -> UnsafeMutableRawPointer {
    var template = Array("\(folder)/scratch-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else {
      throw RasterError.system(file: folder, action: "write", errno: errno)
    }
    defer { close(descriptor) }
    unlink(template)
    let refused = posix_fallocate(descriptor, 0, bytes)
    guard refused == 0 else {
      throw RasterError.system(file: folder, action: "write", errno: refused)
    }
    return try map(bytes, descriptor: descriptor, MAP_SHARED)
  }

  private static func map(
    _ bytes: Int, descriptor: Int32, _ flags: Int32
  ) throws -> UnsafeMutableRawPointer {
    let room = mmap(nil, bytes, PROT_READ | PROT_WRITE, flags, descriptor, 0)
    guard let room, room != MAP_FAILED else {
      throw RasterError.system(file: "working memory", action: "write", errno: errno)
    }
    return room
  }
}
