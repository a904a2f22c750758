extension TidyRule {
    /// What each module may import, beside `Glibc`, `Synchronization` and `FoundationEssentials`. A new line here is a
    /// decision: imports go down the layers only.
    static let imports: [String: Set<String>] = [
        "WalletCore": [],
        "JSON": [],
        "TOML": [],
        "SQLite": ["CSQLite"],
        "Migrations": [],
        "WalletStore": ["WalletCore", "JSON", "SQLite", "Migrations", "Crypto", "Dispatch"],
        "WalletAdapters": [
            "WalletCore", "JSON", "CLinux", "AsyncHTTPClient", "NIOCore", "NIOPosix", "NIOHTTP1", "NIOSSL",
            "NIOFoundationEssentialsCompat", "Subprocess", "SystemPackage", "Crypto",
        ],
        "WalletEngine": ["WalletCore", "WalletStore", "HeapModule", "Logging", "ServiceLifecycle"],
        "WalletAPI": [],
        "WalletControl": [
            "WalletAPI", "WalletCore", "WalletEngine", "CLinux", "JSON", "Hummingbird", "HummingbirdCore", "HTTPTypes",
            "Logging", "NIOCore", "NIOExtras", "NIOPosix", "NIOHTTPTypes", "ServiceLifecycle",
        ],
        "WalletClient": ["JSON", "WalletAPI"],
        "WalletDaemon": [
            "CLinux", "JSON", "TOML", "WalletAdapters", "WalletAPI", "WalletControl", "WalletCore", "WalletEngine",
            "WalletStore", "ArgumentParser", "Crypto", "Logging", "NIOCore", "NIOPosix", "ServiceLifecycle",
            "UnixSignals",
        ],
        "walletd": ["WalletDaemon", "ArgumentParser"],
        "walletctl": ["JSON", "WalletAPI", "WalletClient", "ArgumentParser"],
    ]

    private static let everywhere: Set<String> = ["Glibc", "Synchronization", "FoundationEssentials"]
    /// Without I/O: not even the C library.
    private static let pure: Set<String> = ["WalletCore", "JSON", "TOML", "WalletAPI"]

    static var layers: [TidyRule] {
        [
            TidyRule(
                "imports go down the layers", example: "Sources/WalletControl/Route.swift", "import WalletStore\n"
            ) { file in
                guard !file.isTest, let allowed = imports[file.target] else { return [] }
                return file.code.compactMap { number, text in
                    guard let module = importedModule(text), !allowed.contains(module), !everywhere.contains(module)
                    else { return nil }
                    return (number, "\(file.target) must not import \(module)")
                }
            },
            TidyRule(
                "the core and the languages do no I/O", example: "Sources/WalletCore/Clock.swift", "import Glibc\n"
            ) { file in
                guard !file.isTest, pure.contains(file.target) else { return [] }
                return file.code.compactMap { number, text in
                    importedModule(text) == "Glibc" ? (number, "\(file.target) has no I/O; hand the value in") : nil
                }
            },
            TidyRule(
                "every module says what it imports", example: "Sources/WalletNew/New.swift", "struct New {}\n"
            ) { file in
                file.path.hasPrefix("Sources/") && imports[file.target] == nil
                    ? [(1, "list the imports of \(file.target) in TidyRule+Layers.swift")] : []
            },
            TidyRule(
                "Foundation stays out of the programs", example: "Sources/walletctl/Main.swift", "import Foundation\n"
            ) { file in
                guard !file.isTest else { return [] }
                return file.code.compactMap { number, text in
                    importedModule(text) == "Foundation"
                        ? (number, "one import of Foundation adds 46 MB; FoundationEssentials has what is needed") : nil
                }
            },
        ]
    }

    private static func importedModule(_ line: String) -> String? {
        guard line.has(oneOf: ["import "]) else { return nil }
        return line.firstMatch(
            of:
                /^(?:@\w+(?:\(\w+\))? )?(?:(?:public|package|internal|private|fileprivate) )?import (?:struct |enum |class |func )?(\w+)/
        )
        .map { String($0.1) }
    }
}
