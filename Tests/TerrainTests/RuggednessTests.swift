import Formats
import Rasters
import Terrain
import Testing

@Suite struct RuggednessTests {
  /// gdaldem TRI [-alg Wilson] and gdaldem roughness (GDAL 3.6.2): the same bytes.
  @Test(arguments: elevations)
  func equalsGdaldem(_ name: String) throws {
    let file = try shared(name)
    let reader = try GDALFormats().open(file)
    let riley = try computed(from: reader) { try ruggedness(of: $0, to: $1) }
    #expect(differences(riley, try gdaldem("TRI", file)) == 0)
    let wilson = try computed(from: reader) {
      try ruggedness(of: $0, to: $1, method: .wilson, threads: 1)
    }
    #expect(differences(wilson, try gdaldem("TRI", file, "-alg", "Wilson")) == 0)
    let rough = try computed(from: reader) { try roughness(of: $0, to: $1) }
    #expect(differences(rough, try gdaldem("roughness", file)) == 0)
  }

  /// One cell without data, at each of nine places, leaves the cell in the middle without.
  @Test func noDataIsNeverPassedOver() throws {
    for gap in 0..<9 {
      let reader = MadeUp(3, 3) { $1 * 3 + $0 == gap ? .nan : Float($0 * $0 + $1) }
      for method in RuggednessMethod.allCases {
        let cells = try computed(from: reader) { try ruggedness(of: $0, to: $1, method: method) }
        #expect(cells.allSatisfy { $0.isNaN }, "\(gap)")
      }
      let cells = try computed(from: reader) { try roughness(of: $0, to: $1) }
      #expect(cells.allSatisfy { $0.isNaN }, "\(gap)")
    }
  }

  /// The differences from 5 in 1…9: 2 (1 + 4 + 9 + 16) = 60; 2 (1 + 2 + 3 + 4) / 8 = 2.5.
  @Test func knownCells() throws {
    let reader = MadeUp(3, 3) { Float($1 * 3 + $0 + 1) }
    #expect(
      try computed(from: reader) { try ruggedness(of: $0, to: $1) }[4] == Float(60).squareRoot())
    #expect(
      try computed(from: reader) { try ruggedness(of: $0, to: $1, method: .wilson) }[4] == 2.5)
    #expect(try computed(from: reader) { try roughness(of: $0, to: $1) }[4] == 8)
  }
}
