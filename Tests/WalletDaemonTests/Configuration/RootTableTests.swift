import Testing
import WalletDaemon

@Suite struct RootTableTests {
    private static let sound = "[sources.cards]\nadapter = \"manual\"\n"

    @Test(arguments: [
        ("[metrics]", "3:2: unknown table `metrics`"),
        ("[notify.phone]\n[notify.mail]", "3:2: unknown table `notify`"),
        ("[source.tmoney]", "3:2: unknown table `source`; did you mean `sources`?"),
        ("[[alert]]", "3:3: unknown table `alert`; did you mean `alerts`?"),
        ("alerts = 1", "1:1: `alerts` must be tables, [alerts.NAME], not an integer"),
        ("daemon = [1]", "1:1: `daemon` must be a table, not a list"),
        ("database = \"/x\"", "1:1: unknown key `database`"),
        ("operators = [\"alice\"]", "1:1: unknown key `operators`"),
    ])
    func `what is no table of a configuration is a fault`(lines: String, fault: String) throws {
        let document = lines.hasPrefix("[") ? Self.sound + lines : "\(lines)\n\(Self.sound)"
        #expect(try ConfigurationFolder.report(document) == ["walletd.toml:\(fault)"])
    }

    @Test func `faults of the language and of the content are reported in one run, in the order of the lines`() throws {
        let report = try ConfigurationFolder.report(
            """
            [daemon]
            home_asset = KRW
            retentoin = "5y"
            [sources.cards]
            adapter = "manual"
            adapter = "manual"
            [alerts.low]
            severity = "bad"
            below = "3000 KRW
            """)
        #expect(
            report.map { $0.prefix { $0 != " " } } == [
                "walletd.toml:2:14:", "walletd.toml:3:1:", "walletd.toml:6:1:", "walletd.toml:8:1:",
                "walletd.toml:9:9:",
            ])
    }
}
