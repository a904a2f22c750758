import Testing

/// The habits of the house, held by tests: each rule holds for the whole tree, and each can fail.
struct TidyTests {
    private var rules: [TidyRule] {
        TidyRule.size + TidyRule.layers + TidyRule.names + TidyRule.failures + TidyRule.concurrency + TidyRule.values
            + TidyRule.tree
    }

    @Test func `the tree keeps every rule`() throws {
        let files = try SourceFile.all()
        #expect(files.count > 100)
        for rule in rules {
            let findings = rule.findings(files)
            #expect(findings.isEmpty, "\(rule.name):\n\(findings.joined(separator: "\n"))")
        }
    }

    @Test func `every rule finds its example`() {
        for rule in rules {
            #expect(!rule.findings([rule.example]).isEmpty, "\(rule.name) does not find its example")
        }
    }

    @Test func `what stands in a comment or a string breaks no rule`() {
        let file = SourceFile(path: "Sources/WalletCore/A.swift", text: "// let a = try! b()\nlet c = 1  // Double\n")
        #expect(rules.allSatisfy { rule in rule.name.hasPrefix("a file declares") || rule.findings([file]).isEmpty })
    }
}
