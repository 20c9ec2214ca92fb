extension SimulatedArea {
  /// The text of dataset.yaml: what the data are, how they were made, and what their codes mean.
  var description: String {
    let width = Self.short(Double(plan.columns) * plan.cell / 1000)
    let height = Self.short(Double(plan.rows) * plan.cell / 1000)
    let rocks = Rock.allCases.map { rock in
      "  \(rock.rawValue): \(rock.name)  # cohesion \(Self.short(rock.cohesion)) kPa, "
        + "tan of friction \(Self.short(rock.friction)), "
        + "transmissivity \(Self.short(rock.transmissivity)) m2 per day, "
        + "bedding takes \(Self.short(rock.beddingLoss)) of the friction"
    }
    let covers = LandCover.allCases.map { cover in
      "  \(cover.rawValue): \(cover.name)  # roots \(Self.short(cover.rootCohesion)) kPa"
    }
    return """
      title: A made-up area of mountains, \(width) km by \(height) km
      source: made by scarp simulate quickstart
      licence: CC0 1.0
      simulated: true
      area: quickstart
      seed: \(plan.seed)
      columns: \(plan.columns)
      rows: \(plan.rows)
      cell: \(Self.short(plan.cell))
      landslides: \(landslides.count)
      system: \(Self.system), at a place in the sea; GeoJSON in degrees of WGS 84

      # What each file holds.
      files:
        dem.tif: elevation, m
        lithology.tif: rock, by the codes below
        land-cover.tif: land cover, by the codes below
        truth.tif: the probability that a landslide starts in the cell, by which the inventory was drawn
        faults.geojson: faults
        landslides.geojson: the landslides that were mapped; each started in its highest cell
        surveyed.geojson: where landslides were looked for
        clouds.geojson: what of it was not seen
        rain.csv: rain gauges and the rain of a year, mm
      \(imageLines)
      lithology:
      \(rocks.joined(separator: "\n"))

      land-cover:
      \(covers.joined(separator: "\n"))

      # How the truth is made; beta is the slope, its tangent from central differences.
      truth: |
        p = P / (1 + exp((F - 1.1) / 0.17))
        F = strength * ((c + r) / (19 kN/m3 * d * sin beta * cos beta) + (1 - 0.52 m) * tan phi / tan beta)
        d = 2.2 m * max(0.1, 1 - (tan beta / 0.75)^2) * hollow
        hollow = 1 - 40 m * bend, from 0.5 to 1.6; bend is minus the Laplacian of the elevation
        m = min(1, 0.02 * rain in m per year * a / (T * sin beta)); a is the specific catchment area in m
        c = cohesion of the rock * (1 - 0.7 broken); r = cohesion of the roots
        tan phi = friction of the rock * (1 - 0.2 broken) * (1 - bedding * cosine to the dip)
        broken = exp(-distance to the nearest fault / 350 m)
        The beds dip to the direction 0.28 east, 0.96 north. strength is a random field of waves of
        2 km that no layer shows. P is such that \(Self.short(Self.landslidesPerSquareKilometre)) landslides are expected on a square kilometre.
        Each cell's start is drawn by itself; kept are the landslides that started where the area
        was surveyed and no cloud was, and where no earlier one lies. Elevation is rounded to 1 cm.

      """
  }

  /// What the images hold, a line for each; nothing where there are none.
  private var imageLines: String {
    guard imagery != nil else { return "" }
    let bands = Imagery.bands.joined(separator: ", ")
    return "  before.tif: an image from before the landslides; reflectance of \(bands)\n"
      + "  after.tif: the same after them, under a lower sun; no data where clouds were\n"
  }

  /// The number without “.0”.
  private static func short(_ value: Double) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
