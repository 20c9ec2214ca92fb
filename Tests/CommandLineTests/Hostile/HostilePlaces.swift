import Foundation
import HostileFiles

/// Names that lead out of the data folder, or to what is no regular file: 6, and nothing is read.
enum HostilePlaces {
  /// What is read, and how it is asked for.
  private static let readings = [
    ("raster", "x = read raster \"NAME\" in m"), ("points", "x = read points \"NAME\""),
    ("table", "x = read table \"NAME\" with a"),
    ("places", "x = read places \"NAME\" with a, label b"),
  ]

  /// Names, and whether they are known to lead out from their text alone.
  private static let names = [
    "../secret.csv", "sub/../../secret.csv", "../data-evil/secret.csv", "/etc/passwd",
    "/proc/self/environ", "/dev/zero", "/dev/stdin", "link.csv", "absolute.csv", "folder",
    "process/environ", "process/cwd/secret.csv", "zero", "pipe", "sub", "loop",
    "/vsicurl/http://127.0.0.1:9/a.tif", "/vsizip/a.zip/a.tif", "/vsistdin/", "/vsimem/a.tif",
    "/vsisubfile/0_100,secret.csv", "http://127.0.0.1:9/a.tif", "vsicurl/http://127.0.0.1:9/a",
    "MEM:::DATAPOINTER=1,PIXELS=1,LINES=1", "GTIFF_DIR:1:../secret.csv", "GPKG:../secret.gpkg:a",
    "NETCDF:x:y", "WMS:http://127.0.0.1:9/", "<VRTDataset></VRTDataset>", "",
  ]

  /// Puts a trap of each kind into the data folder and beside it.
  static let traps: @Sendable (Workplace) throws -> Void = { workplace in
    try workplace.write("a,b\n1,0\n", to: "secret.csv")
    try workplace.write("a,b\n1,0\n", to: "data-evil/secret.csv")
    try workplace.write("a,b\n1,0\n", to: "data/sub/inside.csv")
    let folder = workplace.folder.path
    for (target, name) in [
      ("../secret.csv", "link.csv"), ("\(folder)/secret.csv", "absolute.csv"), ("..", "folder"),
      ("/proc/self", "process"), ("/dev/zero", "zero"), ("loop", "loop"),
    ] {
      symlink(target, "\(folder)/data/\(name)")
    }
    mkfifo("\(folder)/data/pipe", 0o644)
  }

  static let all: [HostileCase] = readings.flatMap { kind, line in
    names.map { name in
      HostileCase(
        name: "\(kind) from “\(name)”",
        notebook: Array("```{scarp}\n\(line.replacing("NAME", with: name))\n```\n".utf8),
        prepare: traps, check: 6, run: 6, says: ["E601"], place: "2:")
    }
  }

  /// Formats that would read further files or addresses, under the name of one that is read.
  static let disguises: [HostileCase] = [
    (
      "VRT", "dem.tif",
      """
      <VRTDataset rasterXSize="20" rasterYSize="20"><SRS>EPSG:32717</SRS>
      <GeoTransform>500000, 10, 0, 9500200, 0, -10</GeoTransform>
      <VRTRasterBand dataType="Float32" band="1"><SimpleSource><SourceFilename>/etc/passwd\
      </SourceFilename></SimpleSource></VRTRasterBand></VRTDataset>
      """
    ),
    (
      "WMS", "dem.tif",
      "<GDAL_WMS><Service name=\"TMS\"><ServerUrl>http://127.0.0.1:9/</ServerUrl></Service></GDAL_WMS>"
    ),
    (
      "VRT of features", "p.gpkg",
      "<OGRVRTDataSource><OGRVRTLayer name=\"a\"><SrcDataSource>../secret.csv</SrcDataSource>"
        + "</OGRVRTLayer></OGRVRTDataSource>"
    ),
    ("KML", "p.geojson", "<?xml version=\"1.0\"?><kml><NetworkLink/></kml>"),
    ("VRT after a mark and blanks", "dem.tif", "\u{FEFF}  \n<VRTDataset/>"),
  ].map { kind, name, text in
    let line = name == "dem.tif" ? "x = read raster" : "x = read points"
    return HostileCase(
      name: "\(kind) named \(name)",
      notebook: Array("```{scarp}\n\(line) \"\(name)\"\n```\n".utf8),
      files: [name: Array(text.utf8)], check: 6, run: 6, says: [name, "XML"], place: "2:")
  }
}
