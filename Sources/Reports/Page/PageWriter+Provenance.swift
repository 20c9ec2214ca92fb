extension PageWriter {
  /// Writes how the report was made.
  mutating func writeProvenance() {
    let provenance = input.provenance
    guard !provenance.isEmpty || !input.attachments.isEmpty else { return }
    element(.section, [.classes("made"), .id("made.how")]) { page in
      page.element(.h2, text: "How this was made")
      page.writeHowToRepeat()
      page.writeReasoned("Assumptions", id: "made.assumptions", provenance.assumptions)
      page.writeReasoned("Permitted by the author", id: "made.allowances", provenance.allowances)
      page.writeFacts("Settings", provenance.settings)
      page.writeFacts("Seeds", provenance.seeds)
      page.writeInputs(provenance.inputs + provenance.bibliography)
      page.writeFacts("Versions", provenance.versions)
      page.writeAttachments()
    }
  }

  /// Writes how a reader carries the study out again.
  private mutating func writeHowToRepeat() {
    guard input.attachments.contains(where: \.isPacked) else { return }
    let study = input.provenance.study
    let name = study.hasSuffix(".md") ? String(study.dropLast(3)) : study
    let report = (name.isEmpty ? "REPORT" : name) + ".html"
    element(.p) { page in
      page.html.text(
        "This file carries the study, the works that it cites and the record of its results. Where "
          + "the input files lie in a folder, ")
      page.element(.code, text: "scarp verify \(report) --data FOLDER")
      page.html.text(" carries the study out anew and holds each number against the record.")
    }
  }

  private mutating func writeReasoned(
    _ title: String, id: String, _ items: [Provenance.Reasoned]
  ) {
    guard !items.isEmpty else { return }
    element(.h3, [.id(id)], text: title)
    element(.ol, [.classes("reasoned")]) { page in
      for item in items {
        page.element(.li) { page in
          page.html.text(Self.sentence(item.statement) + " ")
          page.element(
            .span, [.classes("reason")], text: Self.sentence("because " + item.reason))
        }
      }
    }
  }

  private mutating func writeFacts(_ title: String, _ facts: [Provenance.Fact]) {
    guard !facts.isEmpty else { return }
    element(.h3, text: title)
    element(.dl) { page in
      for fact in facts {
        page.element(.dt, text: fact.name)
        page.element(.dd) { page in
          page.html.text(fact.value)
          if !fact.note.isEmpty {
            page.element(.span, [.classes("reason")], text: " " + fact.note)
          }
        }
      }
    }
  }

  private mutating func writeInputs(_ inputs: [Provenance.Input]) {
    guard !inputs.isEmpty else { return }
    element(.h3, text: "Inputs")
    element(.div, [.classes("wide"), .focusable]) { page in
      page.element(.table) { page in
        page.element(.thead) { page in
          page.element(.tr) { page in
            page.element(.th, [.scope("col")], text: "File")
            page.element(.th, [.scope("col"), .classes("right")]) { page in
              page.html.text("Size")
              page.element(.span, [.classes("unit")], text: " bytes")
            }
            page.element(.th, [.scope("col")], text: "SHA-256")
          }
        }
        page.element(.tbody) { page in
          for input in inputs {
            page.element(.tr) { page in
              page.element(.th, [.scope("row")]) { page in
                page.html.text(input.path)
                if !input.description.isEmpty {
                  page.element(.span, [.classes("reason")], text: " " + input.description)
                }
              }
              page.element(.td, [.classes("right")], text: String(input.size))
              page.element(.td) { $0.element(.code, [.classes("hash")], text: input.hash) }
            }
          }
        }
      }
    }
  }

  /// Writes the texts that the report carries; ``Attachment/text`` is kept byte for byte.
  private mutating func writeAttachments() {
    guard !input.attachments.isEmpty else { return }
    element(.h3, text: "Carried in this file")
    for attachment in input.attachments {
      element(.details, [.classes("attachment")]) { page in
        page.element(.summary) { page in
          page.element(.code, text: attachment.name)
          if attachment.isPacked { page.html.text(" packed: gzip, in base64") }
        }
        let name = attachment.isPacked ? Attachment.packedClass : Attachment.plainClass
        page.element(.pre, [.id(Attachment.idPrefix + attachment.name), .classes(name)]) { page in
          page.html.exactText(attachment.isPacked ? attachment.packed : attachment.text)
        }
      }
    }
  }
}
