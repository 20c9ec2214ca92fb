import Foundation
import Rasters
import Terrain
import Testing

/// Flow against whitebox-workflows 2.0.6, on surfaces without level areas: there it routes nothing.
///
/// `filled.tif` is `fillSloping()` of the DEM as GeoTIFF.
///
///     import whitebox_workflows as w, numpy as np
///     wbe = w.WbEnvironment(); h = wbe.hydrology; d = wbe.read_raster("filled.tif")
///     h.d8_flow_accum(input=d, out_type="cells")
///     h.dinf_flow_accum(input=d, out_type="cells")
///     h.fd8_flow_accum(dem=d, out_type="cells", exponent=1.1)
///
/// Stated are `zlib.crc32` of the D8 counts as `Float32`, −9999 for no data; the sum of the natural
/// logarithms of all cells; and every 9973rd cell.
@Suite struct FlowTests {
  struct Expected: Sendable {
    let file: String
    let method: FlowMethod
    let logarithms: Double
    let cells: [Double]
  }

  static let expected = [
    Expected(
      file: "ecuador-lsl/dem.tif", method: .steepest, logarithms: 250014.37876584957,
      cells: [103, 4, 1, 9, 4, 16, 1, 15, 2, 2, 2, 1, 15, 5, 35]),
    Expected(
      file: "ecuador-lsl/dem.tif", method: .facets, logarithms: 286213.8706919346,
      cells: [
        90.403809, 3.8612509, 2.5671103, 4.7635803, 6.3820262, 20.664347, 2.9441037, 6.8114285,
        2.7106142, 1.8575263, 4.6076813, 1.4223604, 18.45937, 4.0980082, 17.407425,
      ]),
    Expected(
      file: "ecuador-lsl/dem.tif", method: .multiple(power: 1.1), logarithms: 350938.7904057599,
      cells: [
        61.332008, 6.6806159, 3.4531014, 7.4542713, 9.1164083, 18.124786, 5.664978, 6.6779175,
        3.1451237, 2.4668171, 6.7445521, 1.8565397, 10.916002, 4.5467048, 30.861708,
      ]),
    Expected(
      file: "chile-olivares/dem.tif", method: .steepest, logarithms: 296073.40367955796,
      cells: [1, 7, 2, 2, 9, 5, 37, 341, 116, 5, 84213, 21, 673]),
    Expected(
      file: "chile-olivares/dem.tif", method: .facets, logarithms: 371807.6893447812,
      cells: [
        1.5869306, 6.5411286, 117.61918, 1.6969895, 10.057014, 4.9298453, 13.587209, 58.729172,
        81.520714, 7.1834617, 85518.312, 19.852625, 634.6853,
      ]),
    Expected(
      file: "chile-olivares/dem.tif", method: .multiple(power: 1.1),
      logarithms: 449331.49097222544,
      cells: [
        4.249824, 188.18053, 426.25418, 2.7465446, 17.050701, 6.5389266, 23.525229, 115.55578,
        51.625679, 10.125645, 26666.021, 29.828613, 587.0636,
      ]),
  ]

  @Test(arguments: expected)
  func equalsWhitebox(_ expected: Expected) throws {
    let field = try TestField.read(expected.file)
    try field.fillSloping()
    let directions = try DrainageDirections(of: field)
    let amounts = try UpslopeAmounts(by: expected.method, on: field, directions)
    let cells = (0..<field.grid.count).map { amounts[$0] }
    let sum = cells.lazy.filter { $0 > 0 }.reduce(0) { $0 + log($1) }
    #expect(abs(sum / expected.logarithms - 1) < 1e-8)
    for (index, value) in expected.cells.enumerated() {
      #expect(abs(cells[9973 * (index + 1)] / value - 1) < 1e-6)
    }
  }

  @Test(arguments: [
    ("ecuador-lsl/dem.tif", UInt32(0x7D86_AB46)), ("chile-olivares/dem.tif", 0xC5BC_6974),
  ])
  func countsEqualWhiteboxToTheCell(_ name: String, _ expected: UInt32) throws {
    let field = try TestField.read(name)
    try field.fillSloping()
    let counts = try UpslopeCells(of: DrainageDirections(of: field))
    let cells = (0..<field.grid.count).map { field[$0].isNaN ? .nan : Float(counts[$0]) }
    #expect(checksum(cells) == expected)
  }

  /// What leaves the raster is all that fell on it, however it is divided.
  @Test(arguments: [FlowMethod.steepest, .facets, .multiple(power: 1.1), .multiple(power: 400)])
  func nothingIsLost(_ method: FlowMethod) throws {
    for seed in 1...3 {
      let field = try TestField.random(70, 55, seed: UInt64(seed), levels: 9 * seed)
      try fillSinks(in: field)
      let directions = try DrainageDirections(of: field)
      let amounts = try UpslopeAmounts(by: method, on: field, directions)
      let again = try UpslopeAmounts(by: method, on: field, directions, threads: 5)
      var (leaving, cells) = (0.0, 0)
      for cell in 0..<field.grid.count {
        #expect(amounts[cell] == again[cell])
        if field[cell].isNaN {
          #expect(amounts[cell] == 0)
          continue
        }
        cells += 1
        #expect(amounts[cell] >= 1)
        if directions.target(of: cell) == .outside { leaving += amounts[cell] }
      }
      #expect(abs(leaving - Double(cells)) < 1e-6)
    }
  }

  /// A plane that falls by 3 to the east and by 4 to the south.
  ///
  /// D∞ (Tarboton 1997, eq. 1–8) goes between south-east and south; Freeman's shares follow the slopes 3, 7/√2 and 4.
  @Test func sharesOnAPlane() throws {
    let field = try ElevationField(on: TestField.grid(4, 4))
    for row in 0..<4 {
      for column in 0..<4 { field[column, row] = Float(100 - 3 * column - 4 * row) }
    }
    let directions = try DrainageDirections(of: field)
    // The second cell of the diagonal gets from three edge cells, which give to inner cells too.
    let divided = try UpslopeAmounts(by: .facets, on: field, directions)
    let share = atan(3.0 / 4) / (.pi / 4)
    #expect(abs(divided[0] - 1) < 1e-12)
    // North-west gives `share` to the south-east; north gives the rest to the south.
    #expect(abs(divided[5] - (1 + share * divided[0] + (1 - share) * divided[1])) < 1e-12)
    let shared = try UpslopeAmounts(by: .multiple(power: 1), on: field, directions)
    let whole = 3 + 4 + 7 / 2.0.squareRoot()
    #expect(abs(shared[1] - (1 + 3 / whole)) < 1e-12)
  }
}
