// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

/// For what simulated worlds consist of: unoptimised, thousands of them take longer than a test run may.
/// Traps and preconditions stay. Only debug builds of this package have it, release builds are optimised anyway.
let optimised = settings + [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// A module of the product under `Sources/NAME`.
func layer(
    _ name: String, _ dependencies: [Target.Dependency] = [], _ settings: [SwiftSetting] = settings
) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// The tests under `Tests/NAMETests`.
func tests(
    _ name: String, _ dependencies: [Target.Dependency] = [], _ settings: [SwiftSetting] = settings
) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: ["WalletTestSupport"] + dependencies, swiftSettings: settings)
}

// Foundation stays out of the graph: traits that would bring it in are switched off (one import costs 46 MB).
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let asyncHTTPClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let heapModule = Target.Dependency.product(name: "HeapModule", package: "swift-collections")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioExtras = Target.Dependency.product(name: "NIOExtras", package: "swift-nio-extras")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioHTTPTypes = Target.Dependency.product(name: "NIOHTTPTypes", package: "swift-nio-extras")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let serviceLifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let systemPackage = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let unixSignals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")

let package = Package(
    name: "walletd",
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    ],
    targets: [
        // Core and languages: no I/O.
        layer("WalletCore", [], optimised),
        layer("JSON", [], optimised),
        layer("TOML"),
        // The C interop modules, and SQLite over one of them.
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .target(name: "CLinux"),
        layer("SQLite", ["CSQLite"], optimised),
        .target(
            name: "Migrations", path: "Migrations",
            resources: [
                .embedInCode("V0001_snapshots.sql"), .embedInCode("V0002_cashouts.sql"),
                .embedInCode("V0003_declines.sql"), .embedInCode("V0004_credentials.sql"),
                .embedInCode("V0005_watch.sql"),
            ],
            swiftSettings: settings),
        // Outside and middle.
        layer("WalletStore", ["WalletCore", "SQLite", "Migrations", "JSON", crypto], optimised),
        layer(
            "WalletAdapters",
            [
                "WalletCore", "JSON", "CLinux", asyncHTTPClient, nioCore, nioHTTP1, nioPosix, nioSSL, subprocess,
                systemPackage, crypto,
            ]),
        layer("WalletEngine", ["WalletCore", "WalletStore", heapModule, logging, serviceLifecycle], optimised),
        layer("WalletAPI"),
        layer(
            "WalletControl",
            [
                "CLinux", "JSON", "WalletAPI", "WalletCore", "WalletEngine", hummingbird, hummingbirdCore, httpTypes,
                logging,
                nioCore, nioExtras, nioHTTPTypes, nioPosix, serviceLifecycle,
            ]),
        layer("WalletClient", ["JSON", "WalletAPI"]),
        layer(
            "WalletDaemon",
            [
                "CLinux", "JSON", "TOML", "WalletAdapters", "WalletAPI", "WalletControl", "WalletCore", "WalletEngine",
                "WalletStore", argumentParser, crypto, logging, nioCore, nioPosix, serviceLifecycle, unixSignals,
            ]),
        // The programs.
        .executableTarget(name: "walletd", dependencies: ["WalletDaemon", argumentParser], swiftSettings: settings),
        .executableTarget(
            name: "walletctl", dependencies: ["JSON", "WalletAPI", "WalletClient", argumentParser],
            swiftSettings: settings),
        // Tests mirror the modules.
        .target(
            name: "WalletTestSupport", dependencies: ["WalletCore"], path: "Tests/WalletTestSupport",
            swiftSettings: settings),
        .target(
            name: "EngineTestSupport",
            dependencies: [
                "WalletTestSupport", "WalletEngine", "WalletStore", "WalletCore", logging, serviceLifecycle,
            ],
            path: "Tests/EngineTestSupport", swiftSettings: settings),
        tests("WalletCore", ["WalletCore"]),
        tests("JSON", ["JSON"]),
        tests("TOML", ["TOML"]),
        tests("SQLite", ["SQLite"]),
        tests("WalletStore", ["WalletStore", "WalletCore", "JSON", "SQLite", "Migrations"]),
        tests("WalletAdapters", ["WalletAdapters", "WalletCore", "JSON", crypto]),
        tests("WalletEngine", ["EngineTestSupport", "WalletEngine", "WalletStore", "WalletCore"]),
        tests("Simulation", ["EngineTestSupport", "WalletEngine", "WalletStore", "WalletCore"], optimised),
        tests(
            "WalletControl",
            [
                "WalletControl", "WalletEngine", "WalletStore", "WalletAPI", "WalletCore", "JSON", hummingbird,
                httpTypes, logging, nioCore, serviceLifecycle,
            ]),
        tests("WalletDaemon", ["WalletDaemon", "WalletCore", "WalletAdapters", "TOML"]),
        tests("walletctl", ["walletctl", "JSON", "WalletAPI", "WalletClient"]),
        tests("EndToEnd", ["WalletClient", "WalletAPI", "walletd", "walletctl"]),
        tests("Systemd", ["walletd", "walletctl"]),
        tests("Live", ["WalletAdapters", "WalletCore", "JSON"]),
        tests("Tidy"),
    ]
)

// What `make bench` measures the store with; nobody else needs it built.
if Context.environment["WALLETD_BENCHMARKS"] != nil {
    package.targets.append(
        .executableTarget(
            name: "walletd-bench", dependencies: ["WalletCore", "WalletStore"], path: "Benchmarks/walletd-bench",
            swiftSettings: settings))
}
