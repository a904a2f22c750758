import Glibc
import Testing
import WalletCore
import WalletDaemon
import WalletTestSupport

@Suite struct DropInTests {
    private static let main = """
        [daemon]
        home_asset = "KRW"
        [sources.tmoney]
        adapter = "manual"

        """

    @Test func `drop-ins are read in the order of their names, and other files are not`() throws {
        let folder = try ConfigurationFolder(Self.main)
        try folder.addDropIn("20-b.toml", "[sources.b]\nadapter = \"manual\"\n")
        try folder.addDropIn("10-a.toml", "[alerts.low]\nsource = \"b\"\nbelow = \"3 KRW\"\n")
        try folder.addDropIn("30-c.toml.bak", "not read")
        try folder.addDropIn(".hidden.toml", "not read")
        let configuration = try folder.load()
        #expect(configuration.sources.map(\.settings.name) == ["b", "tmoney"])
        #expect(configuration.rules.map(\.name) == ["low"])
    }

    @Test func `faults are in the order of the files and of their lines`() throws {
        let folder = try ConfigurationFolder(Self.main + "every = \"1h\"\n")
        try folder.addDropIn("b.toml", "x = 1\n[alerts.low]\nabov = 1\n")
        try folder.addDropIn("a.toml", "\n  y = 1\n")
        #expect(
            folder.report() == [
                "walletd.toml:5:1: `every` is no key of a manual source: its balances are recorded by hand",
                "walletd.d/a.toml:2:3: unknown key `y`",
                "walletd.d/b.toml:1:1: unknown key `x`",
                "walletd.d/b.toml:3:1: unknown key `abov`; did you mean `above`?",
            ])
    }

    @Test(arguments: [
        ("[daemon]\nretention = \"5y\"\n", "1:1: table [daemon] already has its header at walletd.toml:1:1"),
        (
            "\n[sources.tmoney]\nevery = \"5m\"\n",
            "2:1: table [sources.tmoney] already has its header at walletd.toml:3:1"
        ),
        ("[sources]\ntmoney.every = \"5m\"\n", "2:1: `sources.tmoney` is already defined at walletd.toml:3:1"),
        ("sources.tmoney = { every = \"5m\" }\n", "1:9: `sources.tmoney` is already defined at walletd.toml:3:1"),
        ("daemon = 5\n", "1:1: `daemon` is already defined at walletd.toml:1:1"),
    ])
    func `a table in two files is a fault that names both places`(dropIn: String, fault: String) throws {
        let folder = try ConfigurationFolder(Self.main)
        try folder.addDropIn("a.toml", dropIn)
        #expect(folder.report() == ["walletd.d/a.toml:\(fault)"])
    }

    @Test func `a table with its header twice in one file is a fault that names both lines`() throws {
        #expect(
            try ConfigurationFolder.report(Self.main + "[daemon]\nretention = \"5y\"\n") == [
                "walletd.toml:5:2: table 'daemon' is already defined at line 1"
            ])
    }

    @Test func `a table in three files is a fault at each place after the first`() throws {
        let folder = try ConfigurationFolder(Self.main)
        try folder.addDropIn("a.toml", "[daemon]\n")
        try folder.addDropIn("b.toml", "# again\n[daemon]\n")
        #expect(
            folder.report() == [
                "walletd.d/a.toml:1:1: table [daemon] already has its header at walletd.toml:1:1",
                "walletd.d/b.toml:2:1: table [daemon] already has its header at walletd.toml:1:1",
            ])
    }

    @Test func `tables below one another may stand in different files, as in one`() throws {
        let folder = try ConfigurationFolder(
            "[sources.shop.headers]\nAccept = \"application/json\"\n[sources]\n[alerts.low]\nbelow = \"1 KRW\"\n")
        try folder.addDropIn(
            "a.toml",
            "[sources.shop]\nadapter = \"http\"\nurl = \"https://x.example\"\naccount = \"/a\"\nasset = \"/b\"\n"
                + "available = \"/c\"\n[sources.more]\nadapter = \"manual\"\n")
        #expect(folder.report() == ["configuration is sound: 2 sources, 1 alert"])
    }

    @Test func `a missing key is reported at the header, wherever that stands`() throws {
        let folder = try ConfigurationFolder("[sources.shop.headers]\nAccept = \"application/json\"\n")
        try folder.addDropIn(
            "a.toml",
            "# the shop\n[sources.shop]\nadapter = \"http\"\naccount = \"/a\"\nasset = \"/b\"\navailable = \"/c\"\n")
        #expect(folder.report() == ["walletd.d/a.toml:2:1: missing key `url`"])
    }

    @Test func `the hash is that of all bytes in the order of reading`() throws {
        let folder = try ConfigurationFolder(Self.main)
        #expect(
            try folder.load().sha256 == "66c86fecfcff5ac392c97dbeefd88115a32d5d0d9bec4d2e4df1435731881579")
        try folder.addDropIn("a.toml", "# more\n")
        #expect(try folder.load().sha256 == "2c0c5a20a3bf43e2946016ea2d76392eca4c3af74a5f567ee87b427f2ca79136")
    }

    @Test func `drop-ins lie beside the name of the file, also where that is a link`() throws {
        let folder = try ConfigurationFolder(Self.main)
        try folder.addDropIn("a.toml", "x = 1\n")
        let link = folder.folder.path(of: "link.toml")
        #expect(symlink("walletd.toml", link) == 0)
        let report = ConfigurationReport(checking: link, in: ConfigurationFolder.surroundings())
        #expect(report.lines == ["\(folder.folder.path)/walletd.d/a.toml:1:1: unknown key `x`"])
    }
}
