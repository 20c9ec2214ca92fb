import HostileFiles

/// Data files that are damaged, lie elsewhere than they should, or ask for more than they hold.
enum HostileData {
  private static let dem = "dem = read raster \"dem.tif\" in m"
  private static let slope = dem + "\nsteepness = slope of dem in degrees"
  private static let pair = dem + "\nb = read raster \"b.tif\" in m\nc = dem + b"

  private static func two(_ name: String, _ other: TIFFBytes, _ says: String...) -> HostileCase {
    HostileCase(
      name: name, notebook: Array("```{scarp}\n\(pair)\n```\n".utf8),
      files: ["dem.tif": TIFFBytes().bytes, "b.tif": other.bytes], check: 4, run: 4,
      says: ["E213", "500000, 9500200, EPSG:32717"] + says, place: "4:")
  }

  private static func raster(
    _ name: String, _ bytes: [UInt8], check: Int32 = 4, run: Int32 = 4, _ says: String...
  ) -> HostileCase {
    HostileCase(
      name: name, notebook: Array("```{scarp}\n\(slope)\n```\n".utf8), files: ["dem.tif": bytes],
      check: check, run: run, says: ["dem.tif"] + says, place: "2:")
  }

  static let rasters: [HostileCase] = [
    raster("an empty raster", []),
    raster("text in a raster's name", Array("not a raster\n".utf8)),
    raster("a raster cut in its header", Array(TIFFBytes().bytes.prefix(60))),
    raster(
      "a raster cut in its cells", Array(TIFFBytes().bytes.dropLast(100)), check: 0,
      "band 1, block 0, 0"),
    raster(
      "a directory that is its own next",
      {
        var t = TIFFBytes()
        t.next = 8
        return t
      }().bytes, check: 0, run: 0),
    raster("no system", TIFFBytes(epsg: nil).bytes, "coordinate system"),
    raster("no place", TIFFBytes().with(33_550, nil).with(33_922, nil).bytes, "north-up"),
    raster("cells of no width", TIFFBytes(cell: 0).bytes, "north-up"),
    raster("cells of NaN", TIFFBytes(cell: .nan).bytes, "north-up"),
    raster("a place without an end", TIFFBytes(west: .infinity).bytes, "north-up"),
    raster("complex numbers", TIFFBytes().with(339, .short([6])).with(258, .short([64])).bytes),
    raster("no strip", TIFFBytes().with(273, .stated(type: 4, count: 0, at: 0)).bytes, check: 0),
    raster("an unknown compression", TIFFBytes().with(259, .short([9999])).bytes),
    raster(
      "a name of 4 GB", TIFFBytes().with(42_112, .stated(type: 2, count: 0xFFFF_FFFF, at: 8)).bytes,
      check: 0, run: 0),
    raster(
      "no cell with data", TIFFBytes(noData: "-9999") { _, _ in -9999 }.bytes, check: 0,
      "no cell with data"),
    raster("NaN everywhere", TIFFBytes { _, _ in .nan }.bytes, check: 0, "no cell with data"),
    raster("cells that no number tells apart", TIFFBytes(cell: 1e-300).bytes, "on the Earth"),
    raster("a place beyond the Earth", TIFFBytes(west: 1e300).bytes, "on the Earth"),
    raster("infinite everywhere", TIFFBytes { _, _ in .infinity }.bytes, check: 0),
    .data(
      "degrees where metres are needed",
      ["dem.tif": TIFFBytes(cell: 0.001, west: -79, north: -4, epsg: 4326).bytes], slope, "E212",
      "metres", "degrees (EPSG:4326)", at: "3:"),
    .data(
      "a stack of two grids",
      ["dem.tif": TIFFBytes().bytes, "b.tif": TIFFBytes(west: 500_005).bytes],
      dem + "\nb = read raster \"b.tif\" in m\nf = stack of dem, b", "E213", "500005, 9500200",
      "500000, 9500200", at: "4:"),
    two("half a pixel to the east", TIFFBytes(west: 500_005), "500005, 9500200, EPSG:32717"),
    two("half a pixel to the south", TIFFBytes(north: 9_500_195), "500000, 9500195, EPSG:32717"),
    two("another zone", TIFFBytes(epsg: 32_718), "500000, 9500200, EPSG:32718"),
    two("a column less", TIFFBytes(19, 20), "19 x 20 cells", "20 x 20 cells"),
    two("another cell size", TIFFBytes(cell: 10.01), "of 10.01 m", "of 10 m"),
    // Limits.
    raster("a tile of 50000 x 50000", TIFFBytes.hugeTile, check: 8, run: 8, "2500000000"),
    raster(
      "2^32 cells and more",
      TIFFBytes().with(256, .long([1 << 17])).with(257, .long([1 << 17]))
        .with(278, .long([1])).bytes, check: 8, run: 8, "17179869184"),
    raster(
      "a strip of 8 GB",
      TIFFBytes().with(256, .long([1 << 16])).with(257, .long([1 << 15])).with(
        278, .long([1 << 15])
      ).with(259, .short([8])).bytes, check: 8, run: 8, "8589934592"),
    raster("more columns than 31 bits", TIFFBytes().with(256, .long([0xFFFF_FFFF])).bytes),
    raster(
      "60000 bands", TIFFBytes().with(277, .short([60_000])).with(258, .short([32])).bytes,
      check: 8, run: 8),
  ]

