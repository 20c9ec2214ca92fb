import Foundation
import Testing

/// `scarp export`: what it writes, and what it refuses.
@Suite struct ExportTests {
  @Test func tablesAreWrittenByLabel() throws {
    let workplace = try SmallStudy.workplace()
    let run = try workplace.scarp("export", "study.md", "--to", "csv")
    #expect(run.code == 0, "\(run.messages)")
    #expect(
      run.messages.contains("output/study.export: 2 files, tbl-coefficients.csv, tbl-side.csv"))
    #expect(workplace.has("output/study.export/tbl-side.csv"))
    #expect(!workplace.has("output/study.html"), "only what is asked for is written")
    let one = try workplace.scarp("export", "study.md", "--to", "csv", "tbl-side", "-o", "-")
    #expect(one.code == 0 && one.output == "Value\r\n9\r\n")
    #expect(one.output == (try workplace.text("output/study.export/tbl-side.csv")))
  }

  @Test func anyValueHasAllItsRows() throws {
    let workplace = try SmallStudy.workplace()
    let run = try workplace.scarp("export", "study.md", "--to", "csv", "places", "-o", "-")
    #expect(run.code == 0)
    let lines = run.output.components(separatedBy: "\r\n")
    #expect(lines[0] == "Place,Label,slope (degrees),wet")
    #expect(lines.count == 42 && lines[41].isEmpty, "a head, forty places and the end")
    // Those of the table that the study reads.
    let table = SmallStudy.table.split(separator: "\n").dropFirst().map { row in
      let cells = row.split(separator: ",").map { Double($0) ?? .nan }
      return [cells[2], cells[0], cells[1]]
    }
    let found = lines[1...40].map {
      $0.split(separator: ",").dropFirst().map { Double($0) ?? .nan }
    }
    #expect(found == table)
  }

  @Test func latexIsWritten() throws {
    let workplace = try SmallStudy.workplace()
    let run = try workplace.scarp(
      "export", "study.md", "--to", "latex", "tbl-coefficients", "-o", "paper")
    #expect(run.code == 0, "\(run.messages)")
    let text = try workplace.text("paper/tbl-coefficients.tex")
    #expect(text.contains("\\caption{Coefficients.}") && text.contains("\\label{tbl-coefficients}"))
    #expect(text.contains("\\toprule") && text.contains("intercept & $-$"))
  }

  @Test func figuresAreWrittenAsFineAsAsked() throws {
    let workplace = try SmallStudy.workplace()
    try workplace.write(
      SmallStudy.text
        + "\n```{scarp}\ndraw histogram of places.slope, 85 mm wide as fig-h \"H.\"\n```\n",
      to: "study.md")
    for (format, dots) in [("svg", ""), ("pdf", ""), ("png", ""), ("png", "600")] {
      let run = try workplace.call(
        ["export", "study.md", "--to", format, "-o", "out\(dots)"]
          + (dots.isEmpty ? [] : ["--dpi", dots]))
      #expect(run.code == 0, "\(run.messages)")
    }
    func width(_ name: String) throws -> Int {
      let data = try Data(contentsOf: workplace.folder.appendingPathComponent(name))
      return data[16..<20].reduce(0) { $0 << 8 | Int($1) }
    }
    // 85 mm at 300 and at 600 pixels to the inch.
    #expect(abs(try width("out/fig-h.png") - 1004) <= 1)
    #expect(abs(try width("out600/fig-h.png") - 2008) <= 1)
    #expect(try workplace.text("out/fig-h.svg").contains("<svg"))
    #expect(workplace.has("out/fig-h.pdf"))
  }

  @Test func whatIsNotThereIsRefusedWithASuggestion() throws {
    let workplace = try SmallStudy.workplace()
    let wrong = try workplace.scarp("export", "study.md", "--to", "csv", "tbl-sied")
    #expect(wrong.code == 2)
    #expect(wrong.messages.contains("Did you mean “tbl-side”?"), "\(wrong.messages)")
    let kind = try workplace.scarp("export", "study.md", "--to", "geotiff", "places")
    #expect(
      kind.code == 2 && kind.messages.contains("nothing called “places” to export as geotiff"))
    #expect(try workplace.scarp("export", "study.md", "--to", "png", "tbl-side").code == 2)
    let format = try workplace.scarp("export", "study.md", "--to", "xls")
    #expect(format.code == 2 && format.messages.contains("csv, png, svg, pdf, geotiff, latex"))
    #expect(try workplace.scarp("export", "study.md").code == 2)
    let several = try workplace.scarp("export", "study.md", "--to", "csv", "-o", "-")
    #expect(several.code == 2 && several.output.isEmpty)
    #expect(try workplace.scarp("export", "study.md", "--to", "csv", "--dpi", "300").code == 2)
    #expect(try workplace.scarp("export", "study.md", "--to", "png", "--dpi", "5").code == 2)
    #expect(!workplace.has("output/study.export"))
  }

  @Test func exitCodesAreThoseOfARun() throws {
    let workplace = try SmallStudy.workplace()
    try workplace.write(SmallStudy.text.replacing("above 0.5", with: "above 0.999"), to: "study.md")
    let failed = try workplace.scarp("export", "study.md", "--to", "csv")
    #expect(failed.code == 1 && failed.messages.contains("E802"))
    #expect(!workplace.has("output/study.export"))
    #expect(try workplace.scarp("export", "absent.md", "--to", "csv").code == 4)
    try workplace.write(SmallStudy.text, to: "study.md")
    #expect(
      try workplace.scarp("export", "study.md", "--to", "csv", "-o", "no/such/folder").code == 5)
    try workplace.write(SmallStudy.text.replacing("stack of", with: "stakc of"), to: "study.md")
    #expect(try workplace.scarp("export", "study.md", "--to", "csv").code == 3)
  }

  /// A raster that the study reads and one that it makes, through GDAL's own tools.
  @Test func rastersAreWrittenByName() throws {
    let workplace = try Workplace()
    let simulated = try workplace.scarp(
      "simulate", "quickstart", "--into", "data", "--columns", "120", "--rows", "100")
    try #require(simulated.code == 0, "\(simulated.messages)")
    try workplace.write(
      """
      # Slope

      ```{scarp}
      dem   = read raster "dem.tif" in m
      rock  = read classes "lithology.tif" with 5 classes
      steep = slope of dem in degrees
      zones = classify steep into gentle, steep at 20 degrees
      draw map of steep as fig-steep "Slope."
      ```
      """, to: "study.md")
    let shown = try workplace.scarp("export", "study.md", "--to", "geotiff")
    #expect(shown.messages.contains("1 file, steep.tif"), "\(shown.messages)")
    let named = try workplace.scarp(
      "export", "study.md", "--to", "geotiff", "dem", "rock", "zones", "-o", "rasters")
    #expect(named.code == 0, "\(named.messages)")
    // gdalcompare counts what differs in cells, place and system.
    let compared = try workplace.tool(
      "/usr/bin/python3", "-c",
      """
      np = __import__("numpy")
      from osgeo import gdal
      gdal.UseExceptions()
      for a, b in (("data/dem.tif", "rasters/dem.tif"), ("data/lithology.tif", "rasters/rock.tif")):
          a, b = gdal.Open(a), gdal.Open(b)
          x, y = (np.where(d.ReadAsArray() == d.GetRasterBand(1).GetNoDataValue(), np.nan,
                           d.ReadAsArray().astype(float)) for d in (a, b))
          print(np.array_equal(x, y, equal_nan=True), a.GetGeoTransform() == b.GetGeoTransform(),
                a.GetSpatialRef().IsSame(b.GetSpatialRef()))
      """)
    #expect(compared == "True True 1\nTrue True 1\n")
    let zones = try workplace.tool("gdalinfo", "rasters/zones.tif")
    #expect(zones.contains("CLASS_1=gentle") && zones.contains("CLASS_2=steep"))
  }
}
