import Glibc
import Testing

@testable import Reports

@Suite struct TemplateTests {
  @Test func faultsAreTold() {
    #expect(throws: TemplateFault.missingSlot("policy")) {
      try Template(page: "{{page}}{{style}}", style: "")
    }
    #expect(throws: TemplateFault.endTagInStyle) {
      try Template(page: "{{policy}}{{page}}{{style}}", style: "a { } </style>")
    }
    #expect {
      try Template(page: "{{policy}}{{page}}{{style}}{{script}}", style: "")
    } throws: { fault in
      guard case .unknownSlot("script", let known) = fault as? TemplateFault else { return false }
      return known.contains("page")
    }
  }

  @Test func theFolderIsFoundFromTheProgram() throws {
    _ = try Template.load(
      from: TemplateFolder(given: nil, program: Files.root + "/.build/debug/scarp"))
    _ = try Template.load(
      from: TemplateFolder(given: Files.root + "/templates", program: "/nowhere/scarp"))
    #expect(throws: TemplateFault.notFound(searched: ["/nowhere"])) {
      try Template.load(
        from: TemplateFolder(given: "/nowhere", program: Files.root + "/.build/debug/scarp"))
    }
    #expect {
      try Template.load(from: TemplateFolder(given: nil, program: "/nowhere/at/all/scarp"))
    } throws: { fault in
      guard case .notFound(let searched) = fault as? TemplateFault else { return false }
      return searched.first == "/nowhere/at/all/../share/scarp/templates"
    }
  }

  @Test func theStyleSheetIsSqueezedAndMeansTheSame() throws {
    let style = """
      /* A comment: "not a quote */ :root { --a: calc(1px + 2px);\n  font: "A  /* b */", 'c\\' d' ; }
      a b > c ,\td { color : red }/**/e{}
      """
    #expect(
      String(decoding: Template.squeezed(Array(style.utf8)), as: UTF8.self)
        == ":root{--a: calc(1px + 2px);font: \"A  /* b */\",'c\\' d';}a b > c,d{color : red}e{}")
  }
}
