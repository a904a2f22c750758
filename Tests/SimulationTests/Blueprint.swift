import EngineTestSupport
import Synchronization
import WalletCore

@testable import WalletEngine

/// What a seed configures.
struct Blueprint {
    var characters: [String: Character] = [:]
    /// Providers that move what is in several holdings as one.
    var bundlers: Set<String> = []
    var sources: [String] = []
    var accounts: [String] = []
    var rules: [CashOutRule] = []
    var limits: Budget?
    /// How late sources show what is in their holdings.
    var lags: [String: Duration] = [:]
    /// How long after its end something may come back.
    var reversalWindow: Duration = .seconds(3600)
    /// Not in the configuration at the moment.
    var lost: Set<String> = []

    /// The account that shows what is owed.
    static let debt = "owed"
    static let window: Duration = .seconds(30 * 86_400)

    init() {}

    init(_ dice: inout Dice) {
        for number in 1...dice.number(1...3) { sources.append("s\(number)") }
        for name in sources {
            accounts.append("\(name)/a")
            if dice.oneIn(3) { accounts.append("\(name)/b") }
            if dice.oneIn(3) { accounts.append("\(name)/\(Blueprint.debt)") }
            if dice.oneIn(3) { lags[name] = dice.seconds(60...3000) }
        }
        for number in 1...dice.number(1...3) {
            let provider = "p\(number)"
            characters[provider] = dice.pick(Character.allCases)
            if dice.oneIn(3) { bundlers.insert(provider) }
            rules.append(Blueprint.rule(number, sources, characters[provider], &dice))
        }
        limits = Blueprint.budget(&dice, times: 2)
    }

    private static func rule(
        _ number: Int, _ sources: [String], _ character: Character?, _ dice: inout Dice
    ) -> CashOutRule {
        var rule = CashOutRule(
            name: "r\(number)", from: [HoldingPattern(source: Glob(dice.oneIn(3) ? "*" : dice.pick(sources)))],
            whenAbove: .won(50_000), to: "d\(number)")
        rule.leave = .won(dice.pick([0, 10_000, 30_000]))
        rule.mode = character == .neither ? .ask : dice.pick([.auto, .auto, .auto, .ask, .dryRun])
        rule.confirm = dice.number(1...2)
        if dice.oneIn(3) { rule.cooldown = .seconds(1800) }
        if dice.oneIn(2) { rule.approveWithin = .seconds(4 * 3600) }
        if dice.oneIn(3) { rule.maxAmount = .won(40_000) }
        if dice.oneIn(4) { rule.maxFee = FeeCeiling(amount: .won(700)) }
        rule.budget = budget(&dice, times: 1)
        return rule
    }

    /// Often too small, else hardly ever.
    private static func budget(_ dice: inout Dice, times: Int) -> Budget {
        let isTight = dice.oneIn(2)
        let amount = dice.number(isTight ? 6...30 : 80...200) * times
        let fees = dice.number(isTight ? 2...9 : 30...60) * times
        return Budget(amount: .won(Int128(amount * 10_000)), fees: .won(Int128(fees * 500)), every: window)
    }

    func configuration(in nature: Nature) -> EngineConfiguration {
        let watched = sources.map { name in
            WatchedSource(
                settings: settings(name), adapter: SimulatedSource(name: name, nature: nature), fingerprint: [1])
        }
        var configuration = EngineConfiguration(
            sources: watched, rules: [], assets: AssetTable(), path: "/simulated.toml", sha256: "0")
        let names = characters.keys.sorted().filter { !lost.contains($0) }
        configuration.cashOuts = CashOutConfiguration(
            rules: rules.filter { !lost.contains($0.name) && !lost.contains("p\($0.name.dropFirst())") },
            destinations: names.map { destination("d\($0.dropFirst())", $0, nature) },
            providers: names.map { provider($0, nature) }, limits: limits)
        configuration.parties = parties(names, nature)
        return configuration
    }

    private func settings(_ name: String) -> SourceSettings {
        var settings = SourceSettings(
            name: name, adapter: "simulated", every: .seconds(1200), timeout: .seconds(20), staleAfter: .seconds(7200))
        if name == "s3" { settings.quota = Quota(limit: 20, window: .seconds(86_400)) }
        settings.withdrawal = .direct
        return settings
    }

    private func provider(_ name: String, _ nature: Nature) -> Provider {
        var provider = Provider(name: name, adapter: "simulated", identityHash: nature.identity(of: name))
        provider.registration = "02-006-00001"
        provider.verifiedOn = CalendarDate(.start)
        provider.identity = .verified
        provider.processing = ProcessingTime(.seconds(60))
        provider.timeout = .seconds(20)
        provider.reversalWindow = reversalWindow
        provider.bundling = bundlers.contains(name) ? .bundles : .single
        return provider
    }

    private func promise(of name: String, _ character: Character) -> ProviderPromise {
        var promise = character.promise
        promise.bundling = bundlers.contains(name) ? .bundles : .single
        return promise
    }

    private func destination(_ name: String, _ provider: String, _ nature: Nature) -> Destination {
        var destination = Destination(name: name, provider: provider, identity: nature.identity(of: name))
        destination.coolingOff = .zero
        return destination
    }

    private func parties(_ names: [String], _ nature: Nature) -> CashOutParties {
        let promises = Dictionary(
            uniqueKeysWithValues: characters.map { ($0.key, (promise(of: $0.key, $0.value), $0.value)) })
        let follow: @Sendable (PayoutRoute.Definition, String) throws(PortFailure) -> any CashOutProvider = {
            _, name throws(PortFailure) in
            guard let (promise, character) = promises[name] else {
                throw PortFailure(.misconfigured, "nobody is \(name)")
            }
            return SimulatedProvider(name: name, promise: promise, character: character, nature: nature)
        }
        var parties = CashOutParties(digest: digest, follow: follow)
        for name in names {
            guard let (promise, character) = promises[name] else { continue }
            let destination = "d\(name.dropFirst())"
            parties.routes[destination] = PayoutRoute(
                provider: SimulatedProvider(name: name, promise: promise, character: character, nature: nature),
                definition: PayoutRoute.Definition(provider: name, destination: destination)
            ) { () throws(PortFailure) in
                PayoutRoute.Identities(
                    destination: nature.identity(of: destination), provider: nature.identity(of: name))
            }
        }
        return parties
    }
}

/// FNV-1a: tells texts apart, which is all that a simulation needs.
private func digest(_ text: String) -> String {
    String(text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }, radix: 16)
}

extension Nature {
    func identity(of name: String) -> String { state.withLock { $0.identities[name] ?? "\(name)-1" } }
}
