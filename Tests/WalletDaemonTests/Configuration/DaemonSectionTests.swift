import Testing
import WalletCore
import WalletDaemon

@Suite struct DaemonSectionTests {
    @Test func `every key of the daemon's table is taken over`() throws {
        let folder = try ConfigurationFolder(
            """
            [daemon]
            database   = "/var/lib/walletd/walletd.db"
            socket     = "/run/walletd/walletd.sock"
            home_asset = "KRW"
            operators  = ["alice", "@finance"]
            retention  = "5y"
            """)
        let daemon = try folder.load().daemon
        var expected = DaemonSettings(database: "/var/lib/walletd/walletd.db", socket: "/run/walletd/walletd.sock")
        expected.homeAsset = Asset(code: "KRW", scale: 0)
        expected.operators = [.user(name: "alice", id: 1001), .group(name: "finance", id: 2001)]
        expected.retention = .seconds(5 * 365 * 86_400)
        #expect(daemon == expected)
    }

    @Test func `what the table leaves out comes from the environment`() throws {
        let folder = try ConfigurationFolder("[daemon]\n")
        let environment = ["STATE_DIRECTORY": "/var/lib/walletd:/var/lib/other", "RUNTIME_DIRECTORY": "/run/walletd"]
        let defaults = DefaultPaths(environment: environment, user: 0, home: nil)
        let daemon = try folder.load(in: ConfigurationFolder.surroundings(defaults: defaults)).daemon
        #expect(
            daemon == DaemonSettings(database: "/var/lib/walletd/walletd.db", socket: "/run/walletd/walletd.sock"))
    }

    @Test(arguments: [
        ("database = 5", "2:1: `database` must be a string, not an integer"),
        (
            "database = \"walletd.db\"",
            "2:1: `database`: an absolute path is wanted, which begins with \"/\""
        ),
        ("database = \"/var/\"", "2:1: `database`: the path of a file does not end in \"/\""),
        ("database = \"/a\\u0000b\"", "2:1: `database`: the path holds a NUL character"),
        (
            "socket = \"/\(String(repeating: "s", count: 107))\"",
            "2:1: `socket`: the path of a socket has at most 107 bytes"
        ),
        ("operators = \"alice\"", "2:1: `operators` must be a list of users and @groups, not a string"),
        (
            "operators = [\"alice\", 7]",
            "2:1: `operators`: an integer stands in the list; users and @groups are strings"
        ),
        ("operators = [\"mallory\"]", "2:1: `operators`: there is no user \"mallory\" on this machine"),
        ("operators = [\"\"]", "2:1: `operators`: there is no user \"\" on this machine"),
        ("operators = [\"alice\\u0000\"]", "2:1: `operators`: there is no user \"alice\\x00\" on this machine"),
        ("operators = [\"@staff\"]", "2:1: `operators`: there is no group \"staff\" on this machine"),
        ("operators = [\"@remote\"]", "2:1: `operators`: the group \"remote\" cannot be looked up: no answer"),
        ("retention = \"1h\"", "2:1: `retention`: \"1h\" is out of range: from 24h to 100y"),
        ("retention = 30", "2:1: `retention` must be a duration like \"15m\", not an integer"),
        ("retentoin = \"5y\"", "2:1: unknown key `retentoin`; did you mean `retention`?"),
        ("color = true", "2:1: unknown key `color`"),
    ])
    func `a wrong key or value of the daemon's table is a fault`(line: String, fault: String) throws {
        #expect(try ConfigurationFolder.report("[daemon]\n\(line)\n") == ["walletd.toml:\(fault)"])
    }

    @Test func `every unknown operator is reported`() throws {
        let report = try ConfigurationFolder.report(
            "[daemon]\noperators = [\"mallory\", \"bob\", \"@staff\", \"mal\"]\n")
        #expect(
            report == [
                "walletd.toml:2:1: `operators`: there is no group \"staff\" on this machine",
                "walletd.toml:2:1: `operators`: there is no user \"mal\" on this machine",
                "walletd.toml:2:1: `operators`: there is no user \"mallory\" on this machine",
            ])
    }

    @Test func `an unknown home asset is a fault that shows its declaration`() throws {
        let report = try ConfigurationFolder.report("[daemon]\nhome_asset = \"STARS\"\n")
        #expect(report.count == 1)
        #expect(report[0].hasPrefix("walletd.toml:2:1: `home_asset`: unknown asset \"STARS\"; the lines "))
        #expect(report[0].contains("[assets.STARS]"))
    }
}
