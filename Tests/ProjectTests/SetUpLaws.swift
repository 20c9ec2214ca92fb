import Testing

/// The set-up: what is needed is listed, and what is listed is installed.
@Suite struct SetUpLaws {
  @Test func everyPackageIsInstalledAndExplained() throws {
    let makefile = try Repository.text("Makefile").replacing("\\\n", with: " ")
    let dependencies = try Repository.text("docs/dependencies.md")
    let installed = makefile.matches(of: /(?m)^\w*PACKAGES := (.*)$/)
      .flatMap { $0.1.split(separator: " ").map(String.init) }
    #expect(installed.count > 10)
    for name in installed {
      #expect(dependencies.contains(name), "docs/dependencies.md does not explain \(name)")
    }
    for target in try Manifest().targets {
      for name in target.packages {
        #expect(installed.contains(name), "the Makefile does not install \(name)")
      }
    }
  }

  @Test(arguments: [
    "report", "test", "format", "docs", "benchmark", "build", "install", "uninstall", "clean",
  ])
  func thereIsATargetForEachHabit(_ name: String) throws {
    let makefile = try Repository.text("Makefile")
    #expect(try makefile.contains(Regex("(?m)^\(name):")))
  }

  @Test func whatEveryChangePassesIsMakeTest() throws {
    #expect(try Repository.text(".ci/run").contains("\nmake test\n"))
  }

  @Test func theLicenceIsApache() throws {
    let licence = try Repository.text("LICENSE")
    #expect(
      licence.contains("Apache License\n                           Version 2.0, January 2004"))
    #expect(licence.contains("END OF TERMS AND CONDITIONS"))
  }
}
