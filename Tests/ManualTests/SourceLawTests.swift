import Commands
import Foundation
import Testing
import Vocabulary

/// Every method says where it comes from; words that have no method are listed here.
@Suite struct SourceLawTests {
  /// Words that read, count, order, show or state, and need no source.
  private static let plain: Set<String> = [
    "allow leakage", "allow nominal codes", "allow own breaks", "area", "arithmetic", "assume",
    "block", "cell", "check", "claims", "clip", "count", "cut", "density", "draw bars",
    "draw learning", "draw maps", "draw net", "draw patches", "estimate", "fit random guess",
    "flatten", "group", "input", "branch", "join", "label", "label every cell", "log likelihood",
    "maximum", "mean", "minimum", "net", "prediction", "presence", "rasterise", "read areas",
    "read bands", "read classes", "read lines", "read places", "read points", "read raster",
    "read table", "regroup", "repeat", "resample", "select", "setting", "share", "show",
    "show areas", "show assumptions", "show claims", "show confusion", "show count",
    "show density", "show importance", "show report", "show share", "show spread", "stack",
    "winner", "align", "best", "dense", "distance from", "mape", "mse", "rmse", "pooled mape",
    "pooled mse", "pooled rmse", "scale", "upsample", "out-of-bag error", "maxpool",
  ]

  @Test func everyMethodHasASource() {
    for word in Catalog.standard.words where word.entry.sources.isEmpty {
      #expect(
        Self.plain.contains(word.entry.phrase),
        "\(word.entry.phrase) names no source and is not listed as needing none")
    }
    let phrases = Set(Catalog.standard.words.map(\.entry.phrase))
    #expect(Self.plain.subtracting(phrases).isEmpty, "listed, and no word")
  }

  @Test func identifiersAreWellFormed() throws {
    let doi = try Regex(#"doi:10\.\d{4,9}/\S+"#)
    for word in Catalog.standard.words {
      for source in word.entry.sources {
        #expect(source.count > 5, "\(word.entry.phrase)")
        guard source.contains("doi:") || source.contains("DOI") else { continue }
        #expect(source.contains(doi), "\(word.entry.phrase): \(source)")
        #expect(!source.hasSuffix("."), "\(word.entry.phrase): \(source)")
      }
    }
  }
}
