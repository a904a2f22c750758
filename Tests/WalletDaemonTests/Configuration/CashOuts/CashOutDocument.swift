/// Configurations of cash-outs for tests.
enum CashOutDocument {
    /// Every table that a rule needs: three sources, two destinations, one provider.
    static let tail = """
        [sources.tips]
        adapter = "exec"
        command = ["PLUGIN"]
        withdrawal = "direct"
        [sources.tops]
        adapter = "manual"
        withdrawal = "voucher"
        [sources.phone]
        adapter = "manual"
        kind = "carrier-billing"
        [sources.shut]
        adapter = "manual"
        [sources.shop]
        adapter = "manual"
        [destinations.bank]
        provider = "acme"
        account = { credential = "token" }
        [destinations.tops]
        provider = "acme"
        account = { credential = "token" }
        source = "tops"
        [providers.acme]
        adapter = "exec"
        command = ["PLUGIN"]
        minimum = "5000 SAT"
        step = "10 SAT"

        """

    /// What a check prints of the lines, with the other tables behind them, but for the line that says it is sound.
    static func report(_ lines: String, behind other: String = tail) throws -> [String] {
        try ConfigurationFolder.report("\(lines)\n\(other)").filter { !$0.hasPrefix("configuration is sound") }
    }
}
