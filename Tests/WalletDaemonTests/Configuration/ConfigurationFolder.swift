import Glibc
import WalletAdapters
import WalletCore
import WalletDaemon
import WalletTestSupport

/// A folder with a configuration, and the surroundings that its tests agree on.
struct ConfigurationFolder {
    let folder: TemporaryFolder

    /// In the document `PLUGIN` stands for a program that is there.
    init(_ document: String) throws {
        folder = try TemporaryFolder()
        let program = try folder.write("plugin", "#!/bin/sh\n", mode: 0o700)
        try folder.write("walletd.toml", document.replacing("PLUGIN", with: program))
    }

    var path: String { folder.path(of: "walletd.toml") }

    /// 2026-11-22.
    static let today = CalendarDate(daysSinceEpoch: 20_779)

    /// Two users, one group, no credential but `token`, and no say about `elsewhere`.
    static func surroundings(
        defaults: DefaultPaths = DefaultPaths(environment: [:], user: 0, home: "/root"),
        credentials: CredentialInspection? = nil
    ) -> ConfigurationSurroundings {
        ConfigurationSurroundings(
            defaults: defaults, daemonUsers: [geteuid()],
            accounts: AccountDirectory(
                user: { ["alice": .id(1001), "bob": .id(1002)][$0] ?? .unknown },
                group: { $0 == "finance" ? .id(2001) : $0 == "remote" ? .unavailable("no answer") : .unknown }),
            credentials: credentials
                ?? CredentialInspection { reference in
                    switch reference {
                    case .credential("token"), .file: .sound
                    case .credential("elsewhere"): .unclear("cannot be checked here")
                    case .credential(let name): .fault("credential \(name) is missing")
                    }
                }, today: today)
    }

    func addDropIn(_ name: String, _ document: String, mode: UInt32 = 0o600) throws {
        mkdir(folder.path(of: "walletd.d"), 0o700)
        try folder.write("walletd.d/\(name)", document, mode: mode)
    }

    func load(
        in surroundings: ConfigurationSurroundings = ConfigurationFolder.surroundings()
    ) throws(ConfigurationFaults) -> LoadedConfiguration {
        try LoadedConfiguration.load(path, in: surroundings)
    }

    /// What a check prints, with paths as seen from the folder.
    func report(in surroundings: ConfigurationSurroundings = ConfigurationFolder.surroundings()) -> [String] {
        ConfigurationReport(checking: path, in: surroundings).lines.map { line in
            line.replacing("\(folder.path)/", with: "").replacing(folder.path, with: ".")
        }
    }

    /// The same for one document.
    static func report(_ document: String) throws -> [String] {
        try ConfigurationFolder(document).report()
    }
}
