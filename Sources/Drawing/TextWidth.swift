/// The width of a line of text in DejaVu Sans, in the unit of `size`.
///
/// Layout uses these widths, so that it needs no font file; a renderer that has been told to use
/// another font places the same text at the same points.
public func textWidth(_ text: String, size: Double, weight: TextRun.Weight = .regular) -> Double {
  var units = 0
  for scalar in text.unicodeScalars { units += Int(advanceWidth(scalar.value, weight)) }
  return Double(units) / 2048 * size
}

/// The text broken at spaces into lines no wider than `width`; a single longer word stays whole.
public func wrappedLines(
  _ text: String, width: Double, size: Double, weight: TextRun.Weight = .regular
) -> [String] {
  var lines: [String] = []
  var line = ""
  for word in text.split(separator: " ") {
    let longer = line.isEmpty ? String(word) : line + " " + word
    if !line.isEmpty, textWidth(longer, size: size, weight: weight) > width {
      lines.append(line)
      line = String(word)
    } else {
      line = longer
    }
  }
  if !line.isEmpty { lines.append(line) }
  return lines
}

/// The text, cut short with an ellipsis where it is wider than `width`.
public func truncatedText(
  _ text: String, width: Double, size: Double, weight: TextRun.Weight = .regular
) -> String {
  if textWidth(text, size: size, weight: weight) <= width { return text }
  var short = text
  while !short.isEmpty, textWidth(short + "…", size: size, weight: weight) > width {
    short.removeLast()
  }
  return short + "…"
}

private func advanceWidth(_ code: UInt32, _ weight: TextRun.Weight) -> UInt16 {
  for run in AdvanceWidths.runs where code >= run.first {
    let index = Int(code - run.first)
    if index < run.regular.count {
      return weight == .bold ? run.bold[index] : run.regular[index]
    }
  }
  return AdvanceWidths.missing
}
