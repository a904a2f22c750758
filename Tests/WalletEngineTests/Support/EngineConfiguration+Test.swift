import EngineTestSupport
import WalletCore
import WalletEngine

extension EngineConfiguration {
    static func test(_ sources: WatchedSource..., rules: [AlertRule] = []) -> EngineConfiguration {
        test(sources, rules: rules)
    }

    static func test(_ sources: [WatchedSource], rules: [AlertRule] = []) -> EngineConfiguration {
        EngineConfiguration(
            sources: sources.sorted { $0.settings.name < $1.settings.name },
            rules: rules.sorted { $0.name < $1.name }, assets: AssetTable(), path: "/test.toml", sha256: "0")
    }
}

extension WatchedSource {
    /// Polled each minute, stale after three.
    static func polled(
        _ name: String, _ adapter: any BalanceSource, fingerprint: UInt8 = 1,
        _ edit: (inout SourceSettings) -> Void = { _ in }
    ) -> WatchedSource {
        var settings = SourceSettings(
            name: name, adapter: "test", every: .seconds(60), timeout: .seconds(10), staleAfter: .seconds(180),
            kind: .prepaid)
        edit(&settings)
        return WatchedSource(settings: settings, adapter: adapter, fingerprint: [fingerprint])
    }

    static func manual(_ name: String) -> WatchedSource {
        let settings = SourceSettings(
            name: name, adapter: "manual", every: nil, staleAfter: .seconds(365 * 86_400), kind: .giftCard)
        return WatchedSource(settings: settings, adapter: nil, fingerprint: [1])
    }
}

extension AlertRule {
    static func below(
        _ units: Int128, name: String = "low", _ edit: (inout AlertRule) -> Void = { _ in }
    ) -> AlertRule {
        var rule = AlertRule(name: name, condition: .below(.won(units)))
        edit(&rule)
        return rule
    }

    static func idle(_ time: Duration) -> AlertRule { AlertRule(name: "idle", condition: .idleFor(time)) }
    static func stale(_ time: Duration) -> AlertRule { AlertRule(name: "stale", condition: .staleFor(time)) }
}
