import Logging
import Synchronization
import WalletCore
import WalletEngine
import WalletStore
import WalletTestSupport

@testable import WalletControl

/// The real engine on a real database behind a real socket; the clock stands still.
struct RunningDaemon: Sendable {
    let path: String
    let time: StillTime
    let engine: Engine

    func connection() throws -> RawConnection { try RawConnection(path) }

    func ask(_ method: String, _ target: String, body: String? = nil, headers: [String] = []) async throws
        -> RawResponse
    {
        try await connection().ask(method, target, body: body, headers: headers)
    }

    /// What a test changes of the daemon.
    struct Options: Sendable {
        var limits = ControlLimits()
        var heartbeat = Duration.seconds(15)
        var operators = Operators(ownUser: 0)
        var configuration = EngineConfiguration.example
        var reload: ControlledDaemon.Reload = { _ throws(EngineError) in [] }
    }

    /// Serves while the body runs, then stops as a daemon does.
    static func run(_ options: Options = Options(), _ body: (RunningDaemon) async throws -> Void) async throws {
        let folder = try TemporaryFolder()
        let time = StillTime()
        let location = StoreLocation(database: folder.path(of: "walletd.db"))
        let opened = try await Store.open(location, newID: "test", now: time.now)
        try await opened.store.write(at: time.now) { transaction throws(StoreError) in
            try transaction.recordQuickCheckPassed()
        }
        let readers = EngineReaders(
            internal: StoreReader(location), questions: StoreReader(location), copies: StoreReader(location))
        let logger = Logger(label: "test")
        let bits = Mutex(SeededGenerator(seed: 1))
        let engine = Engine(
            opened, lastEvent: 0, readers: readers,
            surroundings: Engine.Surroundings(
                clock: time.clock, chance: Chance { bits.withLock { $0.next() } }, notifier: QuietNotifier(),
                logger: logger, version: "0.0.0"))
        try await engine.start(options.configuration)
        let daemon = ControlledDaemon(
            questions: engine.questions, commands: engine.commands, operators: { options.operators },
            now: { time.now }, reload: options.reload)
        let api = ControlAPI(daemon, heartbeat: options.heartbeat, logger: logger)
        try await RunningServer.run(api, limits: options.limits, beside: engine.services) { server in
            try await body(RunningDaemon(path: server.path, time: time, engine: engine))
        }
        await readers.internal.close()
        await readers.questions.close()
        await readers.copies.close()
        try await opened.store.close()
    }
}

extension EngineConfiguration {
    /// Two sources with balances by hand, one polled source with a quota, and two rules.
    static var example: EngineConfiguration {
        let won = Asset(code: "KRW", scale: 0)
        var tmoney = SourceSettings(name: "tmoney", adapter: "exec", every: .seconds(900), staleAfter: .seconds(3600))
        tmoney.quota = Quota(limit: 1, window: .seconds(86_400))
        tmoney.kind = .prepaid
        let reading = Reading(
            balances: [Balance(account: "card-1234", available: Amount(units: 12_500, of: won))],
            completeness: .complete)
        let manual = ["cards", "points"].map {
            SourceSettings(name: $0, adapter: "manual", every: nil, staleAfter: .seconds(86_400), kind: .giftCard)
        }
        var low = AlertRule(name: "low", condition: .below(Amount(units: 3000, of: won)))
        low.selection = Selection(sources: [Glob("cards")])
        let idle = AlertRule(name: "idle", condition: .idleFor(.seconds(2_592_000)))
        let sources =
            manual.map { WatchedSource(settings: $0, adapter: nil, fingerprint: [1]) }
            + [WatchedSource(settings: tmoney, adapter: FixedSource(reading: reading), fingerprint: [2])]
        return EngineConfiguration(
            sources: sources, rules: [idle, low], assets: AssetTable(), path: "/etc/walletd/walletd.toml",
            sha256: String(repeating: "0", count: 64))
    }
}
