import Rasters
import Testing

@Suite struct BlockTests {
  @Test(arguments: [(1, 1, 0), (700, 900, 0), (3, 400_000, 1), (700_000, 3, 1), (2000, 1500, 40)])
  func blocksCoverEachCellOnce(columns: Int, rows: Int, halo: Int) {
    let grid = grid(columns, rows)
    let plan = BlockPlan(grid: grid, halo: halo, planes: 3)
    var cells = 0
    for index in 0..<plan.count {
      let window = plan[index]
      #expect(window.intersection(grid.window) == window && window.count > 0)
      let padded = window.grown(by: halo)
      #expect(padded.count * 3 <= BlockPlan.cellsPerBlock)
      cells += window.count
    }
    #expect(cells == grid.count)
  }

  @Test func haloBeyondTheRasterIsNoData() throws {
    let grid = grid(3, 2)
    let reader = ArrayReader(grid, [1, 2, 3, 4, 5, 6])
    let sums = try written(grid) { writer in
      try mapBlocks([RasterLayer(reader)], to: writer, halo: 1, threads: 1) { block, outputs in
        let start = block.padded(0)
        let padded = (0..<4 * 5).map { start[$0] }
        #expect(block.stride == 5 && padded.filter(\.isNaN).count == 14)
        #expect(block.origin(0)[0] == 1 && padded[6] == 1 && padded[13] == 6)
        for i in 0..<6 { outputs[0][i] = block.origin(0)[i / 3 * 5 + i % 3] }
      }
    }
    #expect(sums == [1, 2, 3, 4, 5, 6])
  }

  @Test func sameBytesForAnyNumberOfThreads() throws {
    let grid = grid(901, 1203)
    let reader = ArrayReader.noise(grid)
    func run(_ threads: Int) throws -> [Float] {
      try written(grid) { writer in
        try mapBlocks([RasterLayer(reader)], to: writer, halo: 2, threads: threads) {
          block, outputs in
          for row in 0..<block.window.rows {
            for column in 0..<block.window.columns {
              let cell = block.origin(0) + row * block.stride + column
              outputs[0][row * block.window.columns + column] =
                cell[0] + cell[2 * block.stride - 2]
            }
          }
        }
      }
    }
    let one = try run(1)
    #expect(same(one, try run(2)))
    #expect(same(one, try run(7)))
    #expect(one[0].isNaN && one[2] == reader.values[2] + reader.values[2 * 901])
  }

  @Test func theFirstErrorInOrderIsThrown() {
    struct Stop: Error, Equatable { let index: Int }
    let plan = BlockPlan(grid: grid(100_000, 50))
    for threads in [1, 2, 5] {
      #expect(throws: Stop(index: 2)) {
        try plan.forEach(threads: threads) { index, _, _ in
          if index >= 2 { throw Stop(index: index) }
        }
      }
    }
  }

  @Test func gridsMustMatch() {
    let reader = ArrayReader(grid(3, 2), [1, 2, 3, 4, 5, 6])
    #expect(throws: RasterError.self) {
      _ = try written(grid(3, 2, west: 1005)) { writer in
        try mapBlocks([RasterLayer(reader)], to: writer, threads: 1) { _, _ in }
      }
    }
  }

  @Test func storeReadsWindowsOfBands() throws {
    let folder = ScratchFolder()
    let grid = grid(5, 4)
    let writer = try RasterStoreWriter(path: folder.file("s"), grid: grid, bands: 2)
    let values = (0..<40).map(Float.init)
    for band in 0..<2 {
      let part = Array(values[band * 20..<band * 20 + 20])
      try part.withUnsafeBufferPointer { try writer.write(grid.window, band: band, from: $0) }
    }
    let store = try RasterStore(path: folder.file("s"), grid: grid)
    #expect(store.bands == 2)
    let window = Window(column: 1, row: 2, columns: 2, rows: 2)
    #expect(try store.cells(window, band: 1) == [31, 32, 36, 37])
    folder.write("short", [1, 2, 3])
    #expect(throws: RasterError.self) { try RasterStore(path: folder.file("short"), grid: grid) }
    #expect(throws: RasterError.self) { try RasterStore(path: folder.file("none"), grid: grid) }
  }
}
