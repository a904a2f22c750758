import Testing
import WalletCore
import WalletDaemon

@Suite struct AssetSectionTests {
    @Test func `a declared asset is known to amounts, with its name`() throws {
        let folder = try ConfigurationFolder(
            """
            [assets.STARS]
            scale = 0
            name  = "coffee stars"

            [assets.'MILES.2']
            scale = 2

            [sources.cards]
            adapter = "manual"

            [alerts.few]
            below = "3 STARS"
            """)
        let configuration = try folder.load()
        let stars = Asset(code: "STARS", scale: 0)
        #expect(try configuration.assets.asset("STARS") == stars)
        #expect(try configuration.assets.asset("MILES.2").scale == 2)
        #expect(configuration.assets.name("STARS") == "coffee stars")
        #expect(configuration.rules[0].condition == .below(Amount(units: 3, of: stars)))
    }

    @Test(arguments: [
        ("[assets.STARS]", "1:1: missing key `scale`"),
        ("[assets.STARS]\nscale = 31", "2:1: `scale` must be an integer from 0 to 30, not 31"),
        ("[assets.STARS]\nscale = -1", "2:1: `scale` must be an integer from 0 to 30, not -1"),
        ("[assets.STARS]\nscale = \"0\"", "2:1: `scale` must be an integer from 0 to 30, not a string"),
        ("[assets.STARS]\nscale = 0\nname = \"\"", "3:1: `name`: a name has 1 to 64 bytes and no control characters"),
        (
            "[assets.STARS]\nscale = 0\nname = \"a\\tb\"",
            "3:1: `name`: a name has 1 to 64 bytes and no control characters"
        ),
        ("[assets.STARS]\nscal = 0", "2:1: unknown key `scal`; did you mean `scale`?"),
        (
            "[assets.KRW]\nscale = 2",
            "2:1: KRW is already an asset with scale 0; it cannot have scale 2 too: choose another name"
        ),
        ("[assets]\nSTARS = 0", "2:1: `STARS` must be a table, [assets.STARS], not an integer"),
        ("assets = 1", "1:1: `assets` must be tables, [assets.NAME], not an integer"),
        ("[[assets]]\nscale = 1", "1:3: `assets` must be tables, [assets.NAME], not a list"),
    ])
    func `a wrong declaration is a fault`(document: String, fault: String) throws {
        #expect(try ConfigurationFolder.report(document) == ["walletd.toml:\(fault)"])
    }

    @Test func `a name that is none for an asset is a fault at the name`() throws {
        let report = try ConfigurationFolder.report("[assets.stars]\nscale = 0\n")
        #expect(report.count == 1)
        #expect(report[0].hasPrefix("walletd.toml:1:9: \"stars\" is not the code of an asset"))
    }

    @Test func `amounts of an asset whose declaration is faulty are not reported too`() throws {
        let report = try ConfigurationFolder.report(
            """
            [assets.STARS]
            scale = 99
            [sources.cards]
            adapter = "manual"
            [alerts.few]
            below = "3 STARS"
            """)
        #expect(report == ["walletd.toml:2:1: `scale` must be an integer from 0 to 30, not 99"])
    }
}