  private static func features(
    _ name: String, _ json: String, check: Int32 = 0, run: Int32 = 4, _ says: String...
  ) -> HostileCase {
    HostileCase(
      name: name,
      notebook: Array(
        "```{scarp}\nslides = read points \"p.geojson\"\n```\n\n`{scarp} count of slides`\n".utf8),
      files: ["p.geojson": Array(json.utf8)], check: check, run: run, says: ["p.geojson"] + says,
      place: "2:")
  }

  private static func collection(_ features: String, _ more: String = "") -> String {
    "{\"type\": \"FeatureCollection\", \(more)\"features\": [\(features)]}"
  }

  private static func point(_ coordinates: String) -> String {
    "{\"type\": \"Feature\", \"properties\": {}, \"geometry\": "
      + "{\"type\": \"Point\", \"coordinates\": [\(coordinates)]}}"
  }

  static let vectors: [HostileCase] = [
    features("an empty collection", collection("")),
    features("no JSON", "{\"type\": \"FeatureCollection\", \"features\": [", check: 4),
    features("deep JSON", collection(point(String(repeating: "[", count: 100_000))), check: 4),
    features("no numbers", collection(point("\"a\", \"b\""))),
    features("a point beyond the Earth", collection(point("1e300, 1")), "beyond the Earth"),
    features("numbers without an end", collection(point("1e999, 1e999"))),
    features(
      "a feature without a shape",
      collection("{\"type\": \"Feature\", \"properties\": {}, \"geometry\": null}")),
    features(
      "a system that is an address",
      collection(
        point("1, 2"),
        "\"crs\": {\"type\": \"link\", \"properties\": {\"href\": \"http://127.0.0.1:9/x\", \"type\": \"proj4\"}}, "
      ), check: 6, run: 6, "address"),
    features(
      "areas for points",
      collection(
        "{\"type\": \"Feature\", \"properties\": {}, \"geometry\": {\"type\": \"Polygon\", \"coordinates\": [[[0,0],[0,1],[1,1],[0,0]]]}}"
      ), check: 4),
    .data(
      "a database of nothing", ["p.gpkg": Array("SQLite format 3\u{0}".utf8)],
      "slides = read points \"p.gpkg\"", "p.gpkg", at: "2:"),
  ]

  private static func table(
    _ name: String, _ text: String, check: Int32 = 4, run: Int32 = 4, _ says: String...
  ) -> HostileCase {
    HostileCase(
      name: name,
      notebook: Array(
        "```{scarp}\nt = read table \"t.csv\" with a\ncheck count of t is 1\n```\n".utf8),
      files: ["t.csv": Array(text.utf8)], check: check, run: run, says: ["t.csv"] + says,
      place: "2:")
  }

  static let tables: [HostileCase] = [
    table("an empty table", ""),
    table("a header alone", "a,b\n"),
    table("a ragged row", "a,b\n1,2\n3\n", "line 3", "1 fields", "has 2"),
    table("an open quote", "a,b\n1,\"2\n", "line 2"),
    table("a quote inside", "a,b\n1,2\"3\n", "line 2"),
    table("semicolons", "a;b\n1;2\n", "semicolons"),
    table("a column twice", "a,a\n1,2\n", "both called"),
    table("a column without a name", "a,\n1,2\n", "column 2"),
    table("a column that is not there", "b\n1\n"),
    table("NUL", "a\n\u{0}\n", "line 2"),
    HostileCase(
      name: "a table that is not UTF-8",
      notebook: Array("```{scarp}\nt = read table \"t.csv\" with a\n```\n".utf8),
      files: ["t.csv": Array("a\nb\n".utf8) + [0xFF, 0x0A]], check: 4, run: 4,
      says: ["t.csv", "line 3"], place: "2:"),
  ]
}
