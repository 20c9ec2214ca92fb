import Numerics
import Rasters

/// The lowest pass between each two neighbouring basins.
struct BasinPasses {
  /// The lowest pass of each basin to basin 0; infinite where they do not touch.
  private(set) var outward: [Float]
  private var table = PassTable()

  /// Looks through all pairs of neighbouring cells.
  init(between basins: Basins, of field: ElevationField, threads: Int) {
    let strips = Strips(of: field.grid.rows, threads: threads)
    let count = basins.count
    let found = strips.map { _, rows -> BasinPasses in
      var passes = BasinPasses(count: count)
      for row in rows { passes.add(row: row, basins.labels.start, field) }
      return passes
    }
    self = found[0]
    for other in found.dropFirst() {
      for basin in 0..<count { outward[basin] = min(outward[basin], other.outward[basin]) }
      other.table.visit { key, level in table.lower(key, to: level) }
    }
  }

  private init(count: Int) { outward = [Float](repeating: .infinity, count: count) }

  /// Takes the pairs of a row's cells with those to the east and south of them.
  private mutating func add(
    row: Int, _ labels: UnsafeMutablePointer<UInt32>, _ field: ElevationField
  ) {
    let columns = field.grid.columns
    let first = row * columns
    let isLast = row == field.grid.rows - 1
    var column = 0
    while column < columns {
      // Most neighbours are of one basin; those that are not are looked at one by one.
      if !isLast, column > 0, column + 9 <= columns, isEven(labels + (first + column), columns) {
        column += 8
        continue
      }
      for column in column..<min(column + 8, columns) {
        let cell = first + column
        if column + 1 < columns { add(cell, cell + 1, labels, field) }
        if isLast { continue }
        if column > 0 { add(cell, cell + columns - 1, labels, field) }
        add(cell, cell + columns, labels, field)
        if column + 1 < columns { add(cell, cell + columns + 1, labels, field) }
      }
      column += 8
    }
  }

  /// Whether eight cells and the neighbours to the east and south of each have one label.
  private func isEven(_ labels: UnsafeMutablePointer<UInt32>, _ columns: Int) -> Bool {
    @inline(__always) func load(_ offset: Int) -> SIMD8<UInt32> {
      UnsafeRawPointer(labels + offset).loadUnaligned(as: SIMD8<UInt32>.self)
    }
    let center = load(0)
    let east = load(1) ^ center
    let south = (load(columns - 1) ^ center) | (load(columns) ^ center)
    let differences = east | south | (load(columns + 1) ^ center)
    return differences == SIMD8<UInt32>()
  }

  @inline(__always)
  private mutating func add(
    _ cell: Int, _ other: Int, _ labels: UnsafeMutablePointer<UInt32>, _ field: ElevationField
  ) {
    let a = labels[cell]
    let b = labels[other]
    if a == b || a == Basins.noData || b == Basins.noData { return }
    let level = max(field.start[cell], field.start[other])
    if a == 0 || b == 0 {
      let basin = Int(a | b)
      if level < outward[basin] { outward[basin] = level }
    } else {
      table.lower(a < b ? UInt64(a) << 32 | UInt64(b) : UInt64(b) << 32 | UInt64(a), to: level)
    }
  }

  /// The level to which water must rise in each basin before it goes off the raster: the least, over
  /// all ways, of the highest pass.
  ///
  /// Basins are reached from basin 0 over the lowest pass of all that are left (Prim's tree).
  func levels() -> [Float] {
    let count = outward.count
    var starts = [Int32](repeating: 0, count: count + 1)
    table.visit { key, _ in
      starts[Int(key >> 32)] += 1
      starts[Int(key & 0xFFFF_FFFF)] += 1
    }
    var sum: Int32 = 0
    for basin in 0...count {
      let own = starts[basin]
      starts[basin] = sum
      sum += own
    }
    // After this, a basin's passes end where the next one's began.
    var neighbours = [(basin: UInt32, level: Float)](
      repeating: (0, 0), count: Int(sum))
    var ends = starts
    table.visit { key, level in
      let (a, b) = (UInt32(key >> 32), UInt32(key & 0xFFFF_FFFF))
      neighbours[Int(ends[Int(a)])] = (b, level)
      ends[Int(a)] += 1
      neighbours[Int(ends[Int(b)])] = (a, level)
      ends[Int(b)] += 1
    }
    var levels = [Float](repeating: .infinity, count: count)
    levels[0] = -.infinity
    var queue = LevelQueue()
    for basin in 1..<max(1, count) where outward[basin] < .infinity {
      queue.add(UInt32(basin), at: outward[basin])
    }
    var isReached = [Bool](repeating: false, count: count)
    while let (level, basin) = queue.takeLowest() {
      let basin = Int(basin)
      if isReached[basin] { continue }
      isReached[basin] = true
      levels[basin] = level
      for pass in starts[basin]..<ends[basin] {
        let next = neighbours[Int(pass)]
        if !isReached[Int(next.basin)] { queue.add(next.basin, at: max(level, next.level)) }
      }
    }
    return levels
  }
}

/// The lowest level seen of each key; keys are not 0.
private struct PassTable {
  private var keys = [UInt64](repeating: 0, count: 1 << 12)
  private var levels = [Float](repeating: 0, count: 1 << 12)
  private var shift: UInt64 = 64 - 12
  private var count = 0

  /// Lowers the level of a key, or adds it.
  mutating func lower(_ key: UInt64, to level: Float) {
    var slot = Int((key &* 0x9E37_79B9_7F4A_7C15) >> shift)
    while keys[slot] != key {
      if keys[slot] == 0 {
        if count * 2 >= keys.count {
          grow()
          lower(key, to: level)
          return
        }
        keys[slot] = key
        levels[slot] = level
        count += 1
        return
      }
      slot = (slot + 1) & (keys.count - 1)
    }
    if level < levels[slot] { levels[slot] = level }
  }

  /// Calls `body` with each key and its level, in no order that matters.
  func visit(_ body: (UInt64, Float) -> Void) {
    for slot in keys.indices where keys[slot] != 0 { body(keys[slot], levels[slot]) }
  }

  private mutating func grow() {
    let (oldKeys, oldLevels) = (keys, levels)
    keys = [UInt64](repeating: 0, count: oldKeys.count * 2)
    levels = [Float](repeating: 0, count: oldKeys.count * 2)
    shift -= 1
    count = 0
    for slot in oldKeys.indices where oldKeys[slot] != 0 {
      lower(oldKeys[slot], to: oldLevels[slot])
    }
  }
}
