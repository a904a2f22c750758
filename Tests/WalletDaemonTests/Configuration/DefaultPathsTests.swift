import Testing
import WalletDaemon

@Suite struct DefaultPathsTests {
    @Test func `systemd's folders come first, and of a list the first counts`() {
        let paths = DefaultPaths(
            environment: [
                "STATE_DIRECTORY": "/var/lib/walletd:/var/lib/b", "RUNTIME_DIRECTORY": "/run/walletd:/run/b",
                "XDG_STATE_HOME": "/x", "XDG_RUNTIME_DIR": "/y", "XDG_CONFIG_HOME": "/z",
            ], user: 0, home: "/root")
        #expect(paths.database == "/var/lib/walletd/walletd.db")
        #expect(paths.socket == "/run/walletd/walletd.sock")
        #expect(paths.configuration == "/etc/walletd/walletd.toml")
    }

    @Test func `a person's own instance lives in the folders of the XDG specification`() {
        let environment = [
            "XDG_STATE_HOME": "/x/", "XDG_RUNTIME_DIR": "/run/user/1000", "XDG_CONFIG_HOME": "/home/a/.cfg",
        ]
        let paths = DefaultPaths(environment: environment, user: 1000, home: "/home/a")
        #expect(paths.database == "/x/walletd/walletd.db")
        #expect(paths.socket == "/run/user/1000/walletd.sock")
        #expect(paths.configuration == "/home/a/.cfg/walletd/walletd.toml")
    }

    @Test func `where the variables are unset the specification's defaults count`() {
        let paths = DefaultPaths(environment: [:], user: 1000, home: "/home/a")
        #expect(paths.database == "/home/a/.local/state/walletd/walletd.db")
        #expect(paths.socket == nil)
        #expect(paths.configuration == "/home/a/.config/walletd/walletd.toml")
    }

    @Test(arguments: ["", "relative", ":", "./x"])
    func `what is no absolute path counts as unset`(value: String) {
        let environment = Dictionary(
            uniqueKeysWithValues: [
                "STATE_DIRECTORY", "RUNTIME_DIRECTORY", "XDG_STATE_HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME",
            ].map { ($0, value) })
        let paths = DefaultPaths(environment: environment, user: 1000, home: "/home/a")
        #expect(paths == DefaultPaths(environment: [:], user: 1000, home: "/home/a"))
    }

    @Test(arguments: [0, 1, 999] as [UInt32])
    func `root and system accounts take the system's file`(user: UInt32) {
        let paths = DefaultPaths(environment: ["XDG_CONFIG_HOME": "/x"], user: user, home: "/home/a")
        #expect(paths.configuration == "/etc/walletd/walletd.toml")
    }

    @Test func `a person without a home has the system's file and no folder for the database`() {
        let paths = DefaultPaths(environment: [:], user: 1000, home: nil)
        #expect(paths.configuration == "/etc/walletd/walletd.toml")
        #expect(paths.database == nil)
    }
}
