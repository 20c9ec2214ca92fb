import Evaluation
import Glibc
import Learning
import Testing
import Vocabulary

/// What every word of learning and evaluation keeps.
@Suite struct CatalogueLawTests {
  static let words = learningWords + evaluationWords

  @Test func phrasesAreUnique() {
    let phrases = Self.words.map(\.entry.phrase)
    #expect(Set(phrases).count == phrases.count)
  }

  @Test func everyWordSaysWhatItIs() {
    for word in Self.words {
      let entry = word.entry
      #expect(entry.summary.hasSuffix("."), "\(entry.phrase)")
      #expect(!entry.summary.dropLast().contains(". "), "\(entry.phrase)")
      let first = entry.example.split(separator: "\n").first.map(String.init) ?? ""
      let sentence = first.split(separator: " = ").last.map(String.init) ?? first
      #expect(
        sentence.replacing("check ", with: "").contains(entry.phrase + " "), "\(entry.phrase)")
      #expect(first.contains(" = ") == (entry.category == .value), "\(entry.phrase)")
      #expect(word is any RunnableWord, "\(entry.phrase)")
      for parameter in word.parameters {
        #expect(parameter.help.hasSuffix("."), "\(entry.phrase), \(parameter.name)")
      }
      let heads = word.parameters.compactMap(\.role.head)
      #expect(Set(heads).count == heads.count, "\(entry.phrase)")
    }
  }

  /// A word that is written but not listed would be in no notebook.
  @Test(arguments: ["Learning", "Evaluation"]) func everyWordIsListed(_ target: String) throws {
    let listed = Set(Self.words.map { "\(type(of: $0))" })
    let parts = #filePath.split(separator: "/").dropLast(3)
    let folder = "/" + parts.joined(separator: "/") + "/Sources/\(target)/Words"
    let handle = try #require(opendir(folder), "\(folder) cannot be listed")
    defer { closedir(handle) }
    var found = 0
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name.hasSuffix(".swift"), let file = fopen("\(folder)/\(name)", "r") else { continue }
      defer { fclose(file) }
      var line = [CChar](repeating: 0, count: 4096)
      while fgets(&line, Int32(line.count), file) != nil {
        let bytes = line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        let words = String(decoding: bytes, as: UTF8.self).split(separator: " ")
        guard words.starts(with: ["public", "struct"]),
          words.contains(where: { $0.hasPrefix("Runn") })
        else { continue }
        found += 1
        let type = words[2].prefix { $0 != ":" }
        #expect(listed.contains(String(type)), "\(type) is not in the catalogue")
      }
    }
    #expect(found > 5)
  }
}
