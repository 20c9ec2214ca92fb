import Foundation
import HostileFiles
import Testing

/// What the program opens and whom it calls, seen from outside.
@Suite struct ConfinementTests {
  /// A study that reads a raster, features of another system and a table, and draws a map; beside the
  /// raster lie all the files that GDAL would read with it.
  private static func workplace() throws -> Workplace {
    let workplace = try Workplace()
    try workplace.write(Data(TIFFBytes().bytes), to: "data/dem.tif")
    try workplace.write("a,b\n1,2\n", to: "data/t.csv")
    try workplace.write(
      """
      {"type": "FeatureCollection", "crs": {"type": "name", "properties": {"name":
      "urn:ogc:def:crs:EPSG::4248"}}, "features": [
      {"type": "Feature", "properties": {"n": "a"}, "geometry":
      {"type": "Polygon", "coordinates": [[[-81.1, -4.6], [-80.9, -4.6], [-80.9, -4.4], [-81.1, -4.4],
      [-81.1, -4.6]]]}}]}
      """, to: "data/r.geojson")
    for name in besideTheRaster { try workplace.write("1\n0\n0\n-1\n0\n0\n", to: "data/\(name)") }
    try workplace.write(
      """
      ```{scarp}
      dem     = read raster "dem.tif" in m
      regions = read areas "r.geojson"
      rows    = read table "t.csv" with a
      inside  = clip dem to regions
      draw map of inside with regions as fig-dem "Elevation."
      ```

      `{scarp} count of rows`

      """, to: "study.md")
    return workplace
  }

  private static let besideTheRaster = [
    "dem.tif.aux.xml", "dem.aux.xml", "dem.tif.ovr", "dem.ovr", "dem.tif.msk", "dem.tfw",
    "dem.tifw", "dem.wld", "dem.prj", "dem.RPB", "dem_rpc.txt", "dem.IMD", "dem.tif.xml",
  ]

  private static let opening = "open,openat,openat2,creat,execve"

  /// What a worker may read besides the data and the cache: PROJ's database, GDAL's support files,
  /// the font, and what the C library and the Swift runtime look at.
  private static var support: Regex<some Any> {
    /^(\/usr\/share\/(proj|gdal|fonts)(\/.*)?|\/proc\/(self|[0-9]+)\/.*|\/proc\/(cpuinfo|meminfo|stat)|\/sys\/(devices\/system|fs\/cgroup)\/.*|\/dev\/(null|urandom)|\/etc\/(ld\.so\.cache|localtime|ssl\/openssl\.cnf)|.*\/lib[^\/]*\.so[^\/]*|\/usr\/(lib|share)\/(locale|zoneinfo)\/.*|\/usr\/lib\/.*gconv.*|\/usr\/lib\/ssl\/openssl\.cnf)$/
  }

  @Test func theWorkerOpensNothingElse() throws {
    let workplace = try Self.workplace()
    let calls = try SystemCalls(["run", "study.md"], in: workplace, tracing: Self.opening)
    let worker = calls.ofWorker.filter { !$0.hasFailed && $0.name.hasPrefix("open") }
    let folder = workplace.folder.resolvingSymlinksInPath().path
    var read: Set<String> = []
    for call in worker {
      let path = try #require(call.path)
      let isOurs =
        path == "data" || ["/data", "/cache"].contains { path.hasPrefix(folder + $0) }
      // Files of the data folder are opened beneath its descriptor, by their names.
      let isBeneath = call.name == "openat2" && !path.hasPrefix("/")
      if isOurs || isBeneath { read.insert(path.split(separator: "/").last.map(String.init) ?? "") }
      #expect(
        isOurs || isBeneath || path.wholeMatch(of: Self.support) != nil, "the worker opened \(path)"
      )
    }
    #expect(read.isSuperset(of: ["dem.tif", "r.geojson", "t.csv"]))
    #expect(worker.contains { $0.path?.hasSuffix("/proj.db") ?? false })
  }

  @Test func nothingBesideAFileIsOpened() throws {
    let workplace = try Self.workplace()
    let calls = try SystemCalls(["run", "study.md"], in: workplace, tracing: Self.opening).calls
    for name in Self.besideTheRaster {
      #expect(!calls.contains { $0.path?.hasSuffix("/\(name)") ?? false }, "\(name) was opened")
    }
    #expect(calls.contains { $0.path?.hasSuffix("dem.tif") ?? false })
  }

  private func expectNoCall(_ calls: [SystemCalls.Call]) {
    for call in calls where call.name != "execve" && !call.name.hasPrefix("clone") {
      #expect(!call.arguments.contains("AF_INET"), "\(call.name)(\(call.arguments))")
    }
    #expect(calls.count { $0.name == "execve" && !$0.hasFailed } == 2, "scarp and its worker")
  }

  /// Between these two systems PROJ has grids of differences, which it would fetch.
  @Test func noGridIsFetched() throws {
    let workplace = try Self.workplace()
    try workplace.write(
      Data(TIFFBytes(north: 3_300_000, epsg: 26_717).bytes), to: "data/dem.tif")
    try workplace.write(
      workplace.text("data/r.geojson").replacing("::4248", with: "::4326")
        .replacing("-4.6", with: "29.7").replacing("-4.4", with: "29.9"), to: "data/r.geojson")
    let calls = try SystemCalls(
      ["run", "study.md"], in: workplace, tracing: "network,execve"
    ).calls
    expectNoCall(calls)
  }

  /// A coordinate system that is a link, which GDAL would follow.
  @Test(arguments: ["check", "run"]) func noAddressInAFileIsAsked(_ verb: String) throws {
    let workplace = try Self.workplace()
    try workplace.write(
      """
      {"type": "FeatureCollection", "crs": {"type": "link", "properties": {"href":
      "http://127.0.0.1:9/crs", "type": "ogcwkt"}}, "features": [{"type": "Feature",
      "properties": {"n": "a"}, "geometry": {"type": "Point", "coordinates": [-81, -4.5]}}]}
      """, to: "data/link.geojson")
    try workplace.write(
      workplace.text("study.md").replacing(
        "inside  =", with: "linked  = read points \"link.geojson\"\ninside  ="), to: "study.md")
    expectNoCall(
      try SystemCalls([verb, "study.md"], in: workplace, tracing: "network,execve", ending: 6)
        .calls)
  }

  /// The network is closed by the kernel too, where that allows it: else the log says so.
  @Test func whatTheKernelRefusesIsTold() throws {
    let workplace = try Self.workplace()
    let calls = try SystemCalls(
      ["run", "study.md"], in: workplace,
      tracing: "unshare,landlock_restrict_self,execve,openat,openat2")
    let worker = calls.ofWorker
    let log = try workplace.text("output/study.run.json")
    let isConfined = worker.contains { $0.name == "landlock_restrict_self" && !$0.hasFailed }
    let isAlone = worker.contains { $0.name == "unshare" && !$0.hasFailed }
    #expect(isConfined != log.contains("Files are not confined by the kernel"))
    #expect(isAlone != log.contains("The network is not closed by the kernel"))
    // No data are opened before.
    let entered = worker.lastIndex { ["unshare", "landlock_restrict_self"].contains($0.name) }
    let data = worker.firstIndex { $0.path?.hasSuffix("dem.tif") ?? false }
    #expect(try #require(entered) < (try #require(data)))
  }
}
