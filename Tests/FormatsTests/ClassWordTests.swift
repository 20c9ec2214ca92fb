import Formats
import Rasters
import Terrain
import Testing
import Vocabulary

/// Rasterising, regrouping and the vegetation index.
@Suite struct ClassWordTests {
  private func cells(_ value: any Value, _ environment: TestEnvironment) throws -> [Float] {
    let raster = try #require(value as? RasterValue)
    return try raster.reader(in: environment).cells(raster.grid.window)
  }

  /// gdal_rasterize -l landslides -burn 1 -init 0 -at off, on the grid of landslide_mask_10m.tif (GDAL
  /// 3.6.2); and the mask itself wherever it has data: 437,183 cells.
  @Test func rasteriseEqualsGdal() throws {
    let environment = TestEnvironment(data: sharedData)
    let mask = try environment.run(
      ReadRaster(), ["file": .text("hokkaido-2018/landslide_mask_10m.tif")])
    let scars = try environment.run(
      ReadFeatures(.areas),
      ["file": .text("hokkaido-2018/hokkaido_2018.gpkg"), "layer": .text("landslides")])
    let found = try environment.run(
      Rasterise(), values: ["scars": scars, "mask": mask],
      ["areas": .reference(mention("scars")), "grid": .reference(mention("mask"))])
    let ours = try cells(found, environment)
    let masked = try cells(mask, environment)
    let known = masked.indices.filter { !masked[$0].isNaN }
    #expect(known.allSatisfy { ours[$0] == masked[$0] })
    #expect(known.count { ours[$0] == 1 } == 437_183)
    let scratch = ScratchFolder()
    let grid = try #require(mask as? RasterValue).grid
    try tool(
      "gdal_rasterize", "-q", "-l", "landslides", "-burn", "1", "-init", "0", "-ot", "Byte",
      "-te", "\(grid.west)", "\(grid.south)", "\(grid.east)", "\(grid.north)", "-ts",
      "\(grid.columns)", "\(grid.rows)", try shared("hokkaido-2018/hokkaido_2018.gpkg").path,
      scratch.file("burnt.tif"))
    let burnt = try GDALFormats().open(scratch.open("burnt.tif"))
    #expect(same(ours, try burnt.cells(burnt.grid.window)))
  }

  /// Twelve classes as names of rocks.
  private func classes(_ scratch: ScratchFolder) throws -> String {
    scratch.write(
      "codes.asc",
      Array(
        """
        ncols 4
        nrows 3
        xllcorner 0
        yllcorner 0
        cellsize 10
        NODATA_value -9
        1 2 3 4
        5 6 -9 1
        7 7 2 3

        """.utf8))
    try tool(
      "gdal_translate", "-q", "-a_srs", "EPSG:32717", "-ot", "Int16", scratch.file("codes.asc"),
      scratch.file("codes.tif"))
    return "codes.tif"
  }

  private func regroup(_ table: String, into count: Int) throws -> (RasterValue, [Float]) {
    let scratch = ScratchFolder()
    let environment = TestEnvironment(data: scratch.path)
    let file = try classes(scratch)
    scratch.write("groups.csv", Array(table.utf8))
    let rocks = try environment.run(ReadClasses(), ["file": .text(file)])
    let made = try environment.run(
      Regroup(), name: "rock", values: ["rocks": rocks],
      [
        "classes": .reference(mention("rocks")), "count": .quantity(Quantity(Double(count))),
        "table": .text("groups.csv"),
      ])
    return (try #require(made as? RasterValue), try cells(made, environment))
  }

  @Test func groupsWithNames() throws {
    let table = """
      class,group,remark
      3,shale,
      1,granite,old
      2,shale,
      4,granite,
      5,"tuff, welded",
      6,shale,
      7,granite,
      99,basalt,occurs nowhere

      """
    let (rock, cells) = try regroup(table, into: 4)
    #expect(rock.first.name == "rock" && rock.first.isNominal)
    #expect(rock.first.codes == [1, 2, 3])
    #expect(rock.first.labels == ["shale", "granite", "tuff, welded"])
    #expect(same(cells, [2, 1, 1, 2, 3, 1, .nan, 2, 2, 2, 1, 1]))
  }

  @Test func groupsWithCodes() throws {
    let (rock, cells) = try regroup(
      "group,class\n20,1\n20,2\n10,3\n10,4\n10,5\n10,6\n10,7\n", into: 2)
    #expect(rock.first.codes == [10, 20] && rock.first.labels == nil)
    #expect(same(cells, [20, 20, 10, 10, 10, 10, .nan, 20, 10, 10, 20, 10]))
  }

  @Test func faultsOfTheTable() {
    let table = "groups.csv"
    #expect(
      throws: RegroupError.missingClasses(table: table, layer: "rocks", classes: ["4", "7"])
    ) { try regroup("class,group\n1,a\n2,a\n3,a\n5,b\n6,b\n", into: 2) }
    #expect(throws: RegroupError.twoGroups(table: table, class: "2", first: "a", second: "b")) {
      try regroup("class,group\n1,a\n2,a\n2,b\n", into: 2)
    }
    #expect(throws: RegroupError.wrongCount(table: table, expected: 3, found: 2)) {
      try regroup("class,group\n1,a\n2,a\n3,a\n4,a\n5,b\n6,b\n7,b\n", into: 3)
    }
    #expect(throws: RegroupError.emptyField(table: table, column: "group", row: 2)) {
      try regroup("class,group\n1,a\n2,\n", into: 2)
    }
    #expect(throws: RegroupError.notClass(table: table, row: 1, found: "1.5")) {
      try regroup("class,group\n1.5,a\n", into: 1)
    }
    #expect(throws: RegroupError.notCode(table: table, row: 1, found: "-2.0")) {
      try regroup("class,group\n1,-2\n", into: 1)
    }
    #expect(throws: TableError.noColumn(file: table, column: "group", columns: ["class", "to"])) {
      try regroup("class,to\n1,a\n", into: 1)
    }
  }

  /// gdal_calc.py --calc "(N.astype(float)-R)/(N.astype(float)+R)" (GDAL 3.6.2, numpy 2.4) of these
  /// cells: 0.6, -1, 0.33333334, nan where both are 0 or one has no data.
  @Test func vegetation() throws {
    let scratch = ScratchFolder()
    let environment = TestEnvironment(data: scratch.path)
    for (name, row) in [("red", "100 5 200 0 -9 7"), ("nir", "400 0 400 0 3 -9")] {
      scratch.write(
        "\(name).asc",
        Array(
          "ncols 6\nnrows 1\nxllcorner 0\nyllcorner 0\ncellsize 10\nNODATA_value -9\n\(row)\n".utf8)
      )
      try tool(
        "gdal_translate", "-q", "-a_srs", "EPSG:32717", "-ot", "Int16", scratch.file("\(name).asc"),
        scratch.file("\(name).tif"))
    }
    try tool(
      "gdal_merge.py", "-q", "-separate", "-n", "-9", "-a_nodata", "-9", "-init", "-9", "-o",
      scratch.file("image.tif"), scratch.file("nir.tif"), scratch.file("red.tif"))
    let span = mention("a").span
    let image = try environment.run(
      ReadBands(),
      [
        "file": .text("image.tif"),
        "names": .newNames(["nir", "red"].map { NewName($0, unit: nil, span: span) }),
      ])
    let found = try environment.run(
      NDVI(), name: "ndvi", values: ["image": image], ["bands": .reference(mention("image"))])
    #expect(same(try cells(found, environment), [0.6, -1, 0.33333334, .nan, .nan, .nan]))
  }
}
