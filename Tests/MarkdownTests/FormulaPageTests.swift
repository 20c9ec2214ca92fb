import Foundation
import Testing

@testable import Markdown

/// docs/mathematics.md lists what is read, and nothing else.
@Suite struct FormulaPageTests {
  /// The page's parts by their headings.
  private func parts() throws -> [String: Substring] {
    let path =
      URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path + "/docs/mathematics.md"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    return Dictionary(
      text.split(separator: "\n## ").map { part in
        let title = part.prefix { $0 != "\n" }
        return (String(title), part.dropFirst(title.count))
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The commands in backticks of a part, without their backslash.
  private func commands(_ title: String) throws -> Set<String> {
    let part = try #require(try parts()[title])
    return Set(part.matches(of: /`\\([^`]+)`/).map { String($0.1) })
  }

  @Test func everyStructureIsRead() throws {
    let structure = try #require(try parts()["Structure"])
    let lines = structure.split(separator: "\n").filter { $0.hasPrefix("    ") }
    #expect(lines.count > 15)
    for line in lines {
      // The formula ends where two spaces or more, or the last of a full column, follow it.
      let text = line.dropFirst(4)
      let end = text.firstRange(of: "  ")?.lowerBound ?? text.index(text.startIndex, offsetBy: 39)
      let formula = String(text[..<end])
      #expect(FormulaReader.read(formula) != nil, "\(formula)")
    }
    for (name, _) in FormulaSymbols.environments {
      #expect(structure.contains("`\(name)`"), "\(name) is not listed")
      #expect(FormulaReader.read("\\begin{\(name)} a & b \\\\ c & d \\end{\(name)}") != nil)
    }
    for letter in FormulaSymbols.blackboard.keys { #expect(structure.contains(" \(letter)")) }
    for letter in "+-*=<>/,;:!|()[].?" {
      #expect(FormulaReader.read(String(letter)) != nil)
      #expect(structure.contains("`\(letter)`"))
    }
  }

  @Test func theListsAreThoseOfTheReader() throws {
    #expect(try commands("Letters") == Set(FormulaSymbols.letters.keys))
    #expect(try commands("Operators, relations, arrows") == Set(FormulaSymbols.signs.keys))
    #expect(try commands("Functions") == FormulaSymbols.functions)
    #expect(try commands("Marks") == Set(FormulaSymbols.marks.keys))
    #expect(try commands("Spaces") == Set(FormulaSymbols.spaces.keys))
    #expect(
      try commands("Brackets after left and right") == Set(FormulaSymbols.delimiters.keys))
    for title in ["Letters", "Operators, relations, arrows", "Functions", "Spaces"] {
      for command in try commands(title) {
        #expect(FormulaReader.read("a\\\(command) b") != nil, "\\\(command)")
      }
    }
    for mark in try commands("Marks") { #expect(FormulaReader.read("\\\(mark){x}") != nil) }
    for bracket in try commands("Brackets after left and right") {
      #expect(FormulaReader.read("\\left\\\(bracket) x \\right.") != nil, "\\\(bracket)")
    }
  }

  @Test func whatIsNotReadIsNamed() {
    func found(_ tex: String) -> String? {
      do throws(FormulaReader.NotRead) {
        _ = try FormulaReader.formula(tex)
        return nil
      } catch {
        return error.found
      }
    }
    #expect(found("a + \\mathfrak{w}") == "\\mathfrak")
    #expect(found("a & b") == "&")
    #expect(found("\\begin{tabular} a \\end{tabular}") != nil)
    #expect(found("x^2") == nil)
  }
}
